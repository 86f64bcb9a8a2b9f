/**
 * Flags of one document over all its renderings (core/check/triangulate.ts): weighed when a document is checked, and again around the
 * rows that an edit touched, with the same result as checking everything at once.
 */
import { type CheckedRendering, placesOfAdded, renderedSegments, triangulate } from '../core/check/index.ts';
import type { Bead, Verdict } from '../core/model.ts';
import {
  beadOfSource,
  beadOfTarget,
  getSegment,
  ranksBetween,
  type Store,
  type WeighableFlag,
  weighableFlags,
  weighFlag,
} from '../store/index.ts';
import type { NamedFlag } from '../workers/tasks.ts';
import { startOf } from './additions.ts';
import type { DocumentIndex, IndexedAlignment } from './documentIndex.ts';
import { isFrozenAlignment } from './review/frozen.ts';

/** What is no rendering of the original bears no witness. */
const isWitness = (verdict: Verdict | null): boolean =>
  verdict !== null && verdict.kind !== 'not-a-translation';

export interface FreshFlags {
  readonly lang: string;
  readonly verdict: Verdict;
  readonly flags: readonly NamedFlag[];
  readonly beads: readonly Bead[];
}

/** Flags of renderings that were checked together, all of the same original, in the order of their columns. */
export function weighFresh(renderings: readonly FreshFlags[]): (readonly NamedFlag[])[] {
  const able = renderings.filter(({ verdict }) => isWitness(verdict));
  const weighed = triangulate(
    able.map(({ lang, flags, beads }) => ({
      target: { lang },
      flags,
      rendered: renderedSegments(beads),
      places: placesOfAdded(beads),
    })),
  );
  return renderings.map((one) => weighed[able.indexOf(one)] ?? one.flags);
}

/** Ids of sentences of the original, among those given, that a rendering gives a counterpart. */
function renderedAmong(store: Store, alignment: IndexedAlignment, sourceIds: Iterable<number>): Set<number> {
  const rendered = new Set<number>();
  for (const id of sourceIds) {
    const segment = getSegment(store, id);
    const bead = segment && beadOfSource(store, alignment.id, segment.rank);
    if (
      bead &&
      ranksBetween(store, alignment.targetId, startOf(store, bead).targetTo, bead.targetTo).length > 0
    )
      rendered.add(id);
  }
  return rendered;
}

/** After how many sentences of the original the additions of a rendering stand. */
function placesOf(
  store: Store,
  index: DocumentIndex,
  alignment: IndexedAlignment,
  flags: readonly WeighableFlag[],
): Map<number, number> {
  const places = new Map<number, number>();
  for (const { source, target } of flags) {
    const segment = source.length === 0 ? getSegment(store, target[0] ?? 0) : undefined;
    const bead = segment && beadOfTarget(store, alignment.id, segment.rank);
    const start = bead && startOf(store, bead);
    if (bead && start && ranksBetween(store, alignment.sourceId, start.sourceTo, bead.sourceTo).length === 0)
      places.set(target[0]!, index.numberOf(alignment.sourceId, start.sourceTo));
  }
  return places;
}

const isChanged = (a: WeighableFlag, b: WeighableFlag): boolean =>
  a.confidence !== b.confidence || JSON.stringify(a.params) !== JSON.stringify(b.params);

/**
 * Weighs the stored flags about these sentences of the original anew (`all`: of the whole document), where their renderings were
 * checked or their beads changed. To be called while an edit is open, so that undo takes it back.
 */
export function weighStored(store: Store, index: DocumentIndex, sourceIds: Iterable<number> | 'all'): void {
  const able = index.alignments.filter(({ verdict }) => isWitness(verdict));
  if (able.length === 0) return;
  const touched = sourceIds === 'all' ? 'all' : [...new Set(sourceIds)];
  // Flags about the touched sentences may be about others too, about which the other renderings are asked as well.
  const concerned = able.flatMap(({ id }) => weighableFlags(store, id, touched));
  const asked = [...new Set(concerned.flatMap(({ source }) => source))];
  const renderings = able.map((alignment): CheckedRendering<WeighableFlag> => {
    const flags = weighableFlags(store, alignment.id, touched === 'all' ? 'all' : asked);
    return {
      target: { lang: alignment.target.lang },
      flags,
      rendered: renderedAmong(store, alignment, asked),
      places: placesOf(store, index, alignment, flags),
    };
  });
  const wanted = new Set(concerned.map(({ id }) => id));
  // What is signed off bears witness and stays as it was signed: else undo of another rendering's edit would have to change it.
  const frozen = able.map(({ id }) => isFrozenAlignment(store, index, id));
  triangulate(renderings).forEach((weighed, i) => {
    if (frozen[i]) return;
    weighed.forEach((flag, at) => {
      if (wanted.has(flag.id) && isChanged(flag, renderings[i]!.flags[at]!)) weighFlag(store, flag);
    });
  });
}
