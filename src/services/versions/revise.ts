/**
 * A revised text takes the place of the one before: what did not change keeps its beads, statuses, notes, links and flags; what
 * changed becomes stale. The rows are written beside what holds, then pointers are turned, so that one undo takes it all back.
 */
import { AppError } from '../../core/errors.ts';
import {
  deleteVersion,
  getVersion,
  hideAlignment,
  insertOrigins,
  insertRevision,
  insertSegments,
  loadPlaces,
  type RowChange,
  showAlignment,
  turnVersion,
  type VersionRow,
} from '../../store/index.ts';
import { breathe } from '../importTexts.ts';
import type { OpenProject } from '../openProjects.ts';
import { frozenVersion, signedOff } from '../review/frozen.ts';
import { carryAlignment } from './carryAlignment.ts';
import { type Compared, compareWith, isUnchanged, moveNotesOver, originsOf } from './compared.ts';
import { countChanges, type VersionCounts } from './counts.ts';
import type { Brought } from './readVersion.ts';

export interface Revision {
  /** null where the text is the same: then nothing was done. */
  readonly versionId: number | null;
  readonly editId: number | null;
  readonly counts: VersionCounts;
  /** Beads that became stale, over all languages. */
  readonly stale: number;
  /** Sentences that a file with languages side by side did not speak of. */
  readonly untouched: number;
  /** Beads to check again, as changes of rows. */
  readonly changes: readonly RowChange[];
  /** The alignments that hold now, to judge anew. */
  readonly alignmentIds: readonly number[];
}

export interface RevisionRequest {
  readonly project: OpenProject;
  readonly documentId: number;
  /** The version that holds now. */
  readonly of: VersionRow;
  readonly text: Brought;
  readonly author: string;
  readonly at: number;
}

const SLICE = 5000;
/** Somebody may work on while the text is written: then it is compared and written anew, the last time without a pause. */
const TRIES = 3;

/** Throws AppError `edit-impossible` where the rendering is signed off, `edit-conflict` where the text was replaced meanwhile. */
export async function reviseText(request: RevisionRequest): Promise<Revision> {
  const { project, documentId, of } = request;
  const { store } = project;
  const signed = frozenVersion(store, project.index(documentId), of.id);
  if (signed !== null) throw signedOff(signed);
  for (let attempt = 1; ; attempt++) {
    const index = project.index(documentId);
    if (!index.versions.some(({ id }) => id === of.id)) throw new AppError('edit-conflict');
    const compared = compareWith(store, index, of, request.text);
    if (isUnchanged(compared)) {
      const counts = countChanges(compared.changes);
      const { untouched } = compared;
      return { versionId: null, editId: null, counts, stale: 0, untouched, changes: [], alignmentIds: [] };
    }
    const revision = project.revision(documentId);
    const versionId = await writeVersion(request, compared, attempt < TRIES);
    if (project.revision(documentId) === revision) return turnTo(request, compared, versionId);
    store.transaction(() => deleteVersion(store, versionId));
  }
}

/** The sentences of a version that nobody sees yet. */
async function writeVersion(
  { project: { store }, of, text, at }: RevisionRequest,
  { segments }: Compared,
  pausing: boolean,
): Promise<number> {
  const { label, name } = text;
  const versionId = store.transaction(() =>
    insertRevision(store, of, { lang: of.lang, label, sourceName: name, importedAt: at }),
  );
  for (let from = 0; from < segments.length; from += SLICE) {
    const to = Math.min(from + SLICE, segments.length);
    store.transaction(() => insertSegments(store, versionId, segments, from, to));
    if (pausing && to < segments.length) await breathe();
  }
  return versionId;
}

/** Alignments are written anew and everything is turned to the new version, with nobody coming between. */
function turnTo(request: RevisionRequest, compared: Compared, versionId: number): Revision {
  const { project, documentId, of, text, author, at } = request;
  const { store } = project;
  const { old, changes, untouched, homes } = compared;
  const version = getVersion(store, versionId)!;
  const fresh = loadPlaces(store, versionId);
  const carried = project
    .index(documentId)
    .alignments.filter(({ sourceId, targetId }) => sourceId === of.id || targetId === of.id)
    .map((alignment) => carryAlignment(store, { alignment, of, version, old, fresh, changes, homes, at }));
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
      moveNotesOver(store, of.id, compared, fresh);
    },
  );
  project.changed(documentId);
  project.indexInBackground();
  return {
    versionId,
    editId,
    counts,
    stale,
    untouched,
    changes: carried.flatMap((one) => one.changes),
    alignmentIds: carried.map(({ to }) => to),
  };
}
