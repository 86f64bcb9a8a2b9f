/**
 * Third languages help: where a sentence is clearly paired with a second text, and that one with a third, the first and the
 * third are likely to belong together. Such pairs become units that both segments share.
 */
import type { Alignment } from '../model.ts';
import type { CarriedPair } from './model.ts';
import { type UnitTable, withUnits } from './units.ts';

/** Pairs less likely than this say nothing. */
const LEAST_WEIGHT = 0.5;

/** How sure an alignment is of itself: the mean probability of its beads, 0 to 1. */
export const clarityOf = ({ beads }: Alignment): number =>
  beads.length === 0 ? 0 : beads.reduce((sum, { score }) => sum + score, 0) / beads.length;

/** Pairs of the first and the third text, by alignments of the first with the second and of the second with the third. */
export const carryOver = (firstToSecond: Alignment, secondToThird: Alignment): CarriedPair[] => {
  const beadOf = new Map(
    secondToThird.beads.flatMap((bead) => bead.source.map((number) => [number, bead] as const)),
  );
  const weights = new Map<string, CarriedPair>();
  for (const { source, target, score } of firstToSecond.beads) {
    for (const number of target) {
      const onward = beadOf.get(number);
      if (!onward || onward.target.length === 0) continue;
      // of several segments no one knows which belongs to which
      const weight = (score * onward.score) / Math.max(source.length, onward.target.length);
      if (weight < LEAST_WEIGHT) continue;
      for (const first of source)
        for (const third of onward.target) {
          const key = `${first} ${third}`;
          if ((weights.get(key)?.weight ?? 0) < weight)
            weights.set(key, { source: first, target: third, weight });
        }
    }
  }
  return [...weights.values()];
};

/** Both tables with one unit for each carried pair; `evidence` is the number of that kind. */
export const addCarried = (
  tables: { readonly source: UnitTable; readonly target: UnitTable },
  places: { readonly source: ReadonlyMap<number, number>; readonly target: ReadonlyMap<number, number> },
  carried: readonly CarriedPair[],
  evidence: number,
): { readonly source: UnitTable; readonly target: UnitTable } => {
  const units = carried.flatMap(({ source, target, weight }, at) => {
    const [i, j] = [places.source.get(source), places.target.get(target)];
    if (i === undefined || j === undefined) return [];
    const unit = { key: `carried ${at}`, meanings: [`C${at}`], recall: weight };
    return [{ source: { ...unit, segment: i }, target: { ...unit, segment: j } }];
  });
  return {
    source: withUnits(
      tables.source,
      units.map(({ source }) => source),
      evidence,
    ),
    target: withUnits(
      tables.target,
      units.map(({ target }) => target),
      evidence,
    ),
  };
};
