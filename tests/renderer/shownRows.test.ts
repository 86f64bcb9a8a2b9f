import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ShownRows } from '../../src/renderer/grid/shownRows.ts';

test('without a filter a row stands at its own position', () => {
  const shown = new ShownRows(10, null);
  expect([shown.size, shown.rowAt(7), shown.positionOf(7), shown.has(9), shown.has(10)]).toEqual([
    10,
    7,
    7,
    true,
    false,
  ]);
});

test('a hidden row has the position of the next shown one', () => {
  const shown = new ShownRows(20, [2, 4, 10, 12]);
  expect([0, 2, 3, 5, 11, 15].map((row) => shown.positionOf(row))).toEqual([0, 0, 1, 2, 3, 4]);
  expect([0, 5, 15].map((row) => shown.nearest(row))).toEqual([2, 10, 11]);
});

test('positions and rows lead back to each other, and count what is shown', () => {
  const ranges = fc
    .uniqueArray(fc.nat(200), { maxLength: 40 })
    .map((edges) => edges.sort((a, b) => a - b).slice(0, edges.length - (edges.length % 2)));
  fc.assert(
    fc.property(ranges, fc.nat(200), (flat, total) => {
      const shown = new ShownRows(total, flat);
      const rows = Array.from({ length: total }, (_, row) => row).filter((row) =>
        flat.some((from, at) => at % 2 === 0 && row >= from && row < flat[at + 1]!),
      );
      expect(Array.from({ length: shown.size }, (_, position) => shown.rowAt(position))).toEqual(rows);
      expect(rows.map((row) => shown.positionOf(row))).toEqual(rows.map((_, position) => position));
      for (let row = 0; row < total; row += 1) expect(shown.has(row)).toBe(rows.includes(row));
    }),
  );
});
