/** Signatures and random samples. */
import type { Store } from './open.ts';

export interface SignOffRow {
  readonly id: number;
  readonly documentId: number;
  readonly lang: string;
  /** The rendering: the column of the document, through all its versions. */
  readonly columnRank: number;
  readonly versionId: number;
  readonly reviewer: string;
  readonly signedAt: number;
  readonly remark: string;
  readonly reopenedBy: string | null;
  readonly reopenedAt: number | null;
  readonly reopenedReason: string | null;
}
const SIGN_OFF = `SELECT id, document_id AS documentId, lang, column_rank AS columnRank,
  version_id AS versionId, reviewer, signed_at AS signedAt,
  remark, reopened_by AS reopenedBy, reopened_at AS reopenedAt, reopened_reason AS reopenedReason FROM sign_off`;

/** All of them, oldest first, also those that were reopened. */
export const signOffsOf = (store: Store, documentId: number): readonly SignOffRow[] =>
  store.sql(`${SIGN_OFF} WHERE document_id = ? ORDER BY id`).all(documentId);

/** Renderings of a document that nobody may change now, by their columns. */
export const signedColumns = (store: Store, documentId: number): readonly number[] =>
  store
    .sql('SELECT column_rank FROM sign_off WHERE document_id = ? AND reopened_at IS NULL')
    .pluck()
    .all(documentId);

export function insertSignOff(
  store: Store,
  row: Pick<
    SignOffRow,
    'documentId' | 'lang' | 'columnRank' | 'versionId' | 'reviewer' | 'signedAt' | 'remark'
  >,
): number {
  const made = store
    .sql(
      `INSERT INTO sign_off (document_id, lang, column_rank, version_id, reviewer, signed_at, remark)
       VALUES (@documentId, @lang, @columnRank, @versionId, @reviewer, @signedAt, @remark)`,
    )
    .run(row);
  return Number(made.lastInsertRowid);
}

/** False where it is not signed. */
export const reopenSignOff = (
  store: Store,
  documentId: number,
  columnRank: number,
  by: string,
  at: number,
  reason: string,
): boolean =>
  store
    .sql(
      `UPDATE sign_off SET reopened_by = ?, reopened_at = ?, reopened_reason = ?
       WHERE document_id = ? AND column_rank = ? AND reopened_at IS NULL`,
    )
    .run(by, at, reason, documentId, columnRank).changes > 0;

export interface SampleRow {
  readonly id: number;
  readonly documentId: number;
  readonly lang: string;
  readonly columnRank: number;
  readonly seed: number;
  readonly population: number;
  /** Sentences by which the drawn beads are found again. */
  readonly anchors: readonly { readonly segmentId: number; readonly side: 'source' | 'target' }[];
  readonly drawnBy: string;
  readonly drawnAt: number;
}
export const samplesOf = (store: Store, documentId: number): readonly SampleRow[] =>
  (
    store
      .sql(
        `SELECT id, document_id AS documentId, lang, column_rank AS columnRank, seed, population, anchors,
           drawn_by AS drawnBy, drawn_at AS drawnAt FROM review_sample WHERE document_id = ? ORDER BY id DESC`,
      )
      .all(documentId) as (Omit<SampleRow, 'anchors'> & { anchors: string })[]
  ).map((row) => ({ ...row, anchors: JSON.parse(row.anchors) as SampleRow['anchors'] }));

export function insertSample(store: Store, sample: Omit<SampleRow, 'id'>): number {
  const made = store
    .sql(
      `INSERT INTO review_sample (document_id, lang, column_rank, seed, population, anchors, drawn_by, drawn_at)
       VALUES (@documentId, @lang, @columnRank, @seed, @population, @anchors, @drawnBy, @drawnAt)`,
    )
    .run({ ...sample, anchors: JSON.stringify(sample.anchors) });
  return Number(made.lastInsertRowid);
}
