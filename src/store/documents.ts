/** Project, documents and the versions of their texts. */
import type { Store } from './open.ts';

export interface ProjectRow {
  readonly name: string;
  readonly sourceLang: string;
  readonly createdAt: number;
}
export interface DocumentRow {
  readonly id: number;
  readonly rank: number;
  readonly title: string;
}
export type Role = 'original' | 'rendering';
export interface VersionRow {
  readonly id: number;
  readonly documentId: number;
  readonly columnRank: number;
  readonly role: Role;
  readonly lang: string;
  readonly label: string;
  readonly revision: number;
  readonly sourceName: string;
}

export const getProject = (store: Store): ProjectRow =>
  store
    .sql('SELECT name, source_lang AS sourceLang, created_at AS createdAt FROM project WHERE id = 1')
    .get() as unknown as ProjectRow;

export const listDocuments = (store: Store): readonly DocumentRow[] =>
  store.sql('SELECT id, rank, title FROM document WHERE is_current = 1 ORDER BY rank').all();

export const getDocument = (store: Store, id: number): DocumentRow | undefined =>
  store.sql('SELECT id, rank, title FROM document WHERE id = ? AND is_current = 1').get(id);

/** A document that nobody sees until `showDocument`. */
export function insertDocument(store: Store, title: string): number {
  const made = store
    .sql('INSERT INTO document (rank, title) SELECT coalesce(max(rank), 0) + 1, ? FROM document')
    .run(title.normalize('NFC'));
  return Number(made.lastInsertRowid);
}

export function showDocument(store: Store, id: number, shown: boolean): void {
  store.sql('UPDATE document SET is_current = ? WHERE id = ?').run(shown ? 1 : 0, id);
}

export function insertVersion(
  store: Store,
  version: Omit<VersionRow, 'id' | 'revision'> & { readonly importedAt: number },
): number {
  const made = store
    .sql(
      `INSERT INTO version (document_id, column_rank, role, lang, label, source_name, imported_at)
       VALUES (@documentId, @columnRank, @role, @lang, @label, @sourceName, @importedAt)`,
    )
    .run({ ...version, label: version.label.normalize('NFC') });
  return Number(made.lastInsertRowid);
}

const VERSION = `SELECT id, document_id AS documentId, column_rank AS columnRank, role, lang, label, revision,
  source_name AS sourceName FROM version`;

/** The original first, then its renderings in the order of their columns. */
export const versionsOf = (store: Store, documentId: number): readonly VersionRow[] =>
  store
    .sql(`${VERSION} WHERE document_id = ? AND is_current = 1 ORDER BY role <> 'original', column_rank`)
    .all(documentId);

export const getVersion = (store: Store, id: number): VersionRow | undefined =>
  store.sql(`${VERSION} WHERE id = ?`).get(id);
