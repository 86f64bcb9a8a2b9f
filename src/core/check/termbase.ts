/** The shipped termbase of diplomacy and state titles: a lexicon of set phrases in which every word counts. */
import { type Lexicon, parseLexicon } from '../lexicon/index.ts';
import termsText from './data/terms.txt?raw';

let known: Lexicon | null = null;

/** Read once, when first asked for. */
export const termbase = (): Lexicon => {
  known ??= parseLexicon([termsText]);
  return known;
};

/** The part of the file that each concept stands in: titles are exchanged for titles, documents for documents. */
const sections = ((): readonly string[] => {
  const list: string[] = [];
  let section = '';
  for (const line of termsText.split('\n').map((one) => one.trim())) {
    if (line.startsWith('#')) section = line;
    else if (line !== '') list.push(section);
  }
  return list;
})();

export const sectionOfTerm = (concept: number): string => sections[concept] ?? '';
