/**
 * Parties that changed places: the clause of Party A says Party B in the rendering, and another clause the other way round
 * (specification 2.3; issue 4). Clauses are paired by the words that they share; one clause alone is no proof, for a passive turns
 * a sentence round inside one clause, not across two.
 */
import type { Check, CheckContext, Finding, Side } from '../check.ts';
import { quote } from '../messages.ts';
import { comparable } from '../placed.ts';
import { sectionOfTerm } from '../termbase.ts';
import { best, link, type Placed, piecesOf } from './listItem.ts';

interface Party {
  readonly segment: number;
  readonly start: number;
  readonly end: number;
  readonly concept: number;
}

const SECTION = '# Parties';

const partiesOf = (context: CheckContext, side: Side, segments: readonly number[]): readonly Party[] =>
  segments.flatMap((segment) =>
    context
      .terms(side, segment)
      .filter(({ concepts }) => concepts.length === 1 && sectionOfTerm(concepts[0]!) === SECTION)
      .map(({ start, end, concepts }) => ({ segment, start, end, concept: concepts[0]! })),
  );

/** The one party of a piece; null where there is none, or more. */
const partyIn = (parties: readonly Party[], piece: Placed): Party | null => {
  const own = parties.filter(
    (one) => one.segment === piece.segment && one.start >= piece.start && one.end <= piece.end,
  );
  return own.length === 1 ? own[0]! : null;
};

const compare = (context: CheckContext, index: number): Finding[] => {
  const bead = context.beads[index]!;
  const parties = {
    source: partiesOf(context, 'source', bead.source),
    target: partiesOf(context, 'target', bead.target),
  };
  if (new Set(parties.source.map(({ concept }) => concept)).size < 2 || parties.target.length < 2) return [];
  const source = piecesOf(context, 'source', bead.source);
  const target = piecesOf(context, 'target', bead.target);
  // What a party is called says nothing about its clause.
  const links = link(context, index, source, target, [...parties.source]);
  const exchanged = source.flatMap((piece, at) => {
    const own = partyIn(parties.source, piece);
    const home = own && best(links[at]!);
    const other = own && home !== null ? partyIn(parties.target, target[home]!) : null;
    return own && other ? [{ own, other, isSame: own.concept === other.concept }] : [];
  });
  const wrong = exchanged.filter(({ isSame }) => !isSame);
  // One party for the other in one clause, and that one for this in another.
  const first = wrong.find(({ own, other }) =>
    wrong.some((one) => one.own.concept === other.concept && one.other.concept === own.concept),
  );
  if (!first) return [];
  const sourceSpan = context.span('source', first.own.segment, first.own.start, first.own.end);
  const targetSpan = context.span('target', first.other.segment, first.other.start, first.other.end);
  return [
    {
      check: 'name',
      code: 'name.exchanged',
      severity: 'critical',
      confidence: 0.75,
      source: bead.source,
      target: bead.target,
      sourceSpan,
      targetSpan,
      params: { source: sourceSpan.text, target: quote(targetSpan.text) },
    },
  ];
};

export const parties: Check = {
  name: 'parties',
  needs: 'pair',
  finds: ['name'],
  explains: ['name.exchanged'],
  scope: 'bead',
  find: (context, beads) => comparable(context, beads).flatMap((index) => compare(context, index)),
};
