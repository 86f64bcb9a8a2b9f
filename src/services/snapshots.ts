/** Named states of a document: kept, listed, and gone back to in one edit that can be undone like any other. */
import type { EditOutcome, SnapshotView } from '../contract/index.ts';
import { AppError } from '../core/errors.ts';
import {
  deleteSnapshot,
  getSnapshot,
  insertSnapshot,
  type SnapshotRow,
  snapshotsGoneBackTo,
  snapshotsOf,
} from '../store/index.ts';
import type { EditRequest } from './edits/run.ts';
import { rowOfChanges } from './edits/run.ts';
import type { OpenProject } from './openProjects.ts';
import { frozenByChanges } from './review/frozen.ts';
import { commonLength, effectiveEdits, type GoneBackTo, lastTimeIn } from './states.ts';

const goneBackIn = (project: OpenProject, documentId: number): GoneBackTo => {
  const targets = snapshotsGoneBackTo(project.store, documentId);
  return (editId) => targets.get(editId);
};

function view(snapshot: SnapshotRow, done: readonly number[], goneBackTo: GoneBackTo): SnapshotView {
  const now = effectiveEdits(done, goneBackTo);
  const then = effectiveEdits(snapshot.edits, goneBackTo);
  const common = commonLength(then, now);
  const place = lastTimeIn(then, done, goneBackTo);
  return {
    snapshotId: snapshot.id,
    name: snapshot.name,
    author: snapshot.author,
    at: snapshot.madeAt,
    steps: now.length - common + (then.length - common),
    nextEditId: place === null ? null : (done[place] ?? null),
  };
}

/** Throws AppError `not-found` for a snapshot that is gone or of another document. */
export function openSnapshot(project: OpenProject, documentId: number, id: number): SnapshotRow {
  const snapshot = getSnapshot(project.store, id);
  if (snapshot?.documentId !== documentId) throw new AppError('not-found', { what: 'snapshot' });
  return snapshot;
}

export function createSnapshot(
  project: OpenProject,
  documentId: number,
  made: { readonly name: string; readonly author: string; readonly at: number },
): SnapshotView {
  project.index(documentId);
  const { name, author, at } = made;
  const id = insertSnapshot(project.store, { documentId, name, author, madeAt: at });
  return view(
    openSnapshot(project, documentId, id),
    project.store.history.done(documentId),
    goneBackIn(project, documentId),
  );
}

export function listSnapshots(project: OpenProject, documentId: number): SnapshotView[] {
  const done = project.store.history.done(documentId);
  const goneBackTo = goneBackIn(project, documentId);
  return snapshotsOf(project.store, documentId).map((snapshot) => view(snapshot, done, goneBackTo));
}

export function removeSnapshot(project: OpenProject, documentId: number, id: number): void {
  deleteSnapshot(project.store, openSnapshot(project, documentId, id).id);
}

/** Takes back what is not in the snapshot and does again what is, as one edit. */
export function goBackTo(request: EditRequest, snapshotId: number): EditOutcome {
  const { project, documentId, author, now } = request;
  const { history } = project.store;
  const snapshot = openSnapshot(project, documentId, snapshotId);
  const goneBackTo = goneBackIn(project, documentId);
  const done = effectiveEdits(history.done(documentId), goneBackTo);
  const then = effectiveEdits(snapshot.edits, goneBackTo);
  const common = commonLength(then, done);
  const path = [
    ...done
      .slice(common)
      .reverse()
      .map((editId) => ({ editId, side: 'before' as const })),
    ...then.slice(common).map((editId) => ({ editId, side: 'after' as const })),
  ];
  const frozen = path
    .map(({ editId }) => frozenByChanges(project.store, project.index(documentId), history.changes(editId)))
    .find((lang) => lang !== null);
  if (frozen)
    return {
      possible: false,
      say: 'edit.signed-off',
      params: { lang: frozen },
      editId: null,
      revision: project.revision(documentId),
      focusRow: null,
    };
  const outcome = { params: { name: snapshot.name, count: path.length }, focusRow: null };
  if (path.length === 0)
    return {
      ...outcome,
      possible: false,
      say: 'edit.already',
      editId: null,
      revision: project.revision(documentId),
    };
  const { editId } = history.record(
    {
      documentId,
      command: 'go-back',
      params: { name: snapshot.name },
      args: { snapshotId },
      author,
      at: now(),
    },
    () => history.replayInto(path),
  );
  const changes = history.changes(editId);
  project.changed(documentId, changes);
  project.changesSeen(documentId).note(changes, project.revision(documentId), undefined);
  return {
    ...outcome,
    possible: true,
    say: 'edit.gone-back',
    editId,
    revision: project.revision(documentId),
    focusRow: rowOfChanges(request, changes, 'after'),
  };
}
