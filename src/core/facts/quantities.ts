/** Quantities of a text: what is counted, measured or numbered, by value. Digits that belong to dates are left out. */

import { approximationOf } from './approximations.ts';
import { datesOf } from './dates.ts';
import type { DateMention, Quantity, QuantityKind } from './model.ts';
import { numberWords } from './numberWords.ts';
import { type Numeral, readNumeral } from './numerals.ts';
import { readContext } from './quantityContext.ts';
import { relateNeighbours, type ScaledQuantity } from './quantityNeighbours.ts';
import { readSpecial, readTimeOfDay } from './specialNumerals.ts';
import { prepareText, type Token, tokenise } from './tokens.ts';

const HINTS: Readonly<Record<string, RegExp>> = {
  vi: /\d|[IVX]{2}|một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười|mươi|tá|chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|nửa|rưỡi|đôi|cả|đầu|nhất|nhì|lần|quý|½/i,
  de: /\d|[IVX]{2}|ein|zwei|zwo|drei|vier|fünf|sech|sieb|acht|neun|zehn|elf|zwölf|zwanzig|zig|hundert|tausend|million|milliard|billi|erst|dritt|halb|hälfte|doppel|beid|dutzend|bilateral|monatsfrist|jahresfrist|viertel|½/i,
  ru: /\d|[IVX]{2}|од[ни]|дв|об[аео]|тр[еоиё]|четв|четы|пят|шест|сем|вос[еь]м|девя|десят|дцат|сорок|сто|сот|тысяч|миллион|миллиард|триллион|пол|сут[ок]|недел|месяц|месячн|час|перв|втор|пар[аыу]|дюжин|удво|вперв|однажд|½/i,
  zh: /\d|[零〇一二两三四五六七八九十百千万亿半双俩首壹贰叁肆伍陆柒捌玖拾佰仟½]/,
};

const YEAR_LOW = 1000;
const YEAR_HIGH = 2199;

/** A figure of four digits without a scale or unit, as years are written. */
const looksLikeYear = (tokens: readonly Token[], from: number, numeral: Numeral): boolean => {
  const raw = tokens[from]!.raw;
  const value = numeral.values[0]!;
  return (
    numeral.end === from + 1 &&
    raw.length === 4 &&
    numeral.hard &&
    /^\d{4}$/.test(raw) &&
    value >= YEAR_LOW &&
    value <= YEAR_HIGH
  );
};

/** A letter touches the figure (`G20`, `A380`, `5G`): a name's number, which alone proves nothing. */
const isPartOfCode = (tokens: readonly Token[], from: number, end: number, lang: string): boolean => {
  const first = tokens[from]!;
  const before = tokens[from - 1];
  if (before?.kind === 'word' && first.gap !== ' ' && /[\p{Lu}\p{Script=Latin}]$/u.test(before.raw)) {
    if (first.gap === '' || /^\p{Lu}+$/u.test(before.raw)) return true;
  }
  const after = tokens[end];
  return lang !== 'zh' && after?.kind === 'word' && after.gap === '' && /^\p{Lu}/u.test(after.raw);
};

/** `SS19` may mean 2019. */
const codeValues = (values: readonly number[]): number[] =>
  values.flatMap((value) => (value >= 10 && value < 100 ? [value, 2000 + value] : [value]));

const buildQuantity = (
  tokens: readonly Token[],
  from: number,
  numeral: Numeral,
  lang: string,
): { readonly quantity: Quantity; readonly end: number } => {
  const said = readContext(tokens, from, numeral, lang);
  const canBeYear = said.kind === null && looksLikeYear(tokens, from, numeral);
  // `năm 2023 con số này`: what follows a year is no unit of it.
  const isNamed = canBeYear && lang === 'vi' && tokens[from - 1]?.text === 'năm';
  const context = isNamed ? { ...said, end: numeral.end, unit: null } : said;
  const isYear = canBeYear && (context.unit === null || context.unit === 'year');
  const kind: QuantityKind = context.kind ?? (isYear ? 'year' : numeral.kind);
  const first = tokens[context.first]!;
  const last = tokens[context.end - 1]!;
  const code =
    context.kind === null && context.unit === null && isPartOfCode(tokens, from, numeral.end, lang);
  return {
    end: context.end,
    quantity: {
      start: first.start,
      end: last.end,
      text: '',
      kind,
      values: code ? codeValues(context.values) : context.values,
      hard: numeral.hard && !code,
      unit: isYear ? null : (context.unit ?? numeral.unit),
      approximation: approximationOf(tokens, context.first, context.end, lang),
      ...(numeral.scale > 1 ? { scale: numeral.scale } : {}),
    },
  };
};

/** Indices of tokens that lie inside dates. */
const coveredTokens = (tokens: readonly Token[], dates: readonly DateMention[]): ReadonlySet<number> => {
  const covered = new Set<number>();
  const spans = dates.filter((date) => date.month !== null || date.day !== null || date.weekday !== null);
  if (spans.length === 0) return covered;
  tokens.forEach((token, index) => {
    if (spans.some((date) => token.start < date.end && date.start < token.end)) covered.add(index);
  });
  return covered;
};

/** Quantities of a prepared text whose dates are known. Spans only; `text` is filled in by the caller. */
export const quantitiesOf = (prepared: string, lang: string, dates: readonly DateMention[]): Quantity[] => {
  const hint = HINTS[lang] ?? /\d/;
  if (!hint.test(prepared)) return [];
  const tokens = tokenise(prepared, lang);
  const covered = coveredTokens(tokens, dates);
  const { never } = numberWords(lang);
  const found: ScaledQuantity[] = [];
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index]!;
    if (covered.has(index) || (token.kind === 'mark' && !/[½¼¾]/.test(token.raw))) {
      index++;
      continue;
    }
    if (token.kind === 'word') {
      const skipped = never.find(tokens, index);
      if (skipped) {
        index = skipped.end;
        continue;
      }
    }
    const time = readTimeOfDay(tokens, index, lang);
    const special = time ? null : readSpecial(tokens, index, lang);
    if (special) {
      found.push(...special.quantities.map((quantity) => ({ quantity, scale: 1 })));
      index = special.end;
      continue;
    }
    const numeral = time ?? readNumeral(tokens, index, lang);
    if (!numeral) {
      index++;
      continue;
    }
    const { quantity, end } = buildQuantity(tokens, index, numeral, lang);
    found.push({ quantity, scale: numeral.scale });
    index = Math.max(end, index + 1);
  }
  return relateNeighbours(found, prepared);
};

export const extractQuantities = (text: string, lang: string): Quantity[] => {
  const prepared = prepareText(text);
  if (!(HINTS[lang] ?? /\d/).test(prepared)) return [];
  return quantitiesOf(prepared, lang, datesOf(prepared, lang)).map((quantity) => ({
    ...quantity,
    text: text.slice(quantity.start, quantity.end),
  }));
};
