/** What stands around a numeral: percent, units and currencies before and after it, ranks, clock words, decades. */

import { readGermanBound } from './germanNumerals.ts';
import type { QuantityKind } from './model.ts';
import type { Numeral } from './numerals.ts';
import { readRussianBound } from './russianNumerals.ts';
import type { Token } from './tokens.ts';
import { unitTable } from './unitTable.ts';

export interface QuantityContext {
  /** Token indices of the whole expression, unit included. */
  readonly first: number;
  readonly end: number;
  readonly kind: QuantityKind | null;
  readonly values: readonly number[];
  readonly unit: string | null;
}

const PERCENT: Readonly<Record<string, RegExp>> = {
  vi: /^phần trăm/,
  de: /^prozent|^prozentig/,
  ru: /^процент/,
};
const PERCENT_POINT: Readonly<Record<string, RegExp>> = {
  vi: /^điểm phần trăm|^điểm %/,
  de: /^prozentpunkt/,
  ru: /^процентн\S* пункт|^п\.\s?п/,
  zh: /^个百分点|^百分点|^個百分點/,
};

const MORNING: Readonly<Record<string, RegExp>> = {
  vi: /^(?:sáng|rạng sáng)/,
  de: /^(?:morgens|vormittags|früh)/,
  ru: /^(?:утра)/,
};
const EVENING: Readonly<Record<string, RegExp>> = {
  vi: /^(?:tối|chiều|đêm|khuya|trưa)/,
  de: /^(?:abends|nachmittags|nachts|mittags)/,
  ru: /^(?:вечера|дня|ночи)/,
};

const textAt = (tokens: readonly Token[], index: number, count = 2): string =>
  tokens
    .slice(index, index + count)
    .map((token) => token.text)
    .join(' ');

const withPercent = (values: readonly number[]): number[] => [...values, ...values.map((v) => v / 100)];

const laterHours = (values: readonly number[]): number[] =>
  values.filter((hour) => hour >= 1 && hour < 12).map((hour) => hour + 12);

interface Draft {
  first: number;
  end: number;
  kind: QuantityKind | null;
  values: readonly number[];
  unit: string | null;
}

const readPercent = (draft: Draft, tokens: readonly Token[], lang: string): boolean => {
  const ahead = textAt(tokens, draft.end, 3).replace(' . ', '.');
  const next = tokens[draft.end];
  if (!next) return false;
  const isPoint = PERCENT_POINT[lang]?.test(lang === 'zh' ? ahead.replaceAll(' ', '') : ahead);
  if (isPoint) {
    draft.kind = 'percent';
    draft.unit = 'percentage-point';
    draft.end += lang === 'de' ? 1 : lang === 'zh' ? (next.text === '个' ? 4 : 3) : lang === 'vi' ? 3 : 2;
    draft.end = Math.min(draft.end, tokens.length);
    return true;
  }
  if (next.text === '%' || PERCENT[lang]?.test(ahead)) {
    draft.kind = 'percent';
    draft.values = withPercent(draft.values);
    draft.end += next.text === '%' || lang !== 'vi' ? 1 : 2;
    return true;
  }
  return false;
};

/** Bound forms after a figure: `29-jähriger`, `3-дневный`, `90er Jahre`, `1990-е`. */
const readBound = (draft: Draft, tokens: readonly Token[], lang: string): boolean => {
  const next = tokens[draft.end];
  if (next?.kind !== 'word' || next.gap === ' ') return false;
  const bound =
    lang === 'de' ? readGermanBound(next.text) : lang === 'ru' ? readRussianBound(next.text) : null;
  if (bound) {
    draft.values = draft.values.map((value) => value * bound.scale);
    draft.unit = bound.unit;
    draft.end++;
    return true;
  }
  if (lang === 'ru' && /^(?:й|я|е|го|му|м|х|ю|ми|ой|ый|ая|ое|ые|ти|и)$/.test(next.text)) {
    draft.kind = 'ordinal';
    draft.end++;
    return true;
  }
  return false;
};

const RANK_BEFORE: Readonly<Record<string, RegExp>> = { vi: /^thứ$/, zh: /^第$/ };

const DECADE_BEFORE = /(?:thập niên|thập kỷ|những năm)$/;

/** `thập niên 90`, `1990er`, `90-х`, `90年代`: the decade in full and in short. */
const readDecade = (draft: Draft, tokens: readonly Token[], lang: string): void => {
  const value = draft.values[0]!;
  if (value % 10 !== 0 || value < 10 || value > 2100 || (value >= 100 && value < 1000)) return;
  const last = tokens[draft.end - 1]!;
  const said =
    lang === 'vi'
      ? DECADE_BEFORE.test(textAt(tokens, Math.max(0, draft.first - 2), Math.min(2, draft.first)))
      : lang === 'de'
        ? last.text === 'er' && last.gap !== ' '
        : lang === 'ru'
          ? last.gap !== ' ' && /^(?:е|х|м|ми)$/.test(last.text)
          : draft.unit === 'decade';
  if (!said) return;
  draft.kind = 'decade';
  draft.unit = 'decade';
  draft.values = value < 100 ? [1900 + value, value] : [value, value % 100];
};

