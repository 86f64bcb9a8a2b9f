/** Dates in digits alone, alike in all languages: 14/8/2025, 14.08.2025, 2025-08-14. */

import { lazy } from '../tables.ts';
import { type DateParts, type DateRule, fullYear } from './rule.ts';

const dayFirst = (first: string, second: string, year: string): DateParts => {
  const [day, month] = [Number(first), Number(second)];
  // Only a second part above 12 can be the day.
  return month > 12 && day <= 12
    ? { day: month, month: day, year: fullYear(year) }
    : { day, month, year: fullYear(year) };
};

export const numericDates = lazy((): readonly DateRule[] => [
  {
    pattern: /(?<![\d.,/-])((?:1[0-9]|20|21)\d{2})([-./])(\d{1,2})\2(\d{1,2})(?![\d/])/g,
    read: ([, year, , month, day]) => [{ year: Number(year), month: Number(month), day: Number(day) }],
  },
  {
    pattern: /(?<![\d.,/-])(\d{1,2})\s?([-./])\s?(\d{1,2})\s?\2\s?((?:1[0-9]|20|21)\d{2})(?![\d/])/g,
    read: ([, first, , second, year]) => [dayFirst(first!, second!, year!)],
  },
  {
    pattern: /(?<![\d.,/-])(\d{1,2})([/.])(\d{2})\2(\d{2})(?![\d./])/g,
    read: ([, first, , second, year]) =>
      Number(first) <= 31 && Number(second) <= 12 && Number(second) > 0
        ? [dayFirst(first!, second!, year!)]
        : [],
  },
]);
