/** Sentences that were moved: pairs of segments that stand alone in the monotone beads but clearly belong together. */
import type { Link } from '../model.ts';
import type { DocumentPair } from './documentPair.ts';
import type { Path } from './search.ts';
import { beadWorth, sharing } from './worth.ts';

/** Least worth in nats, and least number of units found again in each direction. */
const LEAST_WORTH = 9;
const LEAST_FOUND = 3;

export const findMoved = (pair: DocumentPair, paths: readonly Path[]): Link[] => {
  const alone = { source: new Set<number>(), target: new Set<number>() };
  for (const path of paths) {
    for (let at = 0; at < path.length; at += 4) {
      if (path[at + 3] === 0) alone.source.add(path[at]!);
      if (path[at + 1] === 0) alone.target.add(path[at + 2]!);
    }
  }
  if (alone.source.size === 0 || alone.target.size === 0) return [];
  const found: { i: number; j: number; worth: number }[] = [];
  for (const i of alone.source) {
    const likely = [...sharing(pair.source, pair.links.forward, i, pair.target)]
      .filter(([j]) => alone.target.has(j))
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, 5);
    for (const [j] of likely) {
      const { source, target, total } = beadWorth(pair, i, 1, j, 1);
      const hits = Math.min(
        source.filter((unit) => unit.linked !== null).length,
        target.filter((unit) => unit.linked !== null).length,
      );
      if (total >= LEAST_WORTH && hits >= LEAST_FOUND) found.push({ i, j, worth: total });
    }
  }
  found.sort((a, b) => b.worth - a.worth || a.i - b.i || a.j - b.j);
  const links: Link[] = [];
  for (const { i, j } of found) {
    if (!alone.source.delete(i)) continue;
    if (alone.target.delete(j))
      links.push({ source: pair.open.source.numbers[i]!, target: pair.open.target.numbers[j]! });
    else alone.source.add(i);
  }
  return links.sort((a, b) => a.source - b.source);
};
