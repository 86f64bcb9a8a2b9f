/** The shipped termbase of diplomacy and state titles: a lexicon of set phrases in which every word counts. */
import { type Lexicon, parseLexicon } from '../lexicon/index.ts';
import termsText from './data/terms.txt?raw';

let known: Lexicon | null = null;

/** Read once, when first asked for. */
export const termbase = (): Lexicon => {
  known ??= parseLexicon([termsText]);
  return known;
};
