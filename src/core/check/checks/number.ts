/** Quantities that changed, went missing or came along, compared by value across scale words (specification 2.1). */
import {
  compareQuantities,
  isRounded,
  type Quantity,
  quantitiesAgree,
  unitsConflict,
} from '../../facts/index.ts';
import type { Check, CheckContext, Finding, Side } from '../check.ts';
import { findMiscounted } from '../countedWords.ts';
import compatibleText from '../data/compatibleUnits.txt?raw';
import { findNegators } from '../negators.ts';
import { comparable, neighbourSegments, type PlacedFacts, placeFacts, spanOf } from '../placed.ts';
import { saysYearInWords } from '../relativeYears.ts';

interface Pair {
  readonly index: number;
  readonly source: PlacedFacts;
  readonly target: PlacedFacts;
}

const showNumber = (value: number): string => {
  const rounded = Number(value.toPrecision(12));
  const [whole = '', fraction] = String(Math.abs(rounded)).split('.');
  if (!/^\d+$/u.test(whole)) return String(rounded);
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(?:\d{3})+$)/gu, ',') : whole;
  return `${rounded < 0 ? '-' : ''}${grouped}${fraction ? `.${fraction}` : ''}`;
};

/** `150,000,000,000 USD`; of several possible values the likeliest. */
export const showQuantity = (quantity: Quantity): string => {
  const value = showNumber(quantity.values[0] ?? 0);
  if (quantity.kind === 'percent') return `${value} %`;
  return quantity.unit === null || quantity.unit === '%' ? value : `${value} ${quantity.unit}`;
};

const base = (context: CheckContext, pair: Pair) => {
  const bead = context.beads[pair.index]!;
  return { source: bead.source, target: bead.target };
};

const changed = (context: CheckContext, pair: Pair, source: Quantity, target: Quantity): Finding => {
  const hard = source.hard && target.hard;
  const rounded = isRounded(source, target);
  return {
    check: 'number',
    code: rounded ? 'number.rounded' : 'number.changed',
    severity: rounded ? 'note' : hard ? 'critical' : 'minor',
    confidence: hard ? 0.9 : 0.6,
    ...base(context, pair),
    sourceSpan: spanOf(context, 'source', pair.source, source),
    targetSpan: spanOf(context, 'target', pair.target, target),
    params: {
      source: source.text,
      sourceValue: showQuantity(source),
      target: target.text,
      targetValue: showQuantity(target),
    },
  };
};

const isInNeighbours = (
  context: CheckContext,
  pair: Pair,
  side: 'source' | 'target',
  quantity: Quantity,
): boolean =>
  neighbourSegments(context, side, pair.index).some((segment) =>
    context
      .facts(side, segment)
      .quantities.some(
        (other) =>
          quantitiesAgree(quantity, other) &&
          (quantity.kind !== 'percent' || other.kind === 'percent') &&
          (quantity.unit === null || other.unit === null || quantity.unit === other.unit),
      ),
  );

const isYear = (quantity: Quantity): boolean => {
  const value = quantity.values[0] ?? 0;
  return (
    (quantity.kind === 'number' || quantity.kind === 'year') &&
    Number.isInteger(value) &&
    value >= 1900 &&
    value <= 2100 &&
    /^\d{4}/u.test(quantity.text)
  );
};

const missing = (context: CheckContext, pair: Pair, quantity: Quantity): Finding => {
  const moved = isInNeighbours(context, pair, 'target', quantity);
  const unsaid =
    isYear(quantity) &&
    pair.target.dates.every((date) => date.year === null) &&
    context.beads[pair.index]!.target.some((segment) =>
      saysYearInWords(context.text('target', segment), context.targetLang),
    );
  return {
    check: 'number',
    code: moved ? 'number.moved' : unsaid ? 'number.unsaid' : 'number.missing',
    severity: moved || unsaid ? 'note' : 'major',
    confidence: moved || unsaid ? 0.5 : 0.85,
    ...base(context, pair),
    sourceSpan: spanOf(context, 'source', pair.source, quantity),
    params: { source: quantity.text, sourceValue: showQuantity(quantity) },
  };
};

const added = (context: CheckContext, pair: Pair, quantity: Quantity, isAlone: boolean): Finding => {
  const moved = isInNeighbours(context, pair, 'source', quantity);
  const year = isAlone && isYear(quantity);
  return {
    check: 'number',
    code: moved ? 'number.moved' : year ? 'number.year' : 'number.added',
    severity: moved || year ? 'note' : 'major',
    confidence: moved ? 0.5 : 0.8,
    ...base(context, pair),
    targetSpan: spanOf(context, 'target', pair.target, quantity),
    params: {
      source: quantity.text,
      sourceValue: showQuantity(quantity),
      target: quantity.text,
      targetValue: showQuantity(quantity),
    },
  };
};

const converted = (context: CheckContext, pair: Pair, source: Quantity, target: Quantity): Finding => ({
  check: 'unit',
  code: 'unit.converted',
  severity: 'note',
  confidence: 0.8,
  ...base(context, pair),
  sourceSpan: spanOf(context, 'source', pair.source, source),
  targetSpan: spanOf(context, 'target', pair.target, target),
  params: { source: source.text, target: target.text },
});

