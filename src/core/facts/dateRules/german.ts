/** `25. November 2025`, `25.11.`, `Oktoberanfang`, `ein Junimorgen`, `am Montagabend`, `im Jahr 2030`. */

import { readGermanNumeral } from '../germanNumerals.ts';
import { lazy } from '../tables.ts';
import { alternatives, monthNames, weekdayNames } from './monthNames.ts';
import { type DateParts, type DateRule, type DateRules, numberOrNull } from './rule.ts';

/** Second parts after which a compound with a month or weekday still means that time. */
const TIME_PARTS =
  'anfang|ende|mitte|morgen|vormittag|mittag|nachmittag|abend|nacht|nächte|tag|woche|wochen|monat|hälfte|sonne|regen|wind|sturm|ausgabe|heft|wahl|sitzung|treffen|gipfel|hitze|kälte';
const ENDING = '(?:e?s|en?|n)?';
const WORD_START = String.raw`(?<![\p{L}\d])`;
const WORD_END = String.raw`(?!\p{L})`;

const rules = lazy((): readonly DateRule[] => {
  const months = monthNames('de');
  const weekdays = weekdayNames('de');
  const month = `(${alternatives(months)})(?:(?:${TIME_PARTS})${ENDING}|s)?${WORD_END}\\.?`;
  const year = String.raw`(?:\s+(?:des Jahres\s+)?(\d{4})(?![\d.,]\d|\d))?`;
  const monthOf = (word: string): number => months.get(word.toLowerCase())!;
  const withMonth = (
    days: readonly (string | undefined)[],
    name: string,
    yearDigits: string | undefined,
  ): DateParts[] =>
    days
      .filter((day) => day !== undefined)
      .map((day) => ({ day: Number(day), month: monthOf(name), year: numberOrNull(yearDigits) }));
  return [
    {
      pattern: new RegExp(
        `${WORD_START}(?:(\\d{1,2})\\.?\\s*(?:-|und|bis|bis zum|/|,)\\s*)?(\\d{1,2})\\.\\s*${month}${year}`,
        'giu',
      ),
      read: ([, first, day, name, yearDigits]) => withMonth([first, day], name!, yearDigits),
    },
    {
      pattern: new RegExp(`${WORD_START}(\\p{L}{4,24}te[nrs]?)\\s+${month}${year}`, 'giu'),
      read: ([, word, name, yearDigits]) => {
        const numeral = readGermanNumeral(word!.toLowerCase());
        const day = numeral?.kind === 'ordinal' ? numeral.value : null;
        return [{ day, month: monthOf(name!), year: numberOrNull(yearDigits) }];
      },
    },
    {
      pattern: new RegExp(`${WORD_START}${month}${year}`, 'giu'),
      read: ([whole, name, yearDigits]) =>
        /^\p{Lu}/u.test(whole) && isMonth(whole, name!)
          ? [{ month: monthOf(name!), year: numberOrNull(yearDigits) }]
          : [],
    },
    {
      // Not at the beginning of a sentence, where `1.2.` numbers a clause.
      pattern:
        /(?<=(?:\p{L}|[,(])\s?)(?<!\d[.,/]\s?|\d|(?:Punkt|Ziffer|Abschnitt|Artikel|Nr|Kapitel|Abs)\.?\s)(?:(\d{1,2})\.?\s*(?:-|und|bis)\s*)?(\d{1,2})\.\s?(\d{1,2})\.(?!\d)/gu,
      read: ([, first, day, number]) =>
        Number(number) <= 12 && Number(number) > 0 && Number(day) <= 31
          ? [first, day]
              .filter((d) => d !== undefined)
              .map((d) => ({ day: Number(d), month: Number(number) }))
          : [],
    },
    {
      pattern: new RegExp(
        `${WORD_START}(${alternatives(weekdays)})(?:(?:${TIME_PARTS})${ENDING}|s)?${WORD_END}`,
        'giu',
      ),
      read: ([, name]) => [{ weekday: weekdays.get(name!.toLowerCase())! }],
    },
    {
      pattern: new RegExp(`${WORD_START}Jahr(?:e|es|en)?\\s+(\\d{4})(?![\\d.,]\\d|\\d)`, 'gu'),
      read: ([, digits]) => [{ year: Number(digits) }],
    },
  ];
});

/** Short forms (`Jan`, `Mai`) are months only with their full stop or as they stand. */
const isMonth = (whole: string, name: string): boolean =>
  name.length > 3 || name.toLowerCase() === 'mai' || /\.|\d/.test(whole);

export const germanDates: DateRules = {
  hint: /\d\.|jan|feb|febr|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez|montag|dienst|mittwoch|donner|freitag|samstag|sonn|Jahr/i,
  rules,
};
