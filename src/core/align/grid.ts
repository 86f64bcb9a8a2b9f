/**
 * The worth of the words, laid out over the corridor, for a block of rows at a time so that memory stays small.
 *
 * `forward[h]` at (i, j): the units of source segment i against target segments j … j+h-1.
 * `backward[g]` at (i, j): the units of target segment j against source segments i … i+g-1.
 * A bead (i, g, j, h) is worth the sum of forward[h] over its source segments and of backward[g] over its target segments.
 */
import type { Corridor } from './corridor.ts';
import { type LinkSide, type Links, MOST } from './links.ts';
import type { UnitTable } from './units.ts';

const MOST_CELLS = 250_000;

/** First index in `places[from … to)` whose value is at least `value`. */
const lowerBound = (places: Int32Array, from: number, to: number, value: number): number => {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
};

export class EvidenceGrid {
  /** Rows of cells that are filled now: source segments `firstRow … lastRow - 1`. */
  firstRow = 0;
  lastRow = 0;
  /** Nodes can be expanded for source positions below this. */
  lastNode = 0;
  readonly forward: Float32Array[] = [];
  readonly backward: Float32Array[] = [];
  /** Of each row in the block: index of its first cell, less its first target segment. */
  private offsets = new Int32Array(0);
  private best = new Float32Array(0);

  constructor(
    private readonly source: UnitTable,
    private readonly target: UnitTable,
    private readonly links: Links,
    private readonly corridor: Corridor,
  ) {}

  private cellFrom(row: number): number {
    const { low, sourceFrom } = this.corridor;
    return low[Math.max(0, row - sourceFrom - MOST + 1)]!;
  }

  private cellTo(row: number): number {
    const { high, sourceFrom, targetTo } = this.corridor;
    return Math.min(targetTo, high[row - sourceFrom]! + MOST);
  }

  /** Index of the cell of source segment `row` and target segment 0 (which need not exist). */
  offset(row: number): number {
    return this.offsets[row - this.firstRow]!;
  }

  /** Fills the block of rows that begins at a source position; returns the first position that is not in it. */
  fillFrom(position: number): number {
    const { sourceTo } = this.corridor;
    let cells = 0;
    let row = position;
    while (row < sourceTo) {
      const width = this.cellTo(row) - this.cellFrom(row);
      if (row > position + MOST && cells + width > MOST_CELLS) break;
      cells += width;
      row += 1;
    }
    this.fill(position, row, cells);
    // the last rows serve beads that begin before them
    this.lastNode = row === sourceTo ? sourceTo + 1 : row - MOST + 1;
    return this.lastNode;
  }

  /** Fills the block that ends with a source position's beads and reaches back as far as memory allows. */
  fillBefore(end: number): number {
    const { sourceFrom, sourceTo } = this.corridor;
    const lastRow = Math.min(sourceTo, end + MOST - 1);
    let cells = 0;
    let row = lastRow;
    while (row > sourceFrom) {
      const width = this.cellTo(row - 1) - this.cellFrom(row - 1);
      if (row < lastRow - MOST && cells + width > MOST_CELLS) break;
      cells += width;
      row -= 1;
    }
    this.fill(row, lastRow, cells);
    this.lastNode = end;
    return row;
  }

  private fill(firstRow: number, lastRow: number, cells: number): void {
    this.firstRow = firstRow;
    this.lastRow = lastRow;
    this.offsets = new Int32Array(lastRow - firstRow);
    let at = 0;
    for (let row = firstRow; row < lastRow; row++) {
      const from = this.cellFrom(row);
      this.offsets[row - firstRow] = at - from;
      at += this.cellTo(row) - from;
    }
    for (let size = 0; size < MOST; size++) {
      if ((this.forward[size]?.length ?? -1) < cells) {
        this.forward[size] = new Float32Array(cells);
        this.backward[size] = new Float32Array(cells);
      }
    }
    this.fillForward();
    this.fillBackward();
  }

