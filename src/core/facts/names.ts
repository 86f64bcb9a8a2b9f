/** Names: found in a text, and matched from one language to another. */

import type { NameMention } from './model.ts';
import { prepareText } from './tokens.ts';

const TONES = /[\u0300-\u036f]/g;

/** Letters without tone and vowel marks, đ as d, lower case. */
export const foldToAscii = (name: string): string =>
  name
    .normalize('NFD')
    .replace(TONES, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/ß/g, 'ss')
    .toLowerCase();

const CAPITALISED_RUN = /\p{Lu}[\p{L}\p{M}'’-]*(?:\s+\p{Lu}[\p{L}\p{M}'’-]*)+/gu;
const ACRONYM =
  /(?<![\p{L}\d])(?=[\p{Lu}\d-]*\p{Lu}[\p{Lu}\d-]*\p{Lu})[\p{Lu}][\p{Lu}\d-]{1,9}(?![\p{L}\d])/gu;

export const extractNames = (text: string, lang: string): NameMention[] => {
  const prepared = prepareText(text);
  const found: NameMention[] = [];
  const add = (start: number, raw: string, kind: NameMention['kind']): void => {
    if (found.some((name) => start < name.end && name.start < start + raw.length)) return;
    found.push({
      start,
      end: start + raw.length,
      text: text.slice(start, start + raw.length),
      kind,
      key: foldToAscii(raw),
    });
  };
  for (const match of prepared.matchAll(ACRONYM)) add(match.index, match[0], 'acronym');
  if (lang === 'vi' || lang === 'ru') {
    for (const match of prepared.matchAll(CAPITALISED_RUN)) add(match.index, match[0], 'other');
  }
  return found.sort((a, b) => a.start - b.start);
};

const editDistance = (a: string, b: string): number => {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++)
      row[j] = Math.min(
        previous[j]! + 1,
        row[j - 1]! + 1,
        previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    previous = row;
  }
  return previous[b.length]!;
};

/** How alike two written names are, 0 to 1. */
export const nameSimilarity = (
  source: string,
  _sourceLang: string,
  target: string,
  _targetLang: string,
): number => {
  const [a, b] = [foldToAscii(source), foldToAscii(target)];
  return 1 - editDistance(a, b) / Math.max(a.length, b.length, 1);
};

export interface FoundName {
  readonly start: number;
  readonly end: number;
  /** 0 to 1. */
  readonly certainty: number;
}

/** Where a target text says a name of the source, or null. */
export const findName = (
  name: NameMention,
  _sourceLang: string,
  text: string,
  _targetLang: string,
): FoundName | null => {
  const words = [...prepareText(text).matchAll(/[\p{L}\p{M}\d]+/gu)];
  const parts = foldToAscii(name.text).split(/[\s-]+/);
  for (let i = 0; i + parts.length <= words.length; i++) {
    const slice = words.slice(i, i + parts.length);
    const fits = slice.every((word, k) => {
      const folded = foldToAscii(word[0]);
      return folded === parts[k] || (k === parts.length - 1 && folded === `${parts[k]}s`);
    });
    if (fits)
      return { start: slice[0]!.index, end: slice.at(-1)!.index + slice.at(-1)![0].length, certainty: 1 };
  }
  return null;
};
