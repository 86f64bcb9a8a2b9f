/**
 * Repeated text: neighbours on one side that say the same again (doubled captions, a sentence copied by mistake). They share
 * their words with the same counterpart and would be grouped with it; a group that holds a repetition costs.
 */
import { PARAMETERS } from './parameters.ts';
import type { UnitTable } from './units.ts';

/** Cost, at most 0, of segment i standing in one group with segment i - 1. */
export const repeatCosts = (texts: readonly string[], table: UnitTable): Float32Array => {
  const costs = new Float32Array(texts.length);
  const last = new Int32Array(table.keys.length).fill(-1);
  for (let at = 0; at < texts.length; at++) {
    let shared = 0;
    for (let k = table.starts[at]!; k < table.starts[at + 1]!; k++) {
      if (last[table.types[k]!] === at - 1 && at > 0) shared += 1;
      last[table.types[k]!] = at;
    }
    if (at === 0) continue;
    const own = table.starts[at + 1]! - table.starts[at]!;
    const other = table.starts[at]! - table.starts[at - 1]!;
    const likeness = texts[at] === texts[at - 1] ? 1 : shared < 3 ? 0 : shared / (own + other - shared);
    costs[at] = -PARAMETERS.repeat * Math.max(0, 2 * likeness - 1);
  }
  return costs;
};
