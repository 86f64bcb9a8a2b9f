/** Pairs of words that say the opposite of each other (data/opposites.txt), read as two lexicons with the same numbers. */
import { type Lexicon, parseLexicon } from '../lexicon/index.ts';
import text from './data/opposites.txt?raw';

interface Opposites {
  readonly one: Lexicon;
  readonly other: Lexicon;
}

let known: Opposites | null = null;

/** Read once, when first asked for. */
export const opposites = (): Opposites => {
  if (known) return known;
  const lines = text.split('\n').filter((line) => line.includes('|') && !line.startsWith('#'));
  const half = (at: 0 | 1): Lexicon =>
    parseLexicon([
      lines
        .map((line) =>
          line
            .split('|')
            .map((side) => side.split('/')[at]?.trim() ?? '')
            .join(' | '),
        )
        .join('\n'),
    ]);
  known = { one: half(0), other: half(1) };
  return known;
};
