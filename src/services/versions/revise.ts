/**
 * A revised text takes the place of the one before: what did not change keeps its beads, statuses, notes, links and flags; what
 * changed becomes stale. The rows are written beside what holds, then pointers are turned, so that one undo takes it all back.
 */
import {
  type CarriedBead,
  carryOver,
  compareSentences,
  type SentenceChange,
} from '../../core/compare/index.ts';
import { AppError } from '../../core/errors.ts';
import type { Segment } from '../../core/model.ts';
import {
  allRanks,
  type FlagRow,
  flagsOf,
  getVersion,
  hideAlignment,
  insertAlignmentLike,
  insertBeads,
  insertFlags,
  insertLink,
  insertOrigins,
  insertRevision,
  insertSegments,
  type LoadedText,
  linksOf,
  loadText,
  type NewBead,
  type ReviewedBead,
  type RowChange,
  reviewedBeads,
  type Store,
  showAlignment,
  turnVersion,
  type VersionRow,
} from '../../store/index.ts';
import type { DocumentIndex, IndexedAlignment } from '../documentIndex.ts';
import { breathe, type CutText } from '../importTexts.ts';
import type { OpenProject } from '../openProjects.ts';
import { toBeads } from '../pairTexts.ts';
import { frozenVersion } from '../review/frozen.ts';
import { countChanges, type VersionCounts } from './counts.ts';

export interface Revision {
  /** null where the text is the same: then nothing was done. */
  readonly versionId: number | null;
  readonly editId: number | null;
  readonly counts: VersionCounts;
  /** Beads that became stale, over all languages. */
  readonly stale: number;
  /** Beads to check again, as changes of rows. */
  readonly changes: readonly RowChange[];
}

export interface RevisionRequest {
  readonly project: OpenProject;
  readonly documentId: number;
  /** The version that holds now. */
  readonly of: VersionRow;
  readonly text: CutText;
  readonly author: string;
  readonly at: number;
}

const SLICE = 5000;

export async function reviseText(request: RevisionRequest): Promise<Revision> {
  const { project, documentId, of, text, author, at } = request;
  const { store } = project;
  const signed = frozenVersion(store, project.index(documentId), of.id);
  if (signed !== null)
    throw new AppError('edit-impossible', {
      reason: `The rendering (${signed}) is signed off. Reopen it first.`,
    });
  const cut = text.text.segments;
  const first = compareWith(store, of, cut);
  if (isUnchanged(first.old, cut, first.changes))
    return { versionId: null, editId: null, counts: countChanges(first.changes), stale: 0, changes: [] };
  const segments = keepKinds(first, cut);
  const revision = project.revision(documentId);
  const versionId = store.transaction(() =>
    insertRevision(store, of, { lang: of.lang, label: text.label, sourceName: text.name, importedAt: at }),
  );
  for (let from = 0; from < segments.length; from += SLICE) {
    store.transaction(() =>
      insertSegments(store, versionId, segments, from, Math.min(from + SLICE, segments.length)),
    );
    await breathe();
  }
  // From here on nobody comes between; whoever edited while the text was written is taken in.
  const { old, changes } =
    project.revision(documentId) === revision ? first : compareWith(store, of, segments);
  const version = getVersion(store, versionId)!;
  const fresh = loadText(store, version);
  const index = project.index(documentId);
  const carried = index.alignments
    .filter(({ sourceId, targetId }) => sourceId === of.id || targetId === of.id)
    .map((alignment) => carryAlignment(store, { alignment, of, version, old, fresh, changes, at }));
  store.transaction(() => insertOrigins(store, originsOf(changes, old, fresh)));
  const counts = countChanges(changes);
  const stale = carried.reduce((sum, one) => sum + one.stale, 0);
  const { editId } = store.history.record(
    {
      documentId,
      command: 'add-version',
      params: { lang: of.lang, label: text.label || text.name, changed: counts.changed, stale },
      args: { of: of.id, versionId },
      author,
      at,
    },
    () => {
      turnVersion(store, of.id, versionId);
      for (const { from, to } of carried) {
        if (of.role === 'original') hideAlignment(store, from);
        showAlignment(store, to);
      }
      moveNotesOver(store, of.id, changes, old, fresh);
    },
  );
  project.changed(documentId);
  project.indexInBackground();
  return { versionId, editId, counts, stale, changes: carried.flatMap((one) => one.changes) };
}

