/**
 * Terms of the shipped termbase: rendered in several ways, by a shorter term that lost a word, or by the term of another
 * concept (specification 2.6).
 */
import type { Check, CheckContext, Finding } from '../check.ts';
import { distanceBetween } from '../leftover.ts';
import { quote } from '../messages.ts';
import { sectionOfTerm } from '../termbase.ts';
import { collectTermUses, extraWords, formsOfTerm, type TermUse } from '../termRenderings.ts';

/** Farther from where a term is expected, as a share of the bead, no other term stands for it. */
const FAR = 0.25;
/** At most this share of the uses is a minority. */
const MINORITY = 0.4;
const LEAST_USES = 3;

const table = (groups: ReadonlyMap<string, readonly TermUse[]>): string =>
  [...groups.values()]
    .sort((a, b) => b.length - a.length)
    .map((uses) => `“${quote(uses[0]!.target!.text, 50)}” ${uses.length}×`)
    .join(', ');

/** Inflections of one rendering: each word the beginning of the other; or one form of the termbase inside a longer one. */
const isSameKey = (a: string, b: string): boolean => {
  const [short, long] = [a.split(' '), b.split(' ')].sort((x, y) => x.length - y.length) as [
    string[],
    string[],
  ];
  return long.some((_, from) =>
    short.every((word, index) => {
      const other = long[from + index];
      return other !== undefined && (word.startsWith(other) || other.startsWith(word));
    }),
  );
};

const groupByKey = (uses: readonly TermUse[]): ReadonlyMap<string, readonly TermUse[]> => {
  const groups = new Map<string, TermUse[]>();
  for (const use of uses) {
    if (use.key === '') continue;
    const known = [...groups.keys()].find((key) => isSameKey(key, use.key));
    if (known !== undefined) groups.get(known)!.push(use);
    else groups.set(use.key, [use]);
  }
  return groups;
};

const at = (
  context: CheckContext,
  use: TermUse,
): Pick<Finding, 'source' | 'target' | 'sourceSpan' | 'targetSpan'> => ({
  source: use.source ? context.beads[use.bead]!.source : [],
  target: context.beads[use.bead]!.target,
  sourceSpan: use.source,
  targetSpan: use.target,
});

const findInconsistent = (context: CheckContext, uses: readonly TermUse[], concept: number): Finding[] => {
  const groups = groupByKey(uses);
  const total = [...groups.values()].reduce((sum, group) => sum + group.length, 0);
  if (groups.size < 2 || total < LEAST_USES) return [];
  const name = formsOfTerm(concept, context.sourceLang)[0] ?? '';
  const most = Math.max(...[...groups.values()].map((group) => group.length));
  if (groups.size >= 3 && most === 1) {
    const first = uses.find((use) => use.source && use.key !== '');
    if (!first) return [];
    const all = [...groups.values()].flat().slice(0, 3);
    return [
      {
        check: 'term',
        code: 'term.renderings',
        severity: 'minor',
        confidence: 0.7,
        source: all.flatMap((use) => (use.source ? context.beads[use.bead]!.source : [])),
        target: all.flatMap((use) => context.beads[use.bead]!.target),
        sourceSpan: first.source,
        targetSpan: first.target,
        params: { source: first.source!.text, count: groups.size, table: table(groups) },
      },
    ];
  }
  if (most === 1) return [];
  return [...groups.values()]
    .filter((group) => group.length < most && group.length <= MINORITY * total)
    .flat()
    .map((use) => ({
      check: 'term',
      code: 'term.minority',
      severity: 'minor',
      confidence: 0.75,
      ...at(context, use),
      params: { source: use.source?.text ?? name, target: use.target!.text, table: table(groups) },
    }));
};

