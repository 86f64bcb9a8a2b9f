/** How often beads of each shape and gaps occur; learned from the document, starting from general figures. */
import { MOST } from './links.ts';

export interface Priors {
  /** Log probability of a bead with g source and h target segments, given that a bead follows: `bead[(g - 1) * MOST + h - 1]`. */
  readonly bead: Float64Array;
  /** Log probabilities to begin a gap and to go on in it; a gap has its source segments first, then its target segments. */
  readonly openSource: number;
  readonly openTarget: number;
  readonly noGap: number;
  readonly moreSource: number;
  readonly sourceToTarget: number;
  readonly endSource: number;
  readonly moreTarget: number;
  readonly endTarget: number;
}

/** Counts from which priors are made; fractions are welcome. */
export interface PriorCounts {
  readonly beads: Float64Array;
  gapsFromSource: number;
  gapsFromTarget: number;
  /** Segments in gaps, and runs of them. */
  sourceSegments: number;
  sourceRuns: number;
  targetSegments: number;
  targetRuns: number;
  /** Gaps with both sides. */
  mixedGaps: number;
}

const SHAPES: readonly (readonly number[])[] = [
  [0.88, 0.045, 0.006, 0.001],
  [0.045, 0.008, 0.001, 0.0004],
  [0.006, 0.001, 0.0006, 0.0002],
  [0.001, 0.0004, 0.0002, 0.0002],
];

/** What a document of 60 beads would look like before we see it. */
export const firstCounts = (weight = 40): PriorCounts => {
  const beads = new Float64Array(MOST * MOST);
  for (let g = 0; g < MOST; g++) for (let h = 0; h < MOST; h++) beads[g * MOST + h] = weight * SHAPES[g]![h]!;
  return {
    beads,
    gapsFromSource: 0.03 * weight,
    gapsFromTarget: 0.03 * weight,
    sourceSegments: 0.06 * weight,
    sourceRuns: 0.035 * weight,
    targetSegments: 0.06 * weight,
    targetRuns: 0.035 * weight,
    mixedGaps: 0.005 * weight,
  };
};

export const priorsOf = (counts: PriorCounts): Priors => {
  const beads = counts.beads.reduce((sum, count) => sum + count, 0);
  const all = beads + counts.gapsFromSource + counts.gapsFromTarget;
  const goOnSource = 1 - counts.sourceRuns / counts.sourceSegments;
  const goOnTarget = 1 - counts.targetRuns / counts.targetSegments;
  const cross = (1 - goOnSource) * Math.min(0.6, counts.mixedGaps / counts.sourceRuns);
  return {
    bead: counts.beads.map((count) => Math.log(count / beads)),
    openSource: Math.log(counts.gapsFromSource / all),
    openTarget: Math.log(counts.gapsFromTarget / all),
    noGap: Math.log(beads / all),
    moreSource: Math.log(goOnSource),
    sourceToTarget: Math.log(cross),
    endSource: Math.log(1 - goOnSource - cross),
    moreTarget: Math.log(goOnTarget),
    endTarget: Math.log(1 - goOnTarget),
  };
};
