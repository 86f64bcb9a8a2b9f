/** Groups with their sentences as a stream, for exports: read in slices, so that memory does not grow with the project. */
import { type BeadStatus, beadStatus } from '../contract/model.ts';
import type { SegmentKind } from '../core/model.ts';
import type { AlignmentRow } from './alignments.ts';
import type { Store } from './open.ts';

export interface GroupSentence {
  readonly id: number;
  /** 1-based place in its text. */
  readonly number: number;
  readonly kind: SegmentKind;
  readonly text: string;
}
export interface Group {
  readonly id: number;
  readonly source: readonly GroupSentence[];
  readonly target: readonly GroupSentence[];
  readonly status: BeadStatus;
  readonly score: number | null;
  readonly reviewer: string | null;
  readonly reviewedAt: number | null;
  readonly reason: string | null;
  /** Unix milliseconds of the last change to it or to its sentences. */
  readonly changedAt: number;
}

type Times = ReadonlyMap<number, number>;
/** When rows of a table were last changed by an edit that holds, by row id. */
const changeTimes = (store: Store, table: 'bead' | 'segment', documentId: number): Times =>
  new Map(
    store.db
      .prepare(
        `SELECT row_id, max(made_at) FROM edit JOIN row_change ON edit_id = edit.id
         WHERE document_id = ? AND state = 'done' AND table_name = ? GROUP BY row_id`,
      )
      .raw()
      .all(documentId, table) as [number, number][],
  );

/** Numbers cross the border to SQLite much faster than words. */
const KINDS: readonly SegmentKind[] = ['text', 'heading', 'caption', 'list', 'furniture', 'metadata'];
const STATUSES = beadStatus.options;
const numberOf = (column: string, words: readonly string[]): string =>
  `CASE ${column} ${words.map((word, i) => `WHEN '${word}' THEN ${i}`).join(' ')} END`;

type SegmentTuple = [rank: number, id: number, kind: number, text: string];
type BeadTuple = [
  sourceTo: number,
  targetTo: number,
  id: number,
  status: number,
  score: number | null,
  reviewedAt: number | null,
  reviewer: string | null,
  reason: string | null,
];

/** Groups read at once: some megabytes, and a few milliseconds. */
const SLICE = 250;
/** Slices after which SQLite gives back pages that were read once and will not be read again. */
const RELEASE_EVERY = 128;

export function* readGroups(
  store: Store,
  alignment: Pick<AlignmentRow, 'id' | 'sourceId' | 'targetId'>,
  documentId: number,
): Generator<Group, void> {
  const alignedAt = store.sql('SELECT created_at FROM alignment WHERE id = ?').pluck().get(alignment.id) as
    | number
    | undefined;
  const beadTimes = changeTimes(store, 'bead', documentId);
  const segmentTimes = changeTimes(store, 'segment', documentId);
  const beads = store.db
    .prepare(
      `SELECT source_to, target_to, id, ${numberOf('status', STATUSES)}, score, reviewed_at, reviewer, reason FROM bead
       WHERE alignment_id = ? AND (source_to, target_to) > (?, ?) ORDER BY source_to, target_to LIMIT ${SLICE}`,
    )
    .raw();
  const segments = store.db
    .prepare(
      `SELECT rank, id, ${numberOf('kind', KINDS)}, text FROM segment WHERE version_id = ? AND rank > ? AND rank <= ? ORDER BY rank`,
    )
    .raw();
  let from: readonly [number, number] = [0, 0];
  let sourceNumber = 0;
  let targetNumber = 0;
  for (let slices = 1; ; slices++) {
    if (slices % RELEASE_EVERY === 0) store.db.pragma('shrink_memory');
    const slice = beads.all(alignment.id, ...from) as BeadTuple[];
    const last = slice[slice.length - 1];
    if (!last) return;
    const sources = segments.all(alignment.sourceId, from[0], last[0]) as SegmentTuple[];
    const targets = segments.all(alignment.targetId, from[1], last[1]) as SegmentTuple[];
    from = [last[0], last[1]];
    let s = 0;
    let t = 0;
    for (const [sourceTo, targetTo, id, status, score, reviewedAt, reviewer, reason] of slice) {
      let changedAt = Math.max(alignedAt ?? 0, reviewedAt ?? 0, beadTimes.get(id) ?? 0);
      const source: GroupSentence[] = [];
      const target: GroupSentence[] = [];
      for (let row = sources[s]; row && row[0] <= sourceTo; row = sources[++s])
        source.push({ id: row[1], number: ++sourceNumber, kind: KINDS[row[2]]!, text: row[3] });
      for (let row = targets[t]; row && row[0] <= targetTo; row = targets[++t])
        target.push({ id: row[1], number: ++targetNumber, kind: KINDS[row[2]]!, text: row[3] });
      if (segmentTimes.size > 0)
        for (const side of [source, target])
          for (const one of side) changedAt = Math.max(changedAt, segmentTimes.get(one.id) ?? 0);
      yield { id, source, target, status: STATUSES[status]!, score, reviewer, reviewedAt, reason, changedAt };
    }
  }
}