const CLOCK_BEFORE: Readonly<Record<string, RegExp>> = {
  vi: /(?:lúc|vào lúc|hồi)$/,
  zh: /(?:上午|早上|清晨|凌晨|早晨|下午|晚上|傍晚|中午|夜里|当晚|今晚|昨晚)$/,
};
const EVENING_BEFORE = /(?:下午|晚上|傍晚|中午|夜里|当晚|今晚|昨晚)$/;

/** A day part or clock word in front: 晚上8点, lúc 8 giờ. Without a day part the hour may be of either half. */
const readClockBefore = (draft: Draft, tokens: readonly Token[], lang: string): void => {
  const before = tokens
    .slice(Math.max(0, draft.first - 2), draft.first)
    .map((token) => token.text)
    .join(lang === 'zh' ? '' : ' ');
  if (!CLOCK_BEFORE[lang]?.test(before)) return;
  draft.kind = 'clock';
  if (lang === 'vi' || EVENING_BEFORE.test(before))
    draft.values = [...draft.values, ...laterHours(draft.values)];
};

/** `8 giờ 15 phút chiều`: minutes stand between the hour and the part of the day. */
const hasEveningBehindMinutes = (draft: Draft, tokens: readonly Token[]): boolean => {
  if (draft.unit !== 'hour' || tokens[draft.end]?.kind !== 'number') return false;
  const next = tokens[draft.end + 1]?.text === 'phút' ? draft.end + 2 : draft.end + 1;
  return EVENING['vi']!.test(tokens[next]?.text ?? '');
};

const readClock = (draft: Draft, tokens: readonly Token[], lang: string): void => {
  const ahead = textAt(tokens, draft.end, 2);
  if (lang === 'vi' && hasEveningBehindMinutes(draft, tokens)) {
    draft.kind = 'clock';
    draft.values = [...draft.values, ...laterHours(draft.values)];
    return;
  }
  if (MORNING[lang]?.test(ahead)) {
    draft.kind = 'clock';
    draft.unit = 'hour';
    draft.end++;
  } else if (
    EVENING[lang]?.test(ahead) &&
    (draft.unit === 'hour' || draft.kind === 'clock' || lang === 'ru')
  ) {
    draft.kind = 'clock';
    draft.unit = 'hour';
    draft.values = [...draft.values, ...laterHours(draft.values)];
    draft.end++;
  }
};

const readUnit = (draft: Draft, tokens: readonly Token[], lang: string): void => {
  const table = unitTable(lang);
  const next = tokens[draft.end];
  if (next) {
    // 35万多名: words such as 多 and 余 stand between.
    const from = lang === 'zh' && /^[多余来几]$/.test(next.text) ? draft.end + 1 : draft.end;
    const found = table.find(tokens, from);
    if (found) {
      draft.unit = found.value.id;
      draft.end = found.end;
      return;
    }
  }
  // $150, USD 150
  for (const length of [2, 1]) {
    const from = draft.first - length;
    if (from < 0) continue;
    const found = table.find(tokens, from);
    if (
      found &&
      found.end === draft.first &&
      found.value.unitClass === 'currency' &&
      /^[\p{Lu}\p{Sc}]/u.test(tokens[from]!.raw)
    ) {
      draft.unit = found.value.id;
      draft.first = from;
      return;
    }
  }
};

export const readContext = (
  tokens: readonly Token[],
  from: number,
  numeral: Numeral,
  lang: string,
): QuantityContext => {
  const draft: Draft = {
    first: from,
    end: numeral.end,
    kind: null,
    values: numeral.values,
    unit: numeral.unit,
  };
  if (numeral.unit === 'percent') {
    draft.kind = 'percent';
    draft.unit = null;
    draft.values = withPercent(draft.values);
    return draft;
  }
  if (numeral.kind !== 'clock' && readPercent(draft, tokens, lang)) return draft;
  if (numeral.kind !== 'ordinal') readBound(draft, tokens, lang);
  if (draft.unit === null) readUnit(draft, tokens, lang);
  if (draft.kind === null && RANK_BEFORE[lang]?.test(tokens[from - 1]?.text ?? '')) draft.kind = 'ordinal';
  readDecade(draft, tokens, lang);
  if (draft.unit === 'hour' || numeral.kind === 'clock') readClockBefore(draft, tokens, lang);
  if (draft.unit === 'hour' || lang === 'ru' || numeral.kind === 'clock') readClock(draft, tokens, lang);
  if (numeral.kind === 'clock') {
    draft.kind = 'clock';
    draft.unit = 'hour';
  }
  if (lang === 'vi' && tokens[draft.end]?.text === 'rưỡi' && draft.unit !== null) {
    draft.values = draft.values.map((value) => value + 0.5);
    draft.end++;
  }
  return draft;
};
