/**
 * Heights of the rows of a document, most of them guessed: a row is measured when it is first shown. Sums over rows are
 * kept in a binary indexed tree (Fenwick 1994), so that placing a row and finding the row at a height take a few steps
 * also among a million rows.
 */
export class RowHeights {
  #guess: number;
  #heights: Float32Array;
  #measured: Uint8Array;
  #tree: Float64Array;
  #size: number;

  constructor(size: number, guess: number) {
    this.#size = size;
    this.#guess = guess;
    this.#heights = new Float32Array(size).fill(guess);
    this.#measured = new Uint8Array(size);
    this.#tree = new Float64Array(size + 1);
    this.#plant();
  }

  get size(): number {
    return this.#size;
  }

  get total(): number {
    return this.top(this.#size);
  }

  heightOf(row: number): number {
    return this.#heights[row] ?? 0;
  }

  isMeasured(row: number): boolean {
    return this.#measured[row] === 1;
  }

  /** Distance of the row's upper edge from the top, in CSS pixels; `size` gives the height of all. */
  top(row: number): number {
    let sum = 0;
    for (let at = Math.min(row, this.#size); at > 0; at -= at & -at) sum += this.#tree[at]!;
    return sum;
  }

  /** The row that covers this distance from the top; the first or last one beyond the ends. */
  rowAt(distance: number): number {
    let at = 0;
    let left = distance;
    for (let step = 1 << Math.floor(Math.log2(Math.max(1, this.#size))); step > 0; step >>= 1) {
      const next = at + step;
      if (next <= this.#size && this.#tree[next]! <= left) {
        at = next;
        left -= this.#tree[next]!;
      }
    }
    return Math.max(0, Math.min(at, this.#size - 1));
  }

  /** Gives true where the height is another than before. */
  measure(row: number, height: number): boolean {
    if (row < 0 || row >= this.#size) return false;
    const change = Math.fround(height) - this.#heights[row]!;
    this.#measured[row] = 1;
    if (Math.abs(change) < 0.01) return false;
    this.#heights[row] = height;
    for (let at = row + 1; at <= this.#size; at += at & -at) this.#tree[at]! += change;
    return true;
  }

  /** Rows came or went at the end; those that stay keep their heights. */
  resize(size: number): void {
    if (size === this.#size) return;
    const heights = new Float32Array(size).fill(this.#guess);
    const measured = new Uint8Array(size);
    heights.set(this.#heights.subarray(0, Math.min(size, this.#size)));
    measured.set(this.#measured.subarray(0, Math.min(size, this.#size)));
    this.#size = size;
    this.#heights = heights;
    this.#measured = measured;
    this.#tree = new Float64Array(size + 1);
    this.#plant();
  }

  /** Forgets what was measured (the columns have another width now), but keeps it as guesses. */
  forget(): void {
    this.#measured.fill(0);
  }

  #plant(): void {
    for (let row = 0; row < this.#size; row += 1) this.#tree[row + 1] = this.#heights[row]!;
    for (let at = 1; at <= this.#size; at += 1) {
      const parent = at + (at & -at);
      if (parent <= this.#size) this.#tree[parent]! += this.#tree[at]!;
    }
  }
}
