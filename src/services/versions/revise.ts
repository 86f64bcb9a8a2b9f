/**
 * A revised text takes the place of the one before: what did not change keeps its beads, statuses, notes, links and flags; what
 * changed becomes stale. The rows are written beside what holds, then pointers are turned, so that one undo takes it all back.
 */
import { AppError } from '../../core/errors.ts';
import {
  getVersion,
  hideAlignment,
  insertOrigins,
  insertRevision,
  insertSegments,
  loadText,
  type RowChange,
  showAlignment,
  turnVersion,
  type VersionRow,
} from '../../store/index.ts';
import { breathe, type CutText } from '../importTexts.ts';
import type { OpenProject } from '../openProjects.ts';
import { frozenVersion } from '../review/frozen.ts';
import { carryAlignment } from './carryAlignment.ts';
import { compareWith, isUnchanged, keepKinds, moveNotesOver, originsOf } from './compared.ts';
import { countChanges, type VersionCounts } from './counts.ts';

export interface Revision {
  /** null where the text is the same: then nothing was done. */
  readonly versionId: number | null;
  readonly editId: number | null;
  readonly counts: VersionCounts;
  /** Beads that became stale, over all languages. */
  readonly stale: number;
  /** Beads to check again, as changes of rows. */
  readonly changes: readonly RowChange[];
}

export interface RevisionRequest {
  readonly project: OpenProject;
  readonly documentId: number;
  /** The version that holds now. */
  readonly of: VersionRow;
  readonly text: CutText;
  readonly author: string;
  readonly at: number;
}

const SLICE = 5000;

export async function reviseText(request: RevisionRequest): Promise<Revision> {
  const { project, documentId, of, text, author, at } = request;
  const { store } = project;
  const signed = frozenVersion(store, project.index(documentId), of.id);
  if (signed !== null)
    throw new AppError('edit-impossible', {
      reason: `The rendering (${signed}) is signed off. Reopen it first.`,
    });
  const cut = text.text.segments;
  const first = compareWith(store, of, cut);
  if (isUnchanged(first.old, cut, first.changes))
    return { versionId: null, editId: null, counts: countChanges(first.changes), stale: 0, changes: [] };
  const segments = keepKinds(first, cut);
  const revision = project.revision(documentId);
  const versionId = store.transaction(() =>
    insertRevision(store, of, { lang: of.lang, label: text.label, sourceName: text.name, importedAt: at }),
  );
  for (let from = 0; from < segments.length; from += SLICE) {
    store.transaction(() =>
      insertSegments(store, versionId, segments, from, Math.min(from + SLICE, segments.length)),
    );
    await breathe();
  }
  // From here on nobody comes between; whoever edited while the text was written is taken in.
  const { old, changes } =
    project.revision(documentId) === revision ? first : compareWith(store, of, segments);
  const version = getVersion(store, versionId)!;
  const fresh = loadText(store, version);
  const index = project.index(documentId);
  const carried = index.alignments
    .filter(({ sourceId, targetId }) => sourceId === of.id || targetId === of.id)
    .map((alignment) => carryAlignment(store, { alignment, of, version, old, fresh, changes, at }));
  store.transaction(() => insertOrigins(store, originsOf(changes, old, fresh)));
  const counts = countChanges(changes);
  const stale = carried.reduce((sum, one) => sum + one.stale, 0);
  const { editId } = store.history.record(
    {
      documentId,
      command: 'add-version',
      params: { lang: of.lang, label: text.label || text.name, changed: counts.changed, stale },
      args: { of: of.id, versionId },
      author,
      at,
    },
    () => {
      turnVersion(store, of.id, versionId);
      for (const { from, to } of carried) {
        if (of.role === 'original') hideAlignment(store, from);
        showAlignment(store, to);
      }
      moveNotesOver(store, of.id, changes, old, fresh);
    },
  );
  project.changed(documentId);
  project.indexInBackground();
  return { versionId, editId, counts, stale, changes: carried.flatMap((one) => one.changes) };
}
