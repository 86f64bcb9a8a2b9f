/** Words and function words. Vietnamese words are syllables, Chinese and other unspaced scripts go by Unicode's dictionaries. */

import stopwordsDe from './data/stopwords.de.txt?raw';
import stopwordsRu from './data/stopwords.ru.txt?raw';
import stopwordsVi from './data/stopwords.vi.txt?raw';
import stopwordsZh from './data/stopwords.zh.txt?raw';
import { dataEntries } from './data.ts';
import { foldExact } from './fold.ts';

export interface Word {
  readonly text: string;
  /** UTF-16 offsets in the text that was split. */
  readonly start: number;
  readonly end: number;
}

const SPACED_WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const UNSPACED = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my']);
/** The dictionaries of Intl.Segmenter are fed pieces, cut where no word can be, so that time stays linear. */
const UNSPACED_RUN = /[^\s\p{P}]+/gu;
const LONGEST_PIECE = 2000;

const segmenters = new Map<string, Intl.Segmenter>();
function wordSegmenter(lang: string): Intl.Segmenter {
  let found = segmenters.get(lang);
  if (!found) {
    found = new Intl.Segmenter(lang, { granularity: 'word' });
    segmenters.set(lang, found);
  }
  return found;
}

/** `de-AT` → `de`. */
export const baseLanguage = (lang: string): string => lang.toLowerCase().split(/[-_]/)[0]!;

/** The words of a text in order, without punctuation and spaces. */
export function splitWords(text: string, lang: string): Word[] {
  const base = baseLanguage(lang);
  const words: Word[] = [];
  if (!UNSPACED.has(base)) {
    for (const found of text.matchAll(SPACED_WORD))
      words.push({ text: found[0], start: found.index, end: found.index + found[0].length });
    return words;
  }
  const segmenter = wordSegmenter(base);
  for (const run of text.matchAll(UNSPACED_RUN))
    for (let from = 0; from < run[0].length; from += LONGEST_PIECE)
      for (const piece of segmenter.segment(run[0].slice(from, from + LONGEST_PIECE))) {
        if (!piece.isWordLike) continue;
        const start = run.index + from + piece.index;
        words.push({ text: piece.segment, start, end: start + piece.segment.length });
      }
  return words;
}

const FILES: Readonly<Record<string, string>> = {
  vi: stopwordsVi,
  de: stopwordsDe,
  ru: stopwordsRu,
  zh: stopwordsZh,
};
const lists = new Map<string, ReadonlySet<string>>();

/** The function words of a language in folded form; empty where there is no list. */
export function stopWords(lang: string): ReadonlySet<string> {
  const base = baseLanguage(lang);
  let list = lists.get(base);
  if (!list) {
    list = new Set(dataEntries(FILES[base] ?? '').map(foldExact));
    lists.set(base, list);
  }
  return list;
}

/** Whether a word is a function word: pronoun, article, preposition, auxiliary, particle, conjunction. */
export const isStopWord = (word: string, lang: string): boolean => {
  let judged = judgedWords.get(lang);
  if (!judged || judged.size >= MOST_JUDGED) {
    judged = new Map();
    judgedWords.set(lang, judged);
  }
  let stop = judged.get(word);
  if (stop === undefined) {
    stop = stopWords(lang).has(foldExact(word));
    judged.set(word, stop);
  }
  return stop;
};

/** Words that were asked for before: folding costs more than looking up. */
const judgedWords = new Map<string, Map<string, boolean>>();
const MOST_JUDGED = 50_000;
