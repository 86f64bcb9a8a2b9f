/**
 * Merges a package back: rows by their ids, groups by stretches between common cuts, three-way. What both sides changed is a
 * conflict: it is listed, and ours stays. One edit a document, so that one undo takes a document's merge back.
 */
import { basename } from 'node:path';
import type { MergeConflict } from '../../contract/index.ts';
import { decideThreeWay } from '../../core/compare/index.ts';
import { AppError } from '../../core/errors.ts';
import {
  baseImages,
  cutFaults,
  dropRow,
  getAlignment,
  getProject,
  type Image,
  isPackage,
  openStore,
  type PackageTable,
  putImage,
  type RowChange,
  rowImages,
  type Store,
} from '../../store/index.ts';
import type { DocumentIndex } from '../documentIndex.ts';
import { followText } from '../edits/noteSpans.ts';
import type { OpenProject } from '../openProjects.ts';
import { frozenVersions } from '../review/frozen.ts';
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
  tell,
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
export interface MergeOptions {
  /** Keys of the conflicts in which theirs is wanted. */
  readonly take?: readonly string[];
  /** Only tells what would happen. */
  readonly dryRun?: boolean;
}

/** Throws AppError `package-not-one`, `package-foreign` and `package-outdated`, and what `openStore` throws. */
export function mergePackage(
  project: OpenProject,
  path: string,
  author: string,
  at: number,
  { take = [], dryRun = false }: MergeOptions = {},
): Merged {
  const theirs = openStore(path);
  const file = basename(path);
  try {
    if (!isPackage(theirs)) throw new AppError('package-not-one', { file });
    // A package is a copy: it has the project's birthday.
    if (getProject(theirs).createdAt !== getProject(project.store).createdAt)
      throw new AppError('package-foreign', { file });
    const work = (): Merged => mergeStores(project, theirs, { file, author, at, take: new Set(take) });
    const merged = dryRun ? tryOut(project.store, work) : project.store.transaction(work);
    for (const { documentId } of merged.edits) project.changed(documentId);
    if (merged.edits.length > 0) project.indexInBackground();
    return merged;
  } finally {
    theirs.close();
  }
}

const TAKEN_BACK = Symbol('taken back');

/** Does the work and takes it back. */
function tryOut(store: Store, work: () => Merged): Merged {
  let merged: Merged | undefined;
  try {
    store.transaction(() => {
      merged = work();
      throw TAKEN_BACK;
    });
  } catch (error) {
    if (error !== TAKEN_BACK) throw error;
  }
  return { ...merged!, edits: [] };
}

interface Merging {
  readonly file: string;
  readonly author: string;
  readonly at: number;
  readonly take: ReadonlySet<string>;
}

function mergeStores(project: OpenProject, theirs: Store, { file, author, at, take }: Merging): Merged {
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
      throw new AppError('package-outdated', { file, title: index.document.title });
    const fresh = { segment: new Map<number, number>(), note: new Map<number, number>() };
    const state: MergeState = { store, documentId, conflicts, ids: fresh, take, taken: 0 };
    try {
      const { editId } = store.history.record(
        { documentId, command: 'merge-package', params: { name: file }, args: null, author, at },
        () => {
          mergeDocument(state, theirs, index, ids, i === 0);
          if (state.taken === 0) throw TAKEN_BACK;
        },
      );
      taken += state.taken;
      edits.push({ documentId, editId, changes: store.history.changes(editId) });
    } catch (error) {
      // Nothing new in it: no edit, and what was undone can still be done again.
      if (error !== TAKEN_BACK) throw error;
    }
  });
  return { taken, conflicts, edits };
}

/** Texts that are signed off here; where the package changed one, that is told, and nothing of it is taken in. */
function leaveSigned(state: MergeState, theirs: Store, index: DocumentIndex): ReadonlyMap<number, string> {
  const { store, documentId } = state;
  const signed = frozenVersions(store, index);
  const isChanged = (table: 'segment' | 'bead', column: string, ids: readonly number[]): boolean => {
    const { base, theirs: there } = sidesOf(store, theirs, table, column, ids);
    return base.size !== there.size || [...there].some(([id, image]) => print(image) !== print(base.get(id)));
  };
  for (const [versionId, lang] of signed) {
    const alignments = index.alignments.filter(({ targetId }) => targetId === versionId).map(({ id }) => id);
    if (
      isChanged('segment', 'version_id', [versionId]) ||
      (alignments.length > 0 && isChanged('bead', 'alignment_id', alignments))
    )
      tell(state, {
        key: `signed-off/${documentId}/${versionId}`,
        what: 'signed-off',
        lang,
        ours: '',
        theirs: '',
      });
  }
  return signed;
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
  index: DocumentIndex,
  versionIds: readonly number[],
  withDecisions: boolean,
): void {
  const { store, documentId } = state;
  const signed = leaveSigned(state, theirs, index);
  const open = versionIds.filter((id) => !signed.has(id));
  mergeSegments(state, sidesOf(store, theirs, 'segment', 'version_id', open));
  for (const label of newVersions(theirs, documentId))
    tell(state, { key: `version/${documentId}/${label}`, what: 'version', ours: '', theirs: label });
  for (const [id, base] of sidesOf(store, theirs, 'alignment', 'target_id', open).base) {
    // Either side may have been aligned again meanwhile: then the same two texts have an alignment of another id.
    const here = currentBetween(store, base);
    const there = currentBetween(theirs, base);
    if (here === null)
      tell(state, { key: `alignment/${id}`, what: 'alignment', alignmentId: id, ours: '', theirs: '' });
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
    mergeDecisions(
      state,
      {
        base: baseImages(theirs, 'decision'),
        ours: rowImages(store, 'decision'),
        theirs: rowImages(theirs, 'decision'),
      },
      new Set(signed.values()),
    );
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
      before: said(base.get(id)),
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
