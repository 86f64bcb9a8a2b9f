/** The notes of a document as threads. */
import type { NoteThread, NoteView } from '../../contract/index.ts';
import { isCalled } from '../../core/review/index.ts';
import {
  beadOfTarget,
  getSegment,
  knownNames,
  type NoteRow,
  notesOfVersion,
  notesOn,
  type Store,
  spanOf,
} from '../../store/index.ts';
import { startOf } from '../additions.ts';
import type { DocumentIndex } from '../documentIndex.ts';
import { placeOf, rowOfSentence } from '../grid.ts';

/** `reviewer`: whom the threads are read for. */
export function readThreads(store: Store, index: DocumentIndex, reviewer: string): NoteThread[] {
  const names = knownNames(store);
  const threads = index.versions.flatMap((version) => {
    const notes = notesOfVersion(store, version.id);
    const byId = new Map(notes.map((note) => [note.id, note]));
    const rootOf = (note: NoteRow): number => {
      let root = note;
      for (let up = byId.get(root.parentId ?? 0); up; up = byId.get(root.parentId ?? 0)) root = up;
      return root.id;
    };
    const replies = Map.groupBy(notes, rootOf);
    return notes
      .filter((note) => note.parentId === null || !byId.has(note.parentId))
      .map((note) => {
        const thread = replies.get(note.id) ?? [];
        return {
          noteId: note.id,
          segmentId: note.segmentId,
          lang: version.lang,
          versionId: version.id,
          columnRank: version.columnRank,
          row: rowOf(store, index, note.segmentId),
          sentence: getSegment(store, note.segmentId)?.text ?? '',
          span: spanOf(note),
          quote: note.quote,
          author: note.author,
          text: note.text,
          at: note.createdAt,
          resolved: note.resolvedAt !== null,
          resolvedBy: note.resolvedBy,
          forMe: note.resolvedAt === null && thread.some(({ text }) => isCalled(text, reviewer, names)),
          replies: thread
            .filter(({ id }) => id !== note.id)
            .map(({ id, author, text, createdAt }) => ({ noteId: id, author, text, at: createdAt })),
        };
      });
  });
  return threads.sort((a, b) => Number(a.resolved) - Number(b.resolved) || (a.row ?? 0) - (b.row ?? 0));
}

export const readNotesOn = (store: Store, segmentIds: readonly number[]): NoteView[] =>
  notesOn(store, segmentIds).map((note) => {
    const { id: noteId, segmentId, parentId, author, text, createdAt: at, resolvedBy, quote } = note;
    const resolved = note.resolvedAt !== null;
    return { noteId, segmentId, parentId, author, text, at, resolved, resolvedBy, span: spanOf(note), quote };
  });

/** All names of the project in alphabetical order, but the reviewer's own comes last: nobody calls themselves first. */
export const readNames = (store: Store, reviewer: string): string[] => [
  ...knownNames(store)
    .filter((name) => name !== '' && name !== reviewer)
    .sort((a, b) => a.localeCompare(b, 'vi')),
  reviewer,
];

function rowOf(store: Store, index: DocumentIndex, segmentId: number): number | null {
  const segment = getSegment(store, segmentId);
  if (!segment) return null;
  const rows = index.rowsWith(false);
  if (segment.versionId === index.original.id) return rowOfSentence(rows, segment.rank);
  const column = index.alignments.findIndex(({ targetId }) => targetId === segment.versionId);
  const bead = column < 0 ? undefined : beadOfTarget(store, index.alignments[column]!.id, segment.rank);
  return bead ? (placeOf(rows, column + 1, startOf(store, bead), bead)?.firstRow ?? null) : null;
}
