/** The lexicon: concepts with their forms in several languages, and the finder of mentions. */
import { CharacterIndex } from './characterIndex.ts';
import endingsText from './endings.txt?raw';
import type { ConceptMention, Lexicon } from './model.ts';
import { parseLines } from './parse.ts';
import { type Endings, WordIndex } from './wordIndex.ts';

export type { ConceptMention, Lexicon } from './model.ts';
export { lexiconProblems } from './parse.ts';

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
const baseOf = (lang: string): string => lang.toLowerCase().split('-')[0]!;

/** A lexicon out of the texts of its files (see data/README.md); concepts are numbered in reading order. */
export const parseLexicon = (texts: readonly string[]): Lexicon => {
  endings ??= readEndings(endingsText);
  const inflections = endings;
  const indexes = new Map<string, WordIndex | CharacterIndex>();
  const concepts: { langs: readonly string[]; forms: readonly (readonly string[])[] }[] = [];
  for (const text of texts) {
    const { langs, concepts: lines } = parseLines(text);
    const sides = langs.map((lang) => {
      let index = indexes.get(lang);
      if (!index) {
        index = isCharacterLanguage(lang) ? new CharacterIndex() : new WordIndex(lang, inflections.get(lang));
        indexes.set(lang, index);
      }
      return index;
    });
    for (const { forms } of lines) {
      const concept = concepts.length;
      concepts.push({ langs, forms });
      sides.forEach((index, at) => {
        for (const form of forms[at] ?? []) index.addForm(form, concept);
      });
    }
  }
  const none: readonly ConceptMention[] = [];
  return {
    langs: [...indexes.keys()],
    size: concepts.length,
    mentions: (text, lang) => indexes.get(baseOf(lang))?.mentions(text) ?? none,
    forms: (concept, lang) => {
      const line = concepts[concept];
      return line?.forms[line.langs.indexOf(baseOf(lang))] ?? [];
    },
  };
};

const bundledFiles = import.meta.glob('./data/*.txt', { query: '?raw', import: 'default', eager: true });
let bundled: Lexicon | undefined;

/** The lexicon that comes with the program; read on first use and then kept. */
export const bundledLexicon = (): Lexicon => {
  bundled ??= parseLexicon(
    Object.keys(bundledFiles)
      .sort()
      .map((name) => bundledFiles[name]!),
  );
  return bundled;
};
