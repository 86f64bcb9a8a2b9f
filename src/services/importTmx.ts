/** A translation memory becomes a document as it streams in: each unit is a bead, each text one sentence of its column. */
import type { BeadStatus } from '../contract/index.ts';
import { beadStatus } from '../contract/index.ts';
import { AppError } from '../core/errors.ts';
import { isCode, propertyOf, scoreOf } from '../core/format/memoryUnits.ts';
import { STATUS_PROPERTY, type TmxUnit } from '../core/format/tmx.ts';
import { baseLanguage } from '../core/text/index.ts';
import {
  getProject,
  inBulk,
  insertAlignment,
  insertCuts,
  insertDocument,
  insertLines,
  insertVersion,
  RANK_STEP,
  type Store,
  showAlignment,
  showDocument,
} from '../store/index.ts';
import type { Pool } from '../workers/pool.ts';
import type { FileShelf } from './fileShelf.ts';
import type { Clock } from './host.ts';
import { breathe } from './importTexts.ts';
import { sizeOf, streamTmx, type UnitStream } from './memoryFiles.ts';
import type { OpenProject } from './openProjects.ts';
import { isMemory } from './read/aligned.ts';
import { readShelved } from './readSlot.ts';

/** A language of the memory; two kinds of one language (`de-DE`, `de-AT`) are two columns. */
interface Column {
  readonly code: string;
  readonly versionId: number;
  /** Sentences so far. */
  count: number;
  /** Null for the original. */
  readonly alignmentId: number | null;
  /** Sentences of both sides at the last cut. */
  cutSource: number;
  cutTarget: number;
  /** What is not written yet. */
  lines: [text: string, unit: number][];
  cuts: [sourceTo: number, targetTo: number, status: BeadStatus, score: number | null][];
}

/** Units that are looked through for a text in the language of the original before the file is refused. */
const LOOK_AHEAD = 10_000;
/** Bytes from which the index of hashes is built afterwards. */
const LARGE = 50_000_000;

export interface ImportTmxInput {
  /** A path, or the bytes of a dropped file. */
  readonly source: string | Buffer;
  /** What messages call it. */
  readonly name: string;
  readonly title: string;
  /** Units that were read already; else they stream from the source, which is TMX. */
  readonly stream?: UnitStream;
  /** Told the share that is read, 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

export interface AlignedImport {
  readonly file: string;
  readonly title: string;
  readonly encoding?: string;
  /** For tables; the original first. */
  readonly columns?: readonly { readonly index: number; readonly lang: string }[];
}

/**
 * From the shelf of files that the page may name: a TMX as it streams in; tables, catalogues and XLIFF read whole.
 * Throws what `importMemory` and `readShelved` throw.
 */
export async function importTmx(
  project: OpenProject,
  pool: Pool,
  shelf: FileShelf,
  input: AlignedImport,
  now: Clock,
  author: string,
): Promise<number> {
  const { file, title } = input;
  const memory = { source: shelf.sourceOf(file), name: shelf.nameOf(file), title };
  if (isMemory(memory.name)) return importMemory(project, memory, now, author);
  const document = await readShelved(pool, shelf, file, input);
  if (document.units === null)
    throw new AppError('usage', { reason: `“${memory.name}” is one text: add it with its renderings.` });
  const original = input.columns?.[0]?.lang ?? document.lang;
  return importMemory(project, { ...memory, stream: unitsInHand(document.units, original) }, now, author);
}

async function* slices(units: readonly TmxUnit[]): AsyncGenerator<readonly TmxUnit[]> {
  const SLICE = 5000;
  for (let at = 0; at < units.length; at += SLICE) yield units.slice(at, at + SLICE);
}

const unitsInHand = (units: readonly TmxUnit[], original: string | null): UnitStream => ({
  header: { sourceLang: original, tool: '' },
  units: slices(units),
});

/** Gives the id of the new document. Throws AppError `tmx-invalid` and what reading the file throws. */
export async function importMemory(
  project: OpenProject,
  input: ImportTmxInput,
  now: Clock,
  author: string,
): Promise<number> {
  const { store } = project;
  const { source, name, title } = input;
  const size = typeof source === 'string' ? await sizeOf(source) : source.length;
  const stream =
    input.stream ?? streamTmx(source, name, (bytes) => input.onProgress?.(size === 0 ? 0 : bytes / size));
  const { sourceLang } = getProject(store);
  const documentId = await inBulk(store, size > LARGE, async () => {
    const memory = new MemoryWriter(store, name, title, now);
    const wanted = (): readonly (string | null)[] => [stream.header?.sourceLang ?? null, sourceLang];
    for await (const [units, original] of withOriginal(stream, name, wanted)) {
      memory.write(units, original);
      await breathe();
    }
    return memory.finish();
  });
  store.history.record(
    { documentId: null, command: 'import', params: { title }, args: { documentId }, author, at: now() },
    () => showDocument(store, documentId, true),
  );
  project.changedAsWhole();
  project.indexInBackground();
  return documentId;
}

