/**
 * What the rendering as a whole is (specification 2.10): a decision list over the covered shares of both texts. It comes before
 * any flag, so that a text that is no translation yields one sentence and not a list of omissions.
 */
import {
  type Alignment,
  type Bead,
  isBody,
  type SegmentedText,
  type Verdict,
  type VerdictKind,
} from '../model.ts';
import { isTwoSided } from './check.ts';

/** Below this probability a bead is no evidence that the texts belong together. */
const TRUSTED = 0.3;

interface Coverage {
  /** Share of body characters in beads with two sides. */
  readonly source: number;
  readonly target: number;
  /** The same, of trusted beads alone. */
  readonly trustedSource: number;
  readonly trustedTarget: number;
}

const bodyLength = (text: SegmentedText, segments: readonly number[]): number => {
  let length = 0;
  for (const number of segments) {
    const segment = text.segments[number];
    if (segment && isBody(segment)) length += segment.text.length;
  }
  return length;
};

const measureCoverage = (source: SegmentedText, target: SegmentedText, beads: readonly Bead[]): Coverage => {
  const total = { source: 0, target: 0 };
  const covered = { source: 0, target: 0 };
  const trusted = { source: 0, target: 0 };
  for (const bead of beads) {
    const length = { source: bodyLength(source, bead.source), target: bodyLength(target, bead.target) };
    for (const side of ['source', 'target'] as const) {
      total[side] += length[side];
      if (!isTwoSided(bead) || length.source === 0 || length.target === 0) continue;
      covered[side] += length[side];
      if (bead.score >= TRUSTED) trusted[side] += length[side];
    }
  }
  const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
  return {
    source: share(covered.source, total.source),
    target: share(covered.target, total.target),
    trustedSource: share(trusted.source, total.source),
    trustedTarget: share(trusted.target, total.target),
  };
};

/** Body passages of the original without a counterpart: neighbouring one-sided sentences count as one. */
const countMissing = (source: SegmentedText, beads: readonly Bead[]): number => {
  let count = 0;
  let open = false;
  for (const bead of beads) {
    if (bead.source.length === 0) continue;
    const missing = bead.target.length === 0 && bodyLength(source, bead.source) > 0;
    if (missing && !open) count++;
    open = missing;
  }
  return count;
};

const percent = (share: number): string => `${Math.round(share * 100)} %`;

const decide = (coverage: Coverage): VerdictKind => {
  const { trustedSource, trustedTarget } = coverage;
  if (trustedTarget < 0.4 && trustedSource < 0.25) return 'not-a-translation';
  if (trustedTarget < 0.7) return 'partial';
  if (coverage.source >= 0.95) return 'complete';
  if (coverage.source >= 0.6) return 'gaps';
  return 'abridged';
};

const REASONS: Readonly<Record<VerdictKind, (coverage: Coverage, missing: number) => string>> = {
  complete: (coverage) => `Complete: ${percent(coverage.source)} of the original has a counterpart.`,
  gaps: (coverage, missing) =>
    `Translation with gaps: ${missing} ${missing === 1 ? 'passage' : 'passages'} missing; ${percent(coverage.source)} of the original has a counterpart.`,
  abridged: (coverage) => `Abridged: ${percent(coverage.source)} of the original has a counterpart.`,
  partial: (coverage) =>
    `Related text, partly parallel: ${percent(coverage.target)} of the rendering has a counterpart in the original.`,
  'not-a-translation': () => 'Not a translation of this original.',
  'no-original': () => 'No original: what is missing cannot be checked.',
};

export const judgeRendering = (
  source: SegmentedText | null,
  target: SegmentedText,
  alignment: Alignment,
): Verdict => {
  if (!source)
    return {
      kind: 'no-original',
      sourceCoverage: 0,
      targetCoverage: 0,
      reasons: [REASONS['no-original']({ source: 0, target: 0, trustedSource: 0, trustedTarget: 0 }, 0)],
    };
  const coverage = measureCoverage(source, target, alignment.beads);
  const kind = decide(coverage);
  return {
    kind,
    sourceCoverage: coverage.source,
    targetCoverage: coverage.target,
    reasons: [REASONS[kind](coverage, countMissing(source, alignment.beads))],
  };
};
