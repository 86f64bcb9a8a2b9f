/** Texts become a document: read, language named or guessed, cut, stored. */
import { AppError } from '../core/errors.ts';
import { sayWarning } from '../core/format/read/index.ts';
import { isBody, type SegmentedText, type SegmentKind } from '../core/model.ts';
import { baseLanguage, markRecurring } from '../core/text/index.ts';
import {
  insertAlignment,
  insertDocument,
  insertSegments,
  insertVersion,
  type Role,
  showAlignment,
  showDocument,
} from '../store/index.ts';
import type { Pool } from '../workers/pool.ts';
import type { FileShelf } from './fileShelf.ts';
import type { Clock } from './host.ts';
import type { OpenProject } from './openProjects.ts';
import { ENCODINGS } from './read/encodingNames.ts';
import { type ReadShelved, readShelved, tellLanguage } from './readSlot.ts';

export interface ImportSlot {
  readonly file: string;
  readonly role: Role;
  readonly lang?: string;
  readonly label?: string;
  /** Chosen by a person; told from the bytes where left out. */
  readonly encoding?: string;
  /** Other pages of the same site, to find furniture by comparison. */
  readonly site?: readonly string[];
}
interface ReadSlot extends ImportSlot {
  readonly content: ReadShelved;
  readonly lang: string;
  readonly langCertain: boolean;
}

async function readPage(pool: Pool, shelf: FileShelf, slot: ImportSlot): Promise<ReadShelved> {
  const { encoding, site = [] } = slot;
  const page = await readShelved(pool, shelf, slot.file, { encoding });
  if (site.length === 0) return page;
  const others = await Promise.all(site.map((file) => readShelved(pool, shelf, file, { encoding })));
  return {
    ...page,
    blocks: markRecurring(
      page.blocks,
      others.map(({ blocks }) => blocks),
    ),
  };
}

async function readSlot(pool: Pool, shelf: FileShelf, slot: ImportSlot): Promise<ReadSlot> {
  const content = await readPage(pool, shelf, slot);
  if (slot.lang !== undefined) return { ...slot, content, lang: slot.lang, langCertain: true };
  const { lang, certain } = tellLanguage(content);
  return { ...slot, content, lang, langCertain: certain };
}

const cut = (pool: Pool, { content, lang }: ReadSlot): Promise<SegmentedText> =>
  pool.run('cutBlocks', { blocks: content.blocks, lang });

const SAMPLED = 12;
const SAMPLE_LENGTH = 400;

/** What an import would bring, text by text; changes nothing. */
export async function previewTexts(pool: Pool, shelf: FileShelf, slots: readonly ImportSlot[]) {
  return Promise.all(
    slots.map(async (one) => {
      const slot = await readSlot(pool, shelf, one);
      const { content } = slot;
      const { segments } = await cut(pool, slot);
      const units = content.units ?? [];
      const pieces: { text: string; kind: SegmentKind }[] = content.units
        ? units.map(({ variants }) => ({ text: variants.map(({ text }) => text).join(' | '), kind: 'text' }))
        : [...segments];
      return {
        file: slot.file,
        name: content.name,
        lang: slot.lang,
        langCertain: slot.langCertain,
        encoding: content.encoding ?? '',
        sentences: content.units?.length ?? segments.length,
        body: content.units?.length ?? segments.filter(isBody).length,
        characters: content.characters,
        sample: pieces
          .slice(0, SAMPLED)
          .map(({ text, kind }) => ({ text: text.slice(0, SAMPLE_LENGTH), kind })),
        format: content.formatName,
        encodings: content.encoding === null ? [] : Object.keys(ENCODINGS),
        warnings: content.warnings.map((one) => ({
          code: one.code,
          params: { ...one.params },
          message: sayWarning(one),
        })),
        aligned: content.units !== null,
        columns: content.columns.map((column) => ({
          ...column,
          sample: column.sample.map((text) => text.slice(0, SAMPLE_LENGTH)),
        })),
      };
    }),
  );
}