/** Units together with the code of the original, which the header names, or else the project's language finds in the first units. */
async function* withOriginal(
  stream: UnitStream,
  file: string,
  wanted: () => readonly (string | null)[],
): AsyncGenerator<[units: readonly TmxUnit[], original: string]> {
  const refuse = (reason: string): AppError => new AppError('tmx-invalid', { file, reason, line: 1 });
  let original: string | null = null;
  let waiting: TmxUnit[] = [];
  for await (const units of stream.units) {
    if (original !== null) {
      yield [units, original];
      continue;
    }
    waiting = [...waiting, ...units];
    const codes = [...new Set(waiting.flatMap(({ variants }) => variants.map(({ lang }) => lang)))];
    original = chooseOriginal(codes, wanted());
    if (original === null && waiting.length > LOOK_AHEAD) break;
    if (original === null) continue;
    yield [waiting, original];
    waiting = [];
  }
  if (original === null) {
    const codes = new Set(waiting.flatMap(({ variants }) => variants.map(({ lang }) => lang)));
    throw refuse(
      codes.size < 2 ? 'it has no texts in two languages' : 'it has no text in the language of the original',
    );
  }
}

/** The first wish that some code meets exactly, else by its base language. */
function chooseOriginal(codes: readonly string[], wanted: readonly (string | null)[]): string | null {
  for (const lang of wanted) {
    if (lang === null) continue;
    const found =
      codes.find((code) => isCode(code, lang)) ??
      codes.find((code) => baseLanguage(code) === baseLanguage(lang));
    if (found !== undefined) return found;
  }
  return null;
}

class MemoryWriter {
  private readonly columns = new Map<string, Column>();
  private readonly documentId: number;
  private units = 0;

  constructor(
    private readonly store: Store,
    private readonly name: string,
    title: string,
    private readonly now: Clock,
  ) {
    this.documentId = insertDocument(store, title);
  }

  write(units: readonly TmxUnit[], originalCode: string): void {
    const original = this.columns.get(originalCode) ?? this.open(originalCode, null, 0);
    for (const unit of units) {
      const before = original.count;
      for (const [i, { lang, text }] of unit.variants.entries()) {
        // The first text of a language is the one; a memory that offers alternatives keeps them in units of their own.
        if (unit.variants.findIndex((one) => one.lang === lang) < i) continue;
        const column = this.columns.get(lang) ?? this.open(lang, original, before);
        column.lines.push([text, this.units]);
        column.count += 1;
      }
      for (const column of this.columns.values())
        if (column.alignmentId !== null) this.cut(column, original.count, unit);
      this.units += 1;
    }
    this.flush();
  }

  private flush(): void {
    for (const column of this.columns.values()) {
      const { versionId, alignmentId, count, lines, cuts } = column;
      if (lines.length > 0) insertLines(this.store, versionId, count - lines.length + 1, lines);
      if (alignmentId !== null && cuts.length > 0) insertCuts(this.store, alignmentId, cuts);
      column.lines = [];
      column.cuts = [];
    }
  }

  /** The id of the document, which nobody sees yet. */
  finish(): number {
    const columns = [...this.columns.values()];
    if (columns.length < 2) {
      const reason = 'it has no texts in two languages';
      throw new AppError('tmx-invalid', { file: this.name, reason, line: 1 });
    }
    for (const { alignmentId } of columns) if (alignmentId !== null) showAlignment(this.store, alignmentId);
    return this.documentId;
  }

  private open(code: string, original: Column | null, before: number): Column {
    const { store, documentId } = this;
    const lang = baseLanguage(code);
    const versionId = insertVersion(store, {
      documentId,
      columnRank: this.columns.size + 1,
      role: original === null ? 'original' : 'rendering',
      lang,
      label: lang === code ? '' : code,
      sourceName: this.name,
      importedAt: this.now(),
    });
    const alignmentId =
      original === null
        ? null
        : insertAlignment(store, {
            sourceId: original.versionId,
            targetId: versionId,
            engine: 'tmx',
            createdAt: this.now(),
          });
    const column: Column = {
      code,
      versionId,
      count: 0,
      alignmentId,
      cutSource: 0,
      cutTarget: 0,
      lines: [],
      cuts: [],
    };
    this.columns.set(code, column);
    // A language that comes late was missing so far: each sentence of the original stands alone.
    if (alignmentId !== null)
      for (let s = 1; s <= before; s++) {
        column.cuts.push([s * RANK_STEP, 0, 'auto', null]);
        column.cutSource = s;
      }
    return column;
  }

  /** Ends the bead of a unit; nothing where it brought no text on either side. */
  private cut(column: Column, sources: number, unit: TmxUnit): void {
    if (sources === column.cutSource && column.count === column.cutTarget) return;
    column.cutSource = sources;
    column.cutTarget = column.count;
    const hasProperties = (unit.properties?.length ?? 0) > 0;
    const known = hasProperties ? beadStatus.safeParse(propertyOf(unit, STATUS_PROPERTY, column.code)) : null;
    const status: BeadStatus = known?.success ? known.data : 'auto';
    const score = hasProperties ? scoreOf(unit, column.code) : null;
    column.cuts.push([sources * RANK_STEP, column.count * RANK_STEP, status, score]);
  }
}
