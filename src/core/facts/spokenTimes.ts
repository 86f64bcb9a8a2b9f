/** Times of day as they are said: `halb acht`, `без четверти восемь`, `差一刻八点`, `8 giờ kém 15`. The hour is of either half of the day. */
import type { Special } from './model.ts';
import { readNumeral } from './numerals.ts';
import type { Token } from './tokens.ts';

interface Hour {
  readonly value: number;
  readonly end: number;
  readonly hard: boolean;
}

const said = (tokens: readonly Token[], from: number, end: number, hours: number, hard: boolean): Special => {
  const time = (hours + 12) % 12;
  return {
    quantities: [
      {
        start: tokens[from]!.start,
        end: tokens[end - 1]!.end,
        text: '',
        kind: 'clock',
        values: [time, time + 12],
        hard,
        unit: 'hour',
        approximation: null,
      },
    ],
    end,
  };
};

const textAt = (tokens: readonly Token[], at: number): string => tokens[at]?.text ?? '';

/** A whole hour of the clock that is named at a token. */
const readHour = (tokens: readonly Token[], at: number, lang: string): Hour | null => {
  const numeral = tokens[at] ? readNumeral(tokens, at, lang) : null;
  const value = numeral?.values[0] ?? 0;
  if (!numeral || value < 1 || value > 12 || value % 1 !== 0 || numeral.scale > 1) return null;
  return { value, end: numeral.end, hard: numeral.hard };
};

const BEFORE_GERMAN = /^(?:um|gegen|bis|ab|seit|kurz|von|vor|nach|erst|schon|ist|war)$/;

const readGerman = (tokens: readonly Token[], at: number): Special | null => {
  const first = textAt(tokens, at);
  if (first === 'halb' && BEFORE_GERMAN.test(textAt(tokens, at - 1))) {
    const hour = readHour(tokens, at + 1, 'de');
    return hour && said(tokens, at, hour.end, hour.value - 0.5, hour.hard);
  }
  if (first !== 'viertel') return null;
  const side = textAt(tokens, at + 1);
  const hour = side === 'vor' || side === 'nach' ? readHour(tokens, at + 2, 'de') : null;
  return hour && said(tokens, at, hour.end, hour.value + (side === 'vor' ? -0.25 : 0.25), hour.hard);
};

const HALF_JOINED = /^пол([а-я]+)$/;
const MINUTES_GENITIVE: Readonly<Record<string, number>> = {
  четверти: 15,
  пяти: 5,
  десяти: 10,
  двадцати: 20,
};

const readRussian = (tokens: readonly Token[], at: number): Special | null => {
  const first = textAt(tokens, at);
  const ordinalAt = (index: number): Hour | null => {
    const numeral = tokens[index] ? readNumeral(tokens, index, 'ru') : null;
    const value = numeral?.values[0] ?? 0;
    return numeral?.kind === 'ordinal' && value >= 1 && value <= 12
      ? { value, end: numeral.end, hard: false }
      : null;
  };
  if (/^половин[аеу]$/.test(first) || first === 'четверть') {
    const hour = ordinalAt(at + 1);
    return hour && said(tokens, at, hour.end, hour.value - (first === 'четверть' ? 0.75 : 0.5), false);
  }
  const joined = HALF_JOINED.exec(first)?.[1];
  if (joined?.endsWith('ого') || joined?.endsWith('его')) {
    const word = { ...tokens[at]!, text: joined, raw: joined };
    const numeral = readNumeral([word], 0, 'ru');
    if (numeral?.kind !== 'ordinal') return null;
    return said(tokens, at, at + 1, numeral.values[0]! - 0.5, false);
  }
  const minutes = first === 'без' ? MINUTES_GENITIVE[textAt(tokens, at + 1)] : undefined;
  if (minutes === undefined) return null;
  const hour = readHour(tokens, at + (textAt(tokens, at + 2) === 'минут' ? 3 : 2), 'ru');
  return hour && said(tokens, at, hour.end, hour.value - minutes / 60, false);
};

const readChinese = (tokens: readonly Token[], at: number): Special | null => {
  const isHour = (hour: Hour | null): hour is Hour =>
    hour !== null && /^[点時时]$/u.test(textAt(tokens, hour.end));
  if (textAt(tokens, at) === '差') {
    const amount = tokens[at + 1] ? readNumeral(tokens, at + 1, 'zh') : null;
    const unit = amount ? textAt(tokens, amount.end) : '';
    if (!amount || (unit !== '刻' && unit !== '分')) return null;
    const from = textAt(tokens, amount.end + 1) === '钟' ? amount.end + 2 : amount.end + 1;
    const hour = readHour(tokens, from, 'zh');
    if (!isHour(hour)) return null;
    const minutes = amount.values[0]! * (unit === '刻' ? 15 : 1);
    return said(tokens, at, hour.end + 1, hour.value - minutes / 60, hour.hard);
  }
  const hour = readHour(tokens, at, 'zh');
  if (!isHour(hour)) return null;
  const next = textAt(tokens, hour.end + 1);
  if (next === '半') return said(tokens, at, hour.end + 2, hour.value + 0.5, hour.hard);
  if (!/^[一三]$/u.test(next) || textAt(tokens, hour.end + 2) !== '刻') return null;
  return said(tokens, at, hour.end + 3, hour.value + (next === '一' ? 0.25 : 0.75), hour.hard);
};

const readVietnamese = (tokens: readonly Token[], at: number): Special | null => {
  const hour = readHour(tokens, at, 'vi');
  if (!hour || textAt(tokens, hour.end) !== 'giờ' || textAt(tokens, hour.end + 1) !== 'kém') return null;
  const minutes = tokens[hour.end + 2] ? readNumeral(tokens, hour.end + 2, 'vi') : null;
  if (!minutes || minutes.values[0]! >= 60) return null;
  const end = textAt(tokens, minutes.end) === 'phút' ? minutes.end + 1 : minutes.end;
  return said(tokens, at, end, hour.value - minutes.values[0]! / 60, hour.hard);
};

const READERS: Readonly<Record<string, (tokens: readonly Token[], at: number) => Special | null>> = {
  de: readGerman,
  ru: readRussian,
  zh: readChinese,
  vi: readVietnamese,
};

/** Words and signs at which a spoken time may begin, so that the readers are asked for few tokens. */
const BEGINS: Readonly<Record<string, RegExp>> = {
  de: /^(?:halb|viertel)$/,
  ru: /^(?:половин[аеу]|четверть|пол[а-я]+его|пол[а-я]+ого|без)$/,
  zh: /^(?:差|[一二两三四五六七八九十]|\d{1,2})$/u,
  vi: /^(?:\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)$/,
};

export const readSpokenTime = (tokens: readonly Token[], at: number, lang: string): Special | null =>
  BEGINS[lang]?.test(tokens[at]!.text) ? READERS[lang]!(tokens, at) : null;
