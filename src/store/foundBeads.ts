/** Beads as the aligner finds them anew: what stays of those that were there, and what is new. */
import { type BeadRow, type Cut, deleteBead, insertBeads, roundScore } from './alignments.ts';
import type { Store } from './open.ts';

/**
 * Replaces neighbouring beads, which begin at `start`, by what the aligner found. Beads that it found again stay, with what people said
 * of them; gives the cuts that are new.
 */
export function layFound(
  store: Store,
  alignmentId: number,
  start: Cut,
  old: readonly BeadRow[],
  found: readonly (Cut & { readonly score: number })[],
): readonly (Cut & { readonly score: number })[] {
  const { gone, fresh } = compareCuts(start, old, found);
  for (const { id } of gone) deleteBead(store, id);
  insertBeads(
    store,
    alignmentId,
    fresh.map((cut) => ({ ...cut, status: 'auto' })),
  );
  return fresh;
}

/** Which of the old beads are not among those found, and which of those found are new; beads are the same with both cuts. */
export function compareCuts<Found extends Cut>(
  start: Cut,
  old: readonly BeadRow[],
  found: readonly Found[],
): { readonly gone: readonly BeadRow[]; readonly fresh: readonly Found[] } {
  const names = (cuts: readonly Cut[]): string[] =>
    cuts.map((cut, i) => {
      const before = cuts[i - 1] ?? start;
      return [before.sourceTo, before.targetTo, cut.sourceTo, cut.targetTo].join();
    });
  const [ofOld, ofFound] = [names(old), names(found)];
  const [known, kept] = [new Set(ofOld), new Set(ofFound)];
  return {
    gone: old.filter((_, i) => !kept.has(ofOld[i]!)),
    fresh: found.filter((_, i) => !known.has(ofFound[i]!)),
  };
}

/** New scores of beads that nobody has looked at yet. */
export function setScores(
  store: Store,
  scores: readonly { readonly id: number; readonly score: number }[],
): void {
  const update = store.sql("UPDATE bead SET score = ? WHERE id = ? AND status = 'auto'");
  for (const { id, score } of scores) update.run(roundScore(score), id);
}
