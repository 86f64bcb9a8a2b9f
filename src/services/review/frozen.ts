/** A rendering that was signed off does not change until it is reopened; neither does the original that it was signed against. */
import type { EditCommand } from '../../contract/index.ts';
import { AppError } from '../../core/errors.ts';
import { getFlag, getSegment, type RowChange, type Store, signedColumns } from '../../store/index.ts';
import type { DocumentIndex } from '../documentIndex.ts';

interface Frozen {
  /** Language by alignment and by version. */
  readonly alignments: ReadonlyMap<number, string>;
  readonly versions: ReadonlyMap<number, string>;
}

function frozenIn(store: Store, index: DocumentIndex): Frozen | null {
  const columns = new Set(signedColumns(store, index.document.id));
  if (columns.size === 0) return null;
  const signed = index.alignments.filter(({ target }) => columns.has(target.columnRank));
  if (signed.length === 0) return null;
  return {
    alignments: new Map(signed.map(({ id, target }) => [id, target.lang])),
    versions: new Map([
      [index.original.id, signed[0]!.target.lang],
      ...signed.map(({ target }) => [target.id, target.lang] as const),
    ]),
  };
}

/** The signed language that an edit would change, or null. Notes may always be written. */
export function frozenBy(store: Store, index: DocumentIndex, command: EditCommand): string | null {
  const frozen = frozenIn(store, index);
  if (!frozen || command.type === 'note' || command.type === 'resolve-note') return null;
  const langs: (string | undefined)[] = [];
  if ('alignmentId' in command) langs.push(frozen.alignments.get(command.alignmentId));
  if ('beads' in command)
    for (const { alignmentId } of command.beads) langs.push(frozen.alignments.get(alignmentId));
  if ('ranges' in command)
    for (const { alignmentId } of command.ranges) langs.push(frozen.alignments.get(alignmentId));
  const segmentIds =
    'segmentIds' in command ? command.segmentIds : 'segmentId' in command ? [command.segmentId] : [];
  if (command.type === 'take-over')
    for (const change of command.changes)
      langs.push(
        frozen.versions.get(
          change.kind === 'insert' ? change.versionId : (getSegment(store, change.segmentId)?.versionId ?? 0),
        ),
      );
  for (const id of segmentIds) langs.push(frozen.versions.get(getSegment(store, id)?.versionId ?? 0));
  if (command.type === 'decide-flag')
    langs.push(frozen.alignments.get(getFlag(store, command.flagId)?.alignmentId ?? 0));
  return langs.find((lang) => lang !== undefined) ?? null;
}

/** The same for an edit that is to be undone or done again. */
export function frozenByChanges(
  store: Store,
  index: DocumentIndex,
  changes: readonly RowChange[],
): string | null {
  const frozen = frozenIn(store, index);
  if (!frozen) return null;
  for (const { table, rowId, before, after } of changes) {
    const image = (after ?? before)!;
    const lang =
      table === 'version'
        ? frozen.versions.get(rowId)
        : table === 'alignment'
          ? frozen.alignments.get(rowId)
          : table === 'segment'
            ? frozen.versions.get(image['version_id'] as number)
            : table === 'bead' || table === 'link' || table === 'flag'
              ? frozen.alignments.get(image['alignment_id'] as number)
              : undefined;
    if (lang !== undefined) return lang;
  }
  return null;
}

/** Languages by alignment, of all renderings that nobody may change now. */
export const frozenAlignments = (store: Store, index: DocumentIndex): ReadonlyMap<number, string> =>
  frozenIn(store, index)?.alignments ?? new Map();

/** Languages by version, of all texts that nobody may change now. */
export const frozenVersions = (store: Store, index: DocumentIndex): ReadonlyMap<number, string> =>
  frozenIn(store, index)?.versions ?? new Map();

/** The signed language that a new text of this version would change, or null. */
export const frozenVersion = (store: Store, index: DocumentIndex, versionId: number): string | null =>
  frozenIn(store, index)?.versions.get(versionId) ?? null;

export const isFrozenAlignment = (store: Store, index: DocumentIndex, alignmentId: number): boolean =>
  frozenIn(store, index)?.alignments.has(alignmentId) ?? false;

/** Throws AppError `edit-impossible` where a rendering of the document is signed off. */
export function refuseSigned(store: Store, index: DocumentIndex): void {
  const [lang] = frozenIn(store, index)?.alignments.values() ?? [];
  if (lang !== undefined) throw signedOff(lang);
}

export const signedOff = (lang: string): AppError =>
  new AppError('edit-impossible', { reason: `The rendering (${lang}) is signed off. Reopen it first.` });
