/** Days, months, years and weekdays that differ (specification 2.2). A missing year is free. */
import { compareDates, type DateMention, datesAgree } from '../../facts/index.ts';
import type { Check, CheckContext, Finding } from '../check.ts';
import { comparable, neighbourSegments, type PlacedFacts, placeFacts, spanOf } from '../placed.ts';

const WEEKDAYS = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** `26/11/2025`, as far as it is said; a lone month or weekday by name. */
export const showDate = (date: DateMention): string => {
  if (date.day !== null && date.month !== null)
    return [date.day, date.month, date.year].filter((part) => part !== null).join('/');
  if (date.month !== null) return `month ${date.month}${date.year === null ? '' : `/${date.year}`}`;
  if (date.year !== null) return String(date.year);
  if (date.day !== null) return `day ${date.day}`;
  return WEEKDAYS[date.weekday ?? 0] ?? '';
};

const isWeekdayAlone = (a: DateMention, b: DateMention): boolean =>
  a.weekday !== null &&
  b.weekday !== null &&
  a.weekday !== b.weekday &&
  (a.day === null || b.day === null || a.day === b.day) &&
  (a.month === null || b.month === null || a.month === b.month);

const isNearby = (
  context: CheckContext,
  side: 'source' | 'target',
  index: number,
  date: DateMention,
): boolean =>
  neighbourSegments(context, side, index).some((segment) =>
    context.facts(side, segment).dates.some((other) => datesAgree(date, other)),
  );

/** `ngày 15` may number something else than days: the 15th hole. */
const isNumbered = (date: DateMention, others: PlacedFacts): boolean =>
  date.month === null &&
  date.day !== null &&
  others.quantities.some((quantity) => quantity.values.includes(date.day!));

const comparePair = (context: CheckContext, index: number): Finding[] => {
  const bead = context.beads[index]!;
  const source = placeFacts(context, 'source', index);
  const target = placeFacts(context, 'target', index);
  const result = compareDates(source.dates, target.dates);
  const common = { check: 'date', source: bead.source, target: bead.target } as const;
  const findings: Finding[] = [];
  for (const change of result.changed) {
    const weekday = isWeekdayAlone(change.source, change.target);
    findings.push({
      ...common,
      code: weekday ? 'date.weekday' : 'date.changed',
      severity: weekday ? 'minor' : 'critical',
      confidence: weekday ? 0.7 : 0.9,
      sourceSpan: spanOf(context, 'source', source, change.source),
      targetSpan: spanOf(context, 'target', target, change.target),
      params: {
        source: change.source.text,
        sourceValue: showDate(change.source),
        target: change.target.text,
        targetValue: showDate(change.target),
      },
    });
  }
  for (const date of result.missing) {
    if (isNumbered(date, target)) continue;
    const moved = isNearby(context, 'target', index, date);
    findings.push({
      ...common,
      code: 'date.missing',
      severity: moved ? 'note' : 'major',
      confidence: moved ? 0.4 : 0.75,
      sourceSpan: spanOf(context, 'source', source, date),
      params: { source: date.text, sourceValue: showDate(date) },
    });
  }
  for (const date of result.added) {
    if (isNumbered(date, source)) continue;
    const moved = isNearby(context, 'source', index, date);
    findings.push({
      ...common,
      code: 'date.added',
      severity: moved ? 'note' : 'minor',
      confidence: moved ? 0.4 : 0.65,
      targetSpan: spanOf(context, 'target', target, date),
      params: { target: date.text, targetValue: showDate(date) },
    });
  }
  return findings;
};

export const date: Check = {
  name: 'date',
  needs: 'pair',
  finds: ['date'],
  explains: ['date.changed', 'date.missing', 'date.added', 'date.weekday'],
  scope: 'bead',
  find: (context, beads) => comparable(context, beads).flatMap((index) => comparePair(context, index)),
};
