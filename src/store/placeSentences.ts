/** Sentences that come into a text or leave it, with the cuts of an alignment on either of its sides. */
import { hashText } from '../core/format/hash.ts';
import type { Cut } from './alignments.ts';
import type { Store } from './open.ts';
import { RANK_STEP, rankBefore, type SegmentRow } from './segments.ts';

type Side = 'source' | 'target';
const columnsOf = (side: Side): readonly [own: string, other: string] =>
  side === 'source' ? ['source_to', 'target_to'] : ['target_to', 'source_to'];

/** Ranks for `count` sentences behind a rank (0: before all) and before what follows it; null where ranks leave no room. */
export function ranksBehind(store: Store, versionId: number, rank: number, count: number): number[] | null {
  const next = store
    .sql('SELECT min(rank) FROM segment WHERE version_id = ? AND rank > ?')
    .pluck()
    .get(versionId, rank) as unknown as number | null;
  const step = Math.floor(((next ?? rank + (count + 1) * RANK_STEP) - rank) / (count + 1));
  return step < 1 ? null : Array.from({ length: count }, (_, i) => rank + (i + 1) * step);
}

/** A sentence at a rank; what it looks like and which paragraph it is of is taken from a neighbour. */
export function insertSentence(
  store: Store,
  versionId: number,
  rank: number,
  text: string,
  like: SegmentRow | undefined,
): number {
  const { paragraph = 0, kind = 'text', line = 1 } = like ?? {};
  const made = store
    .sql(
      `INSERT INTO segment (version_id, rank, paragraph, kind, text, text_hash, line, source_start, source_end)
       VALUES (?, ?, ?, ?, ?, ?, ?, NULL, NULL)`,
    )
    .run(versionId, rank, paragraph, kind, text, hashText(text), line);
  return Number(made.lastInsertRowid);
}

/** Beads that end on one side at `from` end at `to` from now on: those from the bead that ends at `first` on. */
export function shiftCuts(
  store: Store,
  alignmentId: number,
  side: Side,
  { from, to, first }: { readonly from: number; readonly to: number; readonly first: Cut },
): void {
  const [own, other] = columnsOf(side);
  store
    .sql(`UPDATE bead SET ${own} = ? WHERE alignment_id = ? AND ${own} = ? AND ${other} >= ?`)
    .run(to, alignmentId, from, side === 'source' ? first.targetTo : first.sourceTo);
}

/** The cuts that ended at a sentence which is taken out end at the one before it; a bead that held nothing else is gone. */
export function closeCuts(
  store: Store,
  alignmentId: number,
  side: Side,
  sentence: Pick<SegmentRow, 'versionId' | 'rank'>,
): void {
  const [own, other] = columnsOf(side);
  const before = rankBefore(store, sentence.versionId, sentence.rank);
  // What would end where the bead before it ends holds nothing: the first bead of all begins at zero.
  store
    .sql(
      `DELETE FROM bead WHERE alignment_id = @alignmentId AND ${own} = @rank AND (
         EXISTS (SELECT 1 FROM bead AS former WHERE former.alignment_id = @alignmentId AND former.${own} = @before
           AND former.${other} = bead.${other})
         OR (@before = 0 AND ${other} = 0))`,
    )
    .run({ alignmentId, rank: sentence.rank, before });
  store
    .sql(`UPDATE bead SET ${own} = ? WHERE alignment_id = ? AND ${own} = ?`)
    .run(before, alignmentId, sentence.rank);
}

/** Where the other side stands when a text has been read up to a rank that ends a bead; null where it ends none. */
export function otherSideAt(store: Store, alignmentId: number, side: Side, rank: number): number | null {
  const [own, other] = columnsOf(side);
  const { reached, isCut } = store
    .sql(
      `SELECT coalesce(max(${other}), 0) AS reached, coalesce(max(${own} = @rank), 0) AS isCut FROM bead
       WHERE alignment_id = @alignmentId AND ${own} <= @rank`,
    )
    .get({ alignmentId, rank }) as unknown as { reached: number; isCut: number };
  return rank === 0 || isCut === 1 ? reached : null;
}
