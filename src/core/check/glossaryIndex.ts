/** A project's terms, found in texts whatever their inflection; and who speaks of which concept. */
import { createFormIndex, type FormIndex } from '../lexicon/index.ts';
import { baseLanguage } from '../text/index.ts';
import endingsText from './data/term-endings.txt?raw';
import type { GlossaryConcept, GlossaryTerm } from './glossary.ts';
import { foldWord, readWords } from './words.ts';

export interface IndexedTerm extends GlossaryTerm {
  /** The place of its concept in the glossary. */
  readonly concept: number;
}
export interface TermMention {
  readonly start: number;
  readonly end: number;
  /** Terms that the words may be: the same words may stand for several concepts. */
  readonly terms: readonly IndexedTerm[];
}
export interface GlossaryIndex {
  /** In reading order, longest match first, not overlapping. */
  mentions(text: string, lang: string): readonly TermMention[];
  /** Terms of a concept in a language, the preferred ones first. */
  terms(concept: number, lang: string): readonly IndexedTerm[];
  /** Whether a text has the words of a term, in whatever order, or inside a compound. */
  holds(text: string, term: GlossaryTerm): boolean;
}

/** A stem shorter than this says nothing. */
const SHORTEST_STEM = 4;

const lines = endingsText.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
const readList = (head: string): readonly string[] =>
  lines
    .filter((line) => line.startsWith(`${head}:`))
    .flatMap((line) =>
      line
        .slice(head.length + 1)
        .trim()
        .split(/\s+/u),
    )
    .sort((a, b) => b.length - a.length);
const ENDINGS: Readonly<Record<string, readonly string[]>> = { de: readList('de'), ru: readList('ru') };
const readChanges = (lang: string): readonly (readonly [string, string])[] =>
  readList(`changes ${lang}`).map((change) => change.split('>') as [string, string]);
const CHANGES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  de: readChanges('de'),
  ru: readChanges('ru'),
};

/** The stems of a word; the word itself where it does not inflect. */
const stemsOf = (word: string, lang: string): readonly string[] => {
  const endings = ENDINGS[lang];
  // Acronyms and numbers stay as they are.
  if (!endings || /\p{N}/u.test(word) || (word.length > 1 && word === word.toUpperCase())) return [word];
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= SHORTEST_STEM);
  const stem = ending === undefined ? word : word.slice(0, -ending.length);
  const changed = (CHANGES[lang] ?? []).flatMap(([plain, umlaut]) => {
    const swap = (from: string, to: string): string[] => {
      const at = stem.lastIndexOf(from);
      return at < 0 ? [] : [stem.slice(0, at) + to + stem.slice(at + from.length)];
    };
    return [...swap(plain, umlaut), ...swap(umlaut, plain)];
  });
  return [...new Set([stem, ...changed])];
};

/** Forms with the marks of the lexicon: `strategisch~ Partnerschaft~`. A change of the stem is looked for in the last word alone. */
export const formsOfTerm = (term: GlossaryTerm): readonly string[] => {
  const lang = baseLanguage(term.lang);
  if (lang === 'zh' || lang === 'ja') return [term.text];
  const words = readWords(term.text).map(({ text }) => text);
  if (!ENDINGS[lang]) return [words.join(' ')];
  const stems = words.map((word) => stemsOf(word, lang));
  const before = stems.slice(0, -1).map(([stem]) => `${stem}~`);
  return (stems.at(-1) ?? []).map((last) => [...before, `${last}~`].join(' '));
};

const makeIndex = (glossary: readonly GlossaryConcept[]): GlossaryIndex => {
  const byLang = new Map<string, { readonly index: FormIndex; readonly terms: IndexedTerm[] }>();
  const build = (lang: string): { readonly index: FormIndex; readonly terms: IndexedTerm[] } => {
    const made = { index: createFormIndex(lang), terms: [] as IndexedTerm[] };
    glossary.forEach((concept, number) => {
      for (const term of concept.terms) {
        if (baseLanguage(term.lang) !== lang) continue;
        for (const form of formsOfTerm(term)) made.index.addForm(form, made.terms.length);
        made.terms.push({ ...term, concept: number });
      }
    });
    return made;
  };
  const of = (lang: string) => {
    const base = baseLanguage(lang);
    const known = byLang.get(base) ?? build(base);
    byLang.set(base, known);
    return known;
  };
  const order = { preferred: 0, admitted: 1, forbidden: 2 };
  return {
    mentions: (text, lang) => {
      const { index, terms } = of(lang);
      if (terms.length === 0) return [];
      return index
        .mentions(text)
        .map(({ start, end, concepts }) => ({ start, end, terms: concepts.map((at) => terms[at]!) }));
    },
    terms: (concept, lang) =>
      (glossary[concept]?.terms ?? [])
        .filter((term) => baseLanguage(term.lang) === baseLanguage(lang))
        .map((term) => ({ ...term, concept }))
        .sort((a, b) => order[a.status] - order[b.status]),
    holds: (text, term) => {
      const lang = baseLanguage(term.lang);
      if (lang === 'zh' || lang === 'ja')
        return text.replace(/\s+/gu, '').includes(term.text.replace(/\s+/gu, ''));
      const words = readWords(text).map(({ fold }) => fold);
      return readWords(term.text).every(({ text: part }) => {
        const stems = stemsOf(part, lang).map(foldWord);
        return words.some((word) =>
          stems.some((stem) =>
            ENDINGS[lang] && stem.length >= SHORTEST_STEM ? word.includes(stem) : word === stem,
          ),
        );
      });
    },
  };
};

const known = new WeakMap<readonly GlossaryConcept[], GlossaryIndex>();
/** Built once for each glossary. */
export const indexGlossary = (glossary: readonly GlossaryConcept[]): GlossaryIndex => {
  const made = known.get(glossary) ?? makeIndex(glossary);
  known.set(glossary, made);
  return made;
};