  private fillForward(): void {
    const { source, target } = this;
    const side = this.links.forward;
    for (let row = this.firstRow; row < this.lastRow; row++) {
      const [from, to, offset] = [this.cellFrom(row), this.cellTo(row), this.offset(row)];
      for (let size = 0; size < MOST; size++)
        this.forward[size]!.fill(sumOfMisses(source, side, row, size), offset + from, offset + to);
      for (let at = source.starts[row]!; at < source.starts[row + 1]!; at++) {
        const type = source.types[at]!;
        this.scatter(side, type, target, from, to, this.forward, undefined, offset);
      }
    }
  }

  private fillBackward(): void {
    const { source, target } = this;
    const side = this.links.backward;
    const columnFrom = this.lastRow > this.firstRow ? this.cellFrom(this.firstRow) : 0;
    const columnTo = this.lastRow > this.firstRow ? this.cellTo(this.lastRow - 1) : 0;
    let first = this.firstRow;
    let last = this.firstRow;
    for (let column = columnFrom; column < columnTo; column++) {
      // rows whose cells hold this column; both bounds of a row grow with the row
      while (last < this.lastRow && this.cellFrom(last) <= column) last += 1;
      while (first < last && this.cellTo(first) <= column) first += 1;
      if (first === last) continue;
      for (let size = 0; size < MOST; size++) {
        const sum = sumOfMisses(target, side, column, size);
        const cells = this.backward[size]!;
        for (let row = first; row < last; row++) cells[this.offset(row) + column] = sum;
      }
      for (let at = target.starts[column]!; at < target.starts[column + 1]!; at++) {
        const type = target.types[at]!;
        this.scatter(side, type, source, first, last, this.backward, this.offsets, column);
      }
    }
  }

  /**
   * Adds, for each group start in [from, to) and each size, the best worth among the type's links that stand in the group.
   * The cell of a start is `base + start` in a row, or `offsets[start - firstRow] + base` in a column.
   */
  private scatter(
    side: LinkSide,
    type: number,
    other: UnitTable,
    from: number,
    to: number,
    grids: readonly Float32Array[],
    offsets: Int32Array | undefined,
    base: number,
  ): void {
    const first = side.starts[type]!;
    const last = side.starts[type + 1]!;
    if (first === last) return;
    const { places, placeStarts } = other;
    const { firstRow } = this;
    if (last - first === 1) {
      const linked = side.to[first]!;
      const end = placeStarts[linked + 1]!;
      const begin = lowerBound(places, placeStarts[linked]!, end, from);
      if (begin === end || places[begin]! >= to + MOST) return;
      for (let size = 0; size < MOST; size++) {
        const worth = side.gain[first * MOST + size]!;
        const cells = grids[size]!;
        let next = from;
        for (let at = begin; at < end; at++) {
          const place = places[at]!;
          if (place - size >= to) break;
          const stop = Math.min(place, to - 1);
          for (let start = Math.max(next, place - size); start <= stop; start++)
            cells[offsets ? offsets[start - firstRow]! + base : base + start]! += worth;
          next = Math.max(next, stop + 1);
        }
      }
      return;
    }
    const width = to - from;
    if (this.best.length < width) this.best = new Float32Array(width * 2);
    const { best } = this;
    for (let size = 0; size < MOST; size++) {
      let least = width;
      let most = -1;
      for (let link = first; link < last; link++) {
        const worth = side.gain[link * MOST + size]!;
        const linked = side.to[link]!;
        const end = placeStarts[linked + 1]!;
        for (let at = lowerBound(places, placeStarts[linked]!, end, from); at < end; at++) {
          const place = places[at]!;
          if (place - size >= to) break;
          const begin = Math.max(0, place - size - from);
          const stop = Math.min(place, to - 1) - from;
          if (begin < least) least = begin;
          if (stop > most) most = stop;
          for (let start = begin; start <= stop; start++) if (best[start]! < worth) best[start] = worth;
        }
      }
      const cells = grids[size]!;
      for (let at = least; at <= most; at++) {
        const start = at + from;
        if (best[at]! > 0) cells[offsets ? offsets[start - firstRow]! + base : base + start]! += best[at]!;
        best[at] = 0;
      }
    }
  }
}

const sumOfMisses = (table: UnitTable, side: LinkSide, segment: number, size: number): number => {
  let sum = 0;
  for (let at = table.starts[segment]!; at < table.starts[segment + 1]!; at++)
    sum += side.miss[table.types[at]! * MOST + size]!;
  return sum;
};
