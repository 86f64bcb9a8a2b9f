/** `13 августа 2025 года`, `с 5 по 8 декабря`, `в ноябре`, `25.11`, `в пятницу`, `к 2030 году`. */

import { lazy } from '../tables.ts';
import { alternatives, monthNames, weekdayNames } from './monthNames.ts';
import { type DateParts, type DateRule, type DateRules, numberOrNull } from './rule.ts';

const WORD_START = String.raw`(?<![\p{L}\d])`;
const WORD_END = String.raw`(?!\p{L})`;
const YEAR_WORD = String.raw`(?:год|года|году|годом|годе|годы|годов|годах|г\.|гг\.)`;

const rules = lazy((): readonly DateRule[] => {
  const months = monthNames('ru');
  const weekdays = weekdayNames('ru');
  const stems = alternatives(new Map([...months].filter(([stem]) => stem !== 'ма')));
  const month = `(?:(${stems})(?:[ьяюе]|ем|а|у|ом|е|ь?ск(?:ий|ая|ое|ие|ого|ой|ую|ом|им|их|ими|ому)|овск(?:ий|ая|ое|ие|ого|ой|ую|ом|им|их|ими|ому))?|(ма)(?:й|я|е|ю|ем|йск(?:ий|ая|ое|ие|ого|ой|ую|ом|им|их|ими|ому)))${WORD_END}`;
  const year = String.raw`(?:\s+(\d{4})(?!\d)(?:-?го)?(?:\s*(?:года|г\.))?)?`;
  const monthOf = (stem: string | undefined): number => months.get((stem ?? 'ма').toLowerCase())!;
  return [
    {
      pattern: new RegExp(
        `${WORD_START}(?:(\\d{1,2})(?:-го)?\\s*(?:-|и|по|до|,)\\s*)?(\\d{1,2})(?:-?(?:го|е|ого|му))?\\s+${month}${year}`,
        'giu',
      ),
      read: ([, first, day, stem, may, digits]): DateParts[] =>
        [first, day]
          .filter((one) => one !== undefined)
          .map((one) => ({ day: Number(one), month: monthOf(stem ?? may), year: numberOrNull(digits) })),
    },
    {
      pattern: new RegExp(`${WORD_START}${month}${year}`, 'giu'),
      read: ([whole, stem, may, digits], text) =>
        // Марта, Май, Август as names: a capital inside a sentence.
        /^\p{Lu}/u.test(whole) && !/^\s*$|[.!?"«(]\s*$/.test(text.slice(0, text.indexOf(whole))) && !digits
          ? []
          : [{ month: monthOf(stem ?? may), year: numberOrNull(digits) }],
    },
    {
      pattern: /(?<![\d.,])(\d{2})\.(\d{2})(?=\s*(?:числа|г\.|,|\)|в\s+\d))(?![\d.])/gu,
      read: ([, day, number]) =>
        Number(number) <= 12 && Number(day) <= 31 && Number(number) > 0
          ? [{ day: Number(day), month: Number(number) }]
          : [],
    },
    {
      pattern: new RegExp(
        `${WORD_START}(${alternatives(new Map([...weekdays].filter(([stem]) => stem !== 'сред')))})(?:ь|я|а|у|ы|и|е|ам|ом|ой|ей|ю|ем|ьям|ья|ник|ника)?${WORD_END}|${WORD_START}(?:в|во|утро|по)\\s+(сред)(?:у|ам)${WORD_END}`,
        'giu',
      ),
      read: ([, name, wednesday]) => [{ weekday: weekdays.get((name ?? wednesday)!.toLowerCase())! }],
    },
    {
      pattern: new RegExp(`${WORD_START}(\\d{4})(?:-?(?:го|м|му|й))?\\s*${YEAR_WORD}(?!\\p{L})`, 'giu'),
      read: ([, digits]) =>
        Number(digits) >= 1000 && Number(digits) < 2200 ? [{ year: Number(digits) }] : [],
    },
    {
      pattern: /(?<![\d.,])(\d{1,2})(?:-го)?\s+числа(?!\p{L})/giu,
      read: ([, day]) => [{ day: Number(day) }],
    },
  ];
});

export const russianDates: DateRules = {
  hint: /\d|январ|феврал|март|апрел|ма[йяею]|июн|июл|август|сентябр|октябр|ноябр|декабр|понедельн|вторник|сред|четверг|пятниц|суббот|воскресень/i,
  rules,
};
