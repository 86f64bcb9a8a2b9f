/** Readers of the data files in ./data: lines of `a | b | c`, commas inside a column, `#` comments. */

import type { Token } from './tokens.ts';
import { tokenise } from './tokens.ts';

/** Rows of a data file; columns trimmed. */
export const parseRows = (file: string): string[][] =>
  file
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('|').map((column) => column.trim()));

/** The forms of one column; a lone dash means that the language has none. */
export const parseForms = (column: string | undefined): string[] =>
  (column ?? '')
    .split(',')
    .map((form) => form.trim().normalize('NFC'))
    .filter((form) => form !== '' && form !== '–');

/** Computes a value at its first use: data files are parsed only when a text needs them. */
export const lazy = <T>(compute: () => T): (() => T) => {
  let value: { readonly computed: T } | null = null;
  return () => {
    value ??= { computed: compute() };
    return value.computed;
  };
};

export const perLanguage = <T>(compute: (lang: string) => T): ((lang: string) => T) => {
  const known = new Map<string, T>();
  return (lang) => {
    const found = known.get(lang);
    if (found !== undefined) return found;
    const value = compute(lang);
    known.set(lang, value);
    return value;
  };
};

/** Longest inflectional ending that a `stem~` allows. */
const LONGEST_ENDING = 4;

interface PhraseNode<T> {
  readonly words: Map<string, PhraseNode<T>>;
  readonly stems: Map<string, PhraseNode<T>>;
  /** Stems that may be followed by anything. */
  readonly openStems: Map<string, PhraseNode<T>>;
  longestStem: number;
  value: T | null;
}

const emptyNode = <T>(): PhraseNode<T> => ({
  words: new Map(),
  stems: new Map(),
  openStems: new Map(),
  longestStem: 0,
  value: null,
});

/** Words of one or two letters (`m`, `V`, `г`) keep their case; longer ones are met in any case. */
const keyOf = (token: Token): string => (token.raw.length <= 2 ? token.raw : token.text);

/** How many tables have been numbered. */
let tableCount = 0;

const NOTHING: readonly PhraseNode<unknown>[] = [];

/** A set of phrases, found by the longest match from a token on. `word~` stands for a stem
 * and its endings, `word*` for a stem and anything after it. */
export class PhraseTable<T> {
  private readonly root = emptyNode<T>();
  /** Under this number tokens keep what begins at their spelling: most words begin nothing, and texts repeat their words. */
  private number = -1;
  /** The first two letters of all stems that a phrase begins with (or the only one): most words share none. */
  private readonly starts = new Set<string>();

  add(phrase: string, lang: string, value: T): void {
    this.number = -1;
    let node = this.root;
    const marked = phrase.split(/[\s-]+/);
    for (const token of tokenise(phrase.replace(/[~*]/g, ''), lang)) {
      const open = marked.includes(`${token.raw}*`);
      const stem = open || marked.includes(`${token.raw}~`);
      const map = open ? node.openStems : stem ? node.stems : node.words;
      const key = stem ? token.text : keyOf(token);
      let next = map.get(key);
      if (!next) {
        next = emptyNode();
        map.set(key, next);
        if (stem) node.longestStem = Math.max(node.longestStem, key.length);
        if (stem && node === this.root) this.starts.add(key.slice(0, 2));
      }
      node = next;
    }
    node.value ??= value;
  }

  /** The longest phrase that begins at `tokens[from]`; `end` is the index after its last token. */
  find(tokens: readonly Token[], from: number): { readonly value: T; readonly end: number } | null {
    const first = tokens[from];
    return first && this.begin(first).length > 0 ? this.walk(this.root, tokens, from, from) : null;
  }

  private walk(
    node: PhraseNode<T>,
    tokens: readonly Token[],
    index: number,
    from: number,
  ): { readonly value: T; readonly end: number } | null {
    const token = tokens[index];
    if (token && (index === from || token.gap !== '-' || node !== this.root)) {
      for (const next of node === this.root ? this.begin(token) : this.steps(node, token)) {
        const found = this.walk(next, tokens, index + 1, from);
        if (found) return found;
      }
    }
    return node.value !== null && index > from ? { value: node.value, end: index } : null;
  }

  private begin(token: Token): readonly PhraseNode<T>[] {
    if (this.number < 0) this.number = tableCount++;
    const known = token.begun[this.number] as readonly PhraseNode<T>[] | undefined;
    if (known) return known;
    const found = this.steps(this.root, token);
    const nodes = found.length === 0 ? (NOTHING as readonly PhraseNode<T>[]) : found;
    token.begun[this.number] = nodes;
    return nodes;
  }

  private steps(node: PhraseNode<T>, token: Token): readonly PhraseNode<T>[] {
    const exact =
      node.words.get(token.raw) ?? (token.raw.length > 2 ? node.words.get(token.text) : undefined);
    const found = exact ? [exact] : [];
    if (node.longestStem === 0) return found;
    if (node === this.root && !this.starts.has(token.text.slice(0, 2)) && !this.starts.has(token.text[0]!))
      return found;
    const longest = Math.min(token.text.length, node.longestStem);
    for (let length = longest; length >= 1; length--) {
      const head = token.text.slice(0, length);
      const stem = length >= token.text.length - LONGEST_ENDING ? node.stems.get(head) : undefined;
      if (stem) found.push(stem);
      const open = node.openStems.get(head);
      if (open) found.push(open);
    }
    return found;
  }
}
