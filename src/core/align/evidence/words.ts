/**
 * Words that nothing else has claimed, for the lexicon that is induced from the document: Vietnamese syllables and pairs of them,
 * pairs of Chinese characters, other words cut to six letters. By themselves they link to nothing.
 */
import { isHan, scanWords } from '../../lexicon/words.ts';
import { baseLanguage, isStopWord } from '../../text/index.ts';
import type { RawUnit, WordEvidence } from '../model.ts';
import { PARAMETERS } from '../parameters.ts';

const STEM = 6;

export const freeWords: WordEvidence = {
  id: 'induced',
  claims: false,
  expected: false,
  read: (text, lang, isFree) => {
    const units: RawUnit[] = [];
    const add = (key: string, start: number, end: number): void => {
      units.push({ key, start, end, meanings: [], recall: PARAMETERS.inducedRecall });
    };
    const base = baseLanguage(lang);
    const bounds = scanWords(text);
    let before = -1;
    for (let at = 0; at < bounds.length; at += 2) {
      const [start, end] = [bounds[at]!, bounds[at + 1]!];
      const word = text.slice(start, end);
      if (!isFree(start, end) || isStopWord(word, lang)) {
        before = -1;
        continue;
      }
      const key = word.toLowerCase();
      add(base === 'vi' ? key : key.slice(0, STEM), start, end);
      if (base === 'vi' && before >= 0) add(text.slice(before, end).toLowerCase(), before, end);
      before = start;
    }
    for (let at = 0; at + 1 < text.length; at++)
      if (isHan(text.charCodeAt(at)) && isHan(text.charCodeAt(at + 1)) && isFree(at, at + 2))
        add(text.slice(at, at + 2), at, at + 2);
    return units;
  },
};
