/** Facts of a bead with the segments in which they stand, and where else to look before a fact is called missing. */
import type { DateMention, NameMention, Quantity, TextSpan } from '../facts/index.ts';
import { type Bead, isBody, type Span } from '../model.ts';
import { type CheckContext, isTwoSided, type Side } from './check.ts';

/** What is known of each fact of a bead: values of the facts stage, and their segment by identity. */
export interface PlacedFacts {
  readonly quantities: readonly Quantity[];
  readonly dates: readonly DateMention[];
  readonly names: readonly NameMention[];
  segmentOf(fact: TextSpan): number;
}

/** `1.2.`, `3)` at the beginning of a clause. */
const CLAUSE_NUMBER = /^\s*(\d{1,3}(?:\.\d{1,3})+(?=[.)]?\s)|\d{1,3}(?=[.)]\s))[.)]?/u;

const clauseNumber = (text: string): RegExpExecArray | null => CLAUSE_NUMBER.exec(text);

/** Clause numbers that both sides of a bead have: they agree as strings and are no quantities. */
const sharedClauseNumbers = (context: CheckContext, bead: Bead | undefined): ReadonlySet<string> => {
  const read = (side: Side): Set<string> =>
    new Set((bead?.[side] ?? []).map((segment) => clauseNumber(context.text(side, segment))?.[1] ?? ''));
  const target = read('target');
  return new Set([...read('source')].filter((number) => number !== '' && target.has(number)));
};

/** The facts of one side of a bead, without the clause numbers that both sides share. */
export const placeFacts = (context: CheckContext, side: Side, index: number): PlacedFacts => {
  const bead = context.beads[index];
  const shared = sharedClauseNumbers(context, bead);
  const segments = bead?.[side] ?? [];
  const places = new Map<TextSpan, number>();
  const quantities: Quantity[] = [];
  const dates: DateMention[] = [];
  const names: NameMention[] = [];
  for (const segment of segments) {
    const facts = context.facts(side, segment);
    const number = clauseNumber(context.text(side, segment));
    const skip = number && shared.has(number[1]!) ? number[0].length + 1 : 0;
    const counts = (fact: TextSpan): boolean => fact.end > skip;
    for (const list of [facts.quantities, facts.dates, facts.names])
      for (const fact of list) places.set(fact, segment);
    quantities.push(...facts.quantities.filter(counts));
    dates.push(...facts.dates.filter(counts));
    names.push(...facts.names);
  }
  return { quantities, dates, names, segmentOf: (fact) => places.get(fact) ?? -1 };
};

/** The span of a fact. */
export const spanOf = (context: CheckContext, side: Side, facts: PlacedFacts, fact: TextSpan): Span =>
  context.span(side, facts.segmentOf(fact), fact.start, fact.end);

/** Segments of a side in the beads before and after: what restructuring may have moved stands there. */
export const neighbourSegments = (context: CheckContext, side: Side, bead: number): readonly number[] =>
  [bead - 1, bead + 1].flatMap((index) => context.beads[index]?.[side] ?? []);

/** Beads of body text with both sides, among those asked for. */
export const comparable = (context: CheckContext, beads: readonly number[]): number[] =>
  beads.filter((index) => {
    const bead = context.beads[index];
    if (!bead || !isTwoSided(bead)) return false;
    return (
      bead.source.some((segment) => isBody(context.source!.segments[segment]!)) &&
      bead.target.some((segment) => isBody(context.target.segments[segment]!))
    );
  });
