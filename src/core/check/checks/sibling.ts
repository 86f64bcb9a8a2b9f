/**
 * Another thing of the same class: a buyer for a seller, a month for a quarter (data/siblings.txt). What stands in the original has no
 * counterpart, what stands in the translation renders nothing, and both are of one kind.
 */
import type { Check, CheckContext, Finding, Side } from '../check.ts';
import type { CoveredUnit } from '../coverage.ts';
import { isPointedAt } from '../demonstratives.ts';
import { distanceBetween, findLeftovers } from '../leftover.ts';
import { comparable } from '../placed.ts';
import { isNoun } from '../renderings.ts';
import { areSame, areSiblings, type ClassMention, findClassMentions } from '../siblings.ts';
import { foldWord } from '../words.ts';

/** Evidence (log-likelihood ratio of "left out" against "rendered") of a word that the lexicon lacks. */
const UNKNOWN = 0.6;
/** The sum of both words' evidence, less what is said against it, from which on it is shown. */
const SHOWN = 1.2;
/** What the distance between expected and found place takes away, for the whole length of the bead; less in short ones. */
const DISTANCE = 3;
const LONG = 120;
/** What each further word of the class without a counterpart takes away. */
const RIVAL = 0.4;

const weightOf = (units: readonly CoveredUnit[], one: ClassMention): number =>
  units.find((unit) => unit.segment === one.segment && unit.start < one.end && one.start < unit.end)
    ?.weight ?? UNKNOWN;

const langOf = (context: CheckContext, side: Side): string =>
  side === 'source' ? context.sourceLang : context.targetLang;

const isPointed = (context: CheckContext, side: Side, { segment, start, end }: ClassMention): boolean =>
  isPointedAt(context.text(side, segment), start, end, langOf(context, side));

const isInName = (context: CheckContext, side: Side, { segment, start, end }: ClassMention): boolean =>
  context.facts(side, segment).names.some((name) => name.start < end && start < name.end);

/** Other nouns of the original without a counterpart that are nearer to the word: one of them may be what it renders. */
const countNearer = (
  context: CheckContext,
  bead: number,
  source: ClassMention,
  target: ClassMention,
): number => {
  const own = distanceBetween(context, bead, source, target);
  return findLeftovers(context, bead, 'source').filter(
    (one) =>
      one.unit !== null &&
      isNoun(context, one.unit) &&
      !(one.segment === source.segment && one.start < source.end && source.start < one.end) &&
      distanceBetween(context, bead, one, target) < own,
  ).length;
};

/** `xuất khẩu` in `kim ngạch xuất khẩu`: one says the other with a word more. */
const isWithin = (context: CheckContext, source: ClassMention, target: ClassMention): boolean => {
  if (!context.sourceLang.startsWith('vi')) return false;
  const own = foldWord(context.text('source', source.segment).slice(source.start, source.end));
  return target.vietnamese.some((word) => {
    const other = foldWord(word);
    return ` ${own} `.includes(` ${other} `) || ` ${other} `.includes(` ${own} `);
  });
};

const textLength = (context: CheckContext, bead: number): number =>
  context.beads[bead]!.source.reduce((sum, segment) => sum + context.text('source', segment).length, 0);

const compare = (context: CheckContext, bead: number): Finding[] => {
  const mentions = {
    source: findClassMentions(context, bead, 'source'),
    target: findClassMentions(context, bead, 'target'),
  };
  const open = (side: Side): readonly ClassMention[] => {
    const others = mentions[side === 'source' ? 'target' : 'source'];
    return mentions[side].filter(
      (one) =>
        !one.rendered &&
        one.end - one.start > 1 &&
        !others.some((other) => areSame(one, other)) &&
        !isInName(context, side, one),
    );
  };
  const [sources, targets] = [open('source'), open('target')];
  if (sources.length === 0 || targets.length === 0) return [];
  const near = (side: Side): readonly ClassMention[] =>
    [bead - 1, bead + 1].flatMap((index) => findClassMentions(context, index, side));
  const units = {
    source: context.coverage('source').units(bead),
    target: context.coverage('target').units(bead),
  };
  const length = Math.min(1, textLength(context, bead) / LONG);
  const findings: Finding[] = [];
  for (const source of sources) {
    const siblings = targets.filter((target) => areSiblings(source, target));
    if (siblings.length === 0 || isPointed(context, 'source', source)) continue;
    const distance = (one: ClassMention): number => distanceBetween(context, bead, source, one);
    const target = [...siblings].sort((a, b) => distance(a) - distance(b))[0]!;
    if (isPointed(context, 'target', target)) continue;
    // What a neighbouring sentence has too much may belong here.
    const isMoved = (side: Side, what: ClassMention): boolean =>
      near(side).some((one) => !one.rendered && areSame(one, what));
    if (isMoved('source', target) || isMoved('target', source)) continue;
    if (isWithin(context, source, target)) continue;
    const rivals =
      siblings.length - 1 + sources.filter((one) => one !== source && areSiblings(one, target)).length;
    const score =
      weightOf(units.source, source) +
      weightOf(units.target, target) -
      DISTANCE * length * distance(target) -
      RIVAL * (rivals + countNearer(context, bead, source, target));
    if (score < SHOWN) continue;
    const sourceSpan = context.span('source', source.segment, source.start, source.end);
    const targetSpan = context.span('target', target.segment, target.start, target.end);
    findings.push({
      check: 'term',
      code: 'term.sibling',
      severity: 'minor',
      confidence: Math.min(0.8, 0.4 + 0.15 * score),
      source: context.beads[bead]!.source,
      target: context.beads[bead]!.target,
      sourceSpan,
      targetSpan,
      params: { source: sourceSpan.text, target: targetSpan.text },
    });
  }
  return findings;
};

export const sibling: Check = {
  name: 'sibling',
  needs: 'pair',
  finds: ['term'],
  explains: ['term.sibling'],
  scope: 'bead',
  find: (context, beads) => comparable(context, beads).flatMap((bead) => compare(context, bead)),
};
