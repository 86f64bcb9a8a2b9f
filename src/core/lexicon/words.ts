/**
 * How the lexicon sees words: runs of letters and digits, in lower case, with spelling variants made equal.
 * It has its own scanner because it must read tens of thousands of sentences a second.
 */

/** 1 where a UTF-16 unit belongs to a word, 2 where it is a Han character; filled on first use. */
let unitClasses: Uint8Array | undefined;

const classify = (): Uint8Array => {
  const classes = new Uint8Array(0x10000);
  const word = /[\p{L}\p{M}\p{N}]/u;
  const han = /\p{Script=Han}/u;
  for (let unit = 0; unit < 0x10000; unit++) {
    if (unit >= 0xd800 && unit < 0xe000) continue;
    const character = String.fromCharCode(unit);
    if (han.test(character)) classes[unit] = 2;
    else if (word.test(character)) classes[unit] = 1;
  }
  return classes;
};

/** Start and end of each word, flat: start0, end0, start1, end1, … Han characters are in no word. */
export const scanWords = (text: string): number[] => {
  unitClasses ??= classify();
  const bounds: number[] = [];
  let start = -1;
  for (let at = 0; at < text.length; at++) {
    const inWord = unitClasses[text.charCodeAt(at)] === 1;
    if (inWord && start < 0) start = at;
    else if (!inWord && start >= 0) {
      bounds.push(start, at);
      start = -1;
    }
  }
  if (start >= 0) bounds.push(start, text.length);
  return bounds;
};

export const isHan = (unit: number): boolean => {
  unitClasses ??= classify();
  return unitClasses[unit] === 2;
};

const TONES = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];

/** Vietnamese syllables whose tone mark has two places (hoà, hòa) or whose last vowel has two letters (lý, lí). */
const foldVietnamese = (word: string): string => {
  const parts = word.normalize('NFD');
  let tone = '';
  let bare = '';
  for (const character of parts) {
    if (TONES.includes(character)) tone = character;
    else bare += character;
  }
  if (/(^|[^aeouâăêôơư])y$/u.test(bare.normalize('NFC'))) bare = `${bare.slice(0, -1)}i`;
  return bare.normalize('NFC') + tone;
};

/** A word as the lexicon compares it. Vietnamese tone marks move to the end of their syllable. */
export const foldWord = (word: string, lang: string): string => {
  const low = word.toLowerCase().normalize('NFC');
  if (lang === 'vi') return foldVietnamese(low);
  if (lang === 'ru') return low.replaceAll('ё', 'е');
  return low;
};
