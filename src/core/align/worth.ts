/** What one group of segments is worth as a bead, worked out directly: for explanations, candidates and moved sentences. */
import type { DocumentPair } from './documentPair.ts';
import { type LinkSide, MOST } from './links.ts';
import { frequency, type UnitTable } from './units.ts';

/** A unit with the unit of the other side that renders it best, or null, and what that is worth. */
export interface UnitWorth {
  readonly type: number;
  readonly linked: number | null;
  readonly worth: number;
}

const typesIn = (table: UnitTable, from: number, size: number): Set<number> =>
  new Set(table.types.subarray(table.starts[from]!, table.starts[from + size]!));

/** Units of one side's group against the other side's; a unit that stands in several segments counts in each. */
const unitsAgainst = (
  own: UnitTable,
  side: LinkSide,
  [from, size]: readonly [number, number],
  other: UnitTable,
  [otherFrom, otherSize]: readonly [number, number],
): UnitWorth[] => {
  const present = typesIn(other, otherFrom, otherSize);
  const result: UnitWorth[] = [];
  for (let at = own.starts[from]!; at < own.starts[from + size]!; at++) {
    const type = own.types[at]!;
    let [linked, gain]: [number | null, number] = [null, 0];
    for (let link = side.starts[type]!; link < side.starts[type + 1]!; link++) {
      const worth = side.gain[link * MOST + otherSize - 1]!;
      if (present.has(side.to[link]!) && (linked === null || worth > gain))
        [linked, gain] = [side.to[link]!, worth];
    }
    result.push({ type, linked, worth: side.miss[type * MOST + otherSize - 1]! + gain });
  }
  return result;
};

export interface BeadWorth {
  readonly source: readonly UnitWorth[];
  readonly target: readonly UnitWorth[];
  readonly shape: number;
  readonly total: number;
}

/** Sizes of 1 to 4 on both sides, in the numbering of the open sides. */
export const beadWorth = (pair: DocumentPair, i: number, g: number, j: number, h: number): BeadWorth => {
  const source = unitsAgainst(pair.source, pair.links.forward, [i, g], pair.target, [j, h]);
  const target = unitsAgainst(pair.target, pair.links.backward, [j, h], pair.source, [i, g]);
  const shape = pair.shape().worth(i, g, j, h);
  const words = [...source, ...target].reduce((sum, unit) => sum + unit.worth, 0);
  return { source, target, shape, total: words + shape };
};

/** Units that stand in more segments than this tell no segment from another, and would make long texts slow. */
const MOST_PLACES = 200;

/** Segments of the other side that share units with one, by the worth of the shared units. */
export const sharing = (
  own: UnitTable,
  side: LinkSide,
  segment: number,
  other: UnitTable,
): Map<number, number> => {
  const worth = new Map<number, number>();
  for (let at = own.starts[segment]!; at < own.starts[segment + 1]!; at++) {
    const type = own.types[at]!;
    for (let link = side.starts[type]!; link < side.starts[type + 1]!; link++) {
      const linked = side.to[link]!;
      if (frequency(other, linked) > MOST_PLACES) continue;
      const gain = side.gain[link * MOST]!;
      for (let k = other.placeStarts[linked]!; k < other.placeStarts[linked + 1]!; k++)
        worth.set(other.places[k]!, (worth.get(other.places[k]!) ?? 0) + gain);
    }
  }
  return worth;
};
