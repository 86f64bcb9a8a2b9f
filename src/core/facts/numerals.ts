/**
 * Reads one numeral at a token: digits, words, scale words and mixtures (`1,5 triệu`, `hai mươi nghìn tỷ`, `3亿5000万`,
 * `двести тысяч`). One grammar serves all languages: parts are put on a stack, and a scale word multiplies what lies on
 * it and is smaller than itself.
 */

import { digitValues } from './digits.ts';
import { readGermanNumeral } from './germanNumerals.ts';
import { type NumberWord, numberWords } from './numberWords.ts';
import { readRussianNumeral } from './russianNumerals.ts';
import type { Token } from './tokens.ts';
import { unitTable } from './unitTable.ts';
import { isNumberHere } from './vietnameseNumerals.ts';

export interface Numeral {
  /** Index after its last token. */
  readonly end: number;
  readonly values: readonly number[];
  readonly hard: boolean;
  readonly kind: 'number' | 'ordinal' | 'fraction' | 'decade' | 'clock';
  /** The last scale word's value, 1 without one. */
  readonly scale: number;
  /** Unit said by the same word: `dreitägig`. */
  readonly unit: string | null;
}

/** A part of a numeral: candidates of a plain number, or a multiplier. */
type Part = { readonly plain: readonly number[] } | { readonly scale: number } | { readonly half: true };

const gatherBelow = (stack: number[], limit: number): number => {
  let sum = 0;
  while (stack.length > 0 && stack.at(-1)! < limit) sum += stack.pop()!;
  return sum;
};

const evaluate = (parts: readonly Part[], choice: number): number => {
  const stack: number[] = [];
  let lastScale = 1;
  for (const part of parts) {
    if ('plain' in part) stack.push(part.plain[Math.min(choice, part.plain.length - 1)]!);
    else if ('half' in part) stack.push(lastScale / 2);
    else {
      stack.push((gatherBelow(stack, part.scale) || 1) * part.scale);
      lastScale = part.scale;
    }
  }
  return stack.reduce((sum, value) => sum + value, 0);
};

/** Keeps decimals such as 2.3 × 10⁹ from carrying the noise of binary fractions. */
const tidy = (value: number): number => Number(value.toPrecision(15));

/** How large a further addend may be after a number: `twenty` leaves room below 10, `hundred` below 100. */
const roomAfter = (value: number): number => {
  if (value === 10) return 10;
  if (value < 20 || value % 1 !== 0) return 0;
  let room = 1;
  while (value % (room * 10) === 0) room *= 10;
  return room;
};

interface Reading {
  readonly parts: Part[];
  index: number;
  room: number;
  lastScale: number;
  sawDigits: boolean;
  fixed: { kind: Numeral['kind']; unit: string | null } | null;
}

const wordAt = (tokens: readonly Token[], index: number, lang: string): NumberWord | null => {
  const token = tokens[index];
  if (token?.kind !== 'word') return null;
  const word = numberWords(lang).words.get(token.text);
  if (!word) return null;
  if (lang === 'vi' && !isNumberHere(tokens, index)) return null;
  // 兆瓦, 千克: the scale is part of the unit.
  if (lang === 'zh' && word.kind === 'scale' && word.value !== 1e4 && unitTable('zh').find(tokens, index))
    return null;
  return word;
};

const isDigit = (word: NumberWord): word is { kind: 'cardinal'; value: number } =>
  word.kind === 'cardinal' && word.value < 10;

/** 二〇二五, hai không hai lăm: three digits or more said one by one. */
const readSpelledDigits = (tokens: readonly Token[], from: number, lang: string): Numeral | null => {
  if (lang !== 'zh') return null;
  let digits = '';
  let index = from;
  for (; index < tokens.length; index++) {
    const word = wordAt(tokens, index, lang);
    if (!word || !isDigit(word) || (index > from && tokens[index]!.gap !== '')) break;
    digits += word.value;
  }
  const next = wordAt(tokens, index, lang);
  if (digits.length < 3 || next?.kind === 'scale') return null;
  return { end: index, values: [Number(digits)], hard: false, kind: 'number', scale: 1, unit: null };
};

const acceptWord = (reading: Reading, word: NumberWord, first: boolean): boolean => {
  if (word.kind === 'filler') return !first && reading.lastScale > 1;
  if (word.kind === 'half') {
    if (first || reading.lastScale === 1) return false;
    reading.parts.push({ half: true });
    reading.room = 0;
    return true;
  }
  if (word.kind === 'scale') {
    reading.parts.push({ scale: word.value });
    reading.lastScale = word.value;
    reading.room = word.value;
    return true;
  }
  if (word.kind !== 'cardinal') return false;
  // 八千零一: the zero holds an empty place.
  if (!first && word.value === 0) return reading.lastScale > 1;
  if (!first && (reading.room === 0 || word.value >= reading.room)) return false;
  // `1,7 миллионами четыре года`: words do not continue a figure.
  if (reading.sawDigits) return false;
  reading.parts.push({ plain: [word.value] });
  reading.room = Math.min(first ? Number.POSITIVE_INFINITY : reading.room, roomAfter(word.value));
  return true;
};

