/**
 * How much of one side of a bead the other side says: words of the lexicon, names and quantities, each covered or not, with the
 * weight of that as evidence. A word that this document seldom renders by the lexicon's words is weak evidence; one that it
 * nearly always does is strong.
 */
import { findName, isEvidence, quantitiesAgree } from '../facts/index.ts';
import { isStopWord } from '../text/index.ts';
import { type CheckContext, isTwoSided, type Side } from './check.ts';
import type { Unit } from './renderings.ts';

export type UnitKind = 'word' | 'name' | 'quantity';

export interface CoveredUnit {
  readonly segment: number;
  readonly start: number;
  readonly end: number;
  readonly kind: UnitKind;
  readonly covered: boolean;
  /** Log-likelihood ratio of "left out" against "rendered": positive where uncovered, negative where covered. */
  readonly weight: number;
}

export interface Coverage {
  /** In reading order, not overlapping. */
  units(bead: number): readonly CoveredUnit[];
  /** Share of the words known to the lexicon that are covered over the whole document. */
  readonly usual: number;
}

/** A unit before it is weighed; `key` is what it is an instance of. */
interface Candidate {
  readonly segment: number;
  readonly start: number;
  readonly end: number;
  readonly kind: UnitKind;
  readonly covered: boolean;
  readonly keys: readonly string[];
}

/** How often a word that was left out looks covered all the same, by another word of its meaning. */
const COVERED_BY_CHANCE = 0.12;
/** How many mentions the usual share weighs against a word's own. */
const PRIOR = 3;
const LEAST_SHARE = 0.2;
const MOST_SHARE = 0.94;

const otherSide = (side: Side): Side => (side === 'source' ? 'target' : 'source');
const langOf = (context: CheckContext, side: Side): string =>
  side === 'source' ? context.sourceLang : context.targetLang;

/** Says something by itself, and the other language has words for it. */
const isContent = (context: CheckContext, side: Side, unit: Unit): boolean => {
  const text = context.text(side, unit.segment).slice(unit.start, unit.end);
  if (!/\p{L}/u.test(text) || isStopWord(text, langOf(context, side))) return false;
  const other = langOf(context, otherSide(side));
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
const collect = (context: CheckContext, side: Side, bead: number): readonly Candidate[] => {
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

export const measureCoverage = (context: CheckContext, side: Side): Coverage => {
  const candidates = context.beads.map((bead, index) =>
    isTwoSided(bead) ? collect(context, side, index) : [],
  );
  const counts = new Map<string, { all: number; covered: number }>();
  const total = { all: 0, covered: 0 };
  for (const [index, list] of candidates.entries()) {
    if ((context.beads[index]?.score ?? 0) < 0.3) continue;
    for (const unit of list) {
      const hit = unit.covered ? 1 : 0;
      if (unit.kind === 'word') {
        total.all++;
        total.covered += hit;
      }
      for (const key of unit.keys) {
        const count = counts.get(key) ?? { all: 0, covered: 0 };
        counts.set(key, { all: count.all + 1, covered: count.covered + hit });
      }
    }
  }
  const usual = (total.covered + 12) / (total.all + 20);
  const priorOf = (unit: Candidate): number => {
    if (unit.kind === 'quantity') return unit.keys[0] === 'hard quantity' ? 0.95 : 0.75;
    if (unit.kind === 'word') return usual;
    const names = counts.get('name') ?? { all: 0, covered: 0 };
    return (names.covered + 1) / (names.all + 3);
  };
  const weigh = (unit: Candidate): number => {
    let share = 0;
    for (const key of unit.keys) {
      const count = counts.get(key) ?? { all: 0, covered: 0 };
      // The mention that is weighed does not count for itself.
      const all = count.all - 1;
      const covered = count.covered - (unit.covered ? 1 : 0);
      share = Math.max(share, (covered + PRIOR * priorOf(unit)) / (all + PRIOR));
    }
    share = Math.min(MOST_SHARE, Math.max(LEAST_SHARE, share));
    return unit.covered
      ? Math.log(COVERED_BY_CHANCE / share)
      : Math.log((1 - COVERED_BY_CHANCE) / (1 - share));
  };
  return {
    usual,
    units: (index) => (candidates[index] ?? []).map((unit) => ({ ...unit, weight: weigh(unit) })),
  };
};
