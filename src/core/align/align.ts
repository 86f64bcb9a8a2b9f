/** The aligner: reads the evidence, searches, learns from the result, searches again, and tells how sure it is. */
import { AppError } from '../errors.ts';
import { type Alignment, type Bead, isBody, type Segment } from '../model.ts';
import type { Watch } from '../progress.ts';
import { type Corridor, closeCorridor, fullCorridor, type Region } from './corridor.ts';
import { wordEvidence } from './evidence/index.ts';
import { EvidenceGrid } from './grid.ts';
import { learnLengths, learnPriors } from './learn.ts';
import { buildLinks, emptyLinks, linkByMeaning } from './links.ts';
import type { AlignInput } from './model.ts';
import { findLikely } from './posterior.ts';
import { firstCounts, priorsOf } from './priors.ts';
import { learnRecall } from './recall.ts';
import { repeatCosts } from './repeats.ts';
import { findPath, type Path } from './search.ts';
import { firstLengthModel, readShape, Shape } from './shape.ts';
import { readTable } from './units.ts';

export { type Corridor, closeCorridor };

/** Body segments outside walls, with what lies between them. */
interface OpenSide {
  readonly segments: readonly Segment[];
  /** Number of each in the whole text. */
  readonly numbers: readonly number[];
  /** 1 where something was taken out before it. */
  readonly apart: Uint8Array;
}

const openSide = (segments: readonly Segment[], walled: ReadonlySet<number>): OpenSide => {
  const numbers: number[] = [];
  segments.forEach((segment, number) => {
    if (isBody(segment) && !walled.has(number)) numbers.push(number);
  });
  const apart = Uint8Array.from(numbers, (number, at) => (at > 0 && numbers[at - 1] !== number - 1 ? 1 : 0));
  return { segments: numbers.map((number) => segments[number]!), numbers, apart };
};

/** Rectangles between walls, in the numbering of the open sides. */
const regionsBetween = (
  source: OpenSide,
  target: OpenSide,
  walls: readonly Pick<Bead, 'source' | 'target'>[],
): Region[] => {
  const regions: Region[] = [];
  let [s, t] = [0, 0];
  const upTo = (numbers: readonly number[], from: number, limit: number): number => {
    let at = from;
    while (at < numbers.length && numbers[at]! < limit) at += 1;
    return at;
  };
  for (const wall of walls) {
    const sourceTo = wall.source.length > 0 ? upTo(source.numbers, s, wall.source[0]!) : undefined;
    const targetTo = wall.target.length > 0 ? upTo(target.numbers, t, wall.target[0]!) : undefined;
    // a one-sided wall holds its own side back only by its own segments
    if (sourceTo === undefined || targetTo === undefined) continue;
    regions.push({ sourceFrom: s, sourceTo, targetFrom: t, targetTo });
    [s, t] = [sourceTo, targetTo];
  }
  regions.push({
    sourceFrom: s,
    sourceTo: source.numbers.length,
    targetFrom: t,
    targetTo: target.numbers.length,
  });
  return regions.filter((r) => r.sourceTo > r.sourceFrom || r.targetTo > r.targetFrom);
};

