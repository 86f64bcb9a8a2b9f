/** Between the store, which knows ids and ranks, and the pipeline, which counts segments from 0. */
import type { Alignment, Bead, Link } from '../core/model.ts';
import {
  type BeadRow,
  beadAway,
  beadsFromTo,
  type Cut,
  getVersion,
  type LinkRow,
  type LoadedText,
  loadText,
  type NewFlag,
  type Store,
  type StoredSpan,
} from '../store/index.ts';
import type { NamedFlag } from '../workers/tasks.ts';
import { startOf } from './additions.ts';
import type { IndexedAlignment } from './documentIndex.ts';

export interface LoadedPair {
  readonly source: LoadedText;
  readonly target: LoadedText;
}

const numbers = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

/** Beads with the numbers of their segments. The first bead begins where the loaded texts begin. */
export function toBeads(
  { source, target }: LoadedPair,
  rows: readonly (Cut & { score: number | null })[],
): Bead[] {
  let s = 0;
  let t = 0;
  return rows.map((row) => {
    const [sourceFrom, targetFrom] = [s, t];
    while (s < source.ranks.length && source.ranks[s]! <= row.sourceTo) s++;
    while (t < target.ranks.length && target.ranks[t]! <= row.targetTo) t++;
    // A person's bead has no score: it is as sure as can be.
    return { source: numbers(sourceFrom, s), target: numbers(targetFrom, t), score: row.score ?? 1 };
  });
}

export function toLinks({ source, target }: LoadedPair, rows: readonly LinkRow[]): Link[] {
  const numberOf = (ids: Float64Array): Map<number, number> => new Map(Array.from(ids, (id, i) => [id, i]));
  const sources = numberOf(source.ids);
  const targets = numberOf(target.ids);
  return rows.flatMap((row) => {
    const link = { source: sources.get(row.sourceSegmentId), target: targets.get(row.targetSegmentId) };
    return link.source === undefined || link.target === undefined
      ? []
      : [{ source: link.source, target: link.target }];
  });
}

export const toAlignment = (
  pair: LoadedPair,
  beads: readonly BeadRow[],
  links: readonly LinkRow[],
): Alignment => ({ beads: toBeads(pair, beads), links: toLinks(pair, links) });

/** The cuts that end the beads of a fresh alignment; `start` is where its texts begin. */
export function* toCuts(
  { source, target }: LoadedPair,
  beads: readonly Bead[],
  start: Cut = { sourceTo: 0, targetTo: 0 },
): Generator<Cut & { score: number }> {
  let { sourceTo, targetTo } = start;
  for (const bead of beads) {
    sourceTo = source.ranks[bead.source.at(-1) ?? -1] ?? sourceTo;
    targetTo = target.ranks[bead.target.at(-1) ?? -1] ?? targetTo;
    yield { sourceTo, targetTo, score: bead.score };
  }
}

export function toStoredFlags({ source, target }: LoadedPair, flags: readonly NamedFlag[]): NewFlag[] {
  const span = (ids: Float64Array, of: NamedFlag['sourceSpan']): StoredSpan | null =>
    of && { segmentId: ids[of.segment]!, start: of.start, end: of.end };
  return flags.map((flag) => ({
    ...flag,
    sourceSegmentIds: flag.source.map((i) => source.ids[i]!),
    targetSegmentIds: flag.target.map((i) => target.ids[i]!),
    sourceSpan: span(source.ids, flag.sourceSpan),
    targetSpan: span(target.ids, flag.targetSpan),
  }));
}

/** Neighbouring beads with their texts: from `first` to `last`, and `margin` more on either side. */
export function loadStretch(
  store: Store,
  alignment: IndexedAlignment,
  first: BeadRow,
  last: BeadRow,
  margin: number,
): { readonly start: Cut; readonly stretch: readonly BeadRow[]; readonly pair: LoadedPair } {
  const begin = beadAway(store, first, -margin);
  const end = beadAway(store, last, margin);
  const start = startOf(store, begin);
  const source = { id: alignment.sourceId, lang: getVersion(store, alignment.sourceId)!.lang };
  return {
    start,
    stretch: beadsFromTo(store, alignment.id, begin, end),
    pair: {
      source: loadText(store, source, start.sourceTo, end.sourceTo),
      target: loadText(store, alignment.target, start.targetTo, end.targetTo),
    },
  };
}
