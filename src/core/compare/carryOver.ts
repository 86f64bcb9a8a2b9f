/** What becomes of an alignment when one of its two texts is revised: beads of unchanged sentences stay as they are. */
import type { SentenceChange } from './sentences.ts';

export type Side = 'source' | 'target';

interface TwoSides {
  readonly source: readonly number[];
  readonly target: readonly number[];
}

export interface CarriedBead extends TwoSides {
  /** The bead that it was, null for sentences that are new. */
  readonly from: number | null;
  /** `kept`: same sentences on both sides, so status and score stay. `stale`: its text changed. `new`: a sentence that came. */
  readonly state: 'kept' | 'stale' | 'new';
}

export interface CarriedLink {
  readonly source: number;
  readonly target: number;
}

/**
 * `beads` number the sentences of the old texts, the result those of the new ones; it covers each once and is monotone.
 * A sentence that moved out of its bead stands alone and is linked with the partners it had.
 */
export function carryOver(
  beads: readonly TwoSides[],
  changes: readonly SentenceChange[],
  revised: Side,
  /** For new sentences whose bead is known: its number, in the order of the beads. */
  known: ReadonlyMap<number, number> = new Map(),
): { readonly beads: CarriedBead[]; readonly links: CarriedLink[] } {
  const other: Side = revised === 'source' ? 'target' : 'source';
  const beadOf = new Map<number, number>();
  beads.forEach((bead, index) => {
    for (const sentence of bead[revised]) beadOf.set(sentence, index);
  });
  const ofOther = (sides: { revised: number[]; other: readonly number[] }): TwoSides =>
    revised === 'source'
      ? { source: sides.revised, target: sides.other }
      : { source: sides.other, target: sides.revised };

  const homes = homeOfEach(changes, beadOf, known);
  const members = beads.map((): number[] => []);
  const loners = new Map<number, number[]>();
  homes.forEach((home, sentence) => {
    if (home.bead !== null) members[home.bead]!.push(sentence);
    else loners.set(home.after, [...(loners.get(home.after) ?? []), sentence]);
  });
  const unchanged = new Set(changes.filter((c) => c.kind === 'same').map((c) => c.after!));
  const out: CarriedBead[] = [];
  const addLoners = (after: number) => {
    for (const sentence of loners.get(after) ?? [])
      out.push({ ...ofOther({ revised: [sentence], other: [] }), from: null, state: 'new' });
  };
  addLoners(-1);
  beads.forEach((bead, index) => {
    const now = members[index]!;
    if (now.length > 0 || bead[other].length > 0) {
      const kept = now.length === bead[revised].length && now.every((sentence) => unchanged.has(sentence));
      out.push({
        ...ofOther({ revised: now, other: bead[other] }),
        from: index,
        state: kept ? 'kept' : 'stale',
      });
    }
    addLoners(index);
  });
  const links = changes.flatMap((change) => {
    const home = change.kind === 'moved' ? beadOf.get(change.before!) : undefined;
    const partners = home === undefined ? [] : beads[home]![other];
    return partners.map((partner) =>
      revised === 'source'
        ? { source: change.after!, target: partner }
        : { source: partner, target: change.after! },
    );
  });
  return { beads: out, links };
}

/** Where each new sentence belongs: into a bead, or alone behind bead number `after` (−1: before all). */
interface Home {
  readonly bead: number | null;
  readonly after: number;
}

function homeOfEach(
  changes: readonly SentenceChange[],
  beadOf: ReadonlyMap<number, number>,
  known: ReadonlyMap<number, number>,
): Home[] {
  const placed = changes.filter((change) => change.after !== null).sort((a, b) => a.after! - b.after!);
  const own = placed.map((change) =>
    change.kind === 'same' || change.kind === 'changed'
      ? (beadOf.get(change.before!) ?? null)
      : (known.get(change.after!) ?? null),
  );
  const next: (number | null)[] = new Array(own.length).fill(null);
  for (let i = own.length - 2; i >= 0; i--) next[i] = own[i + 1] ?? next[i + 1] ?? null;
  let last = -1;
  return own.map((bead, index) => {
    if (bead !== null) {
      last = bead;
      return { bead, after: bead };
    }
    // Between two sentences of one bead there is no cut, so what came there joins it.
    return { bead: last >= 0 && next[index] === last ? last : null, after: last };
  });
}