export const align = (input: AlignInput, watch: Watch = {}): Alignment => {
  const { source, target, options = {} } = input;
  const walls = [...(input.walls ?? [])].sort(
    (a, b) => (a.source[0] ?? 0) - (b.source[0] ?? 0) || (a.target[0] ?? 0) - (b.target[0] ?? 0),
  );
  const checkCancelled = (): void => {
    if (watch.isCancelled?.()) throw new AppError('cancelled');
  };
  const open = {
    source: openSide(source.segments, new Set(walls.flatMap((wall) => wall.source))),
    target: openSide(target.segments, new Set(walls.flatMap((wall) => wall.target))),
  };
  const list = wordEvidence(input);
  const tables = {
    source: readTable(
      open.source.segments.map((s) => s.text),
      source.lang,
      list,
      checkCancelled,
    ),
    target: readTable(
      open.target.segments.map((s) => s.text),
      target.lang,
      list,
      checkCancelled,
    ),
  };
  const linkList = emptyLinks();
  linkByMeaning(tables.source, tables.target, linkList);
  let recall = { source: tables.source.recall, target: tables.target.recall };
  let links = buildLinks(tables.source, tables.target, linkList, recall);
  const without = new Set(options.without ?? []);
  const repeatsOf = (side: 'source' | 'target'): Float32Array =>
    without.has('repeat')
      ? new Float32Array(open[side].segments.length)
      : repeatCosts(
          open[side].segments.map((segment) => segment.text),
          tables[side],
        );
  const shapes = {
    source: readShape(open.source.segments, open.source.apart, repeatsOf('source')),
    target: readShape(open.target.segments, open.target.apart, repeatsOf('target')),
  };
  const regions = regionsBetween(open.source, open.target, walls);
  const firstLengths = firstLengthModel(shapes.source, shapes.target);
  let lengths = firstLengths;
  let priors = priorsOf(firstCounts());
  const corridors = regions.map(fullCorridor);
  const rounds = options.rounds ?? 2;
  let paths: Path[] = [];
  const shapeNow = () =>
    new Shape(shapes.source, shapes.target, lengths, {
      length: !without.has('length'),
      layout: !without.has('layout'),
    });
  const gridOf = (corridor: Corridor) => new EvidenceGrid(tables.source, tables.target, links, corridor);
  for (let round = 0; round <= rounds; round++) {
    paths = corridors.map((corridor) =>
      findPath(corridor, gridOf(corridor), shapeNow(), priors, checkCancelled),
    );
    if (round === rounds) break;
    priors = priorsOf(learnPriors(paths));
    recall = {
      source: learnRecall(paths, false, tables.source, tables.target, links.forward),
      target: learnRecall(paths, true, tables.target, tables.source, links.backward),
    };
    links = buildLinks(tables.source, tables.target, linkList, recall);
    lengths = learnLengths(paths, shapes.source, shapes.target, firstLengths);
  }
  const beads: Bead[] = [];
  corridors.forEach((corridor, at) => {
    const likely = findLikely(corridor, gridOf(corridor), shapeNow(), priors, paths[at]!, checkCancelled);
    const chance = new Map<string, number>();
    const [paired, pairedTarget] = [new Map<number, number>(), new Map<number, number>()];
    likely.probability.forEach((p, k) => {
      const [i, g, j, h] = likely.beads.subarray(4 * k, 4 * k + 4);
      chance.set([i, g, j, h].join(), p);
      for (let n = 0; n < g!; n++) paired.set(i! + n, (paired.get(i! + n) ?? 0) + p);
      for (let n = 0; n < h!; n++) pairedTarget.set(j! + n, (pairedTarget.get(j! + n) ?? 0) + p);
    });
    for (const bead of beadsOf(paths[at]!)) {
      const [i, g, j, h] = bead;
      const score =
        g > 0 && h > 0
          ? (chance.get(bead.join()) ?? 0)
          : 1 - ((h === 0 ? paired.get(i) : pairedTarget.get(j)) ?? 0);
      beads.push({
        source: numbersOf(open.source, i, g),
        target: numbersOf(open.target, j, h),
        score: Math.min(1, Math.max(0, score)),
      });
    }
  });
  watch.onProgress?.(1);
  return { beads: assemble(source.segments.length, target.segments.length, beads, walls), links: [] };
};

const beadsOf = function* (path: Path): Generator<[number, number, number, number]> {
  for (let at = 0; at < path.length; at += 4) yield [path[at]!, path[at + 1]!, path[at + 2]!, path[at + 3]!];
};

const numbersOf = (side: OpenSide, from: number, size: number): number[] =>
  Array.from({ length: size }, (_, k) => side.numbers[from + k]!);

/** All beads in order: found ones, walls, and one-sided ones for segments that took no part. */
const assemble = (
  sourceCount: number,
  targetCount: number,
  found: readonly Bead[],
  walls: readonly Pick<Bead, 'source' | 'target'>[],
): Bead[] => {
  const bySource: (Bead | undefined)[] = new Array(sourceCount);
  const byTarget: (Bead | undefined)[] = new Array(targetCount);
  for (const bead of [...found, ...walls.map((wall) => ({ ...wall, score: 1 }))]) {
    for (const number of bead.source) bySource[number] = bead;
    for (const number of bead.target) byTarget[number] = bead;
  }
  const beads: Bead[] = [];
  let [s, t] = [0, 0];
  const isPaired = (bead: Bead | undefined): boolean =>
    bead !== undefined && bead.source.length > 0 && bead.target.length > 0;
  while (s < sourceCount || t < targetCount) {
    const sourceBead = bySource[s];
    const targetBead = byTarget[t];
    if (s < sourceCount && !isPaired(sourceBead)) {
      const bead = sourceBead ?? { source: [s], target: [], score: 1 };
      beads.push(bead);
      s += bead.source.length;
    } else if (t < targetCount && !isPaired(targetBead)) {
      const bead = targetBead ?? { source: [], target: [t], score: 1 };
      beads.push(bead);
      t += bead.target.length;
    } else {
      const bead = sourceBead!;
      beads.push(bead);
      s += bead.source.length;
      t += bead.target.length;
    }
  }
  return beads;
};