/** The target has a term that is this one without a word, and no use of this one. */
const findShortened = (context: CheckContext, use: TermUse): Finding | null => {
  const forms = formsOfTerm(use.concept, context.sourceLang);
  for (const segment of context.beads[use.bead]!.target) {
    for (const mention of context.terms('target', segment)) {
      if (mention.concepts.includes(use.concept)) return null;
      for (const concept of mention.concepts) {
        if (sectionOfTerm(concept) !== sectionOfTerm(use.concept)) continue;
        const shorter = formsOfTerm(concept, context.sourceLang);
        const lost = forms.flatMap((long) => shorter.flatMap((short) => extraWords(long, short) ?? []))[0];
        if (lost === undefined || isSaidBySource(context, use.bead, concept)) continue;
        // Inside a compound the lost word may be its first part: Vizepräsident.
        if (/\p{L}|-/u.test(context.text('target', segment)[mention.start - 1] ?? '')) continue;
        const target = context.span('target', segment, mention.start, mention.end);
        return {
          check: 'partial-omission',
          code: 'partial-omission.term',
          severity: 'major',
          confidence: 0.8,
          ...at(context, use),
          targetSpan: target,
          params: { source: use.source!.text, target: target.text, word: lost },
        };
      }
    }
  }
  return null;
};

const isSaidBySource = (context: CheckContext, bead: number, concept: number): boolean =>
  context.beads[bead]!.source.some((segment) =>
    context.terms('source', segment).some((mention) => mention.concepts.includes(concept)),
  );

/** A term of the target that no term or word of the original calls for stands where this one is missing. */
const findOther = (context: CheckContext, use: TermUse): Finding | null => {
  if (use.key !== '' && use.target && isOwnForm(context, use)) return null;
  const bead = context.beads[use.bead]!;
  const units = context.renderings(use.bead).target;
  for (const segment of bead.target) {
    for (const mention of context.terms('target', segment)) {
      if (mention.concepts.includes(use.concept)) return null;
      // A word of the lexicon in it may render something.
      const isOpen = units.every(
        (unit) =>
          unit.segment !== segment ||
          unit.end <= mention.start ||
          mention.end <= unit.start ||
          unit.partners.length === 0,
      );
      if (!isOpen || mention.concepts.some((concept) => isSaidBySource(context, use.bead, concept))) continue;
      const section = sectionOfTerm(use.concept);
      if (!mention.concepts.some((concept) => sectionOfTerm(concept) === section)) continue;
      const target = context.span('target', segment, mention.start, mention.end);
      if (target.text.length < 2 || distanceBetween(context, use.bead, use.source!, target) > FAR) continue;
      const meaning = formsOfTerm(mention.concepts[0]!, context.sourceLang)[0] ?? '';
      return {
        check: 'term',
        code: 'term.other',
        severity: /titles/u.test(section) ? 'note' : 'minor',
        confidence: 0.65,
        ...at(context, use),
        targetSpan: target,
        params: { source: use.source!.text, target: target.text, meaning },
      };
    }
  }
  return null;
};

const isOwnForm = (context: CheckContext, use: TermUse): boolean =>
  context
    .terms('target', use.target!.segment)
    .some((mention) => mention.start === use.target!.start && mention.concepts.includes(use.concept));

export const term: Check = {
  name: 'term',
  needs: 'pair',
  finds: ['term', 'partial-omission'],
  explains: ['term.renderings', 'term.minority', 'term.other', 'partial-omission.term'],
  scope: 'document',
  find: (context) => {
    const findings: Finding[] = [];
    for (const [concept, uses] of collectTermUses(context)) {
      findings.push(...findInconsistent(context, uses, concept));
      for (const use of uses) {
        if (!use.source || isOwnFormOrNone(context, use)) continue;
        const found = findShortened(context, use) ?? findOther(context, use);
        if (found) findings.push(found);
      }
    }
    return findings;
  },
};

/** Rendered by a form of its own, or by some word of the lexicon that covers the whole term. */
const isOwnFormOrNone = (context: CheckContext, use: TermUse): boolean =>
  (use.target !== null && isOwnForm(context, use)) ||
  context
    .renderings(use.bead)
    .source.some(
      (unit) =>
        unit.segment === use.source!.segment &&
        unit.start <= use.source!.start &&
        unit.end >= use.source!.end &&
        unit.partners.length > 0,
    );
