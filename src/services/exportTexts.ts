/** Documents go out as files of units; the preflight says first what goes, what stays and why. */
import type { z } from 'zod';
import type { exportOptions, exportPreflight } from '../contract/index.ts';
import { AppError } from '../core/errors.ts';
import { newTally, streamUnits, type UnitRendering, type UnitTally } from '../core/format/units.ts';
import type { UnitFormatId } from '../core/format/write/ids.ts';
import type { OutColumn, OutHead, OutUnit, Piece } from '../core/format/write/model.ts';
import { UNIT_FORMATS } from '../core/format/write/registry.ts';
import { baseLanguage } from '../core/text/index.ts';
import {
  countFlags,
  countUnconfirmed,
  countWalls,
  getProject,
  listDocuments,
  readGroups,
  type Store,
} from '../store/index.ts';
import type { DocumentIndex, IndexedAlignment } from './documentIndex.ts';
import { breathe } from './importTexts.ts';
import type { OpenProject } from './openProjects.ts';
import { fileNameFor } from './projectFiles.ts';

export type ExportOptions = z.output<typeof exportOptions>;
export interface Program {
  readonly version: string;
  readonly at: number;
}
export interface ExportFile {
  readonly name: string;
  readonly mediaType: string;
  readonly binary: boolean;
  readonly chunks: () => AsyncIterable<Piece>;
}

/** A document as it goes into one file. */
interface PartDocument {
  readonly index: DocumentIndex;
  readonly alignments: readonly IndexedAlignment[];
  /** Place of each in the file's head. */
  readonly columns: readonly number[];
}
/** One file to come, or one for each column. */
interface Part {
  readonly name: string;
  readonly columns: readonly OutColumn[];
  readonly documents: readonly PartDocument[];
}

const DEFAULT_STATUSES = ['auto', 'edited', 'confirmed', 'needs-review', 'reviewed', 'stale'];

/** What is chosen, document by document. */
export function chosenDocuments(
  project: OpenProject,
  options: Pick<ExportOptions, 'documentIds' | 'langs'>,
): { index: DocumentIndex; alignments: IndexedAlignment[] }[] {
  return listDocuments(project.store)
    .filter(({ id }) => !options.documentIds || options.documentIds.includes(id))
    .map(({ id }) => {
      const index = project.index(id);
      const alignments = index.alignments.filter(
        ({ target, engine }) => engine !== 'none' && (!options.langs || options.langs.includes(target.lang)),
      );
      return { index, alignments };
    });
}

/** A label that is a code of the same language, as a memory brought it (`zh-Hant-TW`), is the code to write. */
function columnOf(
  version: { readonly lang: string; readonly label: string },
  options: ExportOptions,
): OutColumn {
  const { lang, label } = version;
  const isCode = /^[a-z]{2,3}(-[a-z0-9]{2,8})+$/i.test(label) && baseLanguage(label) === lang;
  return { lang: options.codes[lang] ?? (isCode ? label : lang), label: isCode ? '' : label };
}

function makeParts(
  project: OpenProject,
  documents: ReturnType<typeof chosenDocuments>,
  options: ExportOptions,
): Part[] {
  const format = UNIT_FORMATS[options.format as UnitFormatId];
  const base = fileNameFor(getProject(project.store).name);
  const pairs = options.shape === 'pairs' || format.pairsOnly === true;
  const originals = new Set(documents.map(({ index }) => columnOf(index.original, options).lang));
  const parts = new Map<string, { name: string; columns: OutColumn[]; documents: PartDocument[] }>();
  const add = (name: string, index: DocumentIndex, alignments: readonly IndexedAlignment[]): void => {
    const original = columnOf(index.original, options);
    const part = parts.get(name) ?? { name, columns: [original], documents: [] };
    parts.set(name, part);
    const columns: number[] = [];
    for (const { target } of alignments) {
      const column = columnOf(target, options);
      const known = part.columns.findIndex(
        (one, i) => i > 0 && !columns.includes(i) && one.lang === column.lang && one.label === column.label,
      );
      columns.push(known < 0 ? part.columns.push(column) - 1 : known);
    }
    part.documents.push({ index, alignments, columns });
  };
  for (const { index, alignments } of documents) {
    const { lang } = columnOf(index.original, options);
    if (pairs)
      for (const one of alignments) {
        const label = one.target.label ? ` ${fileNameFor(one.target.label)}` : '';
        add(`${base}.${index.original.lang}-${one.target.lang}${label}`, index, [one]);
      }
    else if (alignments.length > 0) add(originals.size > 1 ? `${base}.${lang}` : base, index, alignments);
  }
  return [...parts.values()];
}

