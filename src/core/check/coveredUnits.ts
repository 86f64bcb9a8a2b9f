/** What of a side of a bead can be looked for on the other: words of the lexicon, names and quantities, each covered or not. */
import { findName, isEvidence, quantitiesAgree } from '../facts/index.ts';
import { isStopWord } from '../text/index.ts';
import type { CheckContext, Side } from './check.ts';
import type { Unit } from './renderings.ts';

export type UnitKind = 'word' | 'name' | 'quantity';

/** A unit before it is weighed; `key` is what it is an instance of. */
export interface Candidate {
  readonly segment: number;
  readonly start: number;
  readonly end: number;
  readonly kind: UnitKind;
  readonly covered: boolean;
  readonly keys: readonly string[];
}

const otherSide = (side: Side): Side => (side === 'source' ? 'target' : 'source');
const langOf = (context: CheckContext, side: Side): string =>
  side === 'source' ? context.sourceLang : context.targetLang;

const LETTER = /\p{L}/u;

/** Says something by itself, and the other language has words for it. */
const isContent = (context: CheckContext, side: Side, unit: Unit): boolean => {
  const text = context.text(side, unit.segment).slice(unit.start, unit.end);
  if (!LETTER.test(text) || isStopWord(text, langOf(context, side))) return false;
  const other = langOf(context, otherSide(side));
  if (unit.partners.length > 0) return true;
  return unit.concepts.some((concept) => context.forms(concept, other).length > 0);
};

/** Each word of the other side covers one word of this side; longer ones choose first. */
const assign = (units: readonly Unit[]): ReadonlySet<Unit> => {
  const taken = new Set<Unit>();
  const covered = new Set<Unit>();
  const byLength = [...units].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  for (const unit of byLength) {
    const free = unit.partners.find((partner) => !taken.has(partner));
    if (!free) continue;
    taken.add(free);
    covered.add(unit);
  }
  return covered;
};

/** Of units that overlap the longest, unless it is uncovered and all that lies inside it is covered. */
const choose = (units: readonly Unit[], covered: ReadonlySet<Unit>): readonly Unit[] => {
  const sorted = [...units].sort((a, b) => a.segment - b.segment || a.start - b.start || b.end - a.end);
  const chosen: Unit[] = [];
  for (let index = 0; index < sorted.length; ) {
    const outer = sorted[index]!;
    let next = index + 1;
    while (sorted[next] && sorted[next]!.segment === outer.segment && sorted[next]!.start < outer.end) next++;
    const inner = sorted.slice(index + 1, next);
    if (covered.has(outer) || inner.length === 0) chosen.push(outer);
    else if (inner.some((unit) => covered.has(unit)))
      chosen.push(...inner.filter((unit, at) => at === 0 || unit.start >= inner[at - 1]!.end));
    else chosen.push(outer);
    index = next;
  }
  return chosen;
};

const collectWords = (context: CheckContext, side: Side, bead: number): Candidate[] => {
  const units = context.renderings(bead)[side].filter((unit) => isContent(context, side, unit));
  const covered = assign(units);
  return choose(units, covered).map((unit) => ({
    segment: unit.segment,
    start: unit.start,
    end: unit.end,
    kind: 'word',
    covered: covered.has(unit),
    keys: unit.concepts.map(String),
  }));
};

const collectQuantities = (context: CheckContext, side: Side, bead: number): Candidate[] => {
  const other = otherSide(side);
  const quantities = context.beads[bead]![other].flatMap(
    (segment) => context.facts(other, segment).quantities,
  );
  return context.beads[bead]![side].flatMap((segment) =>
    context
      .facts(side, segment)
      .quantities.filter(isEvidence)
      .map((quantity) => ({
        segment,
        start: quantity.start,
        end: quantity.end,
        kind: 'quantity' as const,
        covered: quantities.some((one) => quantitiesAgree(one, quantity)),
        keys: [quantity.hard ? 'hard quantity' : 'soft quantity'],
      })),
  );
};

const collectNames = (context: CheckContext, side: Side, bead: number): Candidate[] => {
  const other = otherSide(side);
  const { [other]: others, [side]: own } = context.beads[bead]!;
  return own.flatMap((segment) =>
    context.facts(side, segment).names.map((name) => ({
      segment,
      start: name.start,
      end: name.end,
      kind: 'name' as const,
      covered: others.some(
        (one) =>
          findName(name, langOf(context, side), context.text(other, one), langOf(context, other)) !== null,
      ),
      keys: [`name ${name.key}`, 'name'],
    })),
  );
};

const meets = (a: Candidate, b: Candidate): boolean =>
  a.segment === b.segment && a.start < b.end && b.start < a.end;

/** Quantities first, then words that are covered, then names, then the other words. */
export const collectUnits = (context: CheckContext, side: Side, bead: number): readonly Candidate[] => {
  const words = collectWords(context, side, bead);
  const kept: Candidate[] = [];
  const add = (list: readonly Candidate[]): void => {
    const before = [...kept];
    for (const one of list) if (!before.some((other) => meets(one, other))) kept.push(one);
  };
  add(collectQuantities(context, side, bead));
  add(words.filter((word) => word.covered));
  add(collectNames(context, side, bead));
  add(words);
  return kept.sort((a, b) => a.segment - b.segment || a.start - b.start);
};
