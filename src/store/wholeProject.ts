/** What the export of a whole project needs beside its groups. */
import { NOTE_COLUMNS, type NoteRow } from './notes.ts';
import type { Store } from './open.ts';
import { type SegmentRow, segmentsBetween } from './segments.ts';

/** All segments of a version, some thousands at a time. */
export function* readSegments(store: Store, versionId: number): Generator<readonly SegmentRow[], void> {
  const bound = store.db
    .prepare('SELECT rank FROM segment WHERE version_id = ? AND rank > ? ORDER BY rank LIMIT 1 OFFSET 1999')
    .pluck();
  for (let after = 0; ; ) {
    const upTo = (bound.get(versionId, after) as number | undefined) ?? Number.MAX_SAFE_INTEGER;
    const rows = segmentsBetween(store, versionId, after, upTo);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last.rank;
  }
}

export const notesOfDocument = (store: Store, documentId: number): readonly NoteRow[] =>
  store
    .sql(
      `SELECT ${NOTE_COLUMNS} FROM note JOIN segment ON segment.id = segment_id
       JOIN version ON version.id = version_id WHERE document_id = ? ORDER BY note.id`,
    )
    .all(documentId);

export interface TermRow {
  readonly conceptId: number;
  readonly note: string;
  readonly lang: string;
  readonly text: string;
  readonly status: string;
}
export const allTerms = (store: Store): readonly TermRow[] =>
  store
    .sql(
      `SELECT concept_id AS conceptId, note, lang, text, status FROM term JOIN concept ON concept.id = concept_id
       ORDER BY concept_id, lang, text`,
    )
    .all();
