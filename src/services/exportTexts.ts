/** Documents go out as TMX, table or JSON; the preflight says first what goes, what stays and why. */
import type { z } from 'zod';
import type { exportOptions, exportPreflight } from '../contract/index.ts';
import { AppError } from '../core/errors.ts';
import { tableRow } from '../core/format/tables.ts';
import { type TmxUnit, toTmxUnits, writeTmx } from '../core/format/tmx.ts';
import { makeUnits, type Unit, type UnitRendering, type Units, type UnitText } from '../core/format/units.ts';
import {
  allBeads,
  countFlags,
  getProject,
  isWall,
  listDocuments,
  loadText,
  type Store,
} from '../store/index.ts';
import type { OpenProject } from './openProjects.ts';
import { toBeads } from './pairTexts.ts';
import { fileNameFor } from './projectFiles.ts';

export type ExportOptions = z.output<typeof exportOptions>;

interface DocumentTexts {
  readonly documentId: number;
  readonly original: UnitText;
  readonly renderings: readonly (UnitRendering & { readonly label: string })[];
  readonly unconfirmed: number;
}

/** One file to come: its units, document by document. */
interface Part {
  readonly name: string;
  readonly documents: readonly {
    readonly documentId: number;
    readonly units: Units;
    readonly langs: readonly string[];
  }[];
}

const DEFAULT_STATUSES = ['auto', 'edited', 'confirmed', 'needs-review', 'reviewed', 'stale'];

function readDocument(project: OpenProject, documentId: number, options: ExportOptions): DocumentTexts {
  const { store } = project;
  const index = project.index(documentId);
  const source = loadText(store, index.original);
  let unconfirmed = 0;
  const renderings = index.alignments
    .filter(
      ({ target, engine }) => engine !== 'none' && (!options.langs || options.langs.includes(target.lang)),
    )
    .map((alignment) => {
      const target = loadText(store, alignment.target);
      const rows = allBeads(store, alignment.id);
      unconfirmed += rows.filter((row) => !isWall(row)).length;
      const beads = toBeads({ source, target }, rows).map((bead, i) => ({
        ...bead,
        score: rows[i]!.score,
        status: rows[i]!.status,
      }));
      const isNoTranslation = alignment.verdict?.kind === 'not-a-translation';
      return { ...target.text, beads, isNoTranslation, label: alignment.target.label };
    });
  return { documentId, original: source.text, renderings, unconfirmed };
}

function readDocuments(project: OpenProject, options: ExportOptions): DocumentTexts[] {
  const wanted = options.documentIds;
  return listDocuments(project.store)
    .filter(({ id }) => !wanted || wanted.includes(id))
    .map(({ id }) => readDocument(project, id, options));
}

