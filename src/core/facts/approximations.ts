/** How exact a number claims to be, read from the words around it. */

import file from './data/approximations.txt?raw';
import { PhraseTable, parseForms, parseRows, perLanguage } from './tables.ts';
import type { Token } from './tokens.ts';

export type Approximation = 'about' | 'over' | 'under';

const COLUMNS = ['vi', 'de', 'ru', 'zh'];
const LONGEST_PHRASE = 4;

const tables = perLanguage((lang) => {
  const before = new PhraseTable<Approximation>();
  const after = new PhraseTable<Approximation>();
  const column = COLUMNS.indexOf(lang) + 1;
  for (const columns of parseRows(file)) {
    for (const form of parseForms(column > 0 ? columns[column] : '')) {
      const isAfter = form.startsWith('…');
      (isAfter ? after : before).add(isAfter ? form.slice(1) : form, lang, columns[0] as Approximation);
    }
  }
  return { before, after };
});

/** The hedge that ends just before `first` (a currency sign may stand between) or begins at `next`. */
export const approximationOf = (
  tokens: readonly Token[],
  first: number,
  next: number,
  lang: string,
): Approximation | null => {
  const { before, after } = tables(lang);
  const later = after.find(tokens, next);
  if (later) return later.value;
  for (let from = Math.max(0, first - LONGEST_PHRASE); from < first; from++) {
    const found = before.find(tokens, from);
    if (found && found.end === first) return found.value;
  }
  return null;
};
