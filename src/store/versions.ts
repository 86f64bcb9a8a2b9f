/** Revisions of one text of a document: what came after what, and which of them holds. */
import type { BeadStatus } from '../contract/model.ts';
import { type AlignmentRow, type Cut, insertAlignment } from './alignments.ts';
import type { VersionRow } from './documents.ts';
import type { Store } from './open.ts';

export interface RevisionRow extends VersionRow {
  readonly parentId: number | null;
  readonly isCurrent: boolean;
  readonly importedAt: number;
  readonly sentences: number;
}

/** Every version of a document that a person knows of: column by column, newest first. */
export const revisionsOf = (store: Store, documentId: number): readonly RevisionRow[] =>
  (
    store
      .sql(
        `SELECT id, document_id AS documentId, column_rank AS columnRank, role, lang, label, revision,
           source_name AS sourceName, parent_id AS parentId, is_current AS isCurrent, imported_at AS importedAt,
           (SELECT count(*) FROM segment WHERE version_id = version.id) AS sentences
         FROM version WHERE document_id = ? AND is_listed = 1
         ORDER BY role <> 'original', column_rank, is_current DESC, imported_at DESC, id DESC`,
      )
      .all(documentId) as (Omit<RevisionRow, 'isCurrent'> & { isCurrent: number })[]
  ).map((row) => ({ ...row, isCurrent: row.isCurrent === 1 }));

/** A further version of a text, which nobody sees until it is listed. */
export function insertRevision(
  store: Store,
  of: VersionRow,
  revision: {
    readonly lang: string;
    readonly label: string;
    readonly sourceName: string;
    readonly importedAt: number;
  },
): number {
  const made = store
    .sql(
      `INSERT INTO version (document_id, column_rank, role, lang, label, revision, parent_id, is_current, is_listed,
         source_name, imported_at)
       VALUES (@documentId, @columnRank, @role, @lang, @label,
         (SELECT max(revision) + 1 FROM version WHERE document_id = @documentId AND column_rank = @columnRank),
         @id, 0, 0, @sourceName, @importedAt)`,
    )
    .run({
      documentId: of.documentId,
      columnRank: of.columnRank,
      role: of.role,
      id: of.id,
      lang: revision.lang,
      label: revision.label.normalize('NFC'),
      sourceName: revision.sourceName,
      importedAt: revision.importedAt,
    });
  return Number(made.lastInsertRowid);
}

/** Takes away a version that nobody saw. */
export function deleteVersion(store: Store, id: number): void {
  store.sql('DELETE FROM version WHERE id = ?').run(id);
}

export function listVersion(store: Store, id: number): void {
  store.sql('UPDATE version SET is_listed = 1 WHERE id = ?').run(id);
}

/** Turns a column from one version to another. */
export function turnVersion(store: Store, from: number, to: number): void {
  store.sql('UPDATE version SET is_current = 0 WHERE id = ?').run(from);
  store.sql('UPDATE version SET is_current = 1, is_listed = 1 WHERE id = ?').run(to);
}

export function hideAlignment(store: Store, id: number): void {
  store.sql('UPDATE alignment SET is_current = 0 WHERE id = ?').run(id);
}

/** An alignment that goes on from another: its engine, verdict and check run. */
export function insertAlignmentLike(
  store: Store,
  like: AlignmentRow,
  pair: { readonly sourceId: number; readonly targetId: number; readonly createdAt: number },
): number {
  const id = insertAlignment(store, { ...pair, engine: like.engine });
  if (like.verdict !== null)
    store
      .sql('UPDATE alignment SET check_run = 1, verdict = ? WHERE id = ?')
      .run(JSON.stringify(like.verdict), id);
  return id;
}

export interface ReviewedBead extends Cut {
  readonly id: number;
  readonly status: BeadStatus;
  readonly score: number | null;
  readonly reviewer: string | null;
  readonly reviewedAt: number | null;
  readonly reason: string | null;
}
/** Beads with what people said of them, in order. */
export const reviewedBeads = (store: Store, alignmentId: number): readonly ReviewedBead[] =>
  store
    .sql(
      `SELECT id, source_to AS sourceTo, target_to AS targetTo, status, score, reviewer, reviewed_at AS reviewedAt,
         reason FROM bead WHERE alignment_id = ? ORDER BY source_to, target_to`,
    )
    .all(alignmentId);

export interface OriginRow {
  readonly segmentId: number;
  readonly originId: number;
  readonly kind: 'changed' | 'moved';
}
export function insertOrigins(store: Store, origins: Iterable<OriginRow>): void {
  const insert = store.sql(
    'INSERT OR REPLACE INTO segment_origin (segment_id, origin_id, kind) VALUES (?, ?, ?)',
  );
  for (const { segmentId, originId, kind } of origins) insert.run(segmentId, originId, kind);
}
export const originOf = (store: Store, segmentId: number): OriginRow | undefined =>
  store
    .sql(
      'SELECT segment_id AS segmentId, origin_id AS originId, kind FROM segment_origin WHERE segment_id = ?',
    )
    .get(segmentId);
