/**
 * Which rows the grid shows: all of them, or those that a filter leaves. A position counts the rows that are shown; a row keeps
 * its index in the document, so that its number is the true one under any filter.
 */
export class ShownRows {
  readonly size: number;
  readonly filtered: boolean;
  /** First rows and rows after the last, by range; null where every row is shown. */
  readonly #first: readonly number[];
  readonly #end: readonly number[];
  /** Position of the first row of each range. */
  readonly #position: readonly number[];

  /** `ranges`: flat and ascending: first row, row after the last, first row, …; what lies beyond `total` is cut off. */
  constructor(total: number, ranges: readonly number[] | null) {
    const flat = ranges ?? [0, total];
    const first: number[] = [];
    const end: number[] = [];
    const position: number[] = [];
    let size = 0;
    for (let at = 0; at + 1 < flat.length; at += 2) {
      const from = flat[at]!;
      const to = Math.min(flat[at + 1]!, total);
      if (from >= to) continue;
      first.push(from);
      end.push(to);
      position.push(size);
      size += to - from;
    }
    this.#first = first;
    this.#end = end;
    this.#position = position;
    this.size = size;
    this.filtered = ranges !== null;
  }

  /** The row at a position; beyond the end, as if all rows went on. */
  rowAt(position: number): number {
    const range = lastAtMost(this.#position, position);
    if (range < 0) return Math.max(0, position);
    return this.#first[range]! + position - this.#position[range]!;
  }

  /** Position of a row, or of the first shown row after it; `size` where there is none. */
  positionOf(row: number): number {
    const range = lastAtMost(this.#first, row);
    if (range < 0) return 0;
    return this.#position[range]! + Math.min(row, this.#end[range]!) - this.#first[range]!;
  }

  has(row: number): boolean {
    const range = lastAtMost(this.#first, row);
    return range >= 0 && row < this.#end[range]!;
  }

  /** The row itself where it is shown, else the next shown one, else the last. */
  nearest(row: number): number {
    return this.size === 0 ? row : this.rowAt(Math.min(this.positionOf(row), this.size - 1));
  }
}

/** Index of the last value that is not above `wanted`; -1 where all are. */
const lastAtMost = (values: readonly number[], wanted: number): number => {
  let from = 0;
  let to = values.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (values[middle]! <= wanted) from = middle + 1;
    else to = middle;
  }
  return from - 1;
};
