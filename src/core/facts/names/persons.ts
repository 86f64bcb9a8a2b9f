/** Surnames and titles: what marks a person in a text. */

import noNames from '../data/no-names.txt?raw';
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
    for (const form of parseForms(columns[LANGUAGES.indexOf(lang) + 1])) {
      table.add(form, lang, { id, rank });
      // Short forms keep their case in the table: bà, and Bà at the beginning of a sentence.
      if (form.length <= 2) table.add(form[0]!.toUpperCase() + form.slice(1), lang, { id, rank });
    }
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

const excluded = perLanguage((lang) => {
  const sets = { abbreviation: new Set<string>(), head: new Set<string>(), word: new Set<string>() };
  for (const [kind, language, words] of parseRows(noNames)) {
    if (language === lang) for (const word of parseForms(words)) sets[kind as keyof typeof sets].add(word);
  }
  return sets;
});

/** Abbreviations of common words: UBND, TNHH. */
export const isCommonAbbreviation = (word: string, lang: string): boolean =>
  excluded(lang).abbreviation.has(word);
/** Whether a capitalised word begins the name of a body, not of a person: Bộ, Sở, Công (ty). */
export const isBodyHead = (word: string, lang: string): boolean => excluded(lang).head.has(word);
/** Whether a lone capitalised word is no name: Đảng, Tết, Điều. */
export const isNoName = (word: string, lang: string): boolean => excluded(lang).word.has(word);
