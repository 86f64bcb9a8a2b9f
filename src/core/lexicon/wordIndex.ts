/**
 * Finds the forms of languages that write words: exact forms, inflected stems (`stem~`), families (`stem*`), forms of several
 * words, and the parts of German compounds. What a word may be is worked out once and remembered.
 */
import type { ConceptMention } from './model.ts';
import { foldWord, isInWord, spellingOf, spellWords } from './words.ts';

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
const SHORTEST_PART = 4;

const add = (list: number[] | undefined, value: number): number[] => {
  if (!list) return [value];
  if (!list.includes(value)) list.push(value);
  return list;
};

/** What a word of a form may stand for; a pattern is three times the word's number and one of these. */
const [EXACT, STEM, FAMILY] = [0, 1, 2];
const kindOf = (mark: number): number => (mark === 126 /* ~ */ ? STEM : mark === 42 /* * */ ? FAMILY : EXACT);

export class WordIndex {
  /** Words of forms, folded, with their numbers. */
  private readonly words = new Map<string, number>();
  /** By word: bits of the kinds it is written in. */
  private readonly kinds: number[] = [];
  /** By pattern: the forms that begin with it. */
  private readonly first: (Node | undefined)[] = [];
  private longestStem = 0;
  /** Vietnamese forms share few syllables, and these take long to fold. */
  private readonly folded = new Map<string, string>();
  /** What the words of texts may be, by the number of their spelling. */
  private readings: Reading[] = [];
  private generation = -1;

  constructor(
    private readonly lang: string,
    private readonly inflection: Endings | undefined,
  ) {}

  /** The form is what `text` has from `start` to `end`. */
  addForm(text: string, concept: number, start = 0, end = text.length): void {
    let node: Node | undefined;
    for (let at = start; at < end; ) {
      while (at < end && !isInWord(text.charCodeAt(at))) at++;
      if (at >= end) break;
      const from = at;
      while (at < end && isInWord(text.charCodeAt(at))) at++;
      const kind = at < end ? kindOf(text.charCodeAt(at)) : EXACT;
      const pattern = this.pattern(text.slice(from, at), kind);
      if (!node) {
        node = this.first[pattern];
        if (!node) {
          node = { next: undefined, concepts: undefined };
          this.first[pattern] = node;
        }
        continue;
      }
      node.next ??= new Map();
      let after = node.next.get(pattern);
      if (!after) {
        after = { next: undefined, concepts: undefined };
        node.next.set(pattern, after);
      }
      node = after;
    }
    if (node) node.concepts = add(node.concepts, concept);
  }

  private fold(word: string): string {
    if (this.lang !== 'vi') return foldWord(word, this.lang);
    let key = this.folded.get(word);
    if (key === undefined) {
      key = foldWord(word, this.lang);
      this.folded.set(word, key);
    }
    return key;
  }

  private pattern(word: string, kind: number): number {
    const key = this.fold(word);
    let number = this.words.get(key);
    if (number === undefined) {
      number = this.words.size;
      this.words.set(key, number);
      this.kinds.push(0);
      this.first.push(undefined, undefined, undefined);
    }
    this.kinds[number]! |= 1 << kind;
    if (kind !== EXACT) this.longestStem = Math.max(this.longestStem, key.length);
    return 3 * number + kind;
  }

  /** The pattern of a folded word, or of the beginning of one, if some form is written so. */
  private find(word: string, kind: number): number | undefined {
    const number = this.words.get(word);
    return number !== undefined && this.kinds[number]! & (1 << kind) ? 3 * number + kind : undefined;
  }

  /** Patterns that a folded word fits. A family speaks only where no word and no stem means something, and the longest one. */
  private patternsOf(word: string): { patterns: number[]; family: number } {
    const patterns: number[] = [];
    const exact = this.find(word, EXACT);
    if (exact !== undefined) patterns.push(exact);
    const shortest = this.inflection ? Math.max(1, word.length - this.inflection.longest) : word.length;
    for (let length = Math.min(word.length, this.longestStem); length >= shortest; length--) {
      const stem = this.find(word.slice(0, length), STEM);
      if (stem === undefined) continue;
      if (length === word.length || this.inflection?.endings.has(word.slice(length))) patterns.push(stem);
    }
    let family = 0;
    for (let length = Math.min(word.length, this.longestStem); length >= 2; length--) {
      const pattern = this.find(word.slice(0, length), FAMILY);
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
      const found = this.first[pattern]?.concepts;
      for (const concept of found ?? []) concepts = add(concepts, concept);
    }
    return concepts;
  }

  private reading(number: number): Reading {
    const known = this.readings[number];
    if (known) return known;
    const reading = this.read(spellingOf(number));
    this.readings[number] = reading;
    return reading;
  }

  private read(raw: string): Reading {
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
    const begins = patterns.some((pattern) => this.first[pattern]?.next !== undefined);
    return { patterns, concepts, parts, begins };
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
    return [EXACT, STEM, FAMILY]
      .map((kind) => this.find(part, kind))
      .filter((pattern) => pattern !== undefined);
  }

  mentions(text: string): ConceptMention[] {
    const { bounds, numbers, generation } = spellWords(text);
    if (generation !== this.generation) this.readings = [];
    this.generation = generation;
    const words = numbers.length;
    const found: ConceptMention[] = [];
    const readings = numbers.map((number) => this.reading(number));
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
    let nodes: Node[] = [];
    for (const pattern of readings[at]!.patterns) {
      const node = this.first[pattern];
      if (node?.next) nodes.push(node);
    }
    let best: { words: number; concepts: number[] } | undefined;
    for (let depth = 1; at + depth < readings.length && nodes.length > 0; depth++) {
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
      if (concepts) best = { words: depth + 1, concepts };
      nodes = reached;
    }
    return best;
  }
}
