/**
 * What the search works on: body segments in their order, without furniture and without what a person has confirmed to stand
 * alone; and the regions between confirmed beads. `assemble` puts everything back together.
 */
import { AppError } from '../errors.ts';
import { type Bead, isBody, type Segment } from '../model.ts';
import type { Region } from './corridor.ts';
import type { Path } from './search.ts';

export type Wall = Pick<Bead, 'source' | 'target'>;

export interface OpenSide {
  readonly segments: readonly Segment[];
  /** Number of each in the whole text. */
  readonly numbers: readonly number[];
  /** 1 where something was taken out before it: no group of segments may reach over that place. */
  readonly apart: Uint8Array;
}

export interface OpenSides {
  readonly source: OpenSide;
  readonly target: OpenSide;
  /** Where the search may look, in the numbering of the open sides. */
  readonly regions: readonly Region[];
  /** Confirmed beads with two sides, in the same numbering. */
  readonly fixed: Path;
}

const openSide = (segments: readonly Segment[], walls: readonly Wall[], side: keyof Wall): OpenSide => {
  const paired = new Set<number>();
  const alone = new Set<number>();
  for (const wall of walls) for (const number of wall[side]) (isPaired(wall) ? paired : alone).add(number);
  const numbers: number[] = [];
  segments.forEach((segment, number) => {
    if (paired.has(number) || (isBody(segment) && !alone.has(number))) numbers.push(number);
  });
  const apart = Uint8Array.from(numbers, (number, at) => (at > 0 && numbers[at - 1] !== number - 1 ? 1 : 0));
  return { segments: numbers.map((number) => segments[number]!), numbers, apart };
};

const isPaired = (wall: Wall | undefined): boolean =>
  wall !== undefined && wall.source.length > 0 && wall.target.length > 0;

const places = (numbers: readonly number[]): Map<number, number> =>
  new Map(numbers.map((number, at) => [number, at]));

export const openSides = (
  source: readonly Segment[],
  target: readonly Segment[],
  walls: readonly Wall[],
): OpenSides => {
  const open = { source: openSide(source, walls, 'source'), target: openSide(target, walls, 'target') };
  const paired = walls.filter(isPaired).sort((a, b) => a.source[0]! - b.source[0]!);
  const [sourcePlace, targetPlace] = [places(open.source.numbers), places(open.target.numbers)];
  const regions: Region[] = [];
  const fixed: Path = [];
  let [s, t] = [0, 0];
  const addRegion = (sourceTo: number, targetTo: number): void => {
    if (sourceTo < s || targetTo < t)
      throw new AppError('edit-impossible', { reason: 'Confirmed rows cross each other.' });
    if (sourceTo > s || targetTo > t) regions.push({ sourceFrom: s, sourceTo, targetFrom: t, targetTo });
  };
  for (const wall of paired) {
    const [i, j] = [sourcePlace.get(wall.source[0]!)!, targetPlace.get(wall.target[0]!)!];
    addRegion(i, j);
    fixed.push(i, wall.source.length, j, wall.target.length);
    [s, t] = [i + wall.source.length, j + wall.target.length];
  }
  addRegion(open.source.numbers.length, open.target.numbers.length);
  return { ...open, regions, fixed };
};

/** All beads in order: found ones, walls (score 1), and one-sided ones for segments that took no part. */
export const assemble = (
  sourceCount: number,
  targetCount: number,
  found: readonly Bead[],
  walls: readonly Wall[],
): Bead[] => {
  const bySource: (Bead | undefined)[] = new Array(sourceCount);
  const byTarget: (Bead | undefined)[] = new Array(targetCount);
  for (const bead of [...found, ...walls.map((wall) => ({ ...wall, score: 1 }))]) {
    for (const number of bead.source) bySource[number] = bead;
    for (const number of bead.target) byTarget[number] = bead;
  }
  const beads: Bead[] = [];
  let [s, t] = [0, 0];
  while (s < sourceCount || t < targetCount) {
    let bead: Bead;
    if (s < sourceCount && !(bySource[s] && isPaired(bySource[s])))
      bead = bySource[s] ?? { source: [s], target: [], score: 1 };
    else if (t < targetCount && !(byTarget[t] && isPaired(byTarget[t])))
      bead = byTarget[t] ?? { source: [], target: [t], score: 1 };
    else bead = bySource[s] ?? byTarget[t]!;
    beads.push(bead);
    s += bead.source.length;
    t += bead.target.length;
  }
  return beads;
};
