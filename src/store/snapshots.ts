/** Named states of a document, kept as the edits that are done in them. */
import type { Store } from './open.ts';

export interface SnapshotRow {
  readonly id: number;
  readonly documentId: number;
  readonly name: string;
  readonly author: string;
  readonly madeAt: number;
  /** Ids of the edits that are done in it, ascending. */
  readonly edits: readonly number[];
}
type RawSnapshot = Omit<SnapshotRow, 'edits'> & { readonly edits: string };

const SNAPSHOT = 'SELECT id, document_id AS documentId, name, author, made_at AS madeAt, edits FROM snapshot';
const read = (row: unknown): SnapshotRow => {
  const snapshot = row as RawSnapshot;
  return { ...snapshot, edits: JSON.parse(snapshot.edits) as number[] };
};

/** Keeps the present state. */
export function insertSnapshot(store: Store, snapshot: Omit<SnapshotRow, 'id' | 'edits'>): number {
  const edits = JSON.stringify(store.history.done(snapshot.documentId));
  const made = store
    .sql('INSERT INTO snapshot (document_id, name, author, made_at, edits) VALUES (?, ?, ?, ?, ?)')
    .run(snapshot.documentId, snapshot.name.normalize('NFC'), snapshot.author, snapshot.madeAt, edits);
  return Number(made.lastInsertRowid);
}

/** Newest first. */
export const snapshotsOf = (store: Store, documentId: number): readonly SnapshotRow[] =>
  store.sql(`${SNAPSHOT} WHERE document_id = ? ORDER BY id DESC`).all(documentId).map(read);

export const getSnapshot = (store: Store, id: number): SnapshotRow | undefined => {
  const row = store.sql(`${SNAPSHOT} WHERE id = ?`).get(id);
  return row ? read(row) : undefined;
};

export function deleteSnapshot(store: Store, id: number): void {
  store.sql('DELETE FROM snapshot WHERE id = ?').run(id);
}

/** For each edit of a document that went back to a snapshot which is still kept: the edits of that snapshot. */
export const snapshotsGoneBackTo = (
  store: Store,
  documentId: number,
): ReadonlyMap<number, readonly number[]> =>
  new Map(
    (
      store
        .sql(
          `SELECT edit.id AS editId, snapshot.edits AS edits FROM edit
           JOIN snapshot ON snapshot.id = json_extract(edit.args, '$.snapshotId')
           WHERE edit.document_id = ? AND edit.command = 'go-back'`,
        )
        .all(documentId) as { editId: number; edits: string }[]
    ).map(({ editId, edits }) => [editId, JSON.parse(edits) as number[]]),
  );
