/**
 * Names of one syllable, which no table knows: words that this original writes with a capital after a word of address
 * (`cô Hạnh`, `ông Bảy`). What begins a sentence with a capital is a name if it is one elsewhere.
 */
import type { NameMention } from '../facts/index.ts';
import type { Word } from './check.ts';
import addressText from './data/addressWords.txt?raw';
import { readWords } from './words.ts';

/** So often a word must stand after a word of address. */
const LEAST = 2;
const CAPITAL = /^\p{Lu}\p{Ll}+$/u;

const ADDRESS: ReadonlySet<string> = new Set(
  addressText
    .split('\n')
    .filter((line) => line.startsWith('vi '))
    .flatMap((line) =>
      line
        .slice(3)
        .split(',')
        .map((word) => word.trim()),
    ),
);

/**
 * The words that are names, as written: after a word of address, not part of a longer name, and seldom written small.
 * `sentences`: their words.
 */
export const mineNames = (sentences: Iterable<readonly Word[]>): ReadonlySet<string> => {
  const addressed = new Map<string, number>();
  const small = new Map<string, number>();
  for (const words of sentences) {
    for (const [index, word] of words.entries()) {
      if (!CAPITAL.test(word.text)) {
        small.set(word.fold, (small.get(word.fold) ?? 0) + 1);
        continue;
      }
      const [before, after] = [words[index - 1], words[index + 1]];
      if (!before || !ADDRESS.has(before.fold) || word.start - before.end > 1) continue;
      if (after && CAPITAL.test(after.text) && after.start - word.end <= 1) continue;
      addressed.set(word.text, (addressed.get(word.text) ?? 0) + 1);
    }
  }
  return new Set(
    [...addressed]
      .filter(([word, count]) => count >= LEAST && count > (small.get(word.toLowerCase()) ?? 0))
      .map(([word]) => word),
  );
};

/** Mentions of mined names in a sentence that are no part of a name already known. */
export const findMined = (
  sentence: string,
  mined: ReadonlySet<string>,
  known: readonly NameMention[],
): readonly NameMention[] =>
  mined.size === 0
    ? []
    : readWords(sentence)
        .filter(
          (word) =>
            mined.has(word.text) && !known.some((name) => name.start < word.end && word.start < name.end),
        )
        .map((word) => ({
          start: word.start,
          end: word.end,
          text: word.text,
          kind: 'person' as const,
          key: `person:${word.fold}`,
        }));
