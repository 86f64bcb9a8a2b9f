/** `ngày 14 tháng 8 năm 2025`, `sáng 25/11`, `tháng Tám`, `mùng 8 tháng Giêng`, `thứ Sáu`, `năm 2030`. */

import { lazy } from '../tables.ts';
import { alternatives, monthNames, weekdayNames } from './monthNames.ts';
import { type DateParts, type DateRule, type DateRules, numberOrNull } from './rule.ts';

const NOT_BEFORE = String.raw`(?<![\p{L}\d])`;
const NOT_AFTER = String.raw`(?![\p{L}\d])`;
const DAY_WORD =
  '(?:ngày|mùng|mồng|hôm|rạng sáng|sáng|chiều|tối|trưa|đêm|khuya|nhật|thứ \\p{L}+|từ|đến|tới|vào|sau|trước|dịp|lễ)';
const YEAR = String.raw`(?:[\s,]*năm\s+(\d{4})(?!\d)|\s*[/.-]\s*(\d{4})(?!\d))?`;

const rules = lazy((): readonly DateRule[] => {
  const months = monthNames('vi');
  const weekdays = weekdayNames('vi');
  const monthWord = `(\\d{1,2}|(?:${alternatives(months)})${NOT_AFTER})`;
  const monthOf = (word: string): number => months.get(word.toLowerCase()) ?? Number(word);
  const withMonth = (
    days: readonly (string | undefined)[],
    month: string,
    year: string | undefined,
  ): DateParts[] =>
    days
      .filter((day) => day !== undefined)
      .map((day) => ({ day: Number(day), month: monthOf(month), year: numberOrNull(year) }));
  return [
    {
      // Two days of one month, then one day: từ ngày 5 đến 8 tháng 12; 14 tháng 8 năm 2025
      pattern: new RegExp(
        `${NOT_BEFORE}(?:(\\d{1,2})\\s*(?:-|và|đến|đến ngày|tới|tới ngày|,)\\s*)?(\\d{1,2})\\s+tháng\\s+(\\d{1,2}${NOT_AFTER}|(?!năm\\s+\\d)(?:${alternatives(months)})${NOT_AFTER}(?!\\s+ngày))${YEAR}`,
        'giu',
      ),
      read: ([, first, day, month, year, year2]) =>
        Number(day) > 31 || Number(day) < 1 ? [] : withMonth([first, day], month!, year ?? year2),
    },
    {
      // ngày 25/11, 25-26/11, từ 5 đến 8/12/2024
      pattern: new RegExp(
        `(?<=${NOT_BEFORE}${DAY_WORD}[\\s(]*)(?:(\\d{1,2})\\s*(?:-|và|đến|đến ngày|tới|,)\\s*)?(\\d{1,2})\\s*/\\s*(\\d{1,2})(?:\\s*[/-]\\s*(\\d{4}))?(?![\\d/%]|[.,]\\d)`,
        'giu',
      ),
      read: ([, first, day, month, year]) =>
        Number(month) <= 12 ? withMonth([first, day], month!, year) : [],
    },
    {
      // sáng 14-8
      pattern: new RegExp(
        `(?<=${NOT_BEFORE}(?:ngày|hôm|sáng|chiều|tối|trưa|đêm|nhật|thứ \\p{L}+)[\\s(]*)(\\d{1,2})-(\\d{1,2})(?:-(\\d{4}))?(?![\\d/%-]|[.,]\\d)`,
        'giu',
      ),
      read: ([, day, month, year]) => (Number(month) <= 12 ? withMonth([day], month!, year) : []),
    },
    {
      // (25/11), 30/4 - 1/5, where the second part can only be a month and the first is no numerator
      pattern: /(?<![\d/.,-]|\p{L})(\d{1,2})\/(\d{1,2})(?![\d/%]|[.,]\d)/gu,
      read: ([, day, month]) =>
        Number(day) > Number(month) &&
        Number(month) <= 12 &&
        Number(day) <= 31 &&
        `${day}/${month}` !== '24/7'
          ? [{ day: Number(day), month: Number(month) }]
          : [],
    },
    {
      pattern: new RegExp(
        `(?<!(?:hàng|mỗi|\\d|hai|ba|bốn|sáu|mười)\\s+)${NOT_BEFORE}tháng\\s+(?!năm\\s+\\d)${monthWord}${YEAR}`,
        'giu',
      ),
      read: ([, month, year, year2]) => [{ month: monthOf(month!), year: numberOrNull(year ?? year2) }],
    },
    {
      pattern: new RegExp(`${NOT_BEFORE}(${alternatives(weekdays)})${NOT_AFTER}`, 'giu'),
      read: (match, text) =>
        isWeekday(match, text) ? [{ weekday: weekdays.get(match[1]!.toLowerCase())! }] : [],
    },
    {
      pattern: new RegExp(`${NOT_BEFORE}(?:ngày|mùng|mồng)\\s+(\\d{1,2})${NOT_AFTER}(?![/.,-]\\d)`, 'giu'),
      read: ([, day]) => [{ day: Number(day) }],
    },
    {
      pattern: new RegExp(`${NOT_BEFORE}năm\\s+(\\d{4})(?![\\d.,]\\d|\\d)`, 'giu'),
      read: ([, year]) => [{ year: Number(year) }],
    },
  ];
});

/** `thứ ba` is Tuesday with a time word about it or a capital, else "third". */
const isWeekday = (match: RegExpMatchArray, text: string): boolean => {
  const phrase = match[1]!;
  if (/nhật/i.test(phrase)) return true;
  if (/\s\p{Lu}/u.test(phrase) || /^T/.test(phrase)) {
    if (match.index! > 0 || /\s\p{Lu}/u.test(phrase)) return true;
  }
  const before = text.slice(Math.max(0, match.index! - 12), match.index!);
  const after = text.slice(match.index! + phrase.length, match.index! + phrase.length + 14);
  return (
    /(?:hôm|sáng|chiều|tối|trưa|đêm|vào|từ|đến|ngày)\s+$/i.test(before) ||
    /^\s*(?:\(|,?\s*ngày\s+\d|tuần|hàng tuần|vừa qua|tới đây|đầu tuần|cuối tuần)/i.test(after)
  );
};

export const vietnameseDates: DateRules = { hint: /\d|tháng|thứ|nhật/i, rules };
