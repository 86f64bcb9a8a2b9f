/** Expressions that are more than one numeral with its unit: Roman numerals, ordinals, fractions, ranges, scores. */

import type { Quantity, Special } from './model.ts';
import { numberWords } from './numberWords.ts';
import { type Numeral, readNumeral } from './numerals.ts';
import { readSpokenTime } from './spokenTimes.ts';
import type { Token } from './tokens.ts';

const quantity = (
  tokens: readonly Token[],
  from: number,
  end: number,
  said: Pick<Quantity, 'kind' | 'values' | 'hard'>,
): Quantity => ({
  start: tokens[from]!.start,
  end: tokens[end - 1]!.end,
  text: '',
  unit: null,
  approximation: null,
  ...said,
});

const ROMAN = /^(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})$/;
const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

const romanValue = (numeral: string): number => {
  let sum = 0;
  for (let i = 0; i < numeral.length; i++) {
    const value = ROMAN_VALUES[numeral[i]!]!;
    sum += value < (ROMAN_VALUES[numeral[i + 1] ?? ''] ?? 0) ? -value : value;
  }
  return sum;
};

/** Words beside which a single letter I, V or X is a number. */
const RANK_BEFORE =
  /^(?:quý|kỷ|khóa|khoá|kỳ|cấp|tập|phần|chương|hội|thứ|hạng|loại|nhóm|teil|kapitel|klasse|band|глава|часть|класс|том)$/;
const RANK_AFTER = /^(?:quartal|jahrhundert|века?|веке|веков|столети|квартал|съезд|parteitag|legislatur)/;

const readRoman = (tokens: readonly Token[], at: number): Special | null => {
  const token = tokens[at]!;
  if (token.kind !== 'word' || !ROMAN.test(token.raw)) return null;
  if (token.raw.length === 1) {
    const before = tokens[at - 1]?.text ?? '';
    const dot = tokens[at + 1]?.text === '.' ? 1 : 0;
    if (!RANK_BEFORE.test(before) && !RANK_AFTER.test(tokens[at + 1 + dot]?.text ?? '')) return null;
  }
  return {
    quantities: [
      quantity(tokens, at, at + 1, { kind: 'ordinal', values: [romanValue(token.raw)], hard: false }),
    ],
    end: at + 1,
  };
};

/** 1/3, một phần ba, две трети, 三分之一, 百分之五十 */
const readFraction = (tokens: readonly Token[], at: number, lang: string): Special | null => {
  const token = tokens[at]!;
  if (token.kind === 'number' && tokens[at + 1]?.text === '/' && tokens[at + 2]?.kind === 'number') {
    const [above, below] = [Number(token.raw), Number(tokens[at + 2]!.raw)];
    if (above === 24 && below === 7)
      return {
        quantities: [quantity(tokens, at, at + 3, { kind: 'number', values: [24], hard: false })],
        end: at + 3,
      };
    if (tokens[at + 1]!.gap !== '' || tokens[at + 2]!.gap !== '' || !(above < below && below <= 100))
      return null;
    if (tokens[at + 3]?.text === '/') return null;
    const fraction = quantity(tokens, at, at + 3, { kind: 'fraction', values: [above / below], hard: false });
    // `19/29 trận` is said as "19 of 29" elsewhere.
    const parts = below > 10 ? [above, below] : [];
    return {
      quantities: [
        fraction,
        ...parts.map((part) => quantity(tokens, at, at + 3, { kind: 'number', values: [part], hard: false })),
      ],
      end: at + 3,
    };
  }
  if (lang === 'zh') return readChineseFraction(tokens, at);
  return null;
};

const joined = (tokens: readonly Token[], from: number, count: number): string =>
  tokens
    .slice(from, from + count)
    .map((token) => token.raw)
    .join('');

/** 八成: eight tenths, not 八 and 成立. */
const isTenths = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === '成' && !/^[立为功员果本长就分交绩都年品型套]$/u.test(tokens[at + 1]?.text ?? '');

