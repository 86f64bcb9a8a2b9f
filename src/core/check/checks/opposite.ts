/** A word of the original and, at its place, a word of the translation that says the opposite (specification 2.8, antonyms). */
import type { ConceptMention } from '../../lexicon/model.ts';
import type { Check, CheckContext, Finding, Side } from '../check.ts';
import { distanceBetween } from '../leftover.ts';
import { findNegators } from '../negators.ts';
import { opposites } from '../opposites.ts';
import { comparable } from '../placed.ts';

/** Farther apart, as a share of the bead, they are about different things, unless there is but one clause. */
const NEAR = 0.3;
/** A comma or full stop within a number parts nothing. */
const CLAUSE_BORDER = /[;:!?。，；：！？–—()«»„“”"]|[.,](?!\d)/u;

interface Mention {
  readonly segment: number;
  readonly start: number;
  readonly end: number;
  readonly concepts: readonly number[];
}

type Half = 'one' | 'other';

const langOf = (context: CheckContext, side: Side): string =>
  side === 'source' ? context.sourceLang : context.targetLang;

const collect = (context: CheckContext, bead: number, side: Side, half: Half): readonly Mention[] =>
  context.beads[bead]![side].flatMap((segment) =>
    opposites()
      [half].mentions(context.text(side, segment), langOf(context, side))
      .map((mention: ConceptMention) => ({ ...mention, segment })),
  );

const meets = (a: Mention | { segment: number; start: number; end: number }, b: Mention): boolean =>
  a.segment === b.segment && a.start < b.end && b.start < a.end;

/** A word that the lexicon pairs with one of the other side says what that one says. */
const isRendered = (context: CheckContext, bead: number, side: Side, mention: Mention): boolean =>
  context.renderings(bead)[side].some((unit) => unit.partners.length > 0 && meets(unit, mention)) ||
  mention.end - mention.start < 2;

/** Denied somewhere else than in the words themselves, so that two opposites may say the same. */
const isDenied = (context: CheckContext, bead: number, side: Side, mention: Mention): boolean =>
  context.beads[bead]![side].some((segment) =>
    findNegators(context.text(side, segment), langOf(context, side), context.words(side, segment)).some(
      (negator) => negator.strong && !meets({ ...negator, segment }, mention),
    ),
  );

/** The place of a word in a short sentence depends on the language: a Chinese verb comes last, what a Vietnamese noun belongs to first. */
const isOneClause = (context: CheckContext, bead: number): boolean =>
  (['source', 'target'] as const).every((side) => {
    const segments = context.beads[bead]![side];
    return (
      segments.length === 1 &&
      !CLAUSE_BORDER.test(context.text(side, segments[0]!).replace(/[\s\p{P}]+$/u, ''))
    );
  });

const compare = (context: CheckContext, bead: number): Finding[] => {
  const findings: Finding[] = [];
  for (const [own, contrary] of [
    ['one', 'other'],
    ['other', 'one'],
  ] as const) {
    const sources = collect(context, bead, 'source', own);
    if (sources.length === 0) continue;
    const targets = collect(context, bead, 'target', contrary);
    if (targets.length === 0) continue;
    const has = (side: Side, half: Half, concept: number): boolean =>
      collect(context, bead, side, half).some((mention) => mention.concepts.includes(concept));
    for (const source of sources) {
      const target = targets.find((one) => one.concepts.some((concept) => source.concepts.includes(concept)));
      const concept = target?.concepts.find((one) => source.concepts.includes(one));
      if (!target || concept === undefined) continue;
      if (has('source', contrary, concept) || has('target', own, concept)) continue;
      if (isRendered(context, bead, 'source', source) || isRendered(context, bead, 'target', target))
        continue;
      if (isDenied(context, bead, 'source', source) || isDenied(context, bead, 'target', target)) continue;
      if (distanceBetween(context, bead, source, target) > NEAR && !isOneClause(context, bead)) continue;
      const sourceSpan = context.span('source', source.segment, source.start, source.end);
      const targetSpan = context.span('target', target.segment, target.start, target.end);
      findings.push({
        check: 'negation',
        code: 'negation.opposite',
        severity: 'major',
        confidence: 0.65,
        source: context.beads[bead]!.source,
        target: context.beads[bead]!.target,
        sourceSpan,
        targetSpan,
        params: { source: sourceSpan.text, target: targetSpan.text },
      });
      break;
    }
  }
  return findings;
};

export const opposite: Check = {
  name: 'opposite',
  needs: 'pair',
  finds: ['negation'],
  explains: ['negation.opposite'],
  scope: 'bead',
  find: (context, beads) => comparable(context, beads).flatMap((bead) => compare(context, bead)),
};
