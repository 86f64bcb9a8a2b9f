/** Comparison of quantities and dates between the two sides of a group, by value. */

import type { DateMention, Facts, Quantity } from './model.ts';
import { convertedUnits, isMeasure, otherCurrency } from './units.ts';

export interface QuantityComparison {
  /** Hard quantities of the source without a counterpart. */
  readonly missing: readonly Quantity[];
  /** Hard quantities of the target without a counterpart. */
  readonly added: readonly Quantity[];
  readonly changed: readonly { readonly source: Quantity; readonly target: Quantity }[];
  /** Numbers in words without a counterpart, which alone prove nothing. */
  readonly words: { readonly source: readonly Quantity[]; readonly target: readonly Quantity[] };
  /** The same magnitude in another unit: 20 feet, 6 m. */
  readonly converted: readonly { readonly source: Quantity; readonly target: Quantity }[];
}

const isNear = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** Whether any value of one may be a value of the other. Units are not compared. */
export const quantitiesAgree = (a: Quantity, b: Quantity): boolean =>
  a.values.some((x) => b.values.some((y) => isNear(x, y)));

/** Whether a quantity says more than "one": the word for one, or an ordinal word, proves nothing. */
export const isEvidence = (quantity: Quantity): boolean => quantity.hard || quantity.values[0]! >= 2;

const saysAtom = (date: DateMention, quantity: Quantity): boolean =>
  [date.day, date.month, date.year].some(
    (atom) => atom !== null && quantity.values.some((value) => isNear(value, atom)),
  );

export interface DatesOfBoth {
  readonly source: readonly DateMention[];
  readonly target: readonly DateMention[];
}

const NO_DATES: DatesOfBoth = { source: [], target: [] };

class Matching {
  readonly source = new Set<Quantity>();
  readonly target = new Set<Quantity>();

  pair(a: Quantity, b: Quantity): void {
    this.source.add(a);
    this.target.add(b);
  }
}

const matchInOrder = (source: readonly Quantity[], target: readonly Quantity[], matching: Matching): void => {
  const passes: readonly (readonly [boolean, boolean, boolean])[] = [
    // Hard with hard first; among them such as agree in unit, so that pairs do not depend on the order.
    [true, true, true],
    [true, true, false],
    [true, false, false],
    [false, true, false],
    [false, false, false],
  ];
  for (const [sourceHard, targetHard, sameUnit] of passes) {
    for (const a of source) {
      if (a.hard !== sourceHard || matching.source.has(a)) continue;
      const b = target.find(
        (other) =>
          other.hard === targetHard &&
          !matching.target.has(other) &&
          (!sameUnit || a.unit === other.unit) &&
          quantitiesAgree(a, other),
      );
      if (b) matching.pair(a, b);
    }
  }
};

const SCORE = /^(\d{1,3})\s?[:：]\s?(\d{1,3})$/u;

/** `25:19` may be a time of day or a score; where the other side has both figures by themselves (`25-19`), it is that. */
const matchScores = (source: readonly Quantity[], target: readonly Quantity[], matching: Matching): void => {
  const match = (one: readonly Quantity[], other: readonly Quantity[], isSource: boolean): void => {
    const [own, others] = isSource ? [matching.source, matching.target] : [matching.target, matching.source];
    for (const quantity of one) {
      const parts = own.has(quantity) ? null : SCORE.exec(quantity.text);
      if (!parts) continue;
      const [left, right] = [Number(parts[1]), Number(parts[2])].map((value) =>
        other.find(
          (part) => part.kind !== 'clock' && part.hard && part.values[0] === value && !others.has(part),
        ),
      );
      if (!left || !right) continue;
      own.add(quantity);
      others.add(left).add(right);
    }
  };
  match(source, target, true);
  match(target, source, false);
};

/**
 * Pairs quantities of both sides by value. A value repeated on one side only is no finding; soft ones never are, but
 * for exactly one left over on each side with the same unit. Dates given along satisfy years and lone days.
 */
export const compareQuantities = (
  source: readonly Quantity[],
  target: readonly Quantity[],
  dates: DatesOfBoth = NO_DATES,
): QuantityComparison => {
  const matching = new Matching();
  matchInOrder(source, target, matching);
  matchScores(source, target, matching);
  const isRepeated = (a: Quantity, side: readonly Quantity[]): boolean =>
    side.some((b) => quantitiesAgree(a, b));
  const openSource = source.filter(
    (a) =>
      !matching.source.has(a) && !isRepeated(a, target) && !dates.target.some((date) => saysAtom(date, a)),
  );
  const openTarget = target.filter(
    (b) =>
      !matching.target.has(b) && !isRepeated(b, source) && !dates.source.some((date) => saysAtom(date, b)),
  );
  const converted = findConversions(source, target, openSource, openTarget);
  const leftSource = openSource.filter((a) => !converted.some((pair) => pair.source === a));
  const leftTarget = [...openTarget, ...findHidden(source, target, openSource, openTarget)].filter(
    (b) => !converted.some((pair) => pair.target === b),
  );
  return { ...pairChanges(leftSource, leftTarget), converted };
};

