import { describe, expect, test } from 'vitest';
import type { Cell } from '../../src/contract/index.ts';
import { closeWindow, placeRow } from '../../src/renderer/grid/layout.ts';

const cell = (alignmentId: number, firstRow: number, rowSpan: number): Cell => ({
  alignmentId,
  beadId: firstRow + 1,
  firstRow,
  rowSpan,
  sourceCount: rowSpan,
  segments: [],
  status: 'auto',
  score: null,
  flags: 0,
  worst: null,
});

/** `2 1 3` stands for cells over two rows, one row and three rows. */
const column = (alignmentId: number, spans: string): Cell[] => {
  let row = 0;
  return spans.split(' ').map((span) => {
    const made = cell(alignmentId, row, Number(span));
    row += Number(span);
    return made;
  });
};

const reader = (cells: readonly Cell[]) => (row: number, alignmentId: number) =>
  cells.find(
    (one) => one.alignmentId === alignmentId && one.firstRow <= row && row < one.firstRow + one.rowSpan,
  );

describe('closing a window', () => {
  test('it widens until no cell of any column crosses its ends', () => {
    // German 2|2|2, Russian 1|2|2|1: from row 3 on, each column drags the other further up.
    const at = reader([...column(1, '2 2 2'), ...column(2, '1 2 2 1')]);
    expect(closeWindow(3, 4, 6, [1, 2], at)).toEqual([0, 6]);
  });
  test('it stays where it is between common cuts', () => {
    const at = reader([...column(1, '2 2 2'), ...column(2, '2 1 1 2')]);
    expect(closeWindow(2, 4, 6, [1, 2], at)).toEqual([2, 4]);
  });
});

describe('placing the cells of a row', () => {
  test('a cell stands in its first row only', () => {
    const at = reader(column(1, '2 1'));
    expect([0, 1, 2].map((row) => placeRow(row, 0, 3, [1], at).map((placed) => placed.rowSpan))).toEqual([
      [2],
      [],
      [1],
    ]);
  });
  test('a cell that begins above the window is cut at its edge', () => {
    const [placed] = placeRow(1, 1, 3, [1], reader(column(1, '4')));
    expect([placed?.rowSpan, placed?.whole]).toEqual([2, false]);
  });
  test('the place beside an addition of another language is empty', () => {
    expect(placeRow(0, 0, 1, [1, 2], reader(column(1, '1'))).map((placed) => placed.cell !== null)).toEqual([
      true,
      false,
    ]);
  });
});
