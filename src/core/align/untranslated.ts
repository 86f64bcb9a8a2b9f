/**
 * Segments that were left in the language of the original. Their words are read as the original's, so that they still find
 * their counterpart.
 */
import { scanWords } from '../lexicon/words.ts';

const LEAST_WORDS = 3;
const LEAST_SHARE = 0.7;

const words = (text: string): string[] => {
  const bounds = scanWords(text);
  const found: string[] = [];
  for (let at = 0; at < bounds.length; at += 2) {
    const word = text.slice(bounds[at], bounds[at + 1]).toLowerCase();
    if (/\p{L}/u.test(word)) found.push(word);
  }
  return found;
};

/** 1 for each segment of the target most of whose words are words of the source. */
export const findUntranslated = (source: readonly string[], target: readonly string[]): Uint8Array => {
  const known = new Set<string>();
  for (const text of source) for (const word of words(text)) known.add(word);
  return Uint8Array.from(target, (text) => {
    const own = words(text);
    const shared = own.filter((word) => known.has(word)).length;
    return own.length >= LEAST_WORDS && shared >= LEAST_SHARE * own.length ? 1 : 0;
  });
};
