/**
 * Foldings for comparing and searching. `foldExact` unifies what is written differently and read the same (width, quotes, dashes,
 * spaces, ё, Vietnamese tone placement, y for i); `foldLoose` also drops tone marks and diacritics, as people type without them.
 */

const QUOTES = /[„“”‟«»‹›「」『』〝〞〟"']|[‘’‚‛`´]/g;
const DASHES = /[‐‑‒–—―−﹘－⸺]/g;
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]|[\uFE00-\uFE0F]/g;

/** The vowels that bear a tone mark in `hòa` and the letter that bears it in `hoà`, by tone. */
const TONES = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
const toned = (base: string): string[] => TONES.map((tone) => (base + tone).normalize('NFC'));
const MOVED = new Map<string, string>();
for (const [first, second] of ['oa', 'oe', 'uy'] as const)
  toned(first!).forEach((letter, tone) => {
    MOVED.set(letter + second, first! + toned(second!)[tone]);
  });
const TONE_ON_FIRST = new RegExp([...MOVED.keys()].join('|'), 'g');
const I_OF_Y = new Map(toned('y').map((letter, tone) => [letter, toned('i')[tone]!]));
const SHORT_Y = new RegExp(
  `(?<=(?<!\\p{L})(?:[hklmst]|th|kh))[${[...I_OF_Y.keys()].join('')}](?!\\p{L})`,
  'gu',
);

/** Lower case in NFC with variants of writing unified; for comparison, not for display. */
export const foldExact = (s: string): string =>
  s
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .replace(QUOTES, '"')
    .replace(DASHES, '-')
    .toLowerCase()
    .normalize('NFC')
    .replace(/ё/g, 'е')
    .replace(TONE_ON_FIRST, (pair) => MOVED.get(pair)!)
    .replace(SHORT_Y, (letter) => I_OF_Y.get(letter)!);

const LETTERS: Readonly<Record<string, string>> = {
  đ: 'd',
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** `foldExact` without tone marks, stress marks and diacritics (й stays a letter), đ as d, ß as ss: what somebody types in a hurry. */
export const foldLoose = (s: string): string =>
  foldExact(s)
    .normalize('NFD')
    .replace(/(?!(?<=и)\u0306)\p{M}/gu, '')
    .normalize('NFC')
    .replace(/[đßłøæœı]/g, (letter) => LETTERS[letter]!)
    .replace(/(?<=(?<!\p{L})(?:[hklmst]|th|kh))y(?!\p{L})/gu, 'i');
