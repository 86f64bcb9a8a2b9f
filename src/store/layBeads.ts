/** Cuts a stretch of beads anew: what stays the same keeps its row. */
import { type BeadRow, type Cut, deleteBead } from './alignments.ts';
import type { Store } from './open.ts';

/** A bead of a new layout; `id` names the old bead that it goes on from, null for a new one. */
export interface LaidBead extends Cut {
  readonly id: number | null;
}

/**
 * Replaces neighbouring beads by others over the same stretch, which begins at `start`. Beads without content vanish; beads whose
 * content changes become `edited` and lose score and review. What moves is taken out first, so that no two ever stand on one cut.
 */
export function layBeads(
  store: Store,
  alignmentId: number,
  start: Cut,
  old: readonly BeadRow[],
  laid: readonly LaidBead[],
): void {
  const same = (a: Cut, b: Cut): boolean => a.sourceTo === b.sourceTo && a.targetTo === b.targetTo;
  const before = new Map(old.map((bead, i) => [bead.id, { bead, start: old[i - 1] ?? start }]));
  const stays = (bead: LaidBead): boolean => {
    const known = bead.id === null ? undefined : before.get(bead.id);
    return known !== undefined && same(known.bead, bead);
  };
  const fresh: LaidBead[] = [];
  for (const bead of laid) {
    const last = fresh.at(-1);
    if (!same(bead, last ?? start)) fresh.push(bead);
    else if (last && stays(bead)) fresh[fresh.length - 1] = bead;
  }
  const remaining = new Map(before);
  const moved: LaidBead[] = [];
  const touched: number[] = [];
  fresh.forEach((bead, i) => {
    const known = bead.id === null ? undefined : remaining.get(bead.id);
    if (known && same(known.bead, bead)) {
      remaining.delete(known.bead.id);
      if (!same(known.start, fresh[i - 1] ?? start)) touched.push(known.bead.id);
    } else moved.push(bead);
  });
  for (const id of remaining.keys()) deleteBead(store, id);
  const insert = store.sql(
    "INSERT INTO bead (id, alignment_id, source_to, target_to, status) VALUES (?, ?, ?, ?, 'edited')",
  );
  for (const bead of moved) insert.run(bead.id, alignmentId, bead.sourceTo, bead.targetTo);
  const touch = store.sql(
    "UPDATE bead SET status = 'edited', score = NULL, reviewer = NULL, reviewed_at = NULL, reason = NULL WHERE id = ?",
  );
  for (const id of touched) touch.run(id);
}
