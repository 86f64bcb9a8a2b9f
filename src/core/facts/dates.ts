/**
 * Dates as far as they are said: day, month, year, weekday. Numeric order is day/month/year, in Chinese and ISO
 * year-month-day. A year that stands alone is a quantity of kind `year` as well (see quantities.ts).
 */

import { chineseDates } from './dateRules/chinese.ts';
import { germanDates } from './dateRules/german.ts';
import { numericDates } from './dateRules/numeric.ts';
import type { DateRule } from './dateRules/rule.ts';
import { isCalendarDay } from './dateRules/rule.ts';
import { russianDates } from './dateRules/russian.ts';
import { vietnameseDates } from './dateRules/vietnamese.ts';
import type { DateMention } from './model.ts';
import { prepareText } from './tokens.ts';

const RULES: Readonly<Record<string, { readonly hint: RegExp; readonly rules: () => readonly DateRule[] }>> =
  {
    vi: vietnameseDates,
    de: germanDates,
    ru: russianDates,
    zh: chineseDates,
  };

const HINT_OF_DIGITS = /\d[-./]\d/;

/** Dates of a prepared text, in reading order, not overlapping. */
export const datesOf = (prepared: string, lang: string): DateMention[] => {
  const own = RULES[lang];
  const rules = [
    ...(HINT_OF_DIGITS.test(prepared) ? numericDates() : []),
    ...(own?.hint.test(prepared) ? own.rules() : []),
  ];
  const found: DateMention[] = [];
  for (const { pattern, read } of rules) {
    for (const match of prepared.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((date) => start < date.end && date.start < end)) continue;
      for (const part of read(match, prepared)) {
        if (!isCalendarDay(part)) continue;
        found.push({
          year: null,
          month: null,
          day: null,
          weekday: null,
          ...part,
          start,
          end,
          text: match[0],
        });
      }
    }
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
};

export const extractDates = (text: string, lang: string): DateMention[] =>
  datesOf(prepareText(text), lang).map((date) => ({ ...date, text: text.slice(date.start, date.end) }));
