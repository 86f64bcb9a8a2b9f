/**
 * Merges a package back: rows by their ids, groups by stretches between common cuts, three-way. What both sides changed is a
 * conflict: it is listed, and ours stays. One edit a document, so that one undo takes a document's merge back.
 */
import type { MergeConflict } from '../../contract/index.ts';
import { decideThreeWay } from '../../core/compare/index.ts';
import { AppError } from '../../core/errors.ts';
import {
  baseImages,
  cutFaults,
  dropRow,
  getAlignment,
  type Image,
  isPackage,
  openStore,
  type PackageTable,
  putImage,
  type RowChange,
  rowImages,
  type Store,
} from '../../store/index.ts';
import type { OpenProject } from '../openProjects.ts';
import { mergeBeads } from './mergeBeads.ts';

type Rows = Map<number, Image>;
interface Sides {
  readonly base: Rows;
  readonly ours: Rows;
  readonly theirs: Rows;
}
export interface Merged {
  readonly taken: number;
  readonly conflicts: readonly MergeConflict[];
  readonly edits: readonly {
    readonly documentId: number;
    readonly editId: number;
    readonly changes: readonly RowChange[];
  }[];
}
/** How the merge of one document stands. */
export interface MergeState {
  readonly store: Store;
  readonly conflicts: MergeConflict[];
  /** By the package's id of a row that is new in it, the id that it got here. */
  readonly ids: Readonly<Record<'segment' | 'note', Map<number, number>>>;
  taken: number;
}

/** Throws AppError `usage` for a project that is no package of this one, and what `openStore` throws. */
export function mergePackage(project: OpenProject, path: string, author: string, at: number): Merged {
  const theirs = openStore(path);
  try {
    if (!isPackage(theirs)) throw new AppError('usage', { reason: 'This project file is not a package.' });
    return mergeStores(project, theirs, author, at);
  } finally {
    theirs.close();
  }
}

function mergeStores(project: OpenProject, theirs: Store, author: string, at: number): Merged {
  const { store } = project;
  const versions = baseImages(theirs, 'version');
  const documentIds = [...new Set([...versions.values()].map((image) => Number(image['document_id'])))];
  const conflicts: MergeConflict[] = [];
  const edits: { documentId: number; editId: number; changes: readonly RowChange[] }[] = [];
  let taken = 0;
  documentIds.forEach((documentId, i) => {
    const index = project.index(documentId);
    const ids = [...versions].filter(([, one]) => one['document_id'] === documentId).map(([id]) => id);
    if (!ids.includes(index.original.id))
      throw new AppError('usage', {
        reason: 'The package is of another project, or of an older version of the text.',
      });
    const state: MergeState = { store, conflicts, ids: { segment: new Map(), note: new Map() }, taken: 0 };
    const { editId } = store.history.record(
      { documentId, command: 'merge-package', params: {}, args: null, author, at },
      () => {
        mergeDocument(state, theirs, ids, i === 0);
      },
    );
    taken += state.taken;
    const changes = store.history.changes(editId);
    edits.push({ documentId, editId, changes });
    project.changed(documentId);
  });
  project.indexInBackground();
  return { taken, conflicts, edits };
}

function sidesOf(
  store: Store,
  theirs: Store,
  table: PackageTable,
  column: string,
  values: readonly number[],
): Sides {
  const wanted = new Set(values);
  const where = { column, values };
  return {
    base: new Map([...baseImages(theirs, table)].filter(([, image]) => wanted.has(Number(image[column])))),
    ours: rowImages(store, table, where),
    theirs: rowImages(theirs, table, where),
  };
}

function mergeDocument(
  state: MergeState,
  theirs: Store,
  versionIds: readonly number[],
  withDecisions: boolean,
): void {
  const { store } = state;
  mergeSegments(state, sidesOf(store, theirs, 'segment', 'version_id', versionIds));
  for (const [id] of sidesOf(store, theirs, 'alignment', 'target_id', versionIds).base) {
    const alignment = getAlignment(store, id);
    const current = store.sql('SELECT is_current FROM alignment WHERE id = ?').pluck().get(id) as unknown;
    if (!alignment || current !== 1) {
      state.conflicts.push({ what: 'alignment', alignmentId: id, segmentId: null, ours: '', theirs: '' });
      continue;
    }
    mergeBeads(state, sidesOf(store, theirs, 'bead', 'alignment_id', [id]), id);
    mergeLinks(state, sidesOf(store, theirs, 'link', 'alignment_id', [id]));
    const [fault] = cutFaults(store, alignment);
    // Boundaries of sentences and of groups were both changed here and there: then nothing is merged rather than half of it.
    if (fault !== undefined) throw new AppError('edit-conflict');
  }
  const { ours, theirs: there } = sidesOf(store, theirs, 'segment', 'version_id', versionIds);
  const segmentIds = [...new Set([...ours.keys(), ...there.keys()])];
  mergeNotes(state, sidesOf(store, theirs, 'note', 'segment_id', segmentIds));
  if (withDecisions)
    mergeDecisions(state, {
      base: baseImages(theirs, 'decision'),
      ours: rowImages(store, 'decision'),
      theirs: rowImages(theirs, 'decision'),
    });
}

const print = (image: Image | undefined, without: readonly string[] = []): string | null =>
  image === undefined
    ? null
    : JSON.stringify(Object.entries(image).filter(([column]) => !without.includes(column)));