function* unitsOf(store: Store, part: Part, options: ExportOptions, tally: UnitTally): Generator<OutUnit> {
  const seen = new Set<number>();
  for (const { index, alignments, columns } of part.documents) {
    const renderings = alignments.map(
      (alignment): UnitRendering => ({
        lang: alignment.target.lang,
        beads: readGroups(store, alignment, index.document.id),
        isNoTranslation: alignment.verdict?.kind === 'not-a-translation',
      }),
    );
    const chosen = {
      furniture: options.furniture,
      statuses: options.statuses ?? DEFAULT_STATUSES,
      lowestScore: options.lowestScore,
      changedSince: options.changedSince,
      repeats: options.repeats,
      prefix: `d${index.document.id}-`,
      document: index.document.title,
      columns,
    };
    yield* streamUnits(index.original.lang, renderings, chosen, tally, seen);
  }
}

/** Units taken before others get their turn. */
const SLICE = 250;

/** Throws AppError `changed-meanwhile` where an edit came between: half a file would be old and half new. */
async function* undisturbed(
  project: OpenProject,
  part: Part,
  units: Iterable<OutUnit>,
): AsyncGenerator<OutUnit[]> {
  const revisions = (): string =>
    part.documents.map(({ index }) => project.revision(index.document.id)).join();
  const before = revisions();
  let slice: OutUnit[] = [];
  for (const unit of units) {
    slice.push(unit);
    if (slice.length < SLICE) continue;
    yield slice;
    slice = [];
    await breathe();
    if (revisions() !== before) throw new AppError('changed-meanwhile');
  }
  yield slice;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

export const openFlags = (store: Store, documentId: number): number =>
  sum(
    countFlags(store, documentId)
      .filter(({ severity }) => severity !== 'note')
      .map(({ open }) => open),
  );

const SAMPLE = 5;

export async function preflightUnits(
  project: OpenProject,
  options: ExportOptions,
): Promise<z.infer<typeof exportPreflight>> {
  const { store } = project;
  const format = UNIT_FORMATS[options.format as UnitFormatId];
  const documents = chosenDocuments(project, options);
  const tally = newTally();
  const sample: Record<string, string>[] = [];
  const files: string[] = [];
  for (const part of makeParts(project, documents, options)) {
    const before = tally.units;
    for await (const slice of undisturbed(project, part, unitsOf(store, part, options, tally)))
      for (const { variants } of slice.slice(0, SAMPLE - sample.length))
        sample.push(
          Object.fromEntries(variants.map(({ column, text }) => [part.columns[column]!.lang, text])),
        );
    if (tally.units > before) files.push(...fileNames(part, options));
  }
  const severalLost = format.pairsOnly === true && documents.some(({ alignments }) => alignments.length > 1);
  return {
    units: tally.units,
    variants: tally.variants,
    leftOut: [...tally.leftOut].map(([reason, count]) => ({ reason, count })),
    coarsened: tally.coarsened,
    openFlags: sum(documents.map(({ index }) => openFlags(store, index.document.id))),
    unconfirmed: sum(
      documents.flatMap(({ index, alignments }) =>
        alignments.map(({ id }) => {
          const bare = countWalls(store, options.furniture ? [] : index.bareBeads(id));
          return countUnconfirmed(store, id) - (bare.beads - bare.confirmed);
        }),
      ),
    ),
    sample,
    losses: format.losses.filter((loss) => loss !== 'several-renderings' || severalLost),
    files,
  };
}

function fileNames(part: Part, options: ExportOptions): string[] {
  const { extension, eachColumn } = UNIT_FORMATS[options.format as UnitFormatId];
  if (!eachColumn) return [`${part.name}.${extension}`];
  return part.columns.map(({ lang, label }, i) => {
    const twice = part.columns.some((other, j) => j !== i && other.lang === lang);
    return `${part.name}.${lang}${twice ? ` ${fileNameFor(label || String(i))}` : ''}.${extension}`;
  });
}

/** Throws AppError `nothing-to-export` with the reason. */
export function prepareUnits(project: OpenProject, options: ExportOptions, program: Program): ExportFile[] {
  const { store } = project;
  const format = UNIT_FORMATS[options.format as UnitFormatId];
  const documents = chosenDocuments(project, options);
  if (documents.length === 0)
    throw new AppError('nothing-to-export', { reason: 'the project has no document' });
  if (documents.every(({ alignments }) => alignments.length === 0))
    throw new AppError('nothing-to-export', { reason: 'no rendering is aligned yet' });
  const parts = makeParts(project, documents, options).filter(
    (part) => !unitsOf(store, part, options, newTally()).next().done,
  );
  if (parts.length === 0)
    throw new AppError('nothing-to-export', { reason: 'no group with two sides fits what was chosen' });
  return parts.flatMap((part) => {
    const head: OutHead = {
      title: getProject(store).name,
      toolVersion: program.version,
      createdAt: program.at,
      columns: part.columns,
    };
    return fileNames(part, options).map(
      (name, column): ExportFile => ({
        name,
        mediaType: format.mediaType,
        binary: format.binary ?? false,
        chunks: async function* () {
          const printer = format.print(head, column);
          yield printer.start();
          for await (const slice of undisturbed(project, part, unitsOf(store, part, options, newTally())))
            if (format.binary) for (const unit of slice) yield printer.unit(unit);
            else yield slice.map((unit) => printer.unit(unit)).join('');
          yield printer.end();
        },
      }),
    );
  });
}
