/** Alignments, their crossing links, and beads as the cuts that end them. */
import type { BeadStatus } from '../contract/model.ts';
import type { Verdict } from '../core/model.ts';
import { insertMany } from './manyRows.ts';
import type { Store } from './open.ts';

export interface AlignmentRow {
  readonly id: number;
  readonly sourceId: number;
  readonly targetId: number;
  readonly engine: string;
  readonly checkRun: number;
  readonly verdict: Verdict | null;
}
export interface Cut {
  readonly sourceTo: number;
  readonly targetTo: number;
}
/** A bead holds the segments with ranks in (sourceFrom, sourceTo] and (targetFrom, targetTo]. */
export interface BeadRow extends Cut {
  readonly id: number;
  readonly alignmentId: number;
  readonly status: BeadStatus;
  readonly score: number | null;
}
export const isWall = (bead: { readonly status: BeadStatus }): boolean =>
  bead.status === 'confirmed' || bead.status === 'reviewed';

const ALIGNMENT = `SELECT id, source_id AS sourceId, target_id AS targetId, engine, check_run AS checkRun, verdict FROM alignment`;
const readAlignment = (row: unknown): AlignmentRow => {
  const alignment = row as AlignmentRow & { verdict: string | null };
  return {
    ...alignment,
    verdict: alignment.verdict === null ? null : (JSON.parse(alignment.verdict) as Verdict),
  };
};

export const getAlignment = (store: Store, id: number): AlignmentRow | undefined => {
  const row = store.sql(`${ALIGNMENT} WHERE id = ?`).get(id);
  return row ? readAlignment(row) : undefined;
};

/** The alignments of a document that hold now, in the order of the columns. */
export const currentAlignments = (store: Store, documentId: number): readonly AlignmentRow[] =>
  store
    .sql(
      `SELECT alignment.id, source_id AS sourceId, target_id AS targetId, engine, check_run AS checkRun, verdict
       FROM alignment JOIN version ON version.id = target_id
       WHERE version.document_id = ? AND version.is_current = 1 AND alignment.is_current = 1
       ORDER BY version.column_rank`,
    )
    .all(documentId)
    .map(readAlignment);

/** An alignment that nobody sees until `showAlignment`. */
export function insertAlignment(
  store: Store,
  alignment: Pick<AlignmentRow, 'sourceId' | 'targetId' | 'engine'> & { readonly createdAt: number },
): number {
  const made = store
    .sql('INSERT INTO alignment (source_id, target_id, engine, created_at) VALUES (?, ?, ?, ?)')
    .run(alignment.sourceId, alignment.targetId, alignment.engine, alignment.createdAt);
  return Number(made.lastInsertRowid);
}

/** Makes an alignment the one that holds for its pair of texts. */
export function showAlignment(store: Store, id: number): void {
  store
    .sql(
      `UPDATE alignment SET is_current = 0 WHERE is_current = 1 AND (source_id, target_id) =
        (SELECT source_id, target_id FROM alignment WHERE id = ?)`,
    )
    .run(id);
  store.sql('UPDATE alignment SET is_current = 1 WHERE id = ?').run(id);
}

/** Turns to the flags of a run, with the verdict that it gave. */
export function setCheckRun(store: Store, id: number, run: number, verdict: Verdict): void {
  store
    .sql('UPDATE alignment SET check_run = ?, verdict = ? WHERE id = ?')
    .run(run, JSON.stringify(verdict), id);
}

/** Six digits are more than a probability needs, and they pass through the history unchanged. */
export const roundScore = (score: number): number => Math.round(score * 1e6) / 1e6;

export interface NewBead extends Cut {
  readonly status: BeadStatus;
  readonly score: number | null;
  readonly reviewer?: string | null;
  readonly reviewedAt?: number | null;
  readonly reason?: string | null;
}

