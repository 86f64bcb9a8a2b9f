import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RowHeights } from '../../src/renderer/grid/heights.ts';

/** What the tree has to agree with: plain sums over an array. */
const sums = (heights: readonly number[]): number[] => {
  const tops = [0];
  for (const height of heights) tops.push(tops.at(-1)! + height);
  return tops;
};

describe('row heights', () => {
  test('places rows below one another as measured, and finds them again', () => {
    const measures = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 400 })), { maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 41 }), measures, (size, measured) => {
        const heights = new RowHeights(size, 50);
        const plain = new Array<number>(size).fill(50);
        for (const [row, height] of measured) {
          heights.measure(row, height);
          if (row < size) plain[row] = height;
        }
        const tops = sums(plain);
        for (let row = 0; row <= size; row += 1) expect(heights.top(row)).toBeCloseTo(tops[row]!, 3);
        for (let row = 0; row < size; row += 1) {
          expect(heights.rowAt(tops[row]! + 0.5)).toBe(row);
          expect(heights.rowAt(tops[row + 1]! - 0.5)).toBe(row);
        }
      }),
    );
  });

  test('distances beyond the ends belong to the first and the last row', () => {
    const heights = new RowHeights(3, 20);
    expect([heights.rowAt(-5), heights.rowAt(60), heights.rowAt(1e9)]).toEqual([0, 2, 2]);
  });

  test('rows that stay keep their heights when others come or go at the end', () => {
    const heights = new RowHeights(4, 10);
    heights.measure(1, 100);
    heights.resize(6);
    expect(heights.total).toBe(150);
    heights.resize(2);
    expect(heights.total).toBe(110);
  });
});
