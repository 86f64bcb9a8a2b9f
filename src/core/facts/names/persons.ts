/** Surnames and titles: what marks a person in a text. */

import surnames from '../data/surnames.txt?raw';
import titles from '../data/titles.txt?raw';
import { lazy, PhraseTable, parseForms, parseRows, perLanguage } from '../tables.ts';
import type { Token } from '../tokens.ts';
import { foldToAscii } from './letters.ts';
import { charactersOf } from './readings.ts';
import { spellInRussian } from './russianSpelling.ts';

export interface Title {
  readonly id: string;
  /** `office`, `degree` or `address`. */
  readonly rank: string;
}

const LANGUAGES = ['vi', 'de', 'ru', 'zh'];

const titleTables = perLanguage((lang) => {
  const table = new PhraseTable<Title>();
  for (const columns of parseRows(titles)) {
    const [id = '', rank = ''] = (columns[0] ?? '').split(/\s+/);
    for (const form of parseForms(columns[LANGUAGES.indexOf(lang) + 1])) table.add(form, lang, { id, rank });
  }
  return table;
});

export const titleAt = (tokens: readonly Token[], from: number, lang: string) =>
  titleTables(lang).find(tokens, from);

const surnameTable = lazy(() => {
  const vietnamese = new Set<string>();
  const folded = new Set<string>();
  const russian = new Set<string>();
  const chinese = new Set<string>();
  for (const [forms, characters] of parseRows(surnames)) {
    for (const form of parseForms(forms)) {
      vietnamese.add(form.toLowerCase());
      folded.add(foldToAscii(form));
      for (const spelling of spellInRussian(form).forms) russian.add(spelling);
      for (const character of charactersOf(form.toLowerCase())) chinese.add(character);
    }
    for (const character of parseForms(characters)) chinese.add(character);
  }
  return { vietnamese, folded, russian, chinese };
});

/** Whether a word is a Vietnamese surname as that language writes it. */
export const isSurname = (word: string, lang: string): boolean => {
  const table = surnameTable();
  if (lang === 'vi') return table.vietnamese.has(word.toLowerCase());
  if (lang === 'de') return table.folded.has(foldToAscii(word));
  if (lang === 'ru') return table.russian.has(word.toLowerCase().replaceAll('ё', 'е'));
  return table.chinese.has(word);
};