/** A text that is ready to be stored. */
export interface CutText {
  readonly role: Role;
  readonly label: string;
  readonly name: string;
  readonly text: SegmentedText;
}

/** Throws AppError `usage` without exactly one original, `language-unknown`, `language-same`. */
export async function cutSlots(
  pool: Pool,
  shelf: FileShelf,
  slots: readonly ImportSlot[],
): Promise<CutText[]> {
  const read = await Promise.all(slots.map((slot) => readSlot(pool, shelf, slot)));
  const originals = read.filter((slot) => slot.role === 'original');
  if (originals.length !== 1) throw new AppError('usage', { reason: 'Choose exactly one original.' });
  for (const slot of read) {
    const file = slot.content.name;
    if (slot.content.units !== null)
      throw new AppError('usage', {
        reason: `“${file}” holds several languages side by side: add it alone, as a document of its own.`,
      });
    if (slot.lang === 'und') throw new AppError('language-unknown', { file });
    if (slot.role === 'rendering' && baseLanguage(slot.lang) === baseLanguage(originals[0]!.lang))
      throw new AppError('language-same', { file, lang: slot.lang });
  }
  return Promise.all(
    read.map(async (slot) => ({
      role: slot.role,
      label: slot.label ?? '',
      name: slot.content.name,
      text: await cut(pool, slot),
    })),
  );
}

/** One text as a further version of `of`. Throws AppError `language-wrong` where it is plainly in another language. */
export async function cutVersion(
  pool: Pool,
  shelf: FileShelf,
  slot: Pick<ImportSlot, 'file' | 'label'>,
  of: { readonly role: Role; readonly lang: string },
): Promise<CutText> {
  const guessed = await readSlot(pool, shelf, { file: slot.file, role: of.role });
  if (guessed.langCertain && baseLanguage(guessed.lang) !== baseLanguage(of.lang))
    throw new AppError('language-wrong', {
      file: guessed.content.name,
      found: guessed.lang,
      expected: of.lang,
    });
  const text = await cut(pool, { ...guessed, lang: of.lang });
  return { role: of.role, label: slot.label ?? '', name: guessed.content.name, text };
}

/** Sentences written at once; between such slices the loop breathes. */
const SLICE = 5000;
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Stores a document, original first. Unless `alignPair` knows better, each rendering gets an empty alignment (engine `none`),
 * which `jobs.align` replaces.
 * Nobody sees it before all is there: a process killed half way leaves rows that belong to no shown document.
 */
export async function storeDocument(
  project: OpenProject,
  title: string,
  texts: readonly CutText[],
  now: Clock,
  author: string,
  alignPair = (sourceId: number, targetId: number, _rendering: number): void =>
    showAlignment(
      project.store,
      insertAlignment(project.store, { sourceId, targetId, engine: 'none', createdAt: now() }),
    ),
): Promise<{ documentId: number; versionIds: readonly number[] }> {
  const { store } = project;
  const ordered = [...texts].sort((a, b) => Number(b.role === 'original') - Number(a.role === 'original'));
  const documentId = store.transaction(() => insertDocument(store, title));
  const versionIds: number[] = [];
  for (const [i, { role, label, name, text }] of ordered.entries()) {
    const versionId = store.transaction(() =>
      insertVersion(store, {
        documentId,
        columnRank: i + 1,
        role,
        lang: text.lang,
        label,
        sourceName: name,
        importedAt: now(),
      }),
    );
    versionIds.push(versionId);
    for (let from = 0; from < text.segments.length; from += SLICE) {
      const to = Math.min(from + SLICE, text.segments.length);
      store.transaction(() => insertSegments(store, versionId, text.segments, from, to));
      await breathe();
    }
  }
  store.transaction(() => {
    for (const [rendering, targetId] of versionIds.slice(1).entries())
      alignPair(versionIds[0]!, targetId, rendering);
  });
  store.history.record(
    { documentId: null, command: 'import', params: { title }, args: { documentId }, author, at: now() },
    () => showDocument(store, documentId, true),
  );
  project.changedAsWhole();
  project.indexInBackground();
  return { documentId, versionIds };
}
