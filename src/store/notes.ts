/** Notes on sentences or on some of their words, as threads. */
import type { Store } from './open.ts';

/** Offsets into a sentence's text (UTF-16, NFC, end exclusive). */
export interface NoteSpan {
  readonly start: number;
  readonly end: number;
}
export interface NoteRow {
  readonly id: number;
  readonly segmentId: number;
  readonly parentId: number | null;
  readonly author: string;
  readonly text: string;
  readonly createdAt: number;
  readonly resolvedAt: number | null;
  readonly resolvedBy: string | null;
  /** Both null: the whole sentence, also where the words are gone. */
  readonly spanStart: number | null;
  readonly spanEnd: number | null;
  /** The words as they were when the note was written. */
  readonly quote: string | null;
}
export const NOTE_COLUMNS = `note.id, note.segment_id AS segmentId, note.parent_id AS parentId, note.author, note.text,
  note.created_at AS createdAt, note.resolved_at AS resolvedAt, note.resolved_by AS resolvedBy, note.span_start AS spanStart,
  note.span_end AS spanEnd, note.quote`;
const NOTE = `SELECT ${NOTE_COLUMNS} FROM note`;

export const spanOf = ({ spanStart, spanEnd }: NoteRow): NoteSpan | null =>
  spanStart === null || spanEnd === null ? null : { start: spanStart, end: spanEnd };

export const getNote = (store: Store, id: number): NoteRow | undefined =>
  store.sql(`${NOTE} WHERE id = ?`).get(id);

export const notesOn = (store: Store, segmentIds: readonly number[]): readonly NoteRow[] =>
  store
    .sql(`${NOTE} WHERE segment_id IN (SELECT value FROM json_each(?)) ORDER BY created_at, id`)
    .all(JSON.stringify(segmentIds));

/** All notes on sentences of a version, in reading order of the sentences. */
export const notesOfVersion = (store: Store, versionId: number): readonly NoteRow[] =>
  store
    .sql(
      `${NOTE} JOIN segment ON segment.id = note.segment_id WHERE segment.version_id = ?
       ORDER BY segment.rank, note.created_at, note.id`,
    )
    .all(versionId);

export function insertNote(
  store: Store,
  note: Pick<NoteRow, 'segmentId' | 'parentId' | 'author' | 'text' | 'createdAt'>,
  on: (NoteSpan & { readonly quote: string }) | null = null,
): number {
  const made = store
    .sql(
      `INSERT INTO note (segment_id, parent_id, author, text, created_at, span_start, span_end, quote)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      note.segmentId,
      note.parentId,
      note.author,
      note.text,
      note.createdAt,
      on?.start ?? null,
      on?.end ?? null,
      on?.quote ?? null,
    );
  return Number(made.lastInsertRowid);
}

/** `done` null: opens it again. */
export function resolveNote(
  store: Store,
  id: number,
  done: { readonly by: string; readonly at: number } | null,
): void {
  store
    .sql('UPDATE note SET resolved_at = ?, resolved_by = ? WHERE id = ?')
    .run(done?.at ?? null, done?.by ?? null, id);
}

/** Notes follow their sentence when it is joined with another. */
export function moveNotes(store: Store, from: number, to: number): void {
  store.sql('UPDATE note SET segment_id = ? WHERE segment_id = ?').run(to, from);
}

/** Puts a thread on these words of a sentence; `span` null: on the whole of it. */
export function placeNote(store: Store, id: number, segmentId: number, span: NoteSpan | null): void {
  store
    .sql('UPDATE note SET segment_id = ?, span_start = ?, span_end = ? WHERE id = ?')
    .run(segmentId, span?.start ?? null, span?.end ?? null, id);
  store
    .sql('UPDATE note SET segment_id = ? WHERE parent_id = ? AND segment_id <> ?')
    .run(segmentId, id, segmentId);
}

/** Names that people bear in this project: of edits, notes, reviews, signatures and samples. */
export const knownNames = (store: Store): readonly string[] =>
  store
    .sql(
      `SELECT author FROM edit UNION SELECT author FROM note UNION SELECT reviewer FROM sign_off
       UNION SELECT drawn_by FROM review_sample UNION SELECT author FROM decision`,
    )
    .pluck()
    .all();
