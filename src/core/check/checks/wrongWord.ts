/**
 * A noun of the original that the lexicon knows, without a counterpart, and at its place a noun of the translation that the
 * lexicon knows to mean something else, and that renders nothing here (specification 2.6). Both must be words that this document
 * usually renders by the lexicon's words; in a free rendering no word stands for another.
 */
import type { Check, CheckContext, Finding, Side } from '../check.ts';
import type { CoveredUnit } from '../coverage.ts';
import { isPointedAt } from '../demonstratives.ts';
import { distanceBetween, findLeftovers, type Leftover } from '../leftover.ts';
import { comparable } from '../placed.ts';
import { isNoun, type Unit } from '../renderings.ts';
import { shareRoot, shareSyllable } from '../roots.ts';

/** Evidence against a word (log-likelihood ratio of "left out" against "rendered") from which on it counts. */
const LEAST_WEIGHT = 0.65;
/** Sum of both words' evidence, less what is said against it. */
const SHOWN = 1.6;
/** What each further word without a counterpart, and each hundredth of the bead between expected and found place, takes away. */
const FREEDOM = 0.1;
const DISTANCE = 0.05;
/** Less where no other word is left over on either side, so that the two can only be meant for each other. */
const DISTANCE_ALONE = 0.02;
/** Share of the original's words that are rendered by the lexicon's words. */
const LITERAL = 0.5;
/** Fewer words do not show how a sentence is rendered: headings are free. */
const LEAST_UNITS = 4;
/** With more words left over on a side nothing stands for another. */
const MOST_LEFT = 6;
/** Letters in common of two forms of one family, shorter than elsewhere: the lexicon's forms are stems. */
const ROOT = 4;

interface Candidate extends Leftover {
  readonly unit: Unit;
  readonly weight: number;
}

const textOf = (context: CheckContext, side: Side, { segment, start, end }: Leftover | Unit): string =>
  context.text(side, segment).slice(start, end);

const formsOf = (context: CheckContext, unit: Unit, lang: string): readonly string[] =>
  unit.concepts.flatMap((concept) => context.forms(concept, lang)).map((form) => form.replace(/[~*]/gu, ''));

const weightOf = (units: readonly CoveredUnit[], unit: Unit): number =>
  units.find((one) => one.segment === unit.segment && one.start < unit.end && unit.start < one.end)?.weight ??
  0;

/** Left-over nouns that the other language has words for. */
const collect = (
  context: CheckContext,
  bead: number,
  side: Side,
  leftovers: readonly Leftover[],
): readonly Candidate[] => {
  const other = side === 'source' ? context.targetLang : context.sourceLang;
  const covered = context.coverage(side).units(bead);
  return leftovers.flatMap((leftover) => {
    const { unit } = leftover;
    if (
      !unit ||
      unit.end - unit.start < 2 ||
      !isNoun(context, unit) ||
      formsOf(context, unit, other).length === 0
    )
      return [];
    const weight = weightOf(covered, unit);
    return weight < LEAST_WEIGHT ? [] : [{ ...leftover, unit, weight }];
  });
};

/** One of the family of a right rendering, or of a word that has a syllable in common with the source word. */
const isRelated = (context: CheckContext, source: Candidate, target: Candidate): boolean => {
  const word = textOf(context, 'target', target.unit);
  const original = textOf(context, 'source', source.unit);
  return (
    formsOf(context, source.unit, context.targetLang).some((form) => shareRoot(form, word, ROOT)) ||
    formsOf(context, target.unit, context.sourceLang).some((form) =>
      context.sourceLang === 'vi' ? shareSyllable(form, original) : shareRoot(form, original, ROOT),
    )
  );
};

const compare = (context: CheckContext, index: number): Finding[] => {
  const left = {
    source: findLeftovers(context, index, 'source'),
    target: findLeftovers(context, index, 'target'),
  };
  if (left.source.length === 0 || left.target.length === 0) return [];
  if (left.source.length > MOST_LEFT || left.target.length > MOST_LEFT) return [];
  const units = context.coverage('source').units(index);
  if (units.length < LEAST_UNITS || units.filter((unit) => unit.covered).length < LITERAL * units.length)
    return [];
  const bead = context.beads[index]!;
  const targets = collect(context, index, 'target', left.target);
  if (targets.length === 0) return [];
  return collect(context, index, 'source', left.source).flatMap((source) => {
    const distance = (one: Leftover): number => distanceBetween(context, index, source, one);
    const nearest = [...left.target].sort((a, b) => distance(a) - distance(b))[0]!;
    const target = targets.find((one) => one.segment === nearest.segment && one.start === nearest.start);
    if (!target) return [];
    const own = distance(target);
    const isOthers = left.source.some(
      (one) =>
        (one.segment !== source.segment || one.start !== source.start) &&
        distanceBetween(context, index, one, target) < own,
    );
    if (isOthers || isRelated(context, source, target)) return [];
    const isPointed = (side: Side, { segment, start, end }: Leftover): boolean =>
      isPointedAt(
        context.text(side, segment),
        start,
        end,
        side === 'source' ? context.sourceLang : context.targetLang,
      );
    if (isPointed('source', source) || isPointed('target', target)) return [];
    const freedom = left.source.length + left.target.length - 2;
    const far = freedom === 0 ? DISTANCE_ALONE : DISTANCE;
    const score = source.weight + target.weight - FREEDOM * freedom - far * 100 * own;
    if (score < SHOWN) return [];
    const meaning = formsOf(context, target.unit, context.sourceLang)[0] ?? '';
    const [from, to] = [source.unit, target.unit];
    return [
      {
        check: 'term' as const,
        code: 'term.wrong',
        severity: 'minor' as const,
        confidence: Math.min(0.75, 0.35 + 0.15 * score),
        source: bead.source,
        target: bead.target,
        sourceSpan: context.span('source', from.segment, from.start, from.end),
        targetSpan: context.span('target', to.segment, to.start, to.end),
        params: { source: textOf(context, 'source', from), target: textOf(context, 'target', to), meaning },
      },
    ];
  });
};

export const wrongWord: Check = {
  name: 'wrong-word',
  needs: 'pair',
  finds: ['term'],
  explains: ['term.wrong'],
  scope: 'bead',
  find: (context, beads) => comparable(context, beads).flatMap((index) => compare(context, index)),
};
