/**
 * A lexicon out of the document itself, and out of what a person has confirmed: types that keep company in beads and that
 * nothing else explains there. Guards against learning by rote: a pair needs several beads in common, their number is
 * discounted, and each type keeps only partners that prefer it too.
 */
import type { LinkList, LinkSide, Links } from './links.ts';
import { PARAMETERS } from './parameters.ts';
import type { Path } from './search.ts';
import type { UnitTable } from './units.ts';

/** The types of both sides of a bead, each once. */
export interface TypeBead {
  readonly source: readonly number[];
  readonly target: readonly number[];
  /** How often it counts. */
  readonly weight: number;
}

const MOST_BEADS = 48;
const MOST_PARTNERS = 3;

/** Beads of paths with two sides, as types. */
export const typeBeads = (paths: readonly Path[], source: UnitTable, target: UnitTable): TypeBead[] => {
  const beads: TypeBead[] = [];
  const types = (table: UnitTable, from: number, size: number): number[] => [
    ...new Set(table.types.subarray(table.starts[from]!, table.starts[from + size]!)),
  ];
  for (const path of paths)
    for (let at = 0; at < path.length; at += 4)
      if (path[at + 1]! > 0 && path[at + 3]! > 0)
        beads.push({
          source: types(source, path[at]!, path[at + 1]!),
          target: types(target, path[at + 2]!, path[at + 3]!),
          weight: 1,
        });
  return beads;
};

/** Types of one side that the links do not explain by the other side. */
const unexplained = (
  own: readonly number[],
  side: LinkSide,
  other: ReadonlySet<number>,
  mayLearn: (type: number) => boolean,
): number[] =>
  own.filter((type) => {
    if (!mayLearn(type)) return false;
    for (let link = side.starts[type]!; link < side.starts[type + 1]!; link++)
      if (other.has(side.to[link]!)) return false;
    return true;
  });

interface Partner {
  readonly source: number;
  readonly target: number;
  readonly joint: number;
  readonly likeness: number;
}

/** Adds induced links to a list. `mayLearn*` says which types are words (not numbers or marks). */
export const induceLinks = (
  beads: readonly TypeBead[],
  known: Links,
  mayLearn: { source: (type: number) => boolean; target: (type: number) => boolean },
  sizes: { readonly source: number; readonly target: number },
  into: LinkList,
): void => {
  const open = beads.map(({ source, target, weight }) => ({
    source: unexplained(source, known.forward, new Set(target), mayLearn.source),
    target: unexplained(target, known.backward, new Set(source), mayLearn.target),
    weight,
  }));
  const sourceCount = new Float64Array(sizes.source);
  const targetCount = new Float64Array(sizes.target);
  const beadsOf: number[][] = Array.from({ length: sizes.source }, () => []);
  let all = 0;
  beads.forEach(({ source, target, weight }) => {
    for (const type of source) sourceCount[type]! += weight;
    for (const type of target) targetCount[type]! += weight;
    all += weight;
  });
  open.forEach(({ source }, at) => {
    for (const type of source) if (beadsOf[type]!.length < MOST_BEADS) beadsOf[type]!.push(at);
  });
  const joint = new Float64Array(sizes.target);
  const partners: Partner[] = [];
  for (let type = 0; type < sizes.source; type++) {
    const list = beadsOf[type]!;
    if (sourceCount[type]! < PARAMETERS.inducedLeast) continue;
    const touched: number[] = [];
    for (const at of list) {
      for (const other of open[at]!.target) {
        if (joint[other] === 0) touched.push(other);
        joint[other]! += open[at]!.weight;
      }
    }
    const seen = Math.min(sourceCount[type]!, MOST_BEADS);
    const best: Partner[] = [];
    for (const other of touched) {
      const together = joint[other]!;
      joint[other] = 0;
      if (together < PARAMETERS.inducedLeast) continue;
      const expected = (seen * targetCount[other]!) / all;
      if (together < 3 * expected) continue;
      const likeness = (2 * (together - PARAMETERS.inducedDiscount)) / (seen + targetCount[other]!);
      best.push({ source: type, target: other, joint: together, likeness });
    }
    best.sort((a, b) => b.likeness - a.likeness || a.target - b.target);
    partners.push(...best.slice(0, MOST_PARTNERS));
  }
  // a pair stays when it is among the best of its target too
  partners.sort((a, b) => b.likeness - a.likeness || a.source - b.source || a.target - b.target);
  const taken = new Uint8Array(sizes.target);
  for (const { source, target, joint: together, likeness } of partners) {
    if (likeness < PARAMETERS.inducedLowest || taken[target]! >= MOST_PARTNERS) continue;
    taken[target]! += 1;
    into.source.push(source);
    into.target.push(target);
    const chance = (count: number): number =>
      Math.min(0.95, (together - PARAMETERS.inducedDiscount) / Math.min(count, MOST_BEADS));
    into.forward.push(chance(sourceCount[source]!));
    into.backward.push(chance(targetCount[target]!));
  }
};
