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
import { followText } from '../edits/noteSpans.ts';
import type { OpenProject } from '../openProjects.ts';
import { mergeBeads } from './mergeBeads.ts';
import {
  languageOf,
  type MergeState,
  mergeDecisions,
  mergeLinks,
  mergeNotes,
  print,
  type Rows,
  type Sides,
  settle,
} from './mergeRows.ts';

export interface Merged {
  readonly taken: number;
  readonly conflicts: readonly MergeConflict[];
  readonly edits: readonly {
    readonly documentId: number;
    readonly editId: number;
    readonly changes: readonly RowChange[];
  }[];
}
/** Throws AppError `usage` for a project that is no package of this one, and what `openStore` throws. */
export function mergePackage(
  project: OpenProject,
  path: string,
  author: string,
  at: number,
  take: readonly string[] = [],
): Merged {
  const theirs = openStore(path);
  try {
    if (!isPackage(theirs)) throw new AppError('usage', { reason: 'This project file is not a package.' });
    return mergeStores(project, theirs, author, at, new Set(take));
  } finally {
    theirs.close();
  }
}

function mergeStores(
  project: OpenProject,
  theirs: Store,
  author: string,
  at: number,
  take: ReadonlySet<string>,
): Merged {
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
    const fresh = { segment: new Map<number, number>(), note: new Map<number, number>() };
    const state: MergeState = { store, conflicts, ids: fresh, take, taken: 0 };
    const { editId } = store.history.record(
      { documentId, command: 'merge-package', params: {}, args: null, author, at },
      () => {
        mergeDocument(state, theirs, documentId, ids, i === 0);
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

/** The alignment that holds now between the two texts of another one; null where one of them was replaced by a new version. */
function currentBetween(store: Store, alignment: Image): number | null {
  const found = store
    .sql(
      `SELECT alignment.id FROM alignment JOIN version ON version.id = target_id
       WHERE source_id = ? AND target_id = ? AND alignment.is_current = 1 AND version.is_current = 1`,
    )
    .pluck()
    .get(alignment['source_id'], alignment['target_id']) as number | undefined;
  return found ?? null;
}

/** Labels of texts that were added or replaced in the package; they are not taken in, and that is said. */
function newVersions(theirs: Store, documentId: number): string[] {
  const known = baseImages(theirs, 'version');
  return [...rowImages(theirs, 'version', { column: 'document_id', values: [documentId] })]
    .filter(([id]) => !known.has(id))
    .map(([, image]) => String(image['label']));
}

/** Rows of the package under the alignment that they belong to here. */
const alignedBy = (alignmentId: number, rows: Rows): Rows =>
  new Map([...rows].map(([id, image]) => [id, { ...image, alignment_id: alignmentId }]));

function mergeDocument(
  state: MergeState,
  theirs: Store,
  documentId: number,
  versionIds: readonly number[],
  withDecisions: boolean,
): void {
  const { store } = state;
  mergeSegments(state, sidesOf(store, theirs, 'segment', 'version_id', versionIds));
  for (const label of newVersions(theirs, documentId))
    settle(state, 'conflict', () => ({
      key: `version/${documentId}/${label}`,
      what: 'version',
      ours: '',
      theirs: label,
    }));
  for (const [id, base] of sidesOf(store, theirs, 'alignment', 'target_id', versionIds).base) {
    // Either side may have been aligned again meanwhile: then the same two texts have an alignment of another id.
    const here = currentBetween(store, base);
    const there = currentBetween(theirs, base);
    if (here === null)
      settle(state, 'conflict', () => ({
        key: `alignment/${id}`,
        what: 'alignment',
        alignmentId: id,
        ours: '',
        theirs: '',
      }));
    if (here === null || there === null) continue;
    const sides = (table: 'bead' | 'link'): Sides => ({
      base: alignedBy(here, sidesOf(store, theirs, table, 'alignment_id', [id]).base),
      ours: rowImages(store, table, { column: 'alignment_id', values: [here] }),
      theirs: alignedBy(here, rowImages(theirs, table, { column: 'alignment_id', values: [there] })),
    });
    mergeBeads(state, sides('bead'), here);
    mergeLinks(state, sides('link'));
    const [fault] = cutFaults(store, getAlignment(store, here)!);
    // Boundaries of sentences and of groups were both changed here and there: then nothing is merged rather than half of it.
    if (fault !== undefined) throw new AppError('edit-conflict');
  }
  const { ours, theirs: there } = sidesOf(store, theirs, 'segment', 'version_id', versionIds);
  const segmentIds = [...new Set([...ours.keys(), ...there.keys()])];
  mergeNotes(state, sidesOf(store, theirs, 'note', 'segment_id', segmentIds), there);
  if (withDecisions)
    mergeDecisions(state, {
      base: baseImages(theirs, 'decision'),
      ours: rowImages(store, 'decision'),
      theirs: rowImages(theirs, 'decision'),
    });
}

function mergeSegments(state: MergeState, { base, ours, theirs }: Sides): void {
  const { store } = state;
  const said = (image: Image | undefined): string => String(image?.['text'] ?? '');
  for (const id of base.keys()) {
    const outcome = decideThreeWay(print(base.get(id)), print(ours.get(id)), print(theirs.get(id)));
    const settled = settle(state, outcome, () => ({
      key: `sentence/${id}`,
      what: 'sentence',
      segmentId: ours.has(id) ? id : null,
      ours: said(ours.get(id)),
      theirs: said(theirs.get(id)),
    }));
    if (settled !== 'take') continue;
    const image = theirs.get(id);
    if (image) {
      const mine = ours.get(id);
      if (mine) followText(store, id, said(mine), said(image), languageOf(store, image));
      state.ids.segment.set(id, putImage(store, 'segment', image, !mine));
    } else dropRow(store, 'segment', id);
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
      continue;
    }
    const mine = ours.get(there)!;
    state.ids.segment.set(id, there);
    const settled = settle(state, mine['text'] === image['text'] ? 'keep' : 'conflict', () => ({
      key: `sentence/${placeOf(image)}`,
      what: 'sentence',
      segmentId: there,
      ours: said(mine),
      theirs: said(image),
    }));
    if (settled !== 'take') continue;
    followText(store, there, said(mine), said(image), languageOf(store, image));
    putImage(store, 'segment', { ...image, id: there }, false);
    state.taken += 1;
  }
}
