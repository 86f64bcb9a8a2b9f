/** Places and organisations that have names of their own in each language: data/places.txt, data/organisations.txt. */

import organisations from '../data/organisations.txt?raw';
import places from '../data/places.txt?raw';
import type { NameKind } from '../model.ts';
import { lazy, PhraseTable, parseForms, parseRows, perLanguage } from '../tables.ts';
import type { Token } from '../tokens.ts';
import { isCapitalised } from './letters.ts';

export interface NameConcept {
  readonly key: string;
  readonly kind: NameKind;
  /** Forms by language as written in the table. */
  readonly forms: Readonly<Record<string, readonly string[]>>;
}

interface Entry {
  readonly concept: NameConcept;
  readonly capital: boolean;
}

const LANGUAGES = ['vi', 'de', 'ru', 'zh'];

const concepts = lazy((): readonly NameConcept[] => {
  const read = (file: string, kind: NameKind): NameConcept[] =>
    parseRows(file).map((columns) => {
      const forms = Object.fromEntries(LANGUAGES.map((lang, i) => [lang, parseForms(columns[i])]));
      return { key: `${kind}:${forms['vi']![0]!.toLowerCase()}`, kind, forms };
    });
  return [...read(places, 'place'), ...read(organisations, 'organisation')];
});

const byKey = lazy(() => new Map(concepts().map((concept) => [concept.key, concept])));

export const conceptOf = (key: string): NameConcept | null => byKey().get(key) ?? null;

const tables = perLanguage((lang) => {
  const table = new PhraseTable<Entry>();
  for (const concept of concepts()) {
    for (const form of concept.forms[lang] ?? [])
      table.add(form, lang, { concept, capital: isCapitalised(form) });
  }
  return table;
});

/** The place or organisation named at `tokens[from]`, longest form first. */
export const conceptAt = (
  tokens: readonly Token[],
  from: number,
  lang: string,
): { readonly concept: NameConcept; readonly end: number } | null => {
  const found = tables(lang).find(tokens, from);
  if (!found || (found.value.capital && !isCapitalised(tokens[from]!.raw))) return null;
  return { concept: found.value.concept, end: found.end };
};
