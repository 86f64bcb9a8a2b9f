/** Which cells stand where in the part of the grid that is on screen. Places are positions among the rows that are shown. */
import type { Cell } from '../../contract/index.ts';
import { ShownRows } from './shownRows.ts';

const EVERY_ROW = new ShownRows(Number.POSITIVE_INFINITY, null);

/** Asked by row, not by position. */
export type CellAt = (row: number, alignmentId: number) => Cell | undefined;

export interface Placed {
  readonly alignmentId: number;
  /** Null for the empty place beside an addition in another language. */
  readonly cell: Cell | null;
  /** How many of the shown rows it covers. */
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
  shown = EVERY_ROW,
): readonly [number, number] => {
  let first = from;
  let last = Math.min(to, total);
  for (let moved = true; moved; ) {
    moved = false;
    for (const alignmentId of alignmentIds) {
      const above = cellAt(shown.rowAt(first), alignmentId);
      const begin = above ? shown.positionOf(above.firstRow) : first;
      if (begin < first && begin >= from - WIDEN_AT_MOST) {
        first = begin;
        moved = true;
      }
      const below = cellAt(shown.rowAt(last - 1), alignmentId);
      const end = below ? shown.positionOf(below.firstRow + below.rowSpan) : last;
      if (end > last && end <= to + WIDEN_AT_MOST) {
        last = end;
        moved = true;
      }
    }
  }
  return [first, last];
};

/** The cells that begin at a position, in the order of the columns; `first` and `last` bound the window. */
export const placeRow = (
  position: number,
  first: number,
  last: number,
  alignmentIds: readonly number[],
  cellAt: CellAt,
  shown = EVERY_ROW,
): readonly Placed[] => {
  const placed: Placed[] = [];
  const row = shown.rowAt(position);
  for (const alignmentId of alignmentIds) {
    const cell = cellAt(row, alignmentId);
    if (!cell) {
      placed.push({ alignmentId, cell: null, rowSpan: 1, whole: true });
      continue;
    }
    const begin = shown.positionOf(cell.firstRow);
    if (position !== Math.max(begin, first)) continue;
    const end = Math.min(shown.positionOf(cell.firstRow + cell.rowSpan), last);
    placed.push({ alignmentId, cell, rowSpan: end - position, whole: begin === position });
  }
  return placed;
};
