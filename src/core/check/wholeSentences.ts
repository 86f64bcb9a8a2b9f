/** Of several sentences in a bead one that has no counterpart at all: the alignment hid an omission, or an addition. */
import type { CheckContext, Finding, Side } from './check.ts';
import type { CoveredUnit } from './coverage.ts';
import { weighLength } from './gaps.ts';
import { quote } from './messages.ts';

/** Fewer words than this do not tell whether a whole sentence of a bead has no counterpart. */
const LEAST_UNITS = 2;
/** At most this share of them may have a counterpart of their own. */
const MOST_COVERED = 0.2;
/** What a covered word counts against it all the same. */
const BORROWED = 0.4;
/** The rest of its side must be rendered so far. */
const REST_COVERED = 0.33;
const SHOWN = 3.4;
/** A bead that the alignment doubts is likelier to hold what does not belong there: at most this much evidence, none from 0.88 on. */
const MOST_DOUBT = 2;

const weighDoubt = (score: number): number =>
  Math.max(0, Math.min(MOST_DOUBT, MOST_DOUBT - Math.log(Math.max(score, 0.01) / Math.max(1 - score, 0.01))));

/**
 * Whether what renders a word of this sentence renders one of another sentence of the bead as well (`trọng tài` both times as
 * 仲裁): then it is no counterpart of this one.
 */
const isShared = (context: CheckContext, bead: number, side: Side, unit: CoveredUnit): boolean =>
  context
    .renderings(bead)
    [side].some(
      (one) =>
        one.segment === unit.segment &&
        one.start < unit.end &&
        unit.start < one.end &&
        one.partners.length > 0 &&
        one.partners.every((partner) => partner.partners.some((other) => other.segment !== unit.segment)),
    );

const toFinding = (context: CheckContext, index: number, side: Side, segment: number): Finding => {
  const bead = context.beads[index]!;
  const text = context.text(side, segment);
  const span = context.span(side, segment, 0, text.length);
  const isSource = side === 'source';
  return {
    check: isSource ? 'omission' : 'addition',
    code: isSource ? 'omission.merged' : 'addition.span',
    severity: isSource ? 'major' : 'minor',
    confidence: 0.7,
    source: isSource ? [segment] : bead.source,
    target: isSource ? bead.target : [segment],
    sourceSpan: isSource ? span : null,
    targetSpan: isSource ? null : span,
    params: { [side]: quote(text) },
  };
};

export const findWhole = (context: CheckContext, index: number, side: Side): Finding[] => {
  const bead = context.beads[index]!;
  if (bead[side].length < 2) return [];
  const units = context.coverage(side).units(index);
  const total = bead[side].reduce((sum, segment) => sum + context.text(side, segment).length, 0);
  return bead[side].flatMap((segment) => {
    const own = units.filter((unit) => unit.segment === segment);
    const rest = units.filter((unit) => unit.segment !== segment);
    const covered = own.filter((unit) => unit.covered && !isShared(context, index, side, unit));
    if (own.length < LEAST_UNITS || covered.length > own.length * MOST_COVERED) return [];
    if (rest.filter((unit) => unit.covered).length < rest.length * REST_COVERED) return [];
    const words = own.reduce((sum, unit) => {
      if (!unit.covered) return sum + unit.weight;
      return covered.includes(unit) ? sum + unit.weight * BORROWED : sum;
    }, 0);
    const share = context.text(side, segment).length / total;
    const score = words + weighLength(context.lengthDeviation(index), share, side) + weighDoubt(bead.score);
    return score < SHOWN ? [] : [toFinding(context, index, side, segment)];
  });
};
