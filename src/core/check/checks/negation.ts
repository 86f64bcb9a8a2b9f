/** Sentences that are negative on one side alone, and words that say the opposite (specification 2.8, polarity). */
import { isBody } from '../../model.ts';
import { isStopWord } from '../../text/index.ts';
import { type Check, type CheckContext, type Finding, isTwoSided, type Side } from '../check.ts';
import { quote } from '../messages.ts';
import { findNegators, type Negator } from '../negators.ts';
import type { Unit } from '../renderings.ts';
import { readWords } from '../words.ts';

interface Placed extends Negator {
  readonly segment: number;
}

const collect = (context: CheckContext, side: Side, segments: readonly number[]): readonly Placed[] => {
  const lang = side === 'source' ? context.sourceLang : context.targetLang;
  return segments.flatMap((segment) =>
    findNegators(context.text(side, segment), lang, context.words(side, segment)).map((negator) => ({
      ...negator,
      segment,
    })),
  );
};

/** The negator with the words that it denies, as people would quote it. */
const scopeOf = (context: CheckContext, side: Side, negator: Placed) => {
  const words = context.words(side, negator.segment);
  const at = words.findIndex((word) => word.start >= negator.end);
  const length = (side === 'source' ? context.sourceLang : context.targetLang) === 'zh' ? 6 : 3;
  const last = words[Math.min(at < 0 ? 0 : at + length - 1, words.length - 1)];
  const text = context.text(side, negator.segment);
  let end = at < 0 || !last ? negator.end : last.end;
  const stop = /[.,;:!?。，；：！？–—()«»„“”"]/u.exec(text.slice(negator.end, end));
  if (stop) end = negator.end + stop.index;
  return context.span(side, negator.segment, negator.start, Math.max(end, negator.end));
};

const strongOf = (negators: readonly Placed[]): readonly Placed[] =>
  negators.filter((negator) => negator.strong);

/** How far from a negator, in words, the word that it denies may stand on the other side. */
const REACH = 4;
const CLAUSE_END = /[.,;:!?。，；：！？–—()«»„“”"]/u;

const isNear = (context: CheckContext, side: Side, negator: Placed, unit: Unit): boolean => {
  if (unit.segment !== negator.segment) return false;
  const between = context
    .text(side, unit.segment)
    .slice(Math.min(negator.end, unit.end), Math.max(unit.start, negator.start));
  return !CLAUSE_END.test(between) && readWords(between).length <= REACH;
};

/** The first word with a meaning after a negator (before it, where German puts its verb), if the lexicon knows it. */
const findDenied = (context: CheckContext, index: number, side: Side, negator: Placed): readonly Unit[] => {
  const lang = side === 'source' ? context.sourceLang : context.targetLang;
  const text = context.text(side, negator.segment);
  const units = context.renderings(index)[side].filter((unit) => unit.segment === negator.segment);
  const isFree = (from: number, to: number): boolean => {
    const between = text.slice(from, to);
    return (
      from <= to &&
      !CLAUSE_END.test(between) &&
      readWords(between).every((word) => isStopWord(word.text, lang))
    );
  };
  const after = units.filter((unit) => unit.start >= negator.end && isFree(negator.end, unit.start));
  if (after.length > 0 || lang !== 'de') return after;
  return units.filter((unit) => unit.end <= negator.start && isFree(unit.end, negator.start));
};

/**
 * Whether the other side says the denied word too, without a negator beside it. A free rendering by an opposite
 * (`không đồng ý` as `lehnte ab`) has no such word.
 */
const isAffirmed = (
  context: CheckContext,
  index: number,
  side: Side,
  negator: Placed,
  others: readonly Placed[],
): boolean => {
  const other: Side = side === 'source' ? 'target' : 'source';
  return findDenied(context, index, side, negator).some(
    (unit) =>
      unit.partners.length > 0 &&
      unit.partners.every((partner) => others.every((one) => !isNear(context, other, one, partner))),
  );
};

/** How many words may follow a negator for its clause to be short. */
const SHORT_CLAUSE = 18;
const SENTENCE_PART = /[.;:!?。；：！？()“”„«»"–—]/u;
/** Above this share of words with a counterpart a sentence is rendered word for word. */
const LITERAL = 0.5;
/** The denied clause itself is rendered so far. */
const LITERAL_CLAUSE = 0.5;

const coveredShare = (context: CheckContext, index: number): number => {
  const units = context.coverage('source').units(index);
  return units.length < 3 ? 0 : units.filter((unit) => unit.covered).length / units.length;
};

/** A short denied clause that is rendered word for word, so that its negator should be, too. */
const isLiteral = (context: CheckContext, index: number, negator: Placed): boolean => {
  if (coveredShare(context, index) < LITERAL) return false;
  const rest = context.text('source', negator.segment).slice(negator.end);
  const clause = rest.slice(0, SENTENCE_PART.exec(rest)?.index ?? rest.length);
  const end = negator.end + clause.length;
  const units = context
    .coverage('source')
    .units(index)
    .filter((unit) => unit.segment === negator.segment && unit.start >= negator.end && unit.end <= end);
  const said = units.filter((unit) => unit.covered).length;
  return readWords(clause).length <= SHORT_CLAUSE && said > 0 && said >= LITERAL_CLAUSE * units.length;
};

const compare = (context: CheckContext, index: number): Finding | null => {
  const bead = context.beads[index]!;
  const negators = {
    source: collect(context, 'source', bead.source),
    target: collect(context, 'target', bead.target),
  };
  const strong = { source: strongOf(negators.source), target: strongOf(negators.target) };
  for (const side of ['source', 'target'] as const) {
    const other = side === 'source' ? 'target' : 'source';
    if (strong[side].length <= strong[other].length) continue;
    if (negators[side].length <= negators[other].length) continue;
    for (const negator of strong[side]) {
      const partly = strong[other].length > 0;
      const affirmed = isAffirmed(context, index, side, negator, negators[other]);
      // What the original does not deny is often denied by way of speaking: word for word alone it counts.
      const sure =
        side === 'source'
          ? affirmed || (!partly && isLiteral(context, index, negator))
          : affirmed && !partly && coveredShare(context, index) >= LITERAL + 0.15;
      if (!sure && partly) continue;
      return toFinding(context, index, side, negator, sure, partly);
    }
  }
  return null;
};

/** Without a word that both sides say, the rendering may be free: a note. */
const toFinding = (
  context: CheckContext,
  index: number,
  side: Side,
  negator: Placed,
  sure: boolean,
  partly: boolean,
): Finding => {
  const bead = context.beads[index]!;
  const span = scopeOf(context, side, negator);
  return {
    check: 'negation',
    code: side === 'source' ? 'negation.lost' : 'negation.added',
    severity: sure ? 'major' : 'note',
    confidence: sure ? (partly ? 0.55 : 0.7) : 0.4,
    source: bead.source,
    target: bead.target,
    sourceSpan: side === 'source' ? span : null,
    targetSpan: side === 'target' ? span : null,
    params: { [side]: quote(span.text) },
  };
};

export const negation: Check = {
  name: 'negation',
  needs: 'pair',
  finds: ['negation'],
  explains: ['negation.lost', 'negation.added'],
  scope: 'bead',
  find: (context, beads) => {
    const findings: Finding[] = [];
    for (const index of beads) {
      const bead = context.beads[index];
      if (!bead || !isTwoSided(bead)) continue;
      if (!bead.source.every((segment) => isBody(context.source!.segments[segment]!))) continue;
      const found = compare(context, index);
      if (found) findings.push(found);
    }
    return findings;
  },
};
