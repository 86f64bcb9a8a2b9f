/** Foreign names across alphabets by their consonants: Rheinbrück, Райнбрюк. */

import { foldToAscii } from './letters.ts';

/** Rewrites to one symbol a sound: capitals are consonants, `a` any vowel. Order matters. */
const LATIN: readonly (readonly [RegExp, string])[] = [
  [/sch|sh|sz/g, 'W'],
  [/tch|tsch|cz/g, 'Q'],
  [/ch/g, 'Q'],
  [/ght/g, 'T'],
  [/gh(?![aeiou])/g, ''],
  [/th/g, 'T'],
  [/ph/g, 'F'],
  [/ck|kh/g, 'K'],
  [/qu/g, 'KV'],
  [/x/g, 'KS'],
  [/dj|dzh/g, 'J'],
  [/ts|tz/g, 'C'],
  [/c(?=[eiy])/g, 'S'],
  [/c/g, 'K'],
  [/w/g, 'V'],
  [/(?<=[bcdfgklmnprstvz])j/g, ''],
  [/[aeiouy]+/g, 'a'],
];
const CYRILLIC: readonly (readonly [RegExp, string])[] = [
  [/дж/g, 'J'],
  [/[ьъй]/g, ''],
  [/[аеиоуыэюяё]+/g, 'a'],
];
const CYRILLIC_LETTERS: Readonly<Record<string, string>> = {
  б: 'B',
  в: 'V',
  г: 'G',
  д: 'D',
  ж: 'J',
  з: 'Z',
  к: 'K',
  л: 'L',
  м: 'M',
  н: 'N',
  п: 'P',
  р: 'R',
  с: 'S',
  т: 'T',
  ф: 'F',
  х: 'H',
  ц: 'C',
  ч: 'Q',
  ш: 'W',
  щ: 'W',
};

const rewrite = (word: string, rules: readonly (readonly [RegExp, string])[]): string =>
  rules.reduce((text, [from, to]) => text.replace(from, to), word);

/** The sounds of a word in either alphabet, double ones once. */
const soundsOf = (word: string): string => {
  const lower = word.toLowerCase();
  const sounds = /[а-яё]/.test(lower)
    ? rewrite(lower, CYRILLIC).replace(/[а-я]/g, (letter) => CYRILLIC_LETTERS[letter] ?? '')
    : rewrite(foldToAscii(lower), LATIN).replace(/[b-z]/g, (letter) => letter.toUpperCase());
  return sounds.replace(/(.)\1+/g, '$1');
};

const SIMILAR: Readonly<Record<string, number>> = {
  BV: 0.6,
  FV: 0.5,
  SZ: 0.4,
  CZ: 0.3,
  CS: 0.4,
  CK: 0.5,
  HK: 0.5,
  GH: 0.3,
  JQ: 0.5,
  SW: 0.5,
  QW: 0.4,
  DT: 0.5,
  GK: 0.5,
  KQ: 0.4,
  HQ: 0.4,
  GJ: 0.4,
  JZ: 0.5,
  HJ: 0.4,
  CQ: 0.5,
};
const VOWEL_WEIGHT = 0.35;
const FAINT_WEIGHT = 0.4;

const weightOf = (sound: string): number =>
  sound === 'a' ? VOWEL_WEIGHT : sound === 'H' || sound === 'J' ? FAINT_WEIGHT : 1;

const costOf = (a: string, b: string): number => {
  if (a === b) return 0;
  if (a === 'a' || b === 'a') return 1;
  return SIMILAR[a < b ? a + b : b + a] ?? 1;
};

/** How alike two words sound, 0 to 1, in Latin or Cyrillic letters. */
export const soundLikeness = (a: string, b: string): number => {
  const [x, y] = [soundsOf(a), soundsOf(b)];
  let previous = [0];
  for (const sound of y) previous.push(previous.at(-1)! + weightOf(sound));
  for (const sound of x) {
    const row = [previous[0]! + weightOf(sound)];
    for (let j = 1; j <= y.length; j++) {
      const other = y[j - 1]!;
      row.push(
        Math.min(
          previous[j]! + weightOf(sound),
          row[j - 1]! + weightOf(other),
          previous[j - 1]! + costOf(sound, other),
        ),
      );
    }
    previous = row;
  }
  const weight = (sounds: string): number => [...sounds].reduce((sum, sound) => sum + weightOf(sound), 0);
  return Math.max(0, 1 - previous[y.length]! / Math.max(weight(x), weight(y), 1));
};

/** Sounds that one alphabet or the other tells apart no further, by class. */
const SOUND_CLASS: Readonly<Record<string, string>> = {
  B: 'V',
  F: 'V',
  S: 'Z',
  C: 'Z',
  W: 'Z',
  Q: 'Z',
  J: 'Z',
  D: 'T',
  G: 'K',
};

/** The first consonants of a word by class, equal for words that may sound alike; empty where there are too few. */
export const soundSkeleton = (word: string): string => {
  const consonants = soundsOf(word).replace(/[aHJ]/g, '');
  if (consonants.length < 2) return '';
  return [...consonants.slice(0, 3)].map((sound) => SOUND_CLASS[sound] ?? sound).join('');
};
