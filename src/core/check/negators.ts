/** Finds words that make a sentence negative (data/negators.txt). */

import type { Word } from './check.ts';
import text from './data/negators.txt?raw';
import { foldWord, readWords } from './words.ts';

type Mark = '+' | '-' | '0';

export interface Negator {
  readonly start: number;
  readonly end: number;
  /** Strong: says no by itself. Soft: negative in meaning, may render a strong one. */
  readonly strong: boolean;
}

interface Entry {
  readonly mark: Mark;
  /** Folded words; Chinese one character each. */
  readonly words: readonly string[];
}

interface Table {
  /** By first word. */
  readonly byFirst: ReadonlyMap<string, readonly Entry[]>;
  /** Entries with a wildcard in the first word. */
  readonly stems: readonly Entry[];
  /** Entries whose first word fits, by word: most words begin none, and texts repeat their words. */
  readonly known: Map<string, readonly Entry[]>;
}
/** So many words are remembered. */
const MOST_KNOWN = 50_000;

const splitEntry = (words: string, lang: string): string[] =>
  lang === 'zh' ? [...words] : words.split(/\s+/u).map(foldWord);

export const readNegators = (file: string): ReadonlyMap<string, Table> => {
  const tables = new Map<string, { byFirst: Map<string, Entry[]>; stems: Entry[]; known: Table['known'] }>();
  for (const line of file.split('\n')) {
    const match = /^([a-z]{2}) ([+0-]) (.+)$/u.exec(line.trim());
    if (!match) continue;
    const [, lang = '', mark = '+', words = ''] = match;
    const table = tables.get(lang) ?? {
      byFirst: new Map<string, Entry[]>(),
      stems: [] as Entry[],
      known: new Map<string, readonly Entry[]>(),
    };
    tables.set(lang, table);
    const entry: Entry = { mark: mark as Mark, words: splitEntry(words, lang) };
    const first = entry.words[0] ?? '';
    if (first.includes('*')) table.stems.push(entry);
    else table.byFirst.set(first, [...(table.byFirst.get(first) ?? []), entry]);
  }
  return tables;
};

const TABLES = readNegators(text);
/** What may follow a particle that closes a question: the end, punctuation, or a new clause. */
const CLAUSE_FOLLOWS = /^\s*(?:$|[.?!;:,)…"“”»’'–—-]|(?:nếu|hay|hoặc|và|khi|thì|vì|bởi)(?!\p{L}))/iu;
const OPENS_CLAUSE = /(?:^|[.?!;:,(…"“„«‘–—-])\s*$/u;

const fits = (pattern: string, word: string): boolean => {
  if (!pattern.includes('*')) return pattern === word;
  if (pattern.startsWith('*')) return word.endsWith(pattern.slice(1)) && word.length > pattern.length;
  return word.startsWith(pattern.slice(0, -1));
};

/** Whether only spaces and hyphens stand between the words: a negator does not go on beyond a comma. */
const isUnbroken = (sentence: string, words: readonly Word[], at: number, length: number): boolean =>
  words
    .slice(at, at + length - 1)
    .every((word, offset) => /^[\s-]*$/u.test(sentence.slice(word.end, words[at + offset + 1]?.start)));

const beginAt = (table: Table, word: string): readonly Entry[] => {
  const known = table.known.get(word);
  if (known) return known;
  const stems = table.stems.filter(({ words: [first = ''] }) => fits(first, word));
  const found = [...(table.byFirst.get(word) ?? []), ...stems];
  if (table.known.size >= MOST_KNOWN) table.known.clear();
  table.known.set(word, found);
  return found;
};

/** Of the entries that fit here, the one that is longest; exact words before stems, and longer stems before shorter. */
const lookUp = (table: Table, sentence: string, words: readonly Word[], at: number): Entry | undefined => {
  let best: Entry | undefined;
  let bestWeight = 0;
  for (const entry of beginAt(table, words[at]!.fold)) {
    if (!entry.words.every((pattern, offset) => fits(pattern, words[at + offset]?.fold ?? ''))) continue;
    if (!isUnbroken(sentence, words, at, entry.words.length)) continue;
    const weight =
      entry.words.length * 100 + entry.words.join('').length + (entry.words[0]?.includes('*') ? 0 : 50);
    if (weight > bestWeight) [best, bestWeight] = [entry, weight];
  }
  return best;
};

/**
 * In reading order. A Vietnamese particle that closes a question (`… không?`, `… chưa?`) says nothing: negation stands before
 * its verb, so what stands at the end of a clause is the particle. `words`: those of the sentence.
 */
export const findNegators = (
  sentence: string,
  lang: string,
  words: readonly Word[] = readWords(sentence),
): readonly Negator[] => {
  const table = TABLES.get(lang.slice(0, 2));
  if (!table) return [];
  const found: Negator[] = [];
  for (let at = 0; at < words.length; at++) {
    const entry = lookUp(table, sentence, words, at);
    if (!entry) continue;
    const [first, last] = [words[at]!, words[at + entry.words.length - 1]!];
    if (entry.mark !== '0' && !isParticle(sentence, lang, first, last, words[at + 1]))
      found.push({ start: first.start, end: last.end, strong: entry.mark === '+' });
    at += entry.words.length - 1;
  }
  return lang.startsWith('ru') ? dropConcord(sentence, found) : found;
};

/** Russian says no twice (`никто … не`): where the verb is denied, the pronoun adds nothing. */
const dropConcord = (sentence: string, found: readonly Negator[]): readonly Negator[] => {
  const isPronoun = (negator: Negator): boolean =>
    /^(?:ни|неко|нече)/iu.test(sentence.slice(negator.start, negator.end)) &&
    !/\sне$/iu.test(sentence.slice(negator.start, negator.end));
  const isVerbDenied = found.some((negator) => negator.strong && !isPronoun(negator));
  return isVerbDenied ? found.filter((negator) => !(negator.strong && isPronoun(negator))) : found;
};

const isParticle = (
  sentence: string,
  lang: string,
  first: Word,
  last: Word,
  next: Word | undefined,
): boolean => {
  if (lang !== 'vi' || (last.fold !== 'không' && last.fold !== 'chưa')) return false;
  if (OPENS_CLAUSE.test(sentence.slice(0, first.start))) return false;
  if (CLAUSE_FOLLOWS.test(sentence.slice(last.end))) return true;
  // `còn chuyến nào không bác?`: one word of address may follow.
  return next !== undefined && /^[\s"”»’')]*[?？]/u.test(sentence.slice(next.end));
};
