/**
 * Finds the forms of languages that write words: exact forms, inflected stems (`stem~`), families (`stem*`), forms of several
 * words, and the parts of German compounds. What a word may be is worked out once and remembered.
 */
import type { ConceptMention } from './model.ts';
import { foldWord, scanWords } from './words.ts';

export interface Endings {
  readonly endings: ReadonlySet<string>;
  readonly longest: number;
}

/** A place in the tree of forms: what may come next, and the concepts of the form that ends here. */
interface Node {
  next: Map<number, Node> | undefined;
  concepts: number[] | undefined;
}

/** A part of a word that has a meaning of its own, with offsets in the word. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly concepts: readonly number[];
}

/** What a word may be: patterns that begin or continue forms, and its parts where it is a compound. */
interface Reading {
  readonly patterns: readonly number[];
  readonly concepts: readonly number[] | undefined;
  readonly parts: readonly Part[];
  /** Whether some form of several words begins with it. */
  readonly begins: boolean;
}

const LINKS = ['', 's', 'es', 'n', 'en', 'er', 'e', 'ns'];
const MOST_READINGS = 200_000;
const SHORTEST_PART = 4;

const add = (list: number[] | undefined, value: number): number[] => {
  if (!list) return [value];
  if (!list.includes(value)) list.push(value);
  return list;
};

export class WordIndex {
  private readonly root: Node = { next: new Map(), concepts: undefined };
  private readonly exact = new Map<string, number>();
  private readonly stems = new Map<string, number>();
  private readonly families = new Map<string, number>();
  private longestStem = 0;
  private patternCount = 0;
  /** Words of forms as compared; Vietnamese forms share few syllables. */
  private readonly folded = new Map<string, string>();
  private readonly readings = new Map<string, Reading>();

  constructor(
    private readonly lang: string,
    private readonly inflection: Endings | undefined,
  ) {}

  addForm(form: string, concept: number): void {
    let node = this.root;
    const bounds = scanWords(form);
    if (bounds.length === 0) return;
    for (let at = 0; at < bounds.length; at += 2) {
      const pattern = this.pattern(form.slice(bounds[at], bounds[at + 1]), form[bounds[at + 1]!] ?? '');
      node.next ??= new Map();
      let after = node.next.get(pattern);
      if (!after) {
        after = { next: undefined, concepts: undefined };
        node.next.set(pattern, after);
      }
      node = after;
    }
    node.concepts = add(node.concepts, concept);
  }

  private pattern(word: string, mark: string): number {
    const table = mark === '~' ? this.stems : mark === '*' ? this.families : this.exact;
    let key = this.folded.get(word);
    if (key === undefined) {
      key = foldWord(word, this.lang);
      this.folded.set(word, key);
    }
    let pattern = table.get(key);
    if (pattern === undefined) {
      pattern = this.patternCount++;
      table.set(key, pattern);
      if (table !== this.exact) this.longestStem = Math.max(this.longestStem, key.length);
    }
    return pattern;
  }

  /** Patterns that a folded word fits. A family speaks only where no word and no stem means something, and the longest one. */
  private patternsOf(word: string): { patterns: number[]; family: number } {
    const patterns: number[] = [];
    const exact = this.exact.get(word);
    if (exact !== undefined) patterns.push(exact);
    const shortest = this.inflection ? Math.max(1, word.length - this.inflection.longest) : word.length;
    for (let length = Math.min(word.length, this.longestStem); length >= shortest; length--) {
      const stem = this.stems.get(word.slice(0, length));
      if (stem === undefined) continue;
      if (length === word.length || this.inflection?.endings.has(word.slice(length))) patterns.push(stem);
    }
    let family = 0;
    for (let length = Math.min(word.length, this.longestStem); length >= 2; length--) {
      const pattern = this.families.get(word.slice(0, length));
      if (pattern === undefined) continue;
      if (length === word.length || !this.conceptsOf(patterns)) {
        patterns.push(pattern);
        family = length;
      }
      break;
    }
    return { patterns, family };
  }

  private conceptsOf(patterns: readonly number[]): number[] | undefined {
    let concepts: number[] | undefined;
    for (const pattern of patterns) {
      const found = this.root.next?.get(pattern)?.concepts;
      for (const concept of found ?? []) concepts = add(concepts, concept);
    }
    return concepts;
  }

