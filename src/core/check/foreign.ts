/**
 * Words of the original's language inside a text of another one. Vietnamese is told by its letters; between other languages
 * by script alone (Cyrillic or Han in Latin text and the other way round).
 */
import type { Word } from './check.ts';
import { readWords } from './words.ts';

/** Letters that of the languages here only Vietnamese has. */
const VIETNAMESE_ONLY = /[đơưăĐƠƯĂ\u1ea0-\u1ef9]/u;
/** Letters with marks that Vietnamese has and others may have too. */
const VIETNAMESE_MARKED = /[àáâãèéêìíòóôõùúýĩũÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĨŨ]/u;
/** The shape of a Vietnamese syllable without marks: initial, one to three vowels, final. */
const SYLLABLE =
  /^(?:ngh|ng|nh|gh|gi|kh|th|ph|tr|ch|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?$/u;
const LATIN = /^\p{Script=Latin}+$/u;
const CAPITAL = /^\p{Lu}/u;

export interface ForeignRun {
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
  /** Words that begin with a small letter: names have few of them. */
  readonly small: number;
}

const strip = (fold: string): string =>
  fold
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd');
const isMarked = (word: Word): boolean =>
  (VIETNAMESE_ONLY.test(word.text) || VIETNAMESE_MARKED.test(word.text)) && SYLLABLE.test(strip(word.fold));
const isOnly = (word: Word): boolean => VIETNAMESE_ONLY.test(word.text);

/** Inside a code or an address (`47/2024/HĐMB-TPX`, `a.b@c.vn`) words are not words. */
const isInCode = (text: string, word: Word): boolean => {
  const before = text[word.start - 1] ?? ' ';
  const after = text[word.end] ?? ' ';
  return /[/@_\d]/u.test(before) || /[/@_\d]/u.test(after) || /\p{N}/u.test(word.text);
};

const gapIsPlain = (text: string, from: number, to: number): boolean =>
  /^[\s,;:–-]*$/u.test(text.slice(from, to)) && to - from <= 3;

/** Runs of Vietnamese words; unmarked syllables count inside a run and at its ends where the target would not have them. */
export const findVietnamese = (
  text: string,
  targetLang: string,
  words: readonly Word[] = readWords(text),
): readonly ForeignRun[] => {
  const runs: ForeignRun[] = [];
  const isLatinTarget = targetLang !== 'ru' && targetLang !== 'zh';
  const belongs = (word: Word): boolean => {
    if (!LATIN.test(word.text) || isInCode(text, word)) return false;
    if (isMarked(word)) return true;
    return SYLLABLE.test(word.fold);
  };
  let index = 0;
  while (index < words.length) {
    if (!belongs(words[index]!)) {
      index++;
      continue;
    }
    let end = index;
    while (
      end + 1 < words.length &&
      gapIsPlain(text, words[end]!.end, words[end + 1]!.start) &&
      belongs(words[end + 1]!)
    )
      end++;
    let run = words.slice(index, end + 1);
    if (isLatinTarget) {
      const first = run.findIndex(isMarked);
      const last = run.findLastIndex(isMarked);
      run = first < 0 ? [] : run.slice(first, last + 1);
    }
    const marked = run.filter(isMarked).length;
    // Beside Cyrillic or Han any mark tells; beside Latin only letters that no other language here has.
    if (run.some(isLatinTarget ? isOnly : isMarked) && marked * 3 >= run.length)
      runs.push({
        start: run[0]!.start,
        end: run.at(-1)!.end,
        words: run,
        small: run.filter((word) => !CAPITAL.test(word.text)).length,
      });
    index = end + 1;
  }
  return runs;
};

/** Runs of at least `least` words in a script that the target language does not write. */
export const findOtherScript = (
  text: string,
  sourceLang: string,
  targetLang: string,
): readonly ForeignRun[] => {
  const script = sourceLang === 'ru' ? 'Cyrillic' : sourceLang === 'zh' ? 'Han' : null;
  if (script === null || sourceLang === targetLang || (targetLang === 'ja' && script === 'Han')) return [];
  const pattern = new RegExp(`\\p{Script=${script}}[\\p{Script=${script}}\\p{M}\\s]*`, 'gu');
  return [...text.matchAll(pattern)].map((match) => {
    const words = readWords(match[0]).map((word) => ({
      ...word,
      start: word.start + match.index,
      end: word.end + match.index,
    }));
    return {
      start: match.index,
      end: match.index + match[0].trimEnd().length,
      words,
      small: words.filter((word) => !CAPITAL.test(word.text)).length,
    };
  });
};

/** `words`: those of the text. */
export const findForeign = (
  text: string,
  sourceLang: string,
  targetLang: string,
  words: readonly Word[] = readWords(text),
): readonly ForeignRun[] =>
  sourceLang === targetLang
    ? []
    : sourceLang === 'vi'
      ? findVietnamese(text, targetLang, words)
      : findOtherScript(text, sourceLang, targetLang);

/** A run of capitalised words is a name, with one small word between (`Lê Thị Ánh in Đồng Hới`) two names. */
export const isNameRun = (run: ForeignRun): boolean =>
  run.small === 0 || (run.words.length >= 3 && run.small === 1);

/** Whether most of a text is in the original's language. */
export const isForeign = (
  text: string,
  sourceLang: string,
  targetLang: string,
  all: readonly Word[] = readWords(text),
): boolean => {
  const runs = findForeign(text, sourceLang, targetLang, all);
  if (runs.length === 0) return false;
  const words = all.filter((word) => !/^\p{N}+$/u.test(word.text));
  const foreign = runs
    .filter((run) => !isNameRun(run) || run.words.every((word) => word.text === word.text.toUpperCase()))
    .reduce((sum, run) => sum + run.words.length, 0);
  return foreign >= 2 && foreign * 2 >= words.length;
};
