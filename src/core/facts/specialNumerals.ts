/** Expressions that are more than one numeral with its unit: Roman numerals, ordinals, fractions, ranges, scores. */

import type { Quantity } from './model.ts';
import { readNumeral } from './numerals.ts';
import type { Token } from './tokens.ts';

interface Special {
  readonly quantities: readonly Quantity[];
  readonly end: number;
}

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
    if (tokens[at + 1]!.gap !== '' || tokens[at + 2]!.gap !== '' || !(above < below && below <= 100))
      return null;
    if (tokens[at + 3]?.text === '/') return null;
    return {
      quantities: [quantity(tokens, at, at + 3, { kind: 'fraction', values: [above / below], hard: false })],
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
  if (!below || joined(tokens, below.end, 2) !== '分之') return null;
  const above = readNumeral(tokens, below.end + 2, 'zh');
  if (!above) return null;
  const value = above.values[0]! / below.values[0]!;
  return {
    quantities: [quantity(tokens, at, above.end, { kind: 'fraction', values: [value], hard: false })],
    end: above.end,
  };
};

/** A special expression that begins at a token, or null. */
export const readSpecial = (
  tokens: readonly Token[],
  at: number,
  lang: string,
  _text: string,
): Special | null => readRoman(tokens, at) ?? readFraction(tokens, at, lang);
