/** What a first alignment teaches about the document: its bead shapes, its gaps, its length ratio. */
import { MOST } from './links.ts';
import { firstCounts, type PriorCounts } from './priors.ts';
import type { Path } from './search.ts';
import type { LengthModel, ShapeSide } from './shape.ts';

/** Adds what a path shows to the counts. */
export const countPath = (counts: PriorCounts, path: Path): void => {
  let [sources, targets] = [0, 0];
  const closeGap = (): void => {
    if (sources > 0) {
      counts.gapsFromSource += 1;
      counts.sourceSegments += sources;
      counts.sourceRuns += 1;
      if (targets > 0) counts.mixedGaps += 1;
    } else if (targets > 0) counts.gapsFromTarget += 1;
    if (targets > 0) {
      counts.targetSegments += targets;
      counts.targetRuns += 1;
    }
    sources = 0;
    targets = 0;
  };
  for (let at = 0; at < path.length; at += 4) {
    const [g, h] = [path[at + 1]!, path[at + 3]!];
    if (h === 0) sources += 1;
    else if (g === 0) targets += 1;
    else {
      closeGap();
      counts.beads[(g - 1) * MOST + h - 1]! += 1;
    }
  }
  closeGap();
};

export const learnPriors = (paths: readonly Path[]): PriorCounts => {
  const counts = firstCounts();
  for (const path of paths) countPath(counts, path);
  return counts;
};

/** How much the first figures count, in beads. */
const LENGTH_WEIGHT = 15;

/** Centre and spread of the length ratio over the beads of paths; robust, since some beads are wrong or cut short. */
export const learnLengths = (
  paths: readonly Path[],
  source: ShapeSide,
  target: ShapeSide,
  before: LengthModel,
): LengthModel => {
  const ratios: number[] = [];
  const lengths: number[] = [];
  for (const path of paths) {
    for (let at = 0; at < path.length; at += 4) {
      const [i, g, j, h] = [path[at]!, path[at + 1]!, path[at + 2]!, path[at + 3]!];
      if (g === 0 || h === 0) continue;
      const s = (g - 1) * source.segments + i;
      const t = (h - 1) * target.segments + j;
      ratios.push(target.logLength[t]! - source.logLength[s]!);
      lengths.push(Math.min(source.length[s]!, target.length[t]!));
    }
  }
  if (ratios.length < 4) return before;
  const sorted = [...ratios].sort((a, b) => a - b);
  const center = sorted[sorted.length >> 1]!;
  // squared deviations in units of the first model's spread; the median of a squared normal deviate is 0.455
  const squares = ratios
    .map((ratio, at) => (ratio - center) ** 2 / (before.variance + before.perCharacter / lengths[at]!))
    .sort((a, b) => a - b);
  const scale = Math.min(2, Math.max(0.4, squares[squares.length >> 1]! / 0.455));
  const smooth = (scale * ratios.length + LENGTH_WEIGHT) / (ratios.length + LENGTH_WEIGHT);
  return {
    center,
    variance: before.variance * smooth,
    perCharacter: before.perCharacter * smooth,
  };
};