function mergeSegments(state: MergeState, { base, ours, theirs }: Sides): void {
  const { store, conflicts } = state;
  const decide = (id: number) =>
    decideThreeWay(print(base.get(id)), print(ours.get(id)), print(theirs.get(id)));
  const conflict = (id: number): void => {
    const said = (image: Image | undefined): string => String(image?.['text'] ?? '');
    const [mine, other] = [said(ours.get(id)), said(theirs.get(id))];
    conflicts.push({
      what: 'sentence',
      alignmentId: null,
      segmentId: ours.has(id) ? id : null,
      ours: mine,
      theirs: other,
    });
  };
  for (const id of base.keys()) {
    const outcome = decide(id);
    if (outcome === 'conflict') conflict(id);
    if (outcome !== 'take') continue;
    const image = theirs.get(id);
    if (image) putImage(store, 'segment', image, false);
    else dropRow(store, 'segment', id);
    state.taken += 1;
  }
  const placeOf = (image: Image): string => `${image['version_id']}/${image['rank']}`;
  const taken = new Map([...ours].filter(([id]) => !base.has(id)).map(([id, image]) => [placeOf(image), id]));
  for (const [id, image] of theirs) {
    if (base.has(id)) continue;
    const there = taken.get(placeOf(image));
    if (there === undefined) {
      state.ids.segment.set(id, putImage(store, 'segment', image, true));
      state.taken += 1;
    } else if (ours.get(there)!['text'] === image['text']) state.ids.segment.set(id, there);
    else {
      const [mine, other] = [String(ours.get(there)!['text']), String(image['text'])];
      conflicts.push({ what: 'sentence', alignmentId: null, segmentId: there, ours: mine, theirs: other });
    }
  }
}

/** Rows that name sentences of the package, with the ids that these have here. */
function rename(state: MergeState, image: Image, columns: readonly string[]): Image {
  const renamed: Record<string, string | number | null> = { ...image };
  for (const column of columns) {
    const ids = column === 'parent_id' ? state.ids.note : state.ids.segment;
    const to = ids.get(Number(image[column]));
    if (to !== undefined) renamed[column] = to;
  }
  return renamed;
}

function mergeLinks(state: MergeState, { base, ours, theirs }: Sides): void {
  for (const id of base.keys())
    if (!theirs.has(id) && ours.has(id)) {
      dropRow(state.store, 'link', id);
      state.taken += 1;
    }
  const columns = ['source_segment_id', 'target_segment_id'];
  const known = new Set([...ours.values()].map((image) => columns.map((column) => image[column]).join()));
  for (const [id, image] of theirs) {
    const fresh = rename(state, image, columns);
    if (base.has(id) || known.has(columns.map((column) => fresh[column]).join())) continue;
    putImage(state.store, 'link', fresh, true);
    state.taken += 1;
  }
}

function mergeNotes(state: MergeState, { base, ours, theirs }: Sides): void {
  const { store } = state;
  for (const [id, image] of base) {
    const outcome = decideThreeWay(print(image), print(ours.get(id)), print(theirs.get(id)));
    const [mine, other] = [String(ours.get(id)?.['text'] ?? ''), String(theirs.get(id)?.['text'] ?? '')];
    if (outcome === 'conflict')
      state.conflicts.push({
        what: 'note',
        alignmentId: null,
        segmentId: Number(image['segment_id']),
        ours: mine,
        theirs: other,
      });
    if (outcome !== 'take') continue;
    const changed = theirs.get(id);
    if (changed) putImage(store, 'note', rename(state, changed, ['segment_id']), false);
    else dropRow(store, 'note', id);
    state.taken += 1;
  }
  const nameOf = (image: Image): string =>
    JSON.stringify(['segment_id', 'author', 'text', 'created_at'].map((column) => image[column]));
  const known = new Map([...ours].filter(([id]) => !base.has(id)).map(([id, image]) => [nameOf(image), id]));
  for (const [id, image] of theirs) {
    if (base.has(id)) continue;
    const fresh = rename(state, image, ['segment_id', 'parent_id']);
    // A package may come back twice.
    const there = known.get(nameOf(fresh));
    if (there !== undefined) {
      state.ids.note.set(id, there);
      continue;
    }
    state.ids.note.set(id, putImage(store, 'note', fresh, true));
    state.taken += 1;
  }
}

/** Decisions are named by scope and key, wherever they were made. */
function mergeDecisions(state: MergeState, sides: Sides): void {
  const byName = (rows: Rows): Map<string, Image> =>
    new Map([...rows.values()].map((image) => [`${image['scope']}/${image['key']}`, image]));
  const [base, ours, theirs] = [byName(sides.base), byName(sides.ours), byName(sides.theirs)];
  for (const name of new Set([...base.keys(), ...theirs.keys()])) {
    const [mine, other] = [ours.get(name), theirs.get(name)];
    const outcome = decideThreeWay(print(base.get(name), ['id']), print(mine, ['id']), print(other, ['id']));
    if (outcome === 'conflict')
      state.conflicts.push({
        what: 'decision',
        alignmentId: null,
        segmentId: null,
        ours: String(mine?.['verdict'] ?? ''),
        theirs: String(other?.['verdict'] ?? ''),
      });
    if (outcome !== 'take') continue;
    if (!other) dropRow(state.store, 'decision', Number(mine!['id']));
    else putImage(state.store, 'decision', mine ? { ...other, id: mine['id'] ?? null } : other, !mine);
    state.taken += 1;
  }
}
