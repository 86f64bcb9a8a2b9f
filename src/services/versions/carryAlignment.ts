/** One alignment of a text that is revised, written anew for the new version: beads, statuses, links and flags of what stayed. */
import { type CarriedBead, carryOver, type SentenceChange } from '../../core/compare/index.ts';
import {
  allRanks,
  type FlagRow,
  flagsOf,
  insertAlignmentLike,
  insertBeads,
  insertFlags,
  insertLink,
  type LoadedPlaces,
  type LoadedText,
  linksOf,
  type NewBead,
  type ReviewedBead,
  type RowChange,
  reviewedBeads,
  type Store,
  type VersionRow,
} from '../../store/index.ts';
import type { DocumentIndex, IndexedAlignment } from '../documentIndex.ts';
import { toBeads } from '../pairTexts.ts';
import { type Compared, idsAfter } from './compared.ts';
import type { KnownHomes } from './fromUnits.ts';

export interface Carry {
  readonly alignment: IndexedAlignment;
  readonly of: VersionRow;
  readonly version: VersionRow;
  readonly old: LoadedText;
  readonly fresh: LoadedPlaces;
  readonly changes: readonly SentenceChange[];
  readonly homes: KnownHomes | null;
  readonly at: number;
}

export function carryAlignment(store: Store, carry: Carry) {
  const { alignment, of, version, old, fresh, changes, homes, at } = carry;
  const isSource = alignment.sourceId === of.id;
  const pair = isSource
    ? { sourceId: version.id, targetId: alignment.targetId }
    : { sourceId: alignment.sourceId, targetId: version.id };
  const otherId = isSource ? alignment.targetId : alignment.sourceId;
  const known = reviewedBeads(store, alignment.id);
  return store.transaction(() => {
    const to = insertAlignmentLike(store, alignment, { ...pair, createdAt: at });
    if (known.length === 0) return { from: alignment.id, to, stale: 0, changes: [] };
    const otherRanks = allRanks(store, otherId);
    const other = { text: { lang: '', segments: [] }, ids: new Float64Array(), ranks: otherRanks };
    const before = isSource ? { source: old, target: other } : { source: other, target: old };
    const [sources, targets] = isSource ? [fresh.ranks, otherRanks] : [otherRanks, fresh.ranks];
    const { beads, links } = carryOver(
      toBeads(before, known),
      changes,
      isSource ? 'source' : 'target',
      homesIn(alignment, homes),
    );
    const laid = layCarried(beads, known, sources, targets);
    insertBeads(store, to, laid);
    const newIds = idsAfter(changes, old, fresh);
    const otherIds = links.length > 0 ? idsOf(store, otherId) : [];
    for (const { source, target } of links)
      insertLink(
        store,
        to,
        isSource ? fresh.ids[source]! : otherIds[source]!,
        isSource ? otherIds[target]! : fresh.ids[target]!,
      );
    carryLinks(store, alignment.id, to, isSource, newIds.followed);
    if (alignment.verdict !== null)
      insertFlags(store, to, 1, carryFlags(flagsOf(store, alignment.id), isSource, newIds.same));
    const stirred = laid.filter((_, i) => beads[i]!.state !== 'kept');
    return {
      from: alignment.id,
      to,
      stale: beads.filter(({ state }) => state === 'stale').length,
      changes: stirred.map((bead) => asChange(to, bead)),
    };
  });
}

const homesIn = (alignment: IndexedAlignment, homes: KnownHomes | null) =>
  homes?.alignmentId === alignment.id ? homes.beads : undefined;

const idsOf = (store: Store, versionId: number): readonly number[] =>
  store.sql('SELECT id FROM segment WHERE version_id = ? ORDER BY rank').pluck().all(versionId);

/** Beads as cuts, with what people said of those that stayed. */
function layCarried(
  beads: readonly CarriedBead[],
  known: readonly ReviewedBead[],
  sources: Float64Array,
  targets: Float64Array,
): NewBead[] {
  let sourceTo = 0;
  let targetTo = 0;
  return beads.map((bead) => {
    sourceTo = sources[bead.source.at(-1) ?? -1] ?? sourceTo;
    targetTo = targets[bead.target.at(-1) ?? -1] ?? targetTo;
    const was = bead.from === null ? null : known[bead.from]!;
    if (was === null) return { sourceTo, targetTo, status: 'auto', score: 0 };
    const { reviewer, reviewedAt, reason, score, status } = was;
    if (bead.state === 'kept') return { sourceTo, targetTo, status, score, reviewer, reviewedAt, reason };
    return { sourceTo, targetTo, status: 'stale', score: null, reviewer, reviewedAt, reason };
  });
}

function carryLinks(
  store: Store,
  from: number,
  to: number,
  isSource: boolean,
  followed: ReadonlyMap<number, number>,
): void {
  for (const { sourceSegmentId, targetSegmentId } of linksOf(store, from)) {
    const revised = followed.get(isSource ? sourceSegmentId : targetSegmentId);
    if (revised === undefined) continue;
    if (isSource) insertLink(store, to, revised, targetSegmentId);
    else insertLink(store, to, sourceSegmentId, revised);
  }
}

/** Flags on sentences that are all the same still hold, with the fingerprints that decisions hang on. */
function carryFlags(flags: readonly FlagRow[], isSource: boolean, same: ReadonlyMap<number, number>) {
  return flags.flatMap((flag) => {
    const old = isSource ? flag.sourceSegmentIds : flag.targetSegmentIds;
    const ids = old.map((id) => same.get(id));
    if (ids.some((id) => id === undefined)) return [];
    const known = ids as number[];
    const span = isSource ? flag.sourceSpan : flag.targetSpan;
    const moved = span && { ...span, segmentId: same.get(span.segmentId) ?? 0 };
    return [
      isSource
        ? { ...flag, sourceSegmentIds: known, sourceSpan: moved }
        : { ...flag, targetSegmentIds: known, targetSpan: moved },
    ];
  });
}

const asChange = (alignmentId: number, { sourceTo, targetTo }: NewBead): RowChange => ({
  table: 'bead',
  rowId: 0,
  before: null,
  after: { alignment_id: alignmentId, source_to: sourceTo, target_to: targetTo },
});

/** What an import would do to the alignments that hold, without doing it. */
export function foreseeStale(store: Store, index: DocumentIndex, of: VersionRow, compared: Compared): number {
  let stale = 0;
  for (const alignment of index.alignments) {
    const isSource = alignment.sourceId === of.id;
    if (!isSource && alignment.targetId !== of.id) continue;
    const known = reviewedBeads(store, alignment.id);
    const ranks = allRanks(store, isSource ? alignment.targetId : alignment.sourceId);
    const other = { text: { lang: '', segments: [] }, ids: new Float64Array(), ranks };
    const pair = isSource ? { source: compared.old, target: other } : { source: other, target: compared.old };
    const carried = carryOver(
      toBeads(pair, known),
      compared.changes,
      isSource ? 'source' : 'target',
      homesIn(alignment, compared.homes),
    );
    stale += carried.beads.filter(({ state }) => state === 'stale').length;
  }
  return stale;
}
