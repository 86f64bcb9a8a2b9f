import { expect, test } from 'vitest';
import type { MapPoint } from '../../src/contract/index.ts';
import { drawPlot, lookOf, nearestPoint, sumUp } from '../../src/renderer/features/map/plot.ts';

const point = (x: number, y: number, more: Partial<MapPoint> = {}): MapPoint => ({
  x,
  y,
  row: x,
  groups: 1,
  confirmed: 0,
  omissions: 0,
  additions: 0,
  flags: 0,
  worst: null,
  ...more,
});
const plot = {
  sourceTotal: 10,
  targetTotal: 20,
  points: [point(1, 2), point(5, 10, { confirmed: 1 }), point(9, 18, { omissions: 1, flags: 1 })],
  links: [{ x: 2, y: 8 }],
};

test('the gravest thing about a place decides how it looks', () => {
  expect(plot.points.map(lookOf)).toEqual(['group', 'confirmed', 'lone']);
  expect(lookOf(point(1, 1, { omissions: 1, worst: 'critical' }))).toBe('flag');
});

test('a place is measured by shares of the two texts, however long each is', () => {
  expect(nearestPoint(plot, 4, 11)).toBe(1);
  expect(nearestPoint(plot, 10, 12)).toBe(2);
});

test('every place is drawn once, and the sums count groups', () => {
  const squares = drawPlot(plot).reduce((sum, { path }) => sum + path.split('z').length - 1, 0);
  expect(squares).toBe(4);
  expect(sumUp(plot)).toEqual({ count: 3, confirmed: 1, omissions: 1, additions: 0, flags: 1, links: 1 });
});
