/** The aligner: reads the evidence, searches, learns from the result, searches again, and tells how sure it is. */
import { AppError } from '../errors.ts';
import type { Alignment, Bead } from '../model.ts';
import type { Watch } from '../progress.ts';
import { findAnchors } from './anchors.ts';
import {
  type Corridor,
  corridorAround,
  corridorThrough,
  fullCorridor,
  isSmall,
  type Region,
  tightRows,
  widenCorridor,
} from './corridor.ts';
import { DocumentPair } from './documentPair.ts';
import type { AlignInput } from './model.ts';
import { findMoved } from './moved.ts';
import { assemble, type OpenSide } from './openSides.ts';
import { findLikely, type Likely } from './posterior.ts';
import { findPath, type Path } from './search.ts';

const ROUNDS = 2;
/** How far around a path that was found the next round looks; where that is too near, the corridor is widened. */
const LATER_MARGIN = 20;

export const align = (input: AlignInput, watch: Watch = {}): Alignment => {
  const checkCancelled = watchCancel(watch);
  const pair = new DocumentPair(input, checkCancelled);
  const rounds = input.options?.rounds ?? ROUNDS;
  const steps = rounds + 3;
  watch.onProgress?.(1 / steps);
  const corridors = pair.open.regions.map((region) => firstCorridor(pair, region));
  const paths: Path[] = [];
  for (let round = 0; round <= rounds; round++) {
    if (round > 0) pair.learn([pair.open.fixed, ...paths]);
    corridors.forEach((corridor, at) => {
      const found = searchWidening(pair, corridor, checkCancelled);
      corridors[at] = isSmall(corridor) ? corridor : corridorAround(corridor, found, LATER_MARGIN);
      paths[at] = found;
    });
    watch.onProgress?.((round + 2) / steps);
  }
  const beads = corridors.flatMap((corridor, at) =>
    scoreBeads(pair, paths[at]!, likelyBeads(pair, corridor, paths[at]!, checkCancelled)),
  );
  watch.onProgress?.(1);
  const { source, target, walls = [] } = input;
  return {
    beads: assemble(source.segments.length, target.segments.length, beads, walls),
    links: findMoved(pair, paths),
  };
};

export const watchCancel = (watch: Watch) => (): void => {
  if (watch.isCancelled?.()) throw new AppError('cancelled');
};

const firstCorridor = (pair: DocumentPair, region: Region): Corridor =>
  isSmall(region)
    ? fullCorridor(region)
    : corridorThrough(region, findAnchors(pair.source, pair.target, pair.links, region));

/** How often the corridor may be widened before the path in it is taken as it is. */
const MOST_WIDENINGS = 3;

const searchWidening = (pair: DocumentPair, first: Corridor, checkCancelled: () => void): Path => {
  let corridor = first;
  for (let widenings = 0; ; widenings++) {
    const path = findPath(corridor, pair.grid(corridor), pair.shape(), pair.priors, checkCancelled);
    const tight = widenings < MOST_WIDENINGS ? tightRows(corridor, path) : [];
    if (tight.length === 0) return path;
    corridor = widenCorridor(corridor, tight);
  }
};

export const likelyBeads = (
  pair: DocumentPair,
  corridor: Corridor,
  path: Path,
  checkCancelled: () => void,
): Likely => findLikely(corridor, pair.grid(corridor), pair.shape(), pair.priors, path, checkCancelled);

/** The beads of a path with their probabilities; a segment alone is as sure as all beads with it are unlikely. */
export const scoreBeads = (pair: DocumentPair, path: Path, likely: Likely): Bead[] => {
  const chances = new Map<string, number>();
  const [sourcePaired, targetPaired] = [new Map<number, number>(), new Map<number, number>()];
  likely.probability.forEach((chance, at) => {
    const [i, g, j, h] = likely.beads.subarray(4 * at, 4 * at + 4);
    chances.set(`${i} ${g} ${j} ${h}`, chance);
    for (let k = i!; k < i! + g!; k++) sourcePaired.set(k, (sourcePaired.get(k) ?? 0) + chance);
    for (let k = j!; k < j! + h!; k++) targetPaired.set(k, (targetPaired.get(k) ?? 0) + chance);
  });
  const beads: Bead[] = [];
  for (let at = 0; at < path.length; at += 4) {
    const [i, g, j, h] = [path[at]!, path[at + 1]!, path[at + 2]!, path[at + 3]!];
    const chance =
      g > 0 && h > 0
        ? (chances.get(`${i} ${g} ${j} ${h}`) ?? 0)
        : 1 - ((h === 0 ? sourcePaired.get(i) : targetPaired.get(j)) ?? 0);
    beads.push({
      source: numbersOf(pair.open.source, i, g),
      target: numbersOf(pair.open.target, j, h),
      score: Math.min(1, Math.max(0, chance)),
    });
  }
  return beads;
};

const numbersOf = (side: OpenSide, from: number, size: number): number[] =>
  Array.from({ length: size }, (_, k) => side.numbers[from + k]!);