/** Many in one statement. */
export function insertBeads(store: Store, alignmentId: number, beads: Iterable<NewBead>): void {
  const values: (string | number | null)[] = [];
  for (const { sourceTo, targetTo, status, score, reviewer, reviewedAt, reason } of beads)
    values.push(
      alignmentId,
      sourceTo,
      targetTo,
      status,
      score === null ? null : roundScore(score),
      reviewer ?? null,
      reviewedAt ?? null,
      reason ?? null,
    );
  insertMany(
    store,
    'INSERT INTO bead (alignment_id, source_to, target_to, status, score, reviewer, reviewed_at, reason)',
    '(?, ?, ?, ?, ?, ?, ?, ?)',
    values,
  );
}

/** The same for beads that nobody reviewed, many in one statement. */
export function insertCuts(
  store: Store,
  alignmentId: number,
  cuts: readonly (readonly [sourceTo: number, targetTo: number, status: BeadStatus, score: number | null])[],
): void {
  insertMany(
    store,
    'INSERT INTO bead (alignment_id, source_to, target_to, status, score)',
    '(?, ?, ?, ?, ?)',
    cuts.flatMap((cut) => [alignmentId, ...cut]),
  );
}

const BEAD = `SELECT id, alignment_id AS alignmentId, source_to AS sourceTo, target_to AS targetTo, status, score FROM bead`;

export const getBead = (store: Store, id: number): BeadRow | undefined =>
  store.sql(`${BEAD} WHERE id = ?`).get(id);

/** The bead that many further, or before where `by` is below 0; the last one or the first where there are fewer. */
export const beadAway = (store: Store, bead: BeadRow, by: number): BeadRow => {
  const [compare, order, back] = by < 0 ? ['<=', 'DESC', 'ASC'] : ['>=', 'ASC', 'DESC'];
  return store
    .sql(
      `SELECT * FROM (${BEAD} WHERE alignment_id = ? AND (source_to, target_to) ${compare} (?, ?)
         ORDER BY source_to ${order}, target_to ${order} LIMIT ?)
       ORDER BY sourceTo ${back}, targetTo ${back} LIMIT 1`,
    )
    .get(bead.alignmentId, bead.sourceTo, bead.targetTo, Math.abs(by) + 1) as unknown as BeadRow;
};

export const beadBefore = (store: Store, bead: Cut & Pick<BeadRow, 'alignmentId'>): BeadRow | undefined =>
  store
    .sql(
      `${BEAD} WHERE alignment_id = ? AND (source_to, target_to) < (?, ?) ORDER BY source_to DESC, target_to DESC LIMIT 1`,
    )
    .get(bead.alignmentId, bead.sourceTo, bead.targetTo);

export const beadAfter = (store: Store, bead: Cut & Pick<BeadRow, 'alignmentId'>): BeadRow | undefined =>
  store
    .sql(
      `${BEAD} WHERE alignment_id = ? AND (source_to, target_to) > (?, ?) ORDER BY source_to, target_to LIMIT 1`,
    )
    .get(bead.alignmentId, bead.sourceTo, bead.targetTo);

/** The bead that holds the source segment of this rank. */
export const beadOfSource = (store: Store, alignmentId: number, rank: number): BeadRow | undefined =>
  store
    .sql(`${BEAD} WHERE alignment_id = ? AND source_to >= ? ORDER BY source_to, target_to LIMIT 1`)
    .get(alignmentId, rank);

export const beadOfTarget = (store: Store, alignmentId: number, rank: number): BeadRow | undefined =>
  store
    .sql(`${BEAD} WHERE alignment_id = ? AND target_to >= ? ORDER BY target_to, source_to LIMIT 1`)
    .get(alignmentId, rank);

/** The last wall before a bead, and the first one after it. */
export const wallAfter = (store: Store, bead: BeadRow): BeadRow | undefined =>
  store
    .sql(
      `${BEAD} WHERE alignment_id = ? AND (source_to, target_to) > (?, ?) AND status IN ('confirmed', 'reviewed')
       ORDER BY source_to, target_to LIMIT 1`,
    )
    .get(bead.alignmentId, bead.sourceTo, bead.targetTo);

/** Beads from one cut to another, both included, in order. */
export const beadsFromTo = (store: Store, alignmentId: number, from: Cut, to: Cut): BeadRow[] =>
  store
    .sql(
      `${BEAD} WHERE alignment_id = ? AND (source_to, target_to) >= (?, ?) AND (source_to, target_to) <= (?, ?)
       ORDER BY source_to, target_to`,
    )
    .all(alignmentId, from.sourceTo, from.targetTo, to.sourceTo, to.targetTo);

