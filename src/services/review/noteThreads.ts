/** The notes of a document as threads. */
import type { NoteThread } from '../../contract/index.ts';
import {
  beadOfTarget,
  getSegment,
  type NoteRow,
  notesOn,
  type Store,
  segmentsBetween,
} from '../../store/index.ts';
import { startOf } from '../additions.ts';
import type { DocumentIndex } from '../documentIndex.ts';
import { placeOf, rowOfSentence } from '../grid.ts';

export function readThreads(store: Store, index: DocumentIndex): NoteThread[] {
  const threads = index.versions.flatMap((version) => {
    const ids = segmentsBetween(store, version.id, 0, Number.MAX_SAFE_INTEGER).map(({ id }) => id);
    const notes = notesOn(store, ids);
    const byId = new Map(notes.map((note) => [note.id, note]));
    const rootOf = (note: NoteRow): number => {
      let root = note;
      for (let up = byId.get(root.parentId ?? 0); up; up = byId.get(root.parentId ?? 0)) root = up;
      return root.id;
    };
    const replies = Map.groupBy(notes, rootOf);
    return notes
      .filter((note) => note.parentId === null || !byId.has(note.parentId))
      .map((note) => ({
        noteId: note.id,
        segmentId: note.segmentId,
        lang: version.lang,
        columnRank: version.columnRank,
        row: rowOf(store, index, note.segmentId),
        sentence: getSegment(store, note.segmentId)?.text ?? '',
        author: note.author,
        text: note.text,
        at: note.createdAt,
        resolved: note.resolvedAt !== null,
        replies: (replies.get(note.id) ?? [])
          .filter(({ id }) => id !== note.id)
          .map(({ id, author, text, createdAt }) => ({ noteId: id, author, text, at: createdAt })),
      }));
  });
  return threads.sort((a, b) => Number(a.resolved) - Number(b.resolved) || (a.row ?? 0) - (b.row ?? 0));
}

function rowOf(store: Store, index: DocumentIndex, segmentId: number): number | null {
  const segment = getSegment(store, segmentId);
  if (!segment) return null;
  const rows = index.rowsWith(false);
  if (segment.versionId === index.original.id) return rowOfSentence(rows, segment.rank);
  const column = index.alignments.findIndex(({ targetId }) => targetId === segment.versionId);
  const bead = column < 0 ? undefined : beadOfTarget(store, index.alignments[column]!.id, segment.rank);
  return bead ? (placeOf(rows, column + 1, startOf(store, bead), bead)?.firstRow ?? null) : null;
}