/** Units that one word of some language may both mean, or that say the same in context. */
const COMPATIBLE: readonly ReadonlySet<string>[] = compatibleText
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line) => new Set(line.trim().split(/\s+/u)));

const areUnitsOpposed = (source: Quantity, target: Quantity): boolean => {
  if (source.kind !== 'number' || target.kind !== 'number') return false;
  if (!unitsConflict(source.unit, target.unit)) return false;
  return !COMPATIBLE.some((set) => set.has(source.unit ?? '') && set.has(target.unit ?? ''));
};

/** The same value in another unit or currency, where nothing else on that side has the unit of the original. */
const findUnitChanges = (context: CheckContext, pair: Pair): Finding[] => {
  const findings: Finding[] = [];
  const used = new Set<Quantity>();
  for (const source of pair.source.quantities) {
    if (source.unit === null) continue;
    const same = pair.target.quantities.filter((target) => quantitiesAgree(source, target));
    if (same.length === 0 || same.some((target) => !areUnitsOpposed(source, target))) continue;
    const target = same.find(
      (other) =>
        !used.has(other) &&
        !pair.source.quantities.some((one) => one.unit === other.unit && quantitiesAgree(one, other)),
    );
    if (!target) continue;
    used.add(target);
    findings.push({
      check: 'unit',
      code: 'unit.changed',
      severity: 'critical',
      confidence: source.hard && target.hard ? 0.9 : 0.75,
      ...base(context, pair),
      sourceSpan: spanOf(context, 'source', pair.source, source),
      targetSpan: spanOf(context, 'target', pair.target, target),
      params: {
        source: source.text,
        sourceUnit: source.unit,
        target: target.text,
        targetUnit: target.unit ?? '',
      },
    });
  }
  return findings;
};

/** Says more or less, and is not denied (`nicht mehr als`). */
const isDirected = (context: CheckContext, side: Side, facts: PlacedFacts, quantity: Quantity): boolean => {
  if (quantity.approximation === null || quantity.approximation === 'about') return false;
  const text = context.text(side, facts.segmentOf(quantity));
  const before = text.slice(Math.max(0, quantity.start - 30), quantity.start);
  return findNegators(before, side === 'source' ? context.sourceLang : context.targetLang).length === 0;
};

/** `hơn` rendered as `fast`: what was more is now less, or the other way round. */
const findHedges = (context: CheckContext, pair: Pair): Finding[] => {
  const findings: Finding[] = [];
  for (const source of pair.source.quantities) {
    const same = pair.target.quantities.filter(
      (other) => source.hard && other.hard && quantitiesAgree(source, other),
    );
    const target = same[0];
    if (!target || same.some((other) => other.approximation === source.approximation)) continue;
    if (pair.source.quantities.some((one) => one !== source && quantitiesAgree(one, source))) continue;
    const opposite =
      isDirected(context, 'source', pair.source, source) &&
      isDirected(context, 'target', pair.target, target);
    findings.push({
      check: 'number',
      code: 'number.hedge',
      severity: opposite ? 'minor' : 'note',
      confidence: opposite ? 0.7 : 0.4,
      ...base(context, pair),
      sourceSpan: spanOf(context, 'source', pair.source, source),
      targetSpan: spanOf(context, 'target', pair.target, target),
      params: { source: source.text, target: target.text },
    });
  }
  return findings;
};

const comparePair = (context: CheckContext, index: number): Finding[] => {
  const pair: Pair = {
    index,
    source: placeFacts(context, 'source', index),
    target: placeFacts(context, 'target', index),
  };
  const result = compareQuantities(pair.source.quantities, pair.target.quantities, {
    source: pair.source.dates,
    target: pair.target.dates,
  });
  // A year may stand for something of the original that is open: `SS19`, 2012.
  const isAlone = result.missing.length === 0 && result.words.source.length === 0;
  return [
    ...result.changed.map((change) => changed(context, pair, change.source, change.target)),
    ...result.missing.map((quantity) => missing(context, pair, quantity)),
    ...result.added.map((quantity) => added(context, pair, quantity, isAlone)),
    ...result.converted.map((change) => converted(context, pair, change.source, change.target)),
    ...findMiscounted(context, index, pair, result.words).map((one) => ({
      ...changed(context, pair, one.source, one.target),
      code: 'number.counted',
    })),
    ...findUnitChanges(context, pair),
    ...findHedges(context, pair),
  ];
};

export const number: Check = {
  name: 'number',
  needs: 'pair',
  finds: ['number', 'unit'],
  explains: [
    'number.changed',
    'number.missing',
    'number.added',
    'number.moved',
    'number.year',
    'number.hedge',
    'number.unsaid',
    'number.rounded',
    'number.counted',
    'unit.changed',
    'unit.converted',
  ],
  scope: 'bead',
  find: (context, beads) => comparable(context, beads).flatMap((index) => comparePair(context, index)),
};
