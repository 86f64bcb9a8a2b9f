/** Which groups the units of a file are of, told by the text beside the one that they revise. */
import { makeCutAlong } from './cutAlong.ts';
import { compareSentences } from './sentences.ts';
import type { ReturnedUnit, UnitsInput } from './units.ts';

/** For each unit with texts the beads that hold its sentences of the other text, ascending; none where it has none of them. */
export function locateUnits({ units, other, otherLang, beads }: UnitsInput): number[][] {
  const beadOf = new Map<number, number>();
  beads.forEach((bead, number) => {
    for (const one of bead.other) beadOf.set(one, number);
  });
  const cut = makeCutAlong(other, (text) => [text]);
  const pieces = units.flatMap(({ other: text }, unit) =>
    text === null ? [] : cut(text).map((piece) => ({ unit, piece })),
  );
  const ordered = sortLikeBefore(other, pieces);
  const found = units.map(() => new Set<number>());
  const changes = compareSentences(
    other,
    ordered.map(({ piece }) => piece),
    otherLang,
  );
  for (const { before, after } of changes) {
    const bead = before === null ? undefined : beadOf.get(before);
    if (after !== null && bead !== undefined) found[ordered[after]!.unit]!.add(bead);
  }
  return found.map((set) => [...set].sort((a, b) => a - b));
}

/**
 * Units may be sorted by anything. Those with a sentence that stands once in the text go to its place, and others stay behind the one
 * before them, so that repeated and changed sentences are looked for where they belong.
 */
function sortLikeBefore<P extends { readonly unit: number; readonly piece: string }>(
  other: readonly string[],
  pieces: readonly P[],
): readonly P[] {
  const placeOf = new Map<string, number>();
  other.forEach((text, place) => {
    placeOf.set(text, placeOf.has(text) ? Number.NaN : place);
  });
  const first = new Map<number, number>();
  for (const { unit, piece } of pieces) {
    const place = placeOf.get(piece);
    if (place !== undefined && !Number.isNaN(place) && !first.has(unit)) first.set(unit, place);
  }
  let last = -1;
  const keyed = pieces.map((piece) => {
    last = first.get(piece.unit) ?? last;
    return { piece, key: last };
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ piece }) => piece);
}

/** Units that share a bead belong together. Units without a text of their own say nothing of the text that is revised. */
export function joinUnits(units: readonly ReturnedUnit[], located: readonly (readonly number[])[]) {
  const groups: { readonly units: number[]; readonly beads: Set<number> }[] = [];
  const groupOf = new Map<number, (typeof groups)[number]>();
  located.forEach((numbers, unit) => {
    if (units[unit]!.own === null || numbers.length === 0) return;
    const shared = [...new Set(numbers.flatMap((bead) => groupOf.get(bead) ?? []))];
    const group = shared[0] ?? { units: [], beads: new Set<number>() };
    if (shared.length === 0) groups.push(group);
    for (const more of shared.slice(1)) {
      group.units.push(...more.units.splice(0));
      for (const bead of more.beads) group.beads.add(bead);
    }
    group.units.push(unit);
    for (const bead of numbers) group.beads.add(bead);
    for (const bead of group.beads) groupOf.set(bead, group);
  });
  return groups
    .filter((group) => group.units.length > 0)
    .map(({ units: list, beads }) => ({
      units: list.sort((a, b) => a - b),
      beads: [...beads].sort((a, b) => a - b),
    }));
}