const readChineseFraction = (tokens: readonly Token[], at: number): Special | null => {
  if (joined(tokens, at, 3) === '百分之') {
    const numeral = readNumeral(tokens, at + 3, 'zh');
    if (!numeral) return null;
    const values = [...numeral.values, ...numeral.values.map((value) => value / 100)];
    return {
      quantities: [quantity(tokens, at, numeral.end, { kind: 'percent', values, hard: numeral.hard })],
      end: numeral.end,
    };
  }
  const below = readNumeral(tokens, at, 'zh');
  const tenths = below?.values[0] ?? 0;
  if (below && tenths < 10 && isTenths(tokens, below.end))
    return {
      quantities: [
        quantity(tokens, at, below.end + 1, {
          kind: 'percent',
          values: [tenths * 10, tenths / 10],
          hard: false,
        }),
      ],
      end: below.end + 1,
    };
  if (!below || joined(tokens, below.end, 2) !== '分之') return null;
  const above = readNumeral(tokens, below.end + 2, 'zh');
  if (!above) return null;
  const parts = below.values[0]!;
  // 百万分之五十: others count the parts, `50 phần triệu`.
  const values = [above.values[0]! / parts, ...(parts >= 1000 ? above.values : [])];
  return {
    quantities: [quantity(tokens, at, above.end, { kind: 'fraction', values, hard: false })],
    end: above.end,
  };
};

const QUARTER_RANKS: readonly RegExp[] = [
  /^(?:một|nhất|erst\p{L}*|перв\p{L}*|[一1])$/u,
  /^(?:hai|nhì|zweit\p{L}*|втор\p{L}*|[二2])$/u,
  /^(?:ba|dritt\p{L}*|трет\p{L}*|[三3])$/u,
  /^(?:bốn|tư|viert\p{L}*|четв[её]рт\p{L}*|[四4])$/u,
];
const QUARTER_AFTER: Readonly<Record<string, RegExp>> = { de: /^quartal/, ru: /^квартал/ };

const quarterRank = (token: Token | undefined): number => {
  if (!token) return 0;
  if (ROMAN.test(token.raw)) return romanValue(token.raw);
  return QUARTER_RANKS.findIndex((rank) => rank.test(token.text)) + 1;
};

/** A quarter of a year: quý III, 3. Quartal, im dritten Quartal, Q3, III квартал, 第三季度. As exact as a month. */
const readQuarter = (tokens: readonly Token[], at: number, lang: string): Special | null => {
  const said = (rank: number, end: number): Special | null =>
    rank >= 1 && rank <= 4
      ? {
          quantities: [
            {
              ...quantity(tokens, at, end, { kind: 'ordinal', values: [rank], hard: true }),
              unit: 'quarter',
            },
          ],
          end,
        }
      : null;
  const token = tokens[at]!;
  const next = tokens[at + 1];
  if (token.raw === 'Q' && next?.kind === 'number' && next.gap === '') return said(Number(next.raw), at + 2);
  if (lang === 'vi') return token.text === 'quý' ? said(quarterRank(next), at + 2) : null;
  if (lang === 'zh') {
    const first = token.raw === '第' ? at + 1 : at;
    return joined(tokens, first + 1, 2) === '季度' ? said(quarterRank(tokens[first]), first + 3) : null;
  }
  const after = QUARTER_AFTER[lang];
  if (!after) return null;
  // `3. Quartal`, `3-й квартал`
  let noun = at + 1;
  while (noun < at + 3 && /^(?:[.-]|й|го|м|му|ый|ий)$/u.test(tokens[noun]?.text ?? '')) noun++;
  return after.test(tokens[noun]?.text ?? '') ? said(quarterRank(token), noun + 1) : null;
};

