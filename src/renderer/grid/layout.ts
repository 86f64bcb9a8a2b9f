/** Which cells stand where in the part of the grid that is on screen. */
import type { Cell } from '../../contract/index.ts';

export type CellAt = (row: number, alignmentId: number) => Cell | undefined;

export interface Placed {
  readonly alignmentId: number;
  /** Null for the empty place beside an addition in another language. */
  readonly cell: Cell | null;
  readonly row: number;
  readonly rowSpan: number;
  /** False for the part of a cell whose beginning is above the window. */
  readonly whole: boolean;
}

/** As far as a window is widened for cells that begin above it or end below it; beyond that they are cut. */
const WIDEN_AT_MOST = 48;

/** Widens [from, to) until no cell crosses its ends, so that spanning cells have all their rows. */
export const closeWindow = (
  from: number,
  to: number,
  total: number,
  alignmentIds: readonly number[],
  cellAt: CellAt,
): readonly [number, number] => {
  let first = from;
  let last = Math.min(to, total);
  for (let moved = true; moved; ) {
    moved = false;
    for (const alignmentId of alignmentIds) {
      const above = cellAt(first, alignmentId);
      if (above && above.firstRow < first && above.firstRow >= from - WIDEN_AT_MOST) {
        first = above.firstRow;
        moved = true;
      }
      const below = cellAt(last - 1, alignmentId);
      const end = below ? below.firstRow + below.rowSpan : last;
      if (end > last && end <= to + WIDEN_AT_MOST) {
        last = end;
        moved = true;
      }
    }
  }
  return [first, last];
};

/** The cells that begin in `row`, in the order of the columns; `first` and `last` bound the window. */
export const placeRow = (
  row: number,
  first: number,
  last: number,
  alignmentIds: readonly number[],
  cellAt: CellAt,
): readonly Placed[] => {
  const placed: Placed[] = [];
  for (const alignmentId of alignmentIds) {
    const cell = cellAt(row, alignmentId);
    if (!cell) placed.push({ alignmentId, cell: null, row, rowSpan: 1, whole: true });
    else if (row === Math.max(cell.firstRow, first)) {
      const end = Math.min(cell.firstRow + cell.rowSpan, last);
      placed.push({ alignmentId, cell, row, rowSpan: end - row, whole: cell.firstRow === row });
    }
  }
  return placed;
};
