/** A dot plot as paths: one for each look, so that a long text is a handful of elements. */
import type { MapPoint } from '../../../contract/index.ts';

export interface Plot {
  readonly sourceTotal: number;
  readonly targetTotal: number;
  readonly points: readonly MapPoint[];
  readonly links: readonly { readonly x: number; readonly y: number }[];
}

export type PointLook = 'group' | 'confirmed' | 'lone' | 'flag' | 'link';

/** Length of a side of the drawing, in its own units. */
export const SIDE = 600;
const SMALLEST = 3;
const LARGEST = 9;

export const lookOf = (point: MapPoint): PointLook => {
  if (point.worst === 'critical' || point.worst === 'major') return 'flag';
  if (point.omissions + point.additions > 0) return 'lone';
  return point.confirmed >= point.groups ? 'confirmed' : 'group';
};

const round = (value: number): number => Math.round(value * 10) / 10;

const square = (x: number, y: number, side: number): string =>
  `M${round(x - side / 2)} ${round(y - side / 2)}h${side}v${side}h${-side}z`;

/** Graver looks are drawn last, over the others. */
export const drawPlot = ({ sourceTotal, targetTotal, points, links }: Plot) => {
  const scaleX = SIDE / Math.max(1, sourceTotal);
  const scaleY = SIDE / Math.max(1, targetTotal);
  const side = round(Math.max(SMALLEST, Math.min(LARGEST, Math.min(scaleX, scaleY) * 0.8)));
  const paths = new Map<PointLook, string[]>([
    ['group', []],
    ['confirmed', []],
    ['lone', []],
    ['link', links.map(({ x, y }) => square(x * scaleX, y * scaleY, side))],
    ['flag', []],
  ]);
  for (const point of points)
    paths.get(lookOf(point))?.push(square(point.x * scaleX, point.y * scaleY, side));
  return [...paths].map(([look, parts]) => ({ look, path: parts.join('') }));
};

/** Index of the point nearest to a place, measured as the plot is seen. */
export const nearestPoint = ({ points, sourceTotal, targetTotal }: Plot, x: number, y: number): number => {
  const distance = (point: MapPoint) =>
    ((point.x - x) / Math.max(1, sourceTotal)) ** 2 + ((point.y - y) / Math.max(1, targetTotal)) ** 2;
  return points.reduce((best, point, at) => (distance(point) < distance(points[best]!) ? at : best), 0);
};

export const sumUp = ({ points, links }: Plot) => {
  const sum = (read: (point: MapPoint) => number) => points.reduce((all, point) => all + read(point), 0);
  return {
    count: sum((point) => point.groups),
    confirmed: sum((point) => point.confirmed),
    omissions: sum((point) => point.omissions),
    additions: sum((point) => point.additions),
    flags: sum((point) => point.flags),
    links: links.length,
  };
};