/** A fraction of several words: `gấp rưỡi`. */
const readPhrase = (tokens: readonly Token[], at: number, lang: string): Special | null => {
  const found = numberWords(lang).phrases.find(tokens, at);
  if (found?.value.kind !== 'fraction') return null;
  const said = { kind: 'fraction', values: [found.value.value], hard: false } as const;
  return { quantities: [quantity(tokens, at, found.end, said)], end: found.end };
};

/** `в течение суток`, `за полгода`: so much of a unit, said without a numeral. */
const readAlone = (tokens: readonly Token[], at: number, lang: string): Special | null => {
  const measure = numberWords(lang).alone.get(tokens[at]!.text);
  if (!measure) return null;
  const said = quantity(tokens, at, at + 1, { kind: 'number', values: [measure.value], hard: false });
  return { quantities: [{ ...said, unit: measure.unit }], end: at + 1 };
};

/** 2:1, 27:37 — a colon between figures that are no time of day. */
const readScore = (tokens: readonly Token[], at: number): Special | null => {
  const [left, colon, right] = [tokens[at]!, tokens[at + 1], tokens[at + 2]];
  if (left.kind !== 'number' || (colon?.text !== ':' && colon?.text !== '比') || right?.kind !== 'number')
    return null;
  if (colon.gap !== '' || right.gap !== '' || left.raw.length > 3 || right.raw.length > 3) return null;
  const part = (index: number): Quantity =>
    quantity(tokens, index, index + 1, { kind: 'score', values: [Number(tokens[index]!.raw)], hard: true });
  return { quantities: [part(at), part(at + 2)], end: at + 3 };
};

/** Time of day with minutes (`7:55`, `20.30 Uhr`, `5.30 chiều`) as an hour with a fraction. */
export const readTimeOfDay = (tokens: readonly Token[], at: number, lang: string): Numeral | null => {
  const token = tokens[at]!;
  if (token.kind !== 'number') return null;
  let hour = token.raw;
  let minute: string | undefined;
  let end = at + 1;
  if (/^\d{1,2}$/.test(hour) && tokens[at + 1]?.text === ':' && tokens[at + 1]!.gap === '') {
    if (tokens[at + 2]?.gap !== '') return null;
    minute = tokens[at + 2]!.raw;
    end = at + 3;
    // 7:55:30
    if (tokens[end]?.text === ':' && tokens[end + 1]?.kind === 'number' && tokens[end + 1]!.gap === '')
      end += 2;
  } else {
    const parts = /^(\d{1,2})[.,](\d{2})$/.exec(hour);
    const next = tokens[at + 1];
    if (!parts || next === undefined || !AFTER_TIME[lang]?.test(next.text)) return null;
    [, hour, minute] = parts as unknown as [string, string, string];
  }
  if (!/^[0-5]\d$/.test(minute ?? '') || Number(hour) > 99) return null;
  const value = Number(hour) + Number(minute) / 60;
  // Without a day part a Vietnamese or Chinese hour may be of either half of the day.
  const values = value < 12 && value >= 1 && (lang === 'vi' || lang === 'zh') ? [value, value + 12] : [value];
  return { end, values, hard: true, kind: 'clock', scale: 1, unit: null };
};

const AFTER_TIME: Readonly<Record<string, RegExp>> = {
  vi: /^(?:giờ|h|sáng|chiều|tối|trưa|đêm)$/,
  de: /^(?:uhr|h)$/,
  ru: /^(?:час|часов|часа|утра|вечера|дня|ночи|мск|ч)$/,
  zh: /^(?:点|时)$/,
};

/** A special expression that begins at a token, or null. */
export const readSpecial = (tokens: readonly Token[], at: number, lang: string): Special | null =>
  readSpokenTime(tokens, at, lang) ??
  readQuarter(tokens, at, lang) ??
  readRoman(tokens, at) ??
  readFraction(tokens, at, lang) ??
  readAlone(tokens, at, lang) ??
  readPhrase(tokens, at, lang) ??
  readScore(tokens, at);
