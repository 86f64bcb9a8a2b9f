/** Texts become a document: read, language named or guessed, cut, stored. */
import { AppError } from '../core/errors.ts';
import type { SegmentedText } from '../core/model.ts';
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
import { decodeXml } from './files.ts';
import type { Clock } from './host.ts';
import type { OpenProject } from './openProjects.ts';
import { type ReadShelved, readShelved, tellLanguage } from './readSlot.ts';

export interface ImportSlot {
  readonly file: string;
  readonly role: Role;
  readonly lang?: string;
  readonly label?: string;
  /** Chosen by a person; told from the bytes where left out. */
  readonly encoding?: string;
  /** Of a table: which column holds which language, the original first; guessed where left out. */
  readonly columns?: readonly { readonly index: number; readonly lang: string }[];
  /** Other pages of the same site, to find furniture by comparison. */
  readonly site?: readonly string[];
  /** One sentence a line already. */
  readonly segmented?: boolean;
  /** `text`: nothing is taken for page furniture. */
  readonly furniture?: 'apart' | 'text';
  /** An SRX file of the shelf. */
  readonly rules?: string;
}
export interface ReadSlot extends ImportSlot {
  readonly content: ReadShelved;
  readonly lang: string;
  readonly langCertain: boolean;
}

async function readPage(pool: Pool, shelf: FileShelf, slot: ImportSlot): Promise<ReadShelved> {
  const { encoding, columns, segmented, site = [] } = slot;
  const page = await readShelved(pool, shelf, slot.file, { encoding, columns, asText: segmented });
  if (site.length === 0 || slot.furniture === 'text') return page;
  const others = await Promise.all(site.map((file) => readShelved(pool, shelf, file, { encoding })));
  return {
    ...page,
    blocks: markRecurring(
      page.blocks,
      others.map(({ blocks }) => blocks),
    ),
  };
}

export async function readSlot(pool: Pool, shelf: FileShelf, slot: ImportSlot): Promise<ReadSlot> {
  const content = await readPage(pool, shelf, slot);
  if (slot.lang !== undefined) return { ...slot, content, lang: slot.lang, langCertain: true };
  const { lang, certain } = tellLanguage(content);
  return { ...slot, content, lang, langCertain: certain };
}

export async function cut(pool: Pool, shelf: FileShelf, slot: ReadSlot): Promise<SegmentedText> {
  const { content, lang, segmented, furniture } = slot;
  if (segmented) {
    const { segments } = await pool.run('cut', { text: linesOf(content), lang, segmented });
    return { lang, segments: segments.filter(({ text }) => text !== '') };
  }
  const rules = slot.rules === undefined ? undefined : await readRules(shelf, slot.rules);
  return pool.run('cutBlocks', { blocks: content.blocks, lang, rules, furniture });
}

/** A text that is one sentence a line; a block of a format without lines is one. */
const linesOf = ({ text, blocks }: ReadShelved): string =>
  text || blocks.map((block) => block.text.replace(/\s*\n\s*/g, ' ')).join('\n');

async function readRules(shelf: FileShelf, id: string): Promise<{ file: string; text: string }> {
  const file = shelf.nameOf(id);
  return { file, text: decodeXml(await shelf.readBytes(id), file).text };
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
      text: await cut(pool, shelf, slot),
    })),
  );
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