/** Beads that end at or after source rank `from` and begin before or at `to`, in order: those that touch the range. */
export const beadsTouching = (store: Store, alignmentId: number, from: number, to: number): BeadRow[] =>
  store
    .sql(
      `${BEAD} WHERE alignment_id = @alignmentId AND source_to >= @from AND source_to <= coalesce(
         (SELECT min(source_to) FROM bead WHERE alignment_id = @alignmentId AND source_to >= @to), @to)
       ORDER BY source_to, target_to`,
    )
    .all({ alignmentId, from, to });

export const allBeads = (store: Store, alignmentId: number): BeadRow[] =>
  store.sql(`${BEAD} WHERE alignment_id = ? ORDER BY source_to, target_to`).all(alignmentId);

/** The same as bare numbers [source_to, target_to, status], for walks over the whole alignment. */
export const iterateCuts = (
  store: Store,
  alignmentId: number,
): IterableIterator<[sourceTo: number, targetTo: number, status: BeadStatus]> =>
  store.db
    .prepare(
      'SELECT source_to, target_to, status FROM bead WHERE alignment_id = ? ORDER BY source_to, target_to',
    )
    .raw()
    .iterate(alignmentId) as IterableIterator<[number, number, BeadStatus]>;

export function deleteBead(store: Store, id: number): void {
  store.sql('DELETE FROM bead WHERE id = ?').run(id);
}

export interface StatusChange {
  readonly status: BeadStatus;
  readonly reviewer: string | null;
  readonly at: number | null;
  readonly reason: string | null;
}
/** True where the bead was there and had another status. */
export const setStatus = (store: Store, alignmentId: number, id: number, change: StatusChange): boolean =>
  store
    .sql(
      `UPDATE bead SET status = ?, reviewer = ?, reviewed_at = ?, reason = ?
       WHERE id = ? AND alignment_id = ? AND (status <> ? OR reason IS NOT ?)`,
    )
    .run(
      change.status,
      change.reviewer,
      change.at,
      change.reason,
      id,
      alignmentId,
      change.status,
      change.reason,
    ).changes > 0;

/** What a change of its sentences means for a bead: sign-offs become stale, the rest is edited. */
export function touchBead(store: Store, bead: BeadRow): void {
  const status = isWall(bead) || bead.status === 'stale' ? 'stale' : 'edited';
  store.sql('UPDATE bead SET status = ?, score = NULL WHERE id = ?').run(status, bead.id);
}

export interface LinkRow {
  readonly id: number;
  readonly alignmentId: number;
  readonly sourceSegmentId: number;
  readonly targetSegmentId: number;
}
const LINK = `SELECT id, alignment_id AS alignmentId, source_segment_id AS sourceSegmentId,
  target_segment_id AS targetSegmentId FROM link`;

export const linksOf = (store: Store, alignmentId: number): readonly LinkRow[] =>
  store.sql(`${LINK} WHERE alignment_id = ? ORDER BY id`).all(alignmentId);

export const linksOfSegment = (store: Store, segmentId: number): readonly LinkRow[] =>
  store
    .sql(`${LINK} WHERE source_segment_id = @segmentId OR target_segment_id = @segmentId`)
    .all({ segmentId });

/** False where the link was there. */
export const insertLink = (store: Store, alignmentId: number, source: number, target: number): boolean =>
  store
    .sql('INSERT OR IGNORE INTO link (alignment_id, source_segment_id, target_segment_id) VALUES (?, ?, ?)')
    .run(alignmentId, source, target).changes > 0;

export function deleteLink(store: Store, id: number): void {
  store.sql('DELETE FROM link WHERE id = ?').run(id);
}

/** Beads that nobody signed off. */
export const countUnconfirmed = (store: Store, alignmentId: number): number =>
  store
    .sql("SELECT count(*) FROM bead WHERE alignment_id = ? AND status NOT IN ('confirmed', 'reviewed')")
    .pluck()
    .get(alignmentId) as unknown as number;
