import { expect, test } from 'vitest';
import { nearestRest, restsFor } from '../../src/renderer/grid/borderDrag.ts';

/** Three groups below each other; the second has two rows and two sentences, the third two sentences. */
const CELLS = [
  { beadId: 1, top: 0, bottom: 50, sentences: [], rows: [] },
  { beadId: 2, top: 50, bottom: 150, sentences: [[90, 22] as const], rows: [[110, 7] as const] },
  { beadId: 3, top: 150, bottom: 240, sentences: [[200, 32] as const], rows: [] },
];

test('the border rests between sentences, between rows, and at the far edges of groups', () => {
  expect(restsFor(CELLS, 2).map(({ y, to }) => [y, to])).toEqual([
    [0, { beadId: 1, where: 'before' }],
    [50, { beadId: 2, where: 'before' }],
    [150, null],
    [90, { segmentId: 22, where: 'before' }],
    [110, { segmentId: 7, where: 'before' }],
    [240, { beadId: 3, where: 'after' }],
    [200, { segmentId: 32, where: 'before' }],
  ]);
});

test('the nearest place counts', () => {
  const at = (y: number) => nearestRest(restsFor(CELLS, 2), y)?.y;
  expect([at(-30), at(96), at(104), at(151), at(215), at(999)]).toEqual([0, 90, 110, 150, 200, 240]);
  expect(nearestRest([], 5)).toBeUndefined();
});
