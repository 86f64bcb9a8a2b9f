/** Which texts that wait make a document: by their names, until the reader moves one. */
import { groupByName, languageInName } from '../../../core/format/read/names.ts';
import type { Slot } from './pending.ts';

export interface PendingDocument {
  readonly key: string;
  /** What its files have in common, for a title. */
  readonly name: string;
  readonly slots: readonly Slot[];
  readonly original: Slot | null;
  /** The file that holds several languages side by side, where it is one. */
  readonly aligned: Slot | null;
}

/** What the reader chose, what the text surely is, what the name says, what the text may be. */
export const languageOf = (slot: Slot): string | null => {
  if (slot.lang !== null) return slot.lang;
  if (slot.preview?.langCertain) return slot.preview.lang;
  return languageInName(slot.path).lang ?? slot.preview?.lang ?? null;
};

const withoutEnding = (name: string): string =>
  name.replace(/\.[A-Za-z0-9]{1,5}$/, '').replace(/[._-](vi|de|ru|zh|en)$/i, '');

/** Labels by file: what the reader wrote; of several renderings in one language those without a label are called as their files are. */
export const labelsOf = (
  slots: readonly Slot[],
  original: Slot | null,
): ReadonlyMap<string, string | undefined> => {
  const written = ({ label }: Slot): string | undefined => label.trim() || undefined;
  const isAlike = (one: Slot, other: Slot): boolean =>
    other !== one &&
    other !== original &&
    languageOf(other) === languageOf(one) &&
    written(other) === written(one);
  return new Map(
    slots.map((slot) => {
      const doubled =
        slot !== original && written(slot) === undefined && slots.some((other) => isAlike(slot, other));
      return [slot.file, doubled ? withoutEnding(slot.name) : written(slot)];
    }),
  );
};

/** The document of texts whose names say nothing. */
const TOGETHER = 'together';

/**
 * Files whose names differ in the language alone make a document each, as soon as there are two such; an aligned file is one of its
 * own. All others belong together.
 */
export function documentsOf(slots: readonly Slot[]): readonly PendingDocument[] {
  const stems = new Map<string, string>();
  const groups = groupByName(
    slots.filter((slot) => !slot.preview?.aligned),
    (slot) => slot.path,
  ).filter(({ files }) => files.length > 1 && new Set(files.map(({ lang }) => lang)).size > 1);
  if (groups.length > 1)
    for (const { stem, files } of groups) for (const { file } of files) stems.set(file.file, stem);
  const keyOf = (slot: Slot): string =>
    slot.document ?? (slot.preview?.aligned ? slot.file : (stems.get(slot.file) ?? TOGETHER));
  const members = new Map<string, Slot[]>();
  for (const slot of slots) members.set(keyOf(slot), [...(members.get(keyOf(slot)) ?? []), slot]);
  return [...members].map(([key, own]) => {
    const aligned = own.find((slot) => slot.preview?.aligned) ?? null;
    const original = findOriginal(own);
    const named = aligned ?? original;
    return { key, name: named ? withoutEnding(named.name) : '', slots: own, original, aligned };
  });
}

/** The chosen one, else the first Vietnamese text that was not made a rendering. */
const findOriginal = (slots: readonly Slot[]): Slot | null =>
  slots.find(({ role }) => role === 'original') ??
  slots.find((slot) => slot.role === null && languageOf(slot) === 'vi') ??
  null;

/** Pages that one is compared with. */
const MOST_COMPARED = 6;

/** Texts of the same language in other documents: pages of one site, perhaps. Undefined where there are none. */
export function siteOf(slot: Slot, slots: readonly Slot[]): string[] | undefined {
  const documents = documentsOf(slots);
  if (documents.length < 3) return undefined;
  const lang = languageOf(slot);
  const others = documents
    .filter((document) => document.aligned === null && !document.slots.includes(slot))
    .flatMap((document) => document.slots.filter((other) => languageOf(other) === lang))
    .slice(0, MOST_COMPARED)
    .map(({ file }) => file);
  return others.length > 0 && lang !== null ? others : undefined;
}

/** What keeps a document from being imported, as a message key; null where nothing does. */
export function objectionTo({ slots, original, aligned }: PendingDocument, title: string): string | null {
  const isBroken = slots.some((slot) => slot.problem !== null || slot.preview === null);
  if (aligned !== null && slots.length > 1) return 'import.aligned-alone';
  if (aligned?.columns && aligned.columns.length < 2) return 'import.need-columns';
  if (aligned === null && original === null) return 'import.need-original';
  if (aligned === null && slots.length < 2) return 'import.need-rendering';
  if (isBroken || slots.some((slot) => hasLanguageOfOriginal(slot, original))) return 'import.need-repair';
  return title.trim() === '' ? 'import.need-title' : null;
}

export const hasLanguageOfOriginal = (slot: Slot, original: Slot | null): boolean => {
  const lang = languageOf(slot);
  return original !== null && slot !== original && lang !== null && lang === languageOf(original);
};