  private reading(raw: string): Reading {
    const known = this.readings.get(raw);
    if (known) return known;
    const word = foldWord(raw, this.lang);
    const { patterns, family } = this.patternsOf(word);
    const concepts = this.conceptsOf(patterns);
    let parts: readonly Part[] = [];
    if (this.lang === 'de' && raw.length === word.length) {
      if (!concepts) parts = this.compound(word, 0, 3) ?? [];
      else if (family > 0 && word.length - family >= SHORTEST_PART) {
        const rest = this.tail(word, family, 2);
        if (rest) parts = [{ start: 0, end: family, concepts }, ...rest];
      }
    }
    const begins = patterns.some((pattern) => this.root.next?.get(pattern)?.next !== undefined);
    const reading = { patterns, concepts, parts, begins };
    if (this.readings.size >= MOST_READINGS) this.readings.clear();
    this.readings.set(raw, reading);
    return reading;
  }

  /** The parts of a compound from `from` on, all of them known, or undefined. Long first parts are tried first. */
  private compound(word: string, from: number, depth: number): Part[] | undefined {
    for (let end = word.length - SHORTEST_PART; end - from >= SHORTEST_PART; end--) {
      const concepts = this.conceptsOf(this.plainPatterns(word.slice(from, end)));
      if (!concepts) continue;
      const rest = this.tail(word, end, depth - 1);
      if (rest) return [{ start: from, end, concepts }, ...rest];
    }
    return undefined;
  }

  private tail(word: string, from: number, depth: number): Part[] | undefined {
    for (const link of LINKS) {
      const start = from + link.length;
      if (word.length - start < SHORTEST_PART || !word.startsWith(link, from)) continue;
      const concepts = this.conceptsOf(this.patternsOf(word.slice(start)).patterns);
      if (concepts) return [{ start, end: word.length, concepts }];
      const further = depth > 1 ? this.compound(word, start, depth - 1) : undefined;
      if (further) return further;
    }
    return undefined;
  }

  /** Patterns of a first part: as it stands, or a stem without any ending. */
  private plainPatterns(part: string): number[] {
    return [this.exact.get(part), this.stems.get(part), this.families.get(part)].filter(
      (pattern) => pattern !== undefined,
    );
  }

  mentions(text: string): ConceptMention[] {
    const bounds = scanWords(text);
    const words = bounds.length / 2;
    const found: ConceptMention[] = [];
    const readings: Reading[] = new Array(words);
    for (let at = 0; at < words; at++)
      readings[at] = this.reading(text.slice(bounds[2 * at], bounds[2 * at + 1]));
    for (let at = 0; at < words; ) {
      const reading = readings[at]!;
      const start = bounds[2 * at]!;
      const longer = reading.begins ? this.longest(readings, at) : undefined;
      if (longer) {
        found.push({ start, end: bounds[2 * (at + longer.words) - 1]!, concepts: longer.concepts });
        at += longer.words;
        continue;
      }
      if (reading.parts.length > 0) {
        for (const part of reading.parts)
          found.push({ start: start + part.start, end: start + part.end, concepts: part.concepts });
      } else if (reading.concepts) {
        found.push({ start, end: bounds[2 * at + 1]!, concepts: reading.concepts });
      }
      at += 1;
    }
    return found;
  }

  /** The longest form of two words or more that begins at a word. */
  private longest(
    readings: readonly Reading[],
    at: number,
  ): { words: number; concepts: number[] } | undefined {
    let nodes: Node[] = [this.root];
    let best: { words: number; concepts: number[] } | undefined;
    for (let depth = 0; at + depth < readings.length && nodes.length > 0; depth++) {
      const reached: Node[] = [];
      let concepts: number[] | undefined;
      for (const node of nodes) {
        for (const pattern of readings[at + depth]!.patterns) {
          const after = node.next?.get(pattern);
          if (!after) continue;
          if (after.next) reached.push(after);
          for (const concept of after.concepts ?? []) concepts = add(concepts, concept);
        }
      }
      if (concepts && depth > 0) best = { words: depth + 1, concepts };
      nodes = reached;
    }
    return best;
  }
}
