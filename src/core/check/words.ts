/** Words of a segment for comparing: runs of letters and digits; Chinese one character each. Fast and without a dictionary. */
import { CharacterClasses, widthAt } from '../text/characterClasses.ts';
import { SpellingTable } from '../text/spellingTable.ts';
import type { Word } from './check.ts';

export const foldWord = (text: string): string => {
  const small = text.toLowerCase();
  return small.includes('ё') ? small.replaceAll('ё', 'е') : small;
};

/** What a character is, as bits: all of a word, a part of one, an apostrophe that may join a word to what follows. */
const [HAN_WORD, IN_WORD, APOSTROPHE, LATIN] = [1, 2, 4, 8];
const classes = new CharacterClasses((character) => {
  if (/\p{Script=Han}/u.test(character)) return HAN_WORD;
  if (character === "'" || character === '’') return APOSTROPHE;
  return (
    (/[\p{L}\p{M}\p{N}]/u.test(character) ? IN_WORD : 0) | (/\p{Script=Latin}/u.test(character) ? LATIN : 0)
  );
});

/** Folded words by the number of their spelling: texts repeat their words. */
let folds: string[] = [];
const spellings = new SpellingTable(() => {
  folds = [];
});

export const readWords = (text: string): readonly Word[] => {
  spellings.trim();
  const words: Word[] = [];
  for (let start = 0; start < text.length; ) {
    const first = classes.at(text, start);
    let end = start + widthAt(text, start);
    if (!(first & (HAN_WORD | IN_WORD))) {
      start = end;
      continue;
    }
    if (first & IN_WORD) {
      end = classes.skip(text, end, IN_WORD);
      // `Côte d’Ivoire`, `geht's`
      if (end + 1 < text.length && classes.at(text, end) & APOSTROPHE) {
        const rest = classes.skip(text, end + 1, LATIN);
        if (rest > end + 1) end = rest;
      }
    }
    const number = spellings.numberOf(text, start, end);
    const spelling = spellings.spelling(number);
    let fold = folds[number];
    if (fold === undefined) {
      fold = foldWord(spelling);
      folds[number] = fold;
    }
    words.push({ text: spelling, fold, start, end });
    start = end;
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
