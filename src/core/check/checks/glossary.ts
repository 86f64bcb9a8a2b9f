/** The project's own terms (specification 2.6): a concept whose rendering is not in the glossary, and words that it forbids. */
import { isBody, type Span } from '../../model.ts';
import type { Check, CheckContext, Finding } from '../check.ts';
import { type GlossaryIndex, type IndexedTerm, indexGlossary, type TermMention } from '../glossaryIndex.ts';
import { findStandIn } from '../leftover.ts';
import { comparable } from '../placed.ts';

interface Placed extends TermMention {
  readonly span: Span;
}

const place = (
  context: CheckContext,
  index: GlossaryIndex,
  side: 'source' | 'target',
  segments: readonly number[],
): Placed[] =>
  segments.flatMap((segment) =>
    index
      .mentions(context.text(side, segment), side === 'source' ? context.sourceLang : context.targetLang)
      .map((mention) => ({ ...mention, span: context.span(side, segment, mention.start, mention.end) })),
  );

const LONGEST_SPAN = 80;
/** What stands for a term may stand so far, as a share of the bead, from where the term is expected. */
const FAR = 0.5;

/** German writes its nouns with a capital, and terms are nouns mostly. */
const isNounLike =
  (context: CheckContext) =>
  ({ segment, start }: { readonly segment: number; readonly start: number }): boolean =>
    !context.targetLang.startsWith('de') || /\p{Lu}/u.test(context.text('target', segment)[start] ?? '');

/** Words that the lexicon knows as renderings of the original's: what surely stands where a term should. */
const findInstead = (context: CheckContext, bead: number, source: Span): Span | null => {
  const partners = context
    .renderings(bead)
    .source.filter(
      (unit) => unit.segment === source.segment && unit.start < source.end && source.start < unit.end,
    )
    .flatMap((unit) => unit.partners);
  const [first] = partners;
  if (first) {
    const near = partners.filter(
      (unit) => unit.segment === first.segment && Math.abs(unit.start - first.start) < LONGEST_SPAN,
    );
    const start = Math.min(...near.map((unit) => unit.start));
    const end = Math.max(...near.map((unit) => unit.end));
    return end - start <= LONGEST_SPAN
      ? context.span('target', first.segment, start, end)
      : context.span('target', first.segment, first.start, first.end);
  }
  return null;
};

/** A word that renders nothing else of the original, at about the right place: what may stand for a term. */
const guessInstead = (context: CheckContext, bead: number, source: Span): Span | null => {
  const standIn = findStandIn(context, bead, source, isNounLike(context), FAR);
  return standIn && context.span('target', standIn.segment, standIn.start, standIn.end);
};

const speak = (terms: readonly IndexedTerm[]): string =>
  terms.find(({ status }) => status === 'preferred')?.text ??
  terms.find(({ status }) => status === 'admitted')?.text ??
  '';

const checkBead = (context: CheckContext, index: GlossaryIndex, bead: number): Finding[] => {
  const { source, target } = context.beads[bead]!;
  const sources = place(context, index, 'source', source);
  if (sources.length === 0) return [];
  const targets = place(context, index, 'target', target);
  const meant = new Set(sources.flatMap(({ terms }) => terms.map(({ concept }) => concept)));
  const findings: Finding[] = [];
  const done = new Set<string>();
  const accused = new Set<Placed>();
  for (const mention of sources) {
    const concepts = [...new Set(mention.terms.map(({ concept }) => concept))];
    const name = concepts.join();
    if (done.has(name)) continue;
    done.add(name);
    const terms = concepts.flatMap((concept) => index.terms(concept, context.targetLang));
    const fit = terms.filter(({ status }) => status !== 'forbidden');
    const wrong = targets.filter(
      (one) =>
        !accused.has(one) &&
        one.terms.some((term) => term.status === 'forbidden' && concepts.includes(term.concept)) &&
        // What one concept must not be called another one of the same sentence may be.
        !one.terms.some((term) => term.status !== 'forbidden' && meant.has(term.concept)),
    );
    const at = { source, target, sourceSpan: mention.span };
    const params = { source: mention.span.text, preferred: speak(terms) };
    for (const one of wrong) {
      accused.add(one);
      findings.push({
        check: 'term',
        code: params.preferred === '' ? 'term.banned' : 'term.forbidden',
        severity: 'major',
        confidence: 0.9,
        ...at,
        targetSpan: one.span,
        params: { ...params, target: one.span.text },
      });
    }
    if (wrong.length > 0 || fit.length === 0) continue;
    const isRendered =
      targets.some((one) =>
        one.terms.some((term) => term.status !== 'forbidden' && concepts.includes(term.concept)),
      ) || fit.some((term) => target.some((segment) => index.holds(context.text('target', segment), term)));
    if (isRendered) continue;
    const sure = findInstead(context, bead, mention.span);
    const instead = sure ?? guessInstead(context, bead, mention.span);
    findings.push({
      check: 'term',
      code: sure ? 'term.glossary' : instead ? 'term.perhaps' : 'term.absent',
      severity: 'minor',
      confidence: sure ? 0.8 : 0.65,
      ...at,
      targetSpan: instead,
      params: { ...params, ...(instead && { target: instead.text }) },
    });
  }
  return findings;
};

/** In a rendering alone only words can be told that no concept of the glossary may be called. */
const checkAlone = (context: CheckContext, index: GlossaryIndex, bead: number): Finding[] => {
  const { target } = context.beads[bead]!;
  const body = target.filter((segment) => isBody(context.target.segments[segment]!));
  return place(context, index, 'target', body)
    .filter(({ terms }) => terms.every(({ status }) => status === 'forbidden'))
    .map(({ span, terms }) => {
      const preferred = speak(index.terms(terms[0]!.concept, context.targetLang));
      return {
        check: 'term' as const,
        code: preferred === '' ? 'term.bannedAlone' : 'term.forbiddenAlone',
        severity: 'major' as const,
        confidence: 0.75,
        source: [],
        target: [span.segment],
        targetSpan: span,
        params: { target: span.text, preferred },
      };
    });
};

export const glossary: Check = {
  name: 'glossary',
  needs: 'rendering',
  finds: ['term'],
  explains: [
    'term.glossary',
    'term.perhaps',
    'term.absent',
    'term.forbidden',
    'term.banned',
    'term.forbiddenAlone',
    'term.bannedAlone',
  ],
  scope: 'bead',
  find: (context, beads) => {
    if (context.glossary.length === 0) return [];
    const index = indexGlossary(context.glossary);
    return context.source === null
      ? beads.flatMap((bead) => checkAlone(context, index, bead))
      : comparable(context, beads).flatMap((bead) => checkBead(context, index, bead));
  },
};
