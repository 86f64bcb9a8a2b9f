/** The lexicon: concepts with their forms in several languages, and the finder of mentions. */
import { CharacterIndex } from './characterIndex.ts';
import endingsText from './endings.txt?raw';
import type { ConceptMention, Lexicon } from './model.ts';
import { eachForm, formsOf, readLines } from './parse.ts';
import { type Endings, WordIndex } from './wordIndex.ts';

export { countConcepts, type RepeatedConcept, repeatedConcepts } from './distinct.ts';
export type { ConceptMention, Lexicon } from './model.ts';
export { countVietnameseWords, lexiconProblems, lineProblems, vietnameseWords } from './problems.ts';
export { scanWords } from './words.ts';

const readEndings = (text: string): Map<string, Endings> => {
  const lists = new Map<string, Set<string>>();
  for (const line of text.split('\n')) {
    const match = /^([a-z]+\+?):(.+)$/u.exec(line.trim());
    if (!match) continue;
    const list = lists.get(match[1]!) ?? new Set<string>();
    for (const ending of match[2]!.trim().split(/\s+/u)) list.add(ending.replaceAll('ё', 'е'));
    lists.set(match[1]!, list);
  }
  const result = new Map<string, Endings>();
  for (const [lang, plain] of lists) {
    if (lang.endsWith('+')) continue;
    const endings = new Set(plain);
    for (const particle of lists.get(`${lang}+`) ?? [])
      for (const ending of ['', ...plain]) endings.add(ending + particle);
    result.set(lang, { endings, longest: Math.max(...[...endings].map((ending) => ending.length)) });
  }
  return result;
};

let endings: Map<string, Endings> | undefined;
const isCharacterLanguage = (lang: string): boolean => ['zh', 'ja', 'th', 'lo', 'km', 'my'].includes(lang);
/** A lone code of two letters is one already; this is asked for every sentence. */
const baseOf = (lang: string): string =>
  lang.length === 2 ? lang.toLowerCase() : lang.toLowerCase().split('-')[0]!;

/** Finds forms of one language in texts; forms may bear the marks of data/README.md. */
export interface FormIndex {
  /** The form is what `text` has from `start` to `end`, all of it if nothing is said. */
  addForm(text: string, concept: number, start?: number, end?: number): void;
  mentions(text: string): readonly ConceptMention[];
}

/** An index without forms, for lists that are no lexicon files. */
export const createFormIndex = (lang: string): FormIndex => {
  endings ??= readEndings(endingsText);
  const base = baseOf(lang);
  return isCharacterLanguage(base) ? new CharacterIndex() : new WordIndex(base, endings.get(base));
};

/** A lexicon out of the texts of its files (see data/README.md); concepts are numbered in reading order. */
export const parseLexicon = (texts: readonly string[]): Lexicon => {
  const files = texts.map(readLines);
  const starts: number[] = [];
  let size = 0;
  for (const { lines } of files) {
    starts.push(size);
    size += lines.length;
  }
  // each language is read when the first text in it comes
  const buildIndex = (lang: string): FormIndex => {
    const index = createFormIndex(lang);
    files.forEach(({ langs, lines }, file) => {
      const side = langs.indexOf(lang);
      if (side < 0) return;
      lines.forEach((line, at) => {
        const concept = starts[file]! + at;
        eachForm(line, side, (start, end) => index.addForm(line, concept, start, end));
      });
    });
    return index;
  };
  const langs = [...new Set(files.flatMap((file) => file.langs))];
  const indexes = new Map<string, FormIndex>();
  const indexOf = (lang: string): FormIndex | undefined => {
    let index = indexes.get(lang);
    if (!index && langs.includes(lang)) {
      index = buildIndex(lang);
      indexes.set(lang, index);
    }
    return index;
  };
  const none: readonly ConceptMention[] = [];
  return {
    langs,
    size,
    mentions: (text, lang) => indexOf(baseOf(lang))?.mentions(text) ?? none,
    forms: (concept, lang) => {
      if (concept < 0 || concept >= size) return [];
      let file = 0;
      while (file + 1 < starts.length && starts[file + 1]! <= concept) file += 1;
      const side = files[file]!.langs.indexOf(baseOf(lang));
      return side < 0 ? [] : formsOf(files[file]!.lines[concept - starts[file]!]!, side);
    },
  };
};

const bundledFiles = import.meta.glob('./data/*.txt', { query: '?raw', import: 'default', eager: true });
const bundledTexts = (): string[] =>
  Object.keys(bundledFiles)
    .sort()
    .map((name) => bundledFiles[name]!);
let bundled: Lexicon | undefined;

/** The lexicon that comes with the program; read on first use and then kept. */
export const bundledLexicon = (): Lexicon => {
  bundled ??= parseLexicon(bundledTexts());
  return bundled;
};

/** The bundled lexicon with a person's own files behind it. Their concepts come last, so that the bundled ones keep their numbers. */
export const lexiconWith = (texts: readonly string[]): Lexicon =>
  texts.length === 0 ? bundledLexicon() : parseLexicon([...bundledTexts(), ...texts]);
