/** `2025年8月14日`, `12月5日至8日`, `八月`, `8月3日上午`, `周五`, `二〇二五年`. */

import { lazy } from '../tables.ts';
import { weekdayNames } from './monthNames.ts';
import type { DateParts, DateRule, DateRules } from './rule.ts';

const DIGITS = '零〇一二三四五六七八九';
const SMALL = String.raw`\d{1,2}|[一二三四五六七八九十]{1,3}|廿[一二三四五六七八九]?`;
const FULL_YEAR = `(?:1\\d|20|21)\\d{2}|[${DIGITS}]{4}`;

/** A day, month or year in digits or characters. */
const readSmall = (word: string | undefined): number | null => {
  if (!word) return null;
  if (/^\d+$/.test(word)) return Number(word);
  if (word.length === 4)
    return Number(
      [...word]
        .map((c) => (c === '〇' ? 0 : DIGITS.indexOf(c) - 1))
        .map((d) => Math.max(d, 0))
        .join(''),
    );
  const digit = (c: string | undefined): number => (c ? DIGITS.indexOf(c) - 1 : 0);
  const spelled = word.replace('廿', '二十');
  const ten = spelled.indexOf('十');
  if (ten < 0) return spelled.length === 1 ? digit(spelled) : null;
  return (ten === 0 ? 1 : digit(spelled[0])) * 10 + (spelled[ten + 1] ? digit(spelled[ten + 1]) : 0);
};

const parts = (year: string | undefined, month: string | undefined, day: string | undefined): DateParts => ({
  year: readSmall(year),
  month: readSmall(month),
  day: readSmall(day),
});

const rules = lazy((): readonly DateRule[] => {
  const weekdays = weekdayNames('zh');
  return [
    {
      // 2025年8月14日, 12月5日至8日, 8月14日
      pattern: new RegExp(
        `(?:(?<!\\d)(${FULL_YEAR})\\s*年\\s*)?(?<![\\d.])(${SMALL})\\s*月\\s*(?:份\\s*)?(${SMALL})(?!\\d)(?:\\s*(?:日|号)?\\s*(?:至|到|-|和|、|与)\\s*(${SMALL}))?\\s*(?:日|号)`,
        'gu',
      ),
      read: ([, year, month, day, until]) =>
        until ? [parts(year, month, day), parts(year, month, until)] : [parts(year, month, day)],
    },
    {
      pattern: new RegExp(
        `(?:(?<!\\d)(${FULL_YEAR})\\s*年\\s*)?(?<![\\d.个零〇一二三四五六七八九十百千万])(${SMALL})\\s*月(?!底之|球|亮|票)`,
        'gu',
      ),
      read: ([, year, month]) => [parts(year, month, undefined)],
    },
    {
      pattern: new RegExp(`(?<!\\d)(${FULL_YEAR})\\s*年(?!代|前|来|后的历史)`, 'gu'),
      read: ([, year]) => [parts(year, undefined, undefined)],
    },
    {
      pattern: new RegExp(`(?<![\\d.月至到])(${SMALL})\\s*日(?![本元军程圆常])`, 'gu'),
      read: ([, day]) => [parts(undefined, undefined, day)],
    },
    {
      pattern:
        /(?:星期|礼拜|(?<!每|一|两|三|四|五|六|几|上|下|数)周)([一二三四五六日天])(?![次个年周岁期遍回])/gu,
      read: ([, name]) => [{ weekday: weekdays.get(name!)! }],
    },
  ];
});

export const chineseDates: DateRules = { hint: /年|月|日|号|星期|周|礼拜/, rules };