interface Compared {
  readonly old: LoadedText;
  readonly changes: readonly SentenceChange[];
}
export function compareWith(store: Store, of: VersionRow, segments: readonly Segment[]): Compared {
  const old = loadText(store, of);
  const before = old.text.segments.map(({ text }) => text);
  const after = segments.map(({ text }) => text);
  return { old, changes: compareSentences(before, after, of.lang) };
}

const isUnchanged = (
  old: LoadedText,
  segments: readonly Segment[],
  changes: readonly SentenceChange[],
): boolean =>
  old.text.segments.length === segments.length &&
  changes.every(({ kind, before, after }) => kind === 'same' && before === after);

/** What a person marked as page furniture, or as none, stays so. */
function keepKinds({ old, changes }: Compared, segments: readonly Segment[]): Segment[] {
  const kept = [...segments];
  for (const { kind, before, after } of changes)
    if (kind === 'same') kept[after!] = { ...kept[after!]!, kind: old.text.segments[before!]!.kind };
  return kept;
}

interface Carry {
  readonly alignment: IndexedAlignment;
  readonly of: VersionRow;
  readonly version: VersionRow;
  readonly old: LoadedText;
  readonly fresh: LoadedText;
  readonly changes: readonly SentenceChange[];
  readonly at: number;
}

function carryAlignment(store: Store, carry: Carry) {
  const { alignment, of, version, old, fresh, changes, at } = carry;
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
    const after = isSource ? { source: fresh, target: other } : { source: other, target: fresh };
    const { beads, links } = carryOver(toBeads(before, known), changes, isSource ? 'source' : 'target');
    const laid = layCarried(beads, known, after.source.ranks, after.target.ranks);
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

/** By old sentence the new one: of all that are found again, and of those that are the same word for word and in place. */
function idsAfter(changes: readonly SentenceChange[], old: LoadedText, fresh: LoadedText) {
  const followed = new Map<number, number>();
  const same = new Map<number, number>();
  for (const { kind, before, after } of changes) {
    if (before === null || after === null) continue;
    followed.set(old.ids[before]!, fresh.ids[after]!);
    if (kind === 'same') same.set(old.ids[before]!, fresh.ids[after]!);
  }
  return { followed, same };
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

const originsOf = (changes: readonly SentenceChange[], old: LoadedText, fresh: LoadedText) =>
  changes.flatMap(({ kind, before, after }) =>
    kind === 'changed' || kind === 'moved'
      ? [{ segmentId: fresh.ids[after!]!, originId: old.ids[before!]!, kind }]
      : [],
  );

/** Notes go with their sentence; those on a sentence that was taken out stay with the old version. */
function moveNotesOver(
  store: Store,
  versionId: number,
  changes: readonly SentenceChange[],
  old: LoadedText,
  fresh: LoadedText,
): void {
  const { followed } = idsAfter(changes, old, fresh);
  const noted = store
    .sql(
      'SELECT DISTINCT segment_id FROM note WHERE segment_id IN (SELECT id FROM segment WHERE version_id = ?)',
    )
    .pluck()
    .all(versionId) as number[];
  const move = store.sql('UPDATE note SET segment_id = ? WHERE segment_id = ?');
  for (const segmentId of noted) {
    const to = followed.get(segmentId);
    if (to !== undefined) move.run(to, segmentId);
  }
}

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
    const carried = carryOver(toBeads(pair, known), compared.changes, isSource ? 'source' : 'target');
    stale += carried.beads.filter(({ state }) => state === 'stale').length;
  }
  return stale;
}