/**
 * Figures of the target whose value the source has for something else, while what it has in their unit is open: `hiệp 1` does not say
 * that `1分钟` stands for `bảy phút`.
 */
const findHidden = (
  source: readonly Quantity[],
  target: readonly Quantity[],
  openSource: readonly Quantity[],
  openTarget: readonly Quantity[],
): readonly Quantity[] =>
  target.filter(
    (b) =>
      b.hard &&
      b.unit !== null &&
      !openTarget.includes(b) &&
      !source.some((a) => quantitiesAgree(a, b) && (a.unit === b.unit || a.kind !== 'number')) &&
      openSource.some((a) => a.values[0]! >= 2 && isCounterpart(a, b)),
  );

/**
 * What stands on one side only may convert to something open on the other; to a soft one that was matched (`một dặm`
 * may have met another "one"); or to its own neighbour, as in `45 dặm (72 km)`.
 */
const findConversions = (
  source: readonly Quantity[],
  target: readonly Quantity[],
  openSource: readonly Quantity[],
  openTarget: readonly Quantity[],
): { source: Quantity; target: Quantity }[] => {
  const converted: { source: Quantity; target: Quantity }[] = [];
  const isDone = (quantity: Quantity): boolean =>
    converted.some((pair) => pair.source === quantity || pair.target === quantity);
  // Where the other side has something open in the very same unit, that is its counterpart, changed.
  const hasSameUnit = (a: Quantity, open: readonly Quantity[]): boolean =>
    open.some((b) => (b.hard || isMeasured(b)) && b.unit === a.unit);
  const pairUp = (from: readonly Quantity[], to: readonly Quantity[]): void => {
    for (const a of from) {
      if (isDone(a)) continue;
      const b = to.find(
        (other) =>
          !isDone(other) &&
          convertedUnits(a, other) &&
          (a.unit === other.unit || (!hasSameUnit(a, openTarget) && !hasSameUnit(other, openSource))),
      );
      if (b) converted.push({ source: a, target: b });
    }
  };
  pairUp(openSource, openTarget);
  pairUp(
    source.filter((a) => !a.hard),
    openTarget,
  );
  pairUp(
    openSource,
    target.filter((b) => !b.hard),
  );
  const glosses = (
    open: readonly Quantity[],
    own: readonly Quantity[],
    others: readonly Quantity[],
  ): void => {
    for (const a of open) {
      if (isDone(a) || hasSameUnit(a, own === source ? openTarget : openSource)) continue;
      const neighbour = own.find((other) => other !== a && isGloss(a, other));
      const rendering = neighbour && others.find((b) => saysSame(neighbour, b));
      if (rendering)
        converted.push(own === source ? { source: a, target: rendering } : { source: rendering, target: a });
    }
  };
  glosses(openSource, source, target);
  glosses(openTarget, target, source);
  return converted;
};

const saysSame = (a: Quantity, b: Quantity): boolean =>
  (quantitiesAgree(a, b) && (a.unit === b.unit || a.unit === null || b.unit === null)) ||
  convertedUnits(a, b);

/** A number in words with a unit of measure is as exact as a figure: `sáu mét`. */
const isMeasured = (quantity: Quantity): boolean => quantity.values[0]! >= 2 && isMeasure(quantity.unit);

/** How far apart a measure and its conversion in brackets may stand. */
const GLOSS_REACH = 12;
/** Glosses are rounded freely: six metres, 18 feet. */
const GLOSS_TOLERANCE = 0.12;

/** One of two neighbours repeats the other in another unit or currency. */
const isGloss = (a: Quantity, b: Quantity): boolean => {
  const gap = a.start > b.start ? a.start - b.end : b.start - a.end;
  return (
    gap >= 0 && gap <= GLOSS_REACH && (convertedUnits(a, b, GLOSS_TOLERANCE) || otherCurrency(a.unit, b.unit))
  );
};

/** A lone 0 or 1 is put into other words too often to be missed: `hiệp 1`, "first half". */
const isTrivial = (quantity: Quantity): boolean => quantity.values[0]! <= 1 && quantity.values[0]! % 1 === 0;

/** Whether a number in words may be what a figure stands for: both count the same, in whole numbers. */
const isCounterpart = (soft: Quantity, hard: Quantity): boolean =>
  soft.kind === 'number' && hard.kind === 'number' && soft.unit === hard.unit && soft.unit !== null;

/** What a number in words counts: its unit, or a place in an order. */
const measureOf = (quantity: Quantity): string | null =>
  quantity.kind === 'ordinal' ? 'ordinal' : quantity.unit;

