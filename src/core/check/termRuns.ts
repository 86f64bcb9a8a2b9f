/** The runs of words of a text that may be terms, as numbers, with how many beads have each: texts of a hundred thousand runs are counted. */
import { isStopWord } from '../text/index.ts';
import type { Word } from './check.ts';
import { stemOf } from './stems.ts';

/** A term of one word has so many letters. */
const LEAST_KEY = 4;
const LONGEST_TERM = 4;
const LETTER = /\p{L}/u;

/** `Bên A`, `Сторона Б`: a mark makes a term of the word before it. */
export const isMark = (word: Word | undefined): boolean =>
  word !== undefined && word.text.length === 1 && word.text !== word.text.toLowerCase();

/** Words of a segment, numbered alike where they make the same term. */
interface NumberedWords {
  readonly words: readonly Word[];
  readonly numbers: Int32Array;
  /** A term neither begins nor ends with these. */
  readonly isGrammar: readonly boolean[];
}

/**
 * Whether longer runs from here are wanted. `isTerm` is false where the run ends in a word of grammar; `length` is in words, `start` and
 * `end` are offsets in the segment.
 */
type Visit = (run: number, isTerm: boolean, length: number, start: number, end: number) => boolean;

export class TermRuns {
  private readonly isSyllabic: boolean;
  private readonly words = new Map<string, number>();
  private readonly spellings: string[] = [];
  /** By run: the run without its last word (from 1, 0 for none), its last word, its beads, and the bead that had it last. */
  private before = new Int32Array(1 << 12);
  private last = new Int32Array(1 << 12);
  private beads = new Int32Array(1 << 12);
  private seen = new Int32Array(1 << 12).fill(-1);
  private size = 0;
  /** Runs from 1 by what they are made of, twice as many places as runs. */
  private slots = new Int32Array(1 << 13);

  constructor(private readonly lang: string) {
    this.isSyllabic = lang === 'vi' || lang === 'zh';
  }

  read(words: readonly Word[]): NumberedWords {
    const numbers = Int32Array.from(words, ({ fold }) => this.numberOf(fold));
    const isGrammar = words.map(
      (word, at) =>
        (isStopWord(word.fold, this.lang) && !isMark(words[at + 1]) && !isMark(word)) ||
        !LETTER.test(word.text),
    );
    return { words, numbers, isGrammar };
  }

  private numberOf(fold: string): number {
    const spelling = this.isSyllabic ? fold : stemOf(fold, this.lang);
    let number = this.words.get(spelling);
    if (number === undefined) {
      number = this.spellings.length;
      this.words.set(spelling, number);
      this.spellings.push(spelling);
    }
    return number;
  }

  /** A bead has the terms of one word and of two that are in these. */
  countShort({ words, numbers, isGrammar }: NumberedWords, bead: number): void {
    for (let at = 0; at < words.length; at++) {
      if (isGrammar[at]) continue;
      const hasNext =
        at + 1 < words.length && !isGrammar[at + 1] && words[at + 1]!.start - words[at]!.end <= 1;
      const isTerm = this.isTerm(numbers[at]!);
      if (!hasNext && !isTerm) continue;
      const run = this.extend(-1, numbers[at]!);
      if (isTerm) this.count(run, bead);
      if (hasNext) this.count(this.extend(run, numbers[at + 1]!), bead);
    }
  }

  /** Whether a word may be a term by itself. */
  private isTerm(word: number): boolean {
    return !this.isSyllabic && this.spellings[word]!.length >= LEAST_KEY;
  }

  /** All runs of up to so many words without a border inside, from each word on the shorter ones first. */
  visit({ words, numbers, isGrammar }: NumberedWords, visit: Visit): void {
    for (let from = 0; from < words.length; from++) {
      if (isGrammar[from]) continue;
      let run = -1;
      for (let to = from; to < words.length && to < from + LONGEST_TERM; to++) {
        if (to > from && words[to]!.start - words[to - 1]!.end > 1) break;
        run = this.extend(run, numbers[to]!);
        if (to === from && !this.isTerm(numbers[to]!)) continue;
        // A run that does not recur is no part of a longer one that does.
        if (!visit(run, !isGrammar[to], to - from + 1, words[from]!.start, words[to]!.end)) break;
      }
    }
  }

  /** A bead has the run; beads come in order. */
  count(run: number, bead: number): void {
    if (this.seen[run] === bead) return;
    this.seen[run] = bead;
    this.beads[run]!++;
  }

  beadsOf(run: number): number {
    return this.beads[run]!;
  }

  /** The words of a run, joined by spaces. */
  spell(run: number): string {
    const word = this.spellings[this.last[run]!]!;
    return this.before[run] === 0 ? word : `${this.spell(this.before[run]! - 1)} ${word}`;
  }

  /** `run`: -1 before the first word. */
  private extend(run: number, word: number): number {
    const mask = this.slots.length - 1;
    let slot = this.slotOf(run + 1, word) & mask;
    for (let known = this.slots[slot]!; known !== 0; known = this.slots[slot]!) {
      if (this.before[known - 1] === run + 1 && this.last[known - 1] === word) return known - 1;
      slot = (slot + 1) & mask;
    }
    if (this.size === this.before.length) {
      this.grow();
      return this.extend(run, word);
    }
    const number = this.size++;
    this.slots[slot] = number + 1;
    this.before[number] = run + 1;
    this.last[number] = word;
    return number;
  }

  private slotOf(before: number, word: number): number {
    const mixed = Math.imul(before, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
    return mixed ^ (mixed >>> 15);
  }

  private grow(): void {
    const enlarge = (list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const larger = new Int32Array(list.length * 2);
      larger.set(list);
      return larger;
    };
    this.before = enlarge(this.before);
    this.last = enlarge(this.last);
    this.beads = enlarge(this.beads);
    const { seen } = this;
    this.seen = new Int32Array(seen.length * 2).fill(-1);
    this.seen.set(seen);
    this.slots = new Int32Array(this.slots.length * 2);
    const mask = this.slots.length - 1;
    for (let run = 0; run < this.size; run++) {
      let slot = this.slotOf(this.before[run]!, this.last[run]!) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = run + 1;
    }
  }
}
