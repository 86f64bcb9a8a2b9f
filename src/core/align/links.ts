/**
 * Which unit types of the two texts render each other, and what a match or a miss is worth.
 *
 * The worth is a log-likelihood ratio: the chance to find the unit's counterpart in the right group of segments against the
 * chance to find it in any group of that size. Unaligned segments are worth nothing by nature, so that values add up over beads.
 */
import { PARAMETERS } from './parameters.ts';
import { frequency, type UnitTable } from './units.ts';

/** Largest group of segments on one side of a bead. */
export const MOST = 4;

/** Links out of one side. The other side's types linked to type u: `to[starts[u]] …`, with their recall and gains. */
export interface LinkSide {
  readonly starts: Int32Array;
  readonly to: Int32Array;
  /** Upper bound of the chance that the linked type stands in the counterpart. */
  readonly recall: Float32Array;
  /** Worth of not finding any of them in a group of h segments: `miss[u * MOST + h - 1]`; 0 where there are no links. */
  miss: Float32Array;
  /** Worth of finding the link in a group of h segments, less the miss: `gain[link * MOST + h - 1]`. */
  gain: Float32Array;
}

export interface Links {
  readonly forward: LinkSide;
  readonly backward: LinkSide;
}

/** A list of type pairs with the chances of finding one where the other is. */
export interface LinkList {
  readonly source: number[];
  readonly target: number[];
  /** Upper bound of the chance of the target type where the source type is, and the other way round; 1 for shared meanings. */
  readonly forward: number[];
  readonly backward: number[];
}

export const emptyLinks = (): LinkList => ({ source: [], target: [], forward: [], backward: [] });

/** Adds the pairs of types that share a meaning. */
export const linkByMeaning = (source: UnitTable, target: UnitTable, into: LinkList): void => {
  const byMeaning = new Map<string | number, number[]>();
  for (let type = 0; type < target.keys.length; type++) {
    for (const meaning of target.meanings[type]!) {
      const types = byMeaning.get(meaning);
      if (types) types.push(type);
      else byMeaning.set(meaning, [type]);
    }
  }
  for (let type = 0; type < source.keys.length; type++) {
    const seen = new Set<number>();
    for (const meaning of source.meanings[type]!) {
      for (const other of byMeaning.get(meaning) ?? []) {
        if (seen.has(other)) continue;
        seen.add(other);
        into.source.push(type);
        into.target.push(other);
        into.forward.push(1);
        into.backward.push(1);
      }
    }
  }
};

const arrange = (
  from: readonly number[],
  to: readonly number[],
  recall: readonly number[],
  size: number,
): LinkSide => {
  const starts = new Int32Array(size + 1);
  for (const type of from) starts[type + 1]! += 1;
  for (let type = 0; type < size; type++) starts[type + 1]! += starts[type]!;
  const next = starts.slice();
  const sorted = new Int32Array(to.length);
  const chances = new Float32Array(to.length);
  for (let link = 0; link < from.length; link++) {
    const place = next[from[link]!]!++;
    sorted[place] = to[link]!;
    chances[place] = recall[link]!;
  }
  return {
    starts,
    to: sorted,
    recall: chances,
    miss: new Float32Array(size * MOST),
    gain: new Float32Array(to.length * MOST),
  };
};

/** How often units of each evidence are found again; used for the misses. */
const fillWorth = (
  side: LinkSide,
  own: UnitTable,
  expected: readonly boolean[],
  other: UnitTable,
  recallOf: Float32Array,
  strength: number,
): void => {
  const rate = (type: number): number =>
    Math.min(
      0.95,
      (Math.max(0, frequency(other, type) - 1) + PARAMETERS.rateSeen) / (other.segments + PARAMETERS.rateAll),
    );
  const types = side.starts.length - 1;
  for (let type = 0; type < types; type++) {
    const [first, last] = [side.starts[type]!, side.starts[type + 1]!];
    if (first === last) {
      // its meaning is nowhere in the other text: rendered freely, or left out
      if (!expected[own.evidence[type]!]) continue;
      const miss = PARAMETERS.unlinked * strength * Math.log(1 - recallOf[type]!);
      side.miss.fill(miss, type * MOST, type * MOST + MOST);
      continue;
    }
    let anywhere = 0;
    for (let link = first; link < last; link++) {
      anywhere += rate(side.to[link]!);
    }
    const found = recallOf[type]!;
    for (let h = 1; h <= MOST; h++) {
      const chance = 1 - (1 - Math.min(0.95, anywhere)) ** h;
      const miss = PARAMETERS.missing * Math.min(0, Math.log((1 - Math.max(found, chance)) / (1 - chance)));
      side.miss[type * MOST + h - 1] = strength * miss;
      for (let link = first; link < last; link++) {
        const linkChance = 1 - (1 - rate(side.to[link]!)) ** h;
        const hit = Math.max(
          0,
          Math.log(Math.max(Math.min(recallOf[type]!, side.recall[link]!), linkChance) / linkChance),
        );
        side.gain[link * MOST + h - 1] = strength * (hit - miss);
      }
    }
  }
};

/** The links of both directions, without their worth. */
export const arrangeLinks = (source: UnitTable, target: UnitTable, list: LinkList): Links => ({
  forward: arrange(list.source, list.target, list.forward, source.keys.length),
  backward: arrange(list.target, list.source, list.backward, target.keys.length),
});

/** Fills in what hits and misses are worth, given how often types are found again. `expected` is said of each evidence. */
export const weighLinks = (
  links: Links,
  source: UnitTable,
  target: UnitTable,
  expected: readonly boolean[],
  recall: { readonly source: Float32Array; readonly target: Float32Array },
): void => {
  fillWorth(links.forward, source, expected, target, recall.source, PARAMETERS.strength);
  fillWorth(links.backward, target, expected, source, recall.target, PARAMETERS.strength);
};

export const joinLists = (...lists: readonly LinkList[]): LinkList => ({
  source: lists.flatMap((list) => list.source),
  target: lists.flatMap((list) => list.target),
  forward: lists.flatMap((list) => list.forward),
  backward: lists.flatMap((list) => list.backward),
});
