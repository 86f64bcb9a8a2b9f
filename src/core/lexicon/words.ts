/**
 * How the lexicon sees words: runs of letters and digits, in lower case, with spelling variants made equal.
 * It has its own scanner because it must read tens of thousands of sentences a second.
 */
import { SpellingTable } from '../text/spellingTable.ts';

const [UNSEEN, OTHER, LETTER, HAN] = [0, 1, 2, 3];
/** Class of each UTF-16 unit, worked out when a text first has it. */
const unitClasses = new Uint8Array(0x10000);

const classify = (unit: number): number => {
  const character = String.fromCharCode(unit);
  let found = OTHER;
  if (unit < 0xd800 || unit >= 0xe000) {
    if (/\p{Script=Han}/u.test(character)) found = HAN;
    else if (/[\p{L}\p{M}\p{N}]/u.test(character)) found = LETTER;
  }
  unitClasses[unit] = found;
  return found;
};

const classOf = (unit: number): number => {
  const known = unitClasses[unit]!;
  return known === UNSEEN ? classify(unit) : known;
};

/** Start and end of each word, flat: start0, end0, start1, end1, … Han characters are in no word. */
export const scanWords = (text: string): number[] => {
  const bounds: number[] = [];
  let start = -1;
  for (let at = 0; at < text.length; at++) {
    const inWord = classOf(text.charCodeAt(at)) === LETTER;
    if (inWord && start < 0) start = at;
    else if (!inWord && start >= 0) {
      bounds.push(start, at);
      start = -1;
    }
  }
  if (start >= 0) bounds.push(start, text.length);
  return bounds;
};

/** The words of a text with the numbers of their spellings. */
export interface SpelledWords {
  /** As `scanWords` gives them. */
  readonly bounds: readonly number[];
  readonly numbers: readonly number[];
  /** Numbers of one generation are comparable. */
  readonly generation: number;
}

let generation = 0;
const spellings = new SpellingTable(() => {
  generation++;
});
let lastText = '';
let lastWords: SpelledWords = { bounds: [], numbers: [], generation };

/** Several indexes look at one text in turn, so the last one is remembered. */
export const spellWords = (text: string): SpelledWords => {
  if (text === lastText && lastWords.generation === generation) return lastWords;
  spellings.trim();
  const bounds = scanWords(text);
  const numbers: number[] = [];
  for (let at = 0; at < bounds.length; at += 2)
    numbers.push(spellings.numberOf(text, bounds[at]!, bounds[at + 1]!));
  lastText = text;
  lastWords = { bounds, numbers, generation };
  return lastWords;
};

/** The spelling behind a number of the present generation. */
export const spellingOf = (number: number): string => spellings.spelling(number);

/** Whether a UTF-16 unit can be in a word. */
export const isInWord = (unit: number): boolean => classOf(unit) === LETTER;

export const isHan = (unit: number): boolean => classOf(unit) === HAN;

const TONES = '\u0300\u0301\u0303\u0309\u0323';
/** Letters other than a lone y at the end of a syllable that keep it a y. */
const VOWELS = 'aeouâăêôơư';

/** Vietnamese syllables whose tone mark has two places (hoà, hòa) or whose last vowel has two letters (lý, lí). */
const foldVietnamese = (word: string): string => {
  const parts = word.normalize('NFD');
  let tone = '';
  let bare = '';
  for (const character of parts) {
    if (TONES.includes(character)) tone = character;
    else bare += character;
  }
  bare = bare.normalize('NFC');
  if (bare.endsWith('y') && !(bare.length > 1 && VOWELS.includes(bare[bare.length - 2]!)))
    bare = `${bare.slice(0, -1)}i`;
  return bare + tone;
};

/** A word as the lexicon compares it. Vietnamese tone marks move to the end of their syllable. */
export const foldWord = (word: string, lang: string): string => {
  const low = word.toLowerCase().normalize('NFC');
  if (lang === 'vi') return foldVietnamese(low);
  if (lang === 'ru') return low.replaceAll('ё', 'е');
  return low;
};
