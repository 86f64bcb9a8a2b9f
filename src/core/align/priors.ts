/** How often beads of each shape and gaps occur; learned from the document, starting from general figures. */
import { MOST } from './links.ts';
import { PARAMETERS } from './parameters.ts';

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

/** What a document looks like before we see it. */
export const firstCounts = (): PriorCounts => {
  const { twoToOne, twoToTwo, threeToOne, larger, gap, gapMore, gapMixed, priorWeight: weight } = PARAMETERS;
  const beads = new Float64Array(MOST * MOST).fill(weight * larger);
  const put = (g: number, h: number, rate: number): void => {
    beads[(g - 1) * MOST + h - 1] = weight * rate;
    beads[(h - 1) * MOST + g - 1] = weight * rate;
  };
  put(1, 1, 1 - 2 * twoToOne - twoToTwo - 2 * threeToOne - 10 * larger);
  put(1, 2, twoToOne);
  put(2, 2, twoToTwo);
  put(1, 3, threeToOne);
  const runs = gap * weight;
  return {
    beads,
    gapsFromSource: runs,
    gapsFromTarget: runs,
    sourceSegments: runs / (1 - gapMore),
    sourceRuns: runs,
    targetSegments: runs / (1 - gapMore),
    targetRuns: runs,
    mixedGaps: gapMixed * runs,
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
