/** Three-way merging: what a package changed goes in, unless somebody changed the same meanwhile. */

export type Outcome = 'keep' | 'take' | 'conflict';

/** `null`: not there. Values are compared as text. */
export function decideThreeWay(base: string | null, ours: string | null, theirs: string | null): Outcome {
  if (theirs === base || theirs === ours) return 'keep';
  return ours === base ? 'take' : 'conflict';
}

export interface Stretch<T> {
  readonly base: readonly T[];
  readonly ours: readonly T[];
  readonly theirs: readonly T[];
}

/** Cuts three lists at the places that all three have; a stretch ends with such a place. Keys are ascending in each list. */
export function cutAtCommon<T>(lists: Stretch<T>, keyOf: (item: T) => string): Stretch<T>[] {
  const keys = (items: readonly T[]): Set<string> => new Set(items.map(keyOf));
  const [inOurs, inTheirs] = [keys(lists.ours), keys(lists.theirs)];
  const common = new Set(lists.base.map(keyOf).filter((key) => inOurs.has(key) && inTheirs.has(key)));
  const parts = (items: readonly T[]): T[][] => {
    const out: T[][] = [[]];
    for (const item of items) {
      out.at(-1)!.push(item);
      if (common.has(keyOf(item))) out.push([]);
    }
    return out;
  };
  const [base, ours, theirs] = [parts(lists.base), parts(lists.ours), parts(lists.theirs)];
  return base.map((part, i) => ({ base: part, ours: ours[i] ?? [], theirs: theirs[i] ?? [] }));
}
