/** Notes on sentences, as threads. */
import type { Store } from './open.ts';

export interface NoteRow {
  readonly id: number;
  readonly segmentId: number;
  readonly parentId: number | null;
  readonly author: string;
  readonly text: string;
  readonly createdAt: number;
  readonly resolvedAt: number | null;
}
const NOTE = `SELECT id, segment_id AS segmentId, parent_id AS parentId, author, text, created_at AS createdAt,
  resolved_at AS resolvedAt FROM note`;

export const getNote = (store: Store, id: number): NoteRow | undefined =>
  store.sql(`${NOTE} WHERE id = ?`).get(id);

export const notesOn = (store: Store, segmentIds: readonly number[]): readonly NoteRow[] =>
  store
    .sql(`${NOTE} WHERE segment_id IN (SELECT value FROM json_each(?)) ORDER BY created_at, id`)
    .all(JSON.stringify(segmentIds));

export function insertNote(store: Store, note: Omit<NoteRow, 'id' | 'resolvedAt'>): number {
  const made = store
    .sql('INSERT INTO note (segment_id, parent_id, author, text, created_at) VALUES (?, ?, ?, ?, ?)')
    .run(note.segmentId, note.parentId, note.author, note.text, note.createdAt);
  return Number(made.lastInsertRowid);
}

export function resolveNote(store: Store, id: number, at: number | null): void {
  store.sql('UPDATE note SET resolved_at = ? WHERE id = ?').run(at, id);
}

/** Notes follow their sentence when it is joined with another. */
export function moveNotes(store: Store, from: number, to: number): void {
  store.sql('UPDATE note SET segment_id = ? WHERE segment_id = ?').run(to, from);
}