function makeParts(
  project: OpenProject,
  documents: readonly DocumentTexts[],
  options: ExportOptions,
): Part[] {
  const base = fileNameFor(getProject(project.store).name);
  const unitOptions = { furniture: options.furniture, statuses: options.statuses ?? DEFAULT_STATUSES };
  const units = ({ documentId, original }: DocumentTexts, renderings: DocumentTexts['renderings']) => ({
    documentId,
    units: makeUnits(original, renderings, unitOptions),
    langs: [original.lang, ...renderings.map(({ lang }) => lang)],
  });
  if (options.shape === 'multilingual')
    return [{ name: base, documents: documents.map((one) => units(one, one.renderings)) }];
  const pairs = new Map<string, Part & { documents: ReturnType<typeof units>[] }>();
  for (const document of documents)
    for (const rendering of document.renderings) {
      const label = rendering.label ? ` ${fileNameFor(rendering.label)}` : '';
      const name = `${base}.${document.original.lang}-${rendering.lang}${label}`;
      const part = pairs.get(name) ?? { name, documents: [] };
      part.documents.push(units(document, [rendering]));
      pairs.set(name, part);
    }
  return [...pairs.values()];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const allUnits = (parts: readonly Part[]): Unit[] =>
  parts.flatMap((part) => part.documents.flatMap(({ units }) => units.units));

export function preflightExport(
  project: OpenProject,
  options: ExportOptions,
): z.infer<typeof exportPreflight> {
  const documents = readDocuments(project, options);
  const parts = makeParts(project, documents, options);
  const units = allUnits(parts);
  const leftOut = new Map<'one-sided' | 'status' | 'furniture' | 'empty' | 'not-a-translation', number>();
  for (const part of parts)
    for (const one of part.documents)
      for (const [reason, count] of one.units.leftOut)
        leftOut.set(reason, (leftOut.get(reason) ?? 0) + count);
  return {
    units: units.length,
    variants: sum(units.map((unit) => unit.variants.length)),
    leftOut: [...leftOut].map(([reason, count]) => ({ reason, count })),
    coarsened: sum(parts.flatMap((part) => part.documents.map((one) => one.units.coarsened))),
    openFlags: sum(documents.map(({ documentId }) => openFlags(project.store, documentId))),
    unconfirmed: sum(documents.map((one) => one.unconfirmed)),
    sample: units
      .slice(0, 5)
      .map((unit) => Object.fromEntries(unit.variants.map(({ lang, text }) => [lang, text]))),
  };
}

const openFlags = (store: Store, documentId: number): number =>
  sum(
    countFlags(store, documentId)
      .filter(({ severity }) => severity !== 'note')
      .map(({ open }) => open),
  );

export interface ExportFile {
  readonly name: string;
  readonly chunks: () => Iterable<string>;
}

/** Throws AppError `nothing-to-export` with the reason. */
export function prepareExport(
  project: OpenProject,
  options: ExportOptions,
  program: { readonly version: string; readonly at: number },
): ExportFile[] {
  const documents = readDocuments(project, options);
  if (documents.length === 0)
    throw new AppError('nothing-to-export', { reason: 'the project has no document' });
  if (documents.every(({ renderings }) => renderings.length === 0))
    throw new AppError('nothing-to-export', { reason: 'no rendering is aligned yet' });
  const parts = makeParts(project, documents, options).filter((part) => allUnits([part]).length > 0);
  if (parts.length === 0)
    throw new AppError('nothing-to-export', {
      reason: 'no group with two sides has a status that was chosen',
    });
  const print = { tmx: printTmx, tsv: printTable, json: printJson }[options.format];
  return parts.map((part) => ({
    name: `${part.name}.${options.format}`,
    chunks: () => print(part, options, program),
  }));
}

const codeOf = (options: ExportOptions, lang: string): string => options.codes[lang] ?? lang;

function* printTmx(
  part: Part,
  options: ExportOptions,
  program: { readonly version: string; readonly at: number },
): Generator<string> {
  const sourceLang = part.documents[0]!.langs[0]!;
  const units = function* (): Generator<TmxUnit> {
    for (const { documentId, units: own } of part.documents)
      yield* toTmxUnits(own.units, {
        codes: options.codes,
        prefix: `d${documentId}-`,
        changedAt: program.at,
      });
  };
  const header = {
    sourceLang: codeOf(options, sourceLang),
    toolVersion: program.version,
    createdAt: program.at,
  };
  yield* writeTmx(header, units());
}

/** One unit a row; a column for each text, in the order of the widest document. */
function* printTable(part: Part, options: ExportOptions): Generator<string> {
  const langs = part.documents.map((one) => one.langs).reduce((a, b) => (b.length > a.length ? b : a));
  yield tableRow(['unit', ...langs.map((lang) => codeOf(options, lang)), 'status', 'score']);
  for (const { documentId, units } of part.documents)
    for (const unit of units.units) {
      const scores = unit.variants.map((one) => one.score).filter((score) => score !== null);
      yield tableRow([
        `d${documentId}-${unit.first + 1}`,
        ...langs.map((_, i) => unit.variants.find(({ column }) => column === i - 1)?.text ?? ''),
        [...new Set(unit.variants.flatMap(({ statuses }) => statuses))].join(' '),
        scores.length > 0 ? Math.min(...scores).toFixed(3) : '',
      ]);
    }
}

function* printJson(part: Part, options: ExportOptions): Generator<string> {
  yield '{"schema":"songsong/units@1","units":[\n';
  let first = true;
  for (const { documentId, units } of part.documents)
    for (const unit of units.units) {
      const variants = unit.variants.map(({ lang, text, statuses, score }) => ({
        lang: codeOf(options, lang),
        text,
        statuses,
        score,
      }));
      yield `${first ? '' : ',\n'}${JSON.stringify({ id: `d${documentId}-${unit.first + 1}`, variants })}`;
      first = false;
    }
  yield '\n]}\n';
}
