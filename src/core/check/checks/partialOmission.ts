/** Words of the original that have no counterpart inside an aligned sentence (specification 2.8, span level). */
import type { Check, CheckContext, Finding, Side } from '../check.ts';
import { findGap, type Gap } from '../gaps.ts';
import { quote } from '../messages.ts';
import { comparable } from '../placed.ts';
import { findWhole } from '../wholeSentences.ts';

/** From this sum of evidence on a gap is shown; less is a note, and still less nothing. */
const SHOWN = 5.25;
const NOTED = 3.5;
/** The usual share of words with a counterpart. Where a document is rendered more freely, more evidence is asked for. */
const USUAL = 0.57;
const STRICTNESS = 7;
/** Fewer uncovered words than this are chance. */
const LEAST_UNITS = 2;

/** A gap as large as the sentence is a free rendering. */
const WHOLE = 0.75;

const toFinding = (context: CheckContext, index: number, gap: Gap, least: number): Finding => {
  const bead = context.beads[index]!;
  const span = context.span('source', gap.segment, gap.start, gap.end);
  const shown = gap.score >= least && gap.share < WHOLE;
  return {
    check: 'partial-omission',
    code: 'partial-omission.span',
    severity: shown ? (gap.share > 0.3 ? 'major' : 'minor') : 'note',
    confidence: Math.min(0.9, 0.3 + gap.score * 0.05),
    source: bead.source,
    target: bead.target,
    sourceSpan: span,
    params: { source: quote(span.text) },
  };
};

/** From this sum of evidence on a clause of the rendering is shown as added: explanations are common, long additions are not. */
const ADDED = 9;

const toAddition = (context: CheckContext, index: number, gap: Gap): Finding => {
  const bead = context.beads[index]!;
  const span = context.span('target', gap.segment, gap.start, gap.end);
  return {
    check: 'addition',
    code: 'addition.span',
    severity: 'minor',
    confidence: Math.min(0.9, 0.4 + gap.score * 0.025),
    source: bead.source,
    target: bead.target,
    targetSpan: span,
    params: { target: quote(span.text) },
  };
};

const isWorth = (gap: Gap | null): gap is Gap =>
  gap !== null && gap.score >= NOTED && gap.units.filter((unit) => !unit.covered).length >= LEAST_UNITS;

export const partialOmission: Check = {
  name: 'partial-omission',
  needs: 'pair',
  finds: ['partial-omission', 'omission', 'addition'],
  explains: ['partial-omission.span', 'omission.merged', 'addition.span'],
  scope: 'bead',
  find: (context, beads) => {
    const side: Side = 'source';
    const coverage = context.coverage(side);
    const least = SHOWN + STRICTNESS * (USUAL - coverage.usual);
    const added = context.coverage('target');
    const leastAdded = ADDED + STRICTNESS * Math.max(0, USUAL - added.usual);
    return comparable(context, beads).flatMap((index) => {
      const whole = [...findWhole(context, index, 'source'), ...findWhole(context, index, 'target')];
      if (whole.length > 0) return whole;
      const gap = findGap(context, side, index, coverage);
      const extra = findGap(context, 'target', index, added);
      return [
        ...(isWorth(gap) ? [toFinding(context, index, gap, least)] : []),
        ...(extra && extra.score >= leastAdded ? [toAddition(context, index, extra)] : []),
      ];
    });
  },
};