/** A further figure in digits: `1 tỷ 200 triệu`, `1万2000`. */
const acceptFigure = (reading: Reading, tokens: readonly Token[], lang: string): boolean => {
  const token = tokens[reading.index]!;
  const values = digitValues(token.raw, lang);
  const first = reading.parts.length === 0;
  if (!first) {
    if (reading.lastScale === 1 || values[0]! >= reading.lastScale) return false;
    const next = wordAt(tokens, reading.index + 1, lang);
    const scaled = next?.kind === 'scale' && next.value < reading.lastScale;
    if (!scaled && !(lang === 'zh' && token.gap === '' && reading.lastScale >= 1e4)) return false;
  }
  reading.parts.push({ plain: values });
  reading.room = 0;
  reading.sawDigits = true;
  return true;
};

const step = (reading: Reading, tokens: readonly Token[], lang: string): boolean => {
  const token = tokens[reading.index]!;
  const first = reading.parts.length === 0;
  if (!first && token.gap === '-' && token.kind === 'number') return false;
  if (token.kind === 'number') return acceptFigure(reading, tokens, lang);
  if (token.kind !== 'word') return false;
  const word = wordAt(tokens, reading.index, lang);
  // 550多万, 三十几万
  if (lang === 'zh' && !first && /^[多余来几]$/.test(token.text))
    return wordAt(tokens, reading.index + 1, lang)?.kind === 'scale';
  // một nghìn không trăm linh năm: an empty place of hundreds.
  if (lang === 'vi' && !first && token.text === 'không' && tokens[reading.index + 1]?.text === 'trăm') {
    reading.index++;
    reading.room = Math.min(reading.room, 100);
    return true;
  }
  if (word && (word.kind === 'ordinal' || word.kind === 'fraction')) {
    if (!first && !(word.kind === 'ordinal' && word.value < reading.room)) return false;
    reading.parts.push({ plain: [word.value] });
    reading.fixed = { kind: word.kind, unit: null };
    return true;
  }
  if (word) return acceptWord(reading, word, first);
  const bound =
    lang === 'de' ? readGermanNumeral(token.text) : lang === 'ru' ? readRussianNumeral(token.text) : null;
  if (!bound || (!first && (reading.sawDigits || bound.value >= reading.room))) return false;
  reading.parts.push({ plain: [bound.value] });
  reading.room = Math.min(first ? Number.POSITIVE_INFINITY : reading.room, roomAfter(bound.value));
  if (bound.kind !== 'cardinal' || bound.unit !== null) {
    reading.fixed = { kind: bound.kind === 'cardinal' ? 'number' : bound.kind, unit: bound.unit };
  }
  return true;
};

/** After `một triệu` a lone `hai` may mean two hundred thousand: the next lower place. */
const colloquialValue = (parts: readonly Part[]): number | null => {
  const last = parts.at(-1);
  const before = parts.at(-2);
  if (!last || !before || !('plain' in last) || !('scale' in before) || last.plain[0]! >= 10) return null;
  if (before.scale < 100) return null;
  return evaluate(parts.slice(0, -1), 0) + (last.plain[0]! * before.scale) / 10;
};

/** The numeral that begins at `tokens[from]`, or null. */
export const readNumeral = (tokens: readonly Token[], from: number, lang: string): Numeral | null => {
  const spelled = readSpelledDigits(tokens, from, lang);
  if (spelled) return spelled;
  const reading: Reading = {
    parts: [],
    index: from,
    room: Number.POSITIVE_INFINITY,
    lastScale: 1,
    sawDigits: false,
    fixed: null,
  };
  while (reading.index < tokens.length && !reading.fixed) {
    if (!step(reading, tokens, lang)) break;
    reading.index++;
    // The full stop of an abbreviation: `150 Mrd. Euro`, `5 млн. тонн`.
    if (tokens[reading.index]?.text === '.' && isAbbreviation(tokens[reading.index - 1]!)) {
      const after = tokens[reading.index + 1];
      if (after?.kind === 'word' || after?.kind === 'mark') reading.index++;
    }
  }
  if (reading.parts.length === 0) return null;
  const values = [evaluate(reading.parts, 0), evaluate(reading.parts, 1)].map(tidy);
  const colloquial = lang === 'vi' || lang === 'zh' ? colloquialValue(reading.parts) : null;
  if (colloquial !== null) values.push(tidy(colloquial));
  return {
    end: reading.index,
    values: [...new Set(values)],
    hard: reading.sawDigits,
    kind: reading.fixed?.kind ?? 'number',
    scale: reading.lastScale,
    unit: reading.fixed?.unit ?? null,
  };
};

const ABBREVIATIONS = new Set(['mrd', 'mio', 'mia', 'bio', 'tsd', 'тыс', 'млн', 'млрд', 'трлн']);
const isAbbreviation = (token: Token): boolean => ABBREVIATIONS.has(token.text);
