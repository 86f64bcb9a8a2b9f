/** Letters of names: folding to ASCII, tones, and the shape of Vietnamese syllables. */

const MARKS = /[\u0300-\u036f]/g;
/** Grave, acute, tilde, hook above, dot below: the five tone marks. Breve, circumflex and horn stay. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Letters without tone and vowel marks, đ as d, lower case. */
export const foldToAscii = (name: string): string =>
  name
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/ß/g, 'ss')
    .replace(/ø/gi, 'o')
    .toLowerCase();

/** Lower case without tones; vowel marks are kept: `Thắng` → `thăng`. */
export const stripTones = (syllable: string): string =>
  syllable.toLowerCase().normalize('NFD').replace(TONES, '').normalize('NFC');

const SYLLABLE =
  /^(?:ngh|ng|nh|gh|gi|kh|th|ph|tr|ch|qu|[bcdđghklmnprstvx])?[aăâeêioôơuưy]{1,3}(?:ng|nh|ch|[cmnpt])?$/;

/** Whether a word could be one Vietnamese syllable. */
export const isVietnameseSyllable = (word: string): boolean => SYLLABLE.test(stripTones(word));

export const hasVietnameseMarks = (word: string): boolean =>
  /[ăâêôơưđàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i.test(word);

export const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word);

export const editDistance = (a: string, b: string): number => {
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

export const likeness = (a: string, b: string): number =>
  1 - editDistance(a, b) / Math.max(a.length, b.length, 1);

/** Whether a word is the options put one after another, with a remainder that `ending` accepts. */
export const isSpelledBy = (
  word: string,
  options: readonly (readonly string[])[],
  ending: RegExp,
  at = 0,
): boolean => {
  if (at === options.length) return ending.test(word);
  return options[at]!.some(
    (part) => word.startsWith(part) && isSpelledBy(word.slice(part.length), options, ending, at + 1),
  );
};
