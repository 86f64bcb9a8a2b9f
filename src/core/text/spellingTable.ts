/**
 * Numbers the words of texts by their spelling, without cutting them out first: texts repeat their words, and a substring with its hash for each
 * place where one stands costs more than looking it up.
 */

/** So many spellings are remembered; then the table begins anew. */
const MOST = 100_000;

export class SpellingTable {
  private slots = new Int32Array(1 << 12);
  private hashes = new Int32Array(1 << 11);
  private words: string[] = [];

  /** `forget` is called when the numbers given so far hold no more. */
  constructor(private readonly forget: () => void = () => undefined) {}

  /** How many spellings there are; they are numbered from 0. */
  get size(): number {
    return this.words.length;
  }

  spelling(number: number): string {
    return this.words[number]!;
  }

  /** To be called between texts: gives up old spellings where there are too many, so that no text loses its numbers midway. */
  trim(): void {
    if (this.words.length < MOST) return;
    this.slots = new Int32Array(1 << 12);
    this.hashes = new Int32Array(1 << 11);
    this.words = [];
    this.forget();
  }

  /** The number of what `text` has from `start` to `end`, new or known. */
  numberOf(text: string, start: number, end: number): number {
    let hash = end - start;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    const mask = this.slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let known = this.slots[slot]!; known !== 0; known = this.slots[slot]!) {
      if (this.hashes[known - 1] === hash && this.isSpelled(known - 1, text, start, end)) return known - 1;
      slot = (slot + 1) & mask;
    }
    this.words.push(text.slice(start, end));
    const number = this.words.length - 1;
    this.slots[slot] = number + 1;
    this.hashes[number] = hash;
    if (this.words.length === this.hashes.length) this.grow();
    return number;
  }

  private isSpelled(number: number, text: string, start: number, end: number): boolean {
    const word = this.words[number]!;
    if (word.length !== end - start) return false;
    for (let at = 0; at < word.length; at++)
      if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
    return true;
  }

  private grow(): void {
    const hashes = new Int32Array(this.hashes.length * 2);
    hashes.set(this.hashes);
    this.hashes = hashes;
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let number = 0; number < this.words.length; number++) {
      const hash = hashes[number]!;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.slots = slots;
  }
}
