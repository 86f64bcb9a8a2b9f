/**
 * Anchors: pairs of segments that share rare words, names or numbers, and of these the heaviest chain that rises on both sides.
 * They are found by an inverted index in linear time and tell where the search has to look in long texts.
 */
import type { Region } from './corridor.ts';
import type { Links } from './links.ts';
import { frequency, type UnitTable } from './units.ts';

export interface Anchor {
  readonly source: number;
  readonly target: number;
}

/** A unit is rare when it stands in at most this many segments of its text. */
const RARE = 8;
/** Least weight (in nats) and least number of shared units of an anchor. */
const LEAST_WEIGHT = 7;
const LEAST_SHARED = 2;
const MOST_CANDIDATES = 2;

/** Segment pairs that share rare units, by source segment, flat: source, target; with weights. */
const sharedRareUnits = (source: UnitTable, target: UnitTable, links: Links, region: Region) => {
  const pairs: number[] = [];
  const weights: number[] = [];
  const weight = new Float64Array(target.segments);
  const shared = new Uint8Array(target.segments);
  const all = Math.log(target.segments);
  const { starts, to } = links.forward;
  for (let i = region.sourceFrom; i < region.sourceTo; i++) {
    const touched: number[] = [];
    for (let at = source.starts[i]!; at < source.starts[i + 1]!; at++) {
      const type = source.types[at]!;
      const own = frequency(source, type);
      if (own > RARE) continue;
      for (let link = starts[type]!; link < starts[type + 1]!; link++) {
        const linked = to[link]!;
        const other = frequency(target, linked);
        if (other > RARE) continue;
        const worth = all - Math.log(Math.max(own, other));
        for (let k = target.placeStarts[linked]!; k < target.placeStarts[linked + 1]!; k++) {
          const j = target.places[k]!;
          if (j < region.targetFrom || j >= region.targetTo) continue;
          if (shared[j] === 0) touched.push(j);
          weight[j]! += worth;
          shared[j]! += 1;
        }
      }
    }
    const best = touched
      .filter((j) => shared[j]! >= LEAST_SHARED && weight[j]! >= LEAST_WEIGHT)
      .sort((a, b) => weight[b]! - weight[a]! || a - b)
      .slice(0, MOST_CANDIDATES)
      // later ones first, so that no chain takes two of one source segment
      .sort((a, b) => b - a);
    for (const j of best) {
      pairs.push(i, j);
      weights.push(weight[j]!);
    }
    for (const j of touched) {
      weight[j] = 0;
      shared[j] = 0;
    }
  }
  return { pairs, weights };
};

/** The heaviest chain of pairs that rises on both sides; a Fenwick tree holds the best chain that ends at or before each target. */
export const findAnchors = (source: UnitTable, target: UnitTable, links: Links, region: Region): Anchor[] => {
  const { pairs, weights } = sharedRareUnits(source, target, links, region);
  const size = region.targetTo - region.targetFrom + 1;
  const best = new Float64Array(size + 1);
  const bestPair = new Int32Array(size + 1).fill(-1);
  const before = new Int32Array(weights.length);
  let [top, topWeight] = [-1, 0];
  for (let at = 0; at < weights.length; at++) {
    const j = pairs[2 * at + 1]! - region.targetFrom;
    let [from, weight] = [-1, 0];
    for (let k = j; k > 0; k -= k & -k) {
      if (best[k]! > weight) {
        weight = best[k]!;
        from = bestPair[k]!;
      }
    }
    before[at] = from;
    const total = weight + weights[at]!;
    for (let k = j + 1; k <= size; k += k & -k) {
      if (total > best[k]!) {
        best[k] = total;
        bestPair[k] = at;
      }
    }
    if (total > topWeight) [top, topWeight] = [at, total];
  }
  const chain: Anchor[] = [];
  for (let at = top; at >= 0; at = before[at]!)
    chain.push({ source: pairs[2 * at]!, target: pairs[2 * at + 1]! });
  return chain.reverse();
};
