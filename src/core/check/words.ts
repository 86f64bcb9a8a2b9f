/** Words of a segment for comparing: runs of letters and digits; Chinese one character each. Fast and without a dictionary. */
import type { Word } from './check.ts';

const PIECE = /\p{Script=Han}|[[\p{L}\p{M}\p{N}]--\p{Script=Han}]+(?:['’]\p{Script=Latin}+)?/gv;

export const foldWord = (text: string): string => {
  const small = text.toLowerCase();
  return small.includes('ё') ? small.replaceAll('ё', 'е') : small;
};

export const readWords = (text: string): readonly Word[] => {
  const words: Word[] = [];
  for (const match of text.matchAll(PIECE)) {
    const start = match.index;
    words.push({ text: match[0], fold: foldWord(match[0]), start, end: start + match[0].length });
  }
  return words;
};

/** Letters alone, for comparing texts whatever their spaces, case and punctuation. */
export const foldLetters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, '');

const HAN = /\p{Script=Han}/u;
/** How much a text says, in letters; a Han character counts as much as two and a half. */
export const weighLetters = (letters: string): number => {
  let weight = 0;
  for (const letter of letters) weight += HAN.test(letter) ? 2.5 : 1;
  return weight;
};
