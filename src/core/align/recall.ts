/**
 * How often the units of a text are found again in the counterparts of their segments, learned from a path: one figure a kind
 * of evidence, and one a unit type that leans on it. Words that translators render freely (say, go) lose their weight here.
 */
import { type LinkSide, MOST } from './links.ts';
import { PARAMETERS } from './parameters.ts';
import type { Path } from './search.ts';
import type { UnitTable } from './units.ts';

/** New recall of each type of `own`, given its links into `other`. `turned` reads the path from the target's side. */
export const learnRecall = (
  paths: readonly Path[],
  turned: boolean,
  own: UnitTable,
  other: UnitTable,
  side: LinkSide,
): Float32Array => {
  const types = own.keys.length;
  const seen = new Float32Array(types);
  const found = new Float32Array(types);
  const present = new Int32Array(other.keys.length).fill(-1);
  let bead = 0;
  for (const path of paths) {
    for (let at = 0; at < path.length; at += 4) {
      const [g, h] = [path[at + 1]!, path[at + 3]!];
      if (g === 0 || h === 0 || g + h > MOST) continue;
      const [ownFrom, ownSize] = turned ? [path[at + 2]!, h] : [path[at]!, g];
      const [otherFrom, otherSize] = turned ? [path[at]!, g] : [path[at + 2]!, h];
      bead += 1;
      for (let k = other.starts[otherFrom]!; k < other.starts[otherFrom + otherSize]!; k++)
        present[other.types[k]!] = bead;
      for (let k = own.starts[ownFrom]!; k < own.starts[ownFrom + ownSize]!; k++) {
        const type = own.types[k]!;
        const [first, last] = [side.starts[type]!, side.starts[type + 1]!];
        if (first === last) continue;
        seen[type]! += 1;
        for (let link = first; link < last; link++) {
          if (present[side.to[link]!] !== bead) continue;
          found[type]! += 1;
          break;
        }
      }
    }
  }
  const { kindWeight, typeWeight } = PARAMETERS;
  const kindSeen = new Map<number, number>();
  const kindFound = new Map<number, number>();
  for (let type = 0; type < types; type++) {
    const kind = own.evidence[type]!;
    kindSeen.set(kind, (kindSeen.get(kind) ?? 0) + seen[type]!);
    kindFound.set(kind, (kindFound.get(kind) ?? 0) + found[type]!);
  }
  return own.recall.map((first, type) => {
    const kind = own.evidence[type]!;
    const ofKind =
      ((kindFound.get(kind) ?? 0) + kindWeight * first) / ((kindSeen.get(kind) ?? 0) + kindWeight);
    const learned = (found[type]! + typeWeight * ofKind) / (seen[type]! + typeWeight);
    return Math.min(0.96, Math.max(0.02, learned));
  });
};
