/** A text beside its revision: which sentence is which, and by which id it is found again. */
import { compareSentences, type SentenceChange } from '../../core/compare/index.ts';
import type { Segment } from '../../core/model.ts';
import {
  type LoadedPlaces,
  type LoadedText,
  loadText,
  moveNotes,
  notesOfVersion,
  type OriginRow,
  type Store,
  type VersionRow,
} from '../../store/index.ts';
import type { DocumentIndex } from '../documentIndex.ts';
import { followText } from '../edits/noteSpans.ts';
import { type KnownHomes, reviseFromUnits } from './fromUnits.ts';
import type { Brought } from './readVersion.ts';

export interface Compared {
  readonly old: LoadedText;
  /** The revised text. What a person marked as page furniture, or as none, stays so. */
  readonly segments: readonly Segment[];
  readonly changes: readonly SentenceChange[];
  /** Where the file itself says which group a new sentence belongs to. */
  readonly homes: KnownHomes | null;
  /** Sentences that the file does not speak of. */
  readonly untouched: number;
}

export function compareWith(store: Store, index: DocumentIndex, of: VersionRow, brought: Brought): Compared {
  const old = loadText(store, of);
  if ('units' in brought) return { old, ...reviseFromUnits(store, index, of, old, brought) };
  const segments = [...brought.text.segments];
  const changes = compareSentences(
    old.text.segments.map(({ text }) => text),
    segments.map(({ text }) => text),
    of.lang,
  );
  for (const { kind, before, after } of changes)
    if (kind === 'same') segments[after!] = { ...segments[after!]!, kind: old.text.segments[before!]!.kind };
  return { old, segments, changes, homes: null, untouched: 0 };
}

export const isUnchanged = ({ old, segments, changes }: Compared): boolean =>
  old.text.segments.length === segments.length &&
  changes.every(({ kind, before, after }) => kind === 'same' && before === after);

/** By old sentence the new one: of all that are found again, and of those that are the same word for word and in place. */
export function idsAfter(changes: readonly SentenceChange[], old: LoadedPlaces, fresh: LoadedPlaces) {
  const followed = new Map<number, number>();
  const same = new Map<number, number>();
  for (const { kind, before, after } of changes) {
    if (before === null || after === null) continue;
    followed.set(old.ids[before]!, fresh.ids[after]!);
    if (kind === 'same') same.set(old.ids[before]!, fresh.ids[after]!);
  }
  return { followed, same };
}

export const originsOf = (
  changes: readonly SentenceChange[],
  old: LoadedPlaces,
  fresh: LoadedPlaces,
): OriginRow[] =>
  changes.flatMap(({ kind, before, after }) =>
    kind === 'changed' || kind === 'moved'
      ? [{ segmentId: fresh.ids[after!]!, originId: old.ids[before!]!, kind }]
      : [],
  );

/** Notes go with their sentence and its words; those on a sentence that was taken out stay with the old version. */
export function moveNotesOver(
  store: Store,
  versionId: number,
  { old, segments, changes }: Compared,
  fresh: LoadedPlaces,
): void {
  const noted = new Set(notesOfVersion(store, versionId).map(({ segmentId }) => segmentId));
  if (noted.size === 0) return;
  for (const { before, after } of changes) {
    if (before === null || after === null || !noted.has(old.ids[before]!)) continue;
    const [from, to] = [old.text.segments[before]!.text, segments[after]!.text];
    followText(store, old.ids[before]!, from, to, old.text.lang);
    moveNotes(store, old.ids[before]!, fresh.ids[after]!);
  }
}
