/**
 * A lexicon out of the document itself, and out of what a person has confirmed: types that keep company in beads and that
 * nothing else explains there. Guards against learning by rote: a pair needs several beads in common, their number is
 * discounted, and each type keeps only partners that prefer it too.
 */
import type { LinkList, LinkSide, Links } from './links.ts';
import { PARAMETERS } from './parameters.ts';
import type { Path } from './search.ts';
import { frequency, type UnitTable } from './units.ts';

/** The types of both sides of a bead, each once. */
export interface TypeBead {
  readonly source: readonly number[];
  readonly target: readonly number[];
  /** How often it counts. */
  readonly weight: number;
}

const MOST_BEADS = 48;
const MOST_PARTNERS = 3;

/** Lists of types, one a bead: `types[starts[bead]] … types[starts[bead + 1] - 1]`. */
interface Rows {
  readonly starts: Int32Array;
  readonly types: Int32Array;
}

const isPaired = (path: Path, at: number): boolean => path[at + 1]! > 0 && path[at + 3]! > 0;

/** The types of one side of all beads, each once a bead: those given first, then those of the paths that have two sides. */
const readRows = (
  given: readonly TypeBead[],
  paths: readonly Path[],
  side: 'source' | 'target',
  table: UnitTable,
): Rows => {
  const place = side === 'source' ? 0 : 2;
  let [beads, size] = [given.length, 0];
  for (const bead of given) size += bead[side].length;
  for (const path of paths)
    for (let at = 0; at < path.length; at += 4) {
      if (!isPaired(path, at)) continue;
      const from = path[at + place]!;
      beads += 1;
      size += table.starts[from + path[at + place + 1]!]! - table.starts[from]!;
    }
  const starts = new Int32Array(beads + 1);
  const types = new Int32Array(size);
  const seenIn = new Int32Array(table.keys.length).fill(-1);
  let [bead, used] = [0, 0];
  for (const one of given) {
    for (const type of one[side]) types[used++] = type;
    starts[++bead] = used;
  }
  for (const path of paths)
    for (let at = 0; at < path.length; at += 4) {
      if (!isPaired(path, at)) continue;
      const from = path[at + place]!;
      const end = table.starts[from + path[at + place + 1]!]!;
      for (let k = table.starts[from]!; k < end; k++) {
        const type = table.types[k]!;
        if (seenIn[type] === bead) continue;
        seenIn[type] = bead;
        types[used++] = type;
      }
      starts[++bead] = used;
    }
  return { starts, types: types.subarray(0, used) };
};

/** Of each bead, the types of one side that may be learned and that the links do not explain by the other side. */
const unexplained = (own: Rows, other: Rows, side: LinkSide, mayLearn: Uint8Array, others: number): Rows => {
  const presentIn = new Int32Array(others).fill(-1);
  const starts = new Int32Array(own.starts.length);
  const types = new Int32Array(own.types.length);
  let used = 0;
  for (let bead = 0; bead + 1 < starts.length; bead++) {
    for (let k = other.starts[bead]!; k < other.starts[bead + 1]!; k++) presentIn[other.types[k]!] = bead;
    for (let k = own.starts[bead]!; k < own.starts[bead + 1]!; k++) {
      const type = own.types[k]!;
      if (mayLearn[type] === 0) continue;
      let isExplained = false;
      for (let link = side.starts[type]!; link < side.starts[type + 1]! && !isExplained; link++)
        isExplained = presentIn[side.to[link]!] === bead;
      if (!isExplained) types[used++] = type;
    }
    starts[bead + 1] = used;
  }
  return { starts, types: types.slice(0, used) };
};

/** The first beads of each type, by type. */
const turn = ({ starts, types }: Rows, size: number, most: number): Rows => {
  const counts = new Int32Array(size);
  for (const type of types) if (counts[type]! < most) counts[type]! += 1;
  const beadStarts = new Int32Array(size + 1);
  for (let type = 0; type < size; type++) beadStarts[type + 1] = beadStarts[type]! + counts[type]!;
  const beads = new Int32Array(beadStarts[size]!);
  counts.fill(0);
  for (let bead = 0; bead + 1 < starts.length; bead++)
    for (let k = starts[bead]!; k < starts[bead + 1]!; k++) {
      const type = types[k]!;
      if (counts[type]! < most) beads[beadStarts[type]! + counts[type]!++] = bead;
    }
  return { starts: beadStarts, types: beads };
};

const countTypes = ({ starts, types }: Rows, given: readonly TypeBead[], size: number): Float32Array => {
  const counts = new Float32Array(size);
  for (let bead = 0; bead + 1 < starts.length; bead++) {
    const weight = given[bead]?.weight ?? 1;
    for (let k = starts[bead]!; k < starts[bead + 1]!; k++) counts[types[k]!]! += weight;
  }
  return counts;
};

interface Partner {
  readonly source: number;
  readonly target: number;
  readonly joint: number;
  readonly likeness: number;
}

/** Adds induced links to a list. `given`: confirmed pairs. `mayLearn`: 1 for types that are words (not numbers or marks). */
export const induceLinks = (
  given: readonly TypeBead[],
  paths: readonly Path[],
  tables: { readonly source: UnitTable; readonly target: UnitTable },
  known: Links,
  mayLearn: { readonly source: Uint8Array; readonly target: Uint8Array },
  into: LinkList,
): void => {
  const sizes = { source: tables.source.keys.length, target: tables.target.keys.length };
  const sources = readRows(given, paths, 'source', tables.source);
  const targets = readRows(given, paths, 'target', tables.target);
  const openSources = unexplained(sources, targets, known.forward, mayLearn.source, sizes.target);
  const openTargets = unexplained(targets, sources, known.backward, mayLearn.target, sizes.source);
  const sourceCount = countTypes(sources, given, sizes.source);
  const targetCount = countTypes(targets, given, sizes.target);
  const beadsOf = turn(openSources, sizes.source, MOST_BEADS);
  let all = sources.starts.length - 1;
  for (const { weight } of given) all += weight - 1;
  // before a path is known, the text still shows how common a word is
  const unread = paths.length === 0 ? tables.target.segments : 0;
  const common = (type: number): number =>
    targetCount[type]! + (unread > 0 ? frequency(tables.target, type) : 0);
  const joint = new Float32Array(sizes.target);
  const partners: Partner[] = [];
  for (let type = 0; type < sizes.source; type++) {
    if (sourceCount[type]! < PARAMETERS.inducedLeast) continue;
    const touched: number[] = [];
    for (let at = beadsOf.starts[type]!; at < beadsOf.starts[type + 1]!; at++) {
      const bead = beadsOf.types[at]!;
      const weight = given[bead]?.weight ?? 1;
      for (let k = openTargets.starts[bead]!; k < openTargets.starts[bead + 1]!; k++) {
        const other = openTargets.types[k]!;
        if (targetCount[other]! < PARAMETERS.inducedLeast) continue;
        if (joint[other] === 0) touched.push(other);
        joint[other]! += weight;
      }
    }
    const seen = Math.min(sourceCount[type]!, MOST_BEADS);
    const best: Partner[] = [];
    for (const other of touched) {
      const together = joint[other]!;
      joint[other] = 0;
      if (together < PARAMETERS.inducedLeast) continue;
      const expected = (seen * common(other)) / (all + unread);
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