const pairChanges = (
  source: readonly Quantity[],
  target: readonly Quantity[],
): Omit<QuantityComparison, 'converted'> => {
  const changed: { source: Quantity; target: Quantity }[] = [];
  // Those that would be findings by themselves are paired first, so that the outcome does not hang on their order.
  const weightiestFirst = (side: readonly Quantity[]): Quantity[] =>
    side.filter((q) => q.hard).sort((a, b) => Number(isTrivial(a)) - Number(isTrivial(b)));
  const hardSource = weightiestFirst(source);
  const hardTarget = new Set(weightiestFirst(target));
  const missing: Quantity[] = [];
  for (const a of hardSource) {
    const candidates = [...hardTarget];
    const b =
      candidates.find((other) => other.kind === a.kind && other.unit === a.unit) ??
      candidates.find((other) => other.kind === a.kind) ??
      candidates[0];
    if (b) {
      hardTarget.delete(b);
      changed.push({ source: a, target: b });
    } else missing.push(a);
  }
  const soft = (side: readonly Quantity[]) => side.filter((q) => !q.hard && q.values[0]! >= 2);
  const [softSource, softTarget] = [soft(source), soft(target)];
  // `sáu trận` → `1场`: a figure for another number in words.
  for (const b of [...hardTarget]) {
    const a = softSource.find((other) => isCounterpart(other, b));
    if (!a) continue;
    softSource.splice(softSource.indexOf(a), 1);
    hardTarget.delete(b);
    changed.push({ source: a, target: b });
  }
  for (const a of [...missing]) {
    const b = softTarget.find((other) => isCounterpart(other, a));
    if (!b) continue;
    softTarget.splice(softTarget.indexOf(b), 1);
    missing.splice(missing.indexOf(a), 1);
    changed.push({ source: a, target: b });
  }
  for (const a of softSource) {
    const measure = measureOf(a);
    const only = (side: readonly Quantity[]): boolean =>
      side.filter((q) => measureOf(q) === measure).length === 1;
    const b = softTarget.find((other) => measureOf(other) === measure);
    if (measure !== null && b && only(softSource) && only(softTarget)) changed.push({ source: a, target: b });
  }
  return {
    missing: missing.filter((a) => !isTrivial(a)),
    added: [...hardTarget].filter((b) => !isTrivial(b)),
    changed,
    words: {
      source: softSource.filter((a) => !changed.some((pair) => pair.source === a)),
      target: softTarget.filter((b) => !changed.some((pair) => pair.target === b)),
    },
  };
};

export interface DateComparison {
  readonly missing: readonly DateMention[];
  readonly added: readonly DateMention[];
  readonly changed: readonly { readonly source: DateMention; readonly target: DateMention }[];
}

const ATOMS = ['year', 'month', 'day', 'weekday'] as const;

/** No atom said by both differs, and at least one is said by both. */
export const datesAgree = (a: DateMention, b: DateMention): boolean => {
  let shared = 0;
  for (const atom of ATOMS) {
    if (a[atom] === null || b[atom] === null) continue;
    if (a[atom] !== b[atom]) return false;
    shared++;
  }
  return shared > 0;
};

/** Compares days, months and weekdays; years that stand alone are compared as quantities. */
export const compareDates = (
  source: readonly DateMention[],
  target: readonly DateMention[],
): DateComparison => {
  const isCalendar = (date: DateMention): boolean => date.day !== null || date.month !== null;
  const openSource = source.filter((a) => isCalendar(a) && !target.some((b) => datesAgree(a, b)));
  const openTarget = target.filter((b) => isCalendar(b) && !source.some((a) => datesAgree(a, b)));
  const changed: { source: DateMention; target: DateMention }[] = [];
  const left = new Set(openTarget);
  const missing: DateMention[] = [];
  for (const a of openSource) {
    const b = [...left][0];
    if (b) {
      left.delete(b);
      changed.push({ source: a, target: b });
    } else missing.push(a);
  }
  const added = [...left];
  const weekdays = (side: readonly DateMention[], other: readonly DateMention[]) =>
    side.filter((d) => d.weekday !== null && !other.some((o) => o.weekday === d.weekday));
  const [weekdaySource, weekdayTarget] = [weekdays(source, target), weekdays(target, source)];
  if (weekdaySource.length === 1 && weekdayTarget.length === 1)
    changed.push({ source: weekdaySource[0]!, target: weekdayTarget[0]! });
  return { missing, added, changed };
};

/** Quantities and dates together, so that a year is found in either. */
export const compareFacts = (
  source: Facts,
  target: Facts,
): { readonly quantities: QuantityComparison; readonly dates: DateComparison } => ({
  quantities: compareQuantities(source.quantities, target.quantities, {
    source: source.dates,
    target: target.dates,
  }),
  dates: compareDates(source.dates, target.dates),
});
