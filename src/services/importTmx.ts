/** A translation memory becomes a document: each unit is a bead, each text one sentence of its column. */
import type { BeadStatus } from '../contract/index.ts';
import { beadStatus } from '../contract/index.ts';
import { AppError } from '../core/errors.ts';
import { SCORE_PROPERTY, STATUS_PROPERTY, type TmxUnit } from '../core/format/tmx.ts';
import { readTmx } from '../core/format/tmxReader.ts';
import type { Segment } from '../core/model.ts';
import { baseLanguage } from '../core/text/index.ts';
import {
  getProject,
  insertAlignment,
  insertBeads,
  type NewBead,
  RANK_STEP,
  showAlignment,
} from '../store/index.ts';
import type { FileShelf } from './fileShelf.ts';
import type { Clock } from './host.ts';
import { type CutText, storeDocument } from './importTexts.ts';
import type { OpenProject } from './openProjects.ts';

interface Column {
  /** As the file writes it; two kinds of one language are two columns. */
  readonly code: string;
  readonly segments: Segment[];
  /** For each unit how many sentences the column has after it. */
  readonly upTo: number[];
}

const segmentOf = (text: string, number: number): Segment => ({
  text,
  kind: 'text',
  line: number + 1,
  paragraph: number,
  start: 0,
  end: 0,
});

function layColumns(units: readonly TmxUnit[]): Column[] {
  const columns = new Map<string, Column>();
  units.forEach((unit, i) => {
    for (const { lang, text } of unit.variants) {
      const column = columns.get(lang) ?? { code: lang, segments: [], upTo: [] };
      columns.set(lang, column);
      // The first text of a language is the one; a memory that offers alternatives keeps them in units of their own.
      if (column.upTo.length > i) continue;
      while (column.upTo.length < i) column.upTo.push(column.segments.length);
      column.segments.push(segmentOf(text, i));
      column.upTo.push(column.segments.length);
    }
  });
  for (const column of columns.values())
    while (column.upTo.length < units.length) column.upTo.push(column.segments.length);
  return [...columns.values()];
}

const isCode = (code: string, wanted: string): boolean => code.toLowerCase() === wanted.toLowerCase();

function chooseOriginal(
  file: string,
  columns: readonly Column[],
  wanted: readonly (string | null)[],
): Column {
  for (const lang of wanted) {
    if (lang === null) continue;
    const found =
      columns.find(({ code }) => isCode(code, lang)) ??
      columns.find(({ code }) => baseLanguage(code) === baseLanguage(lang));
    if (found) return found;
  }
  throw new AppError('tmx-invalid', {
    file,
    reason: 'it has no text in the language of the original',
    line: 1,
  });
}

/** What our own export wrote about a variant: `confirmed`, or `de confirmed` where there are several. */
function propertyOf(unit: TmxUnit, type: string, code: string): string | null {
  for (const property of unit.properties ?? []) {
    if (property.type !== type) continue;
    const [first, second] = property.value.split(' ');
    if (second === undefined) return first ?? null;
    if (isCode(first!, code)) return second;
  }
  return null;
}

function* beadsOf(units: readonly TmxUnit[], source: Column, target: Column): Generator<NewBead> {
  let [s, t] = [0, 0];
  for (const [i, unit] of units.entries()) {
    const [sourceTo, targetTo] = [source.upTo[i]!, target.upTo[i]!];
    if (sourceTo === s && targetTo === t) continue;
    [s, t] = [sourceTo, targetTo];
    const known = beadStatus.safeParse(propertyOf(unit, STATUS_PROPERTY, target.code));
    const status: BeadStatus = known.success ? known.data : 'auto';
    const score = Number.parseFloat(propertyOf(unit, SCORE_PROPERTY, target.code) ?? '');
    yield {
      sourceTo: sourceTo * RANK_STEP,
      targetTo: targetTo * RANK_STEP,
      status,
      score: score >= 0 && score <= 1 ? score : null,
    };
  }
}

/** Throws AppError `tmx-invalid` and what reading the file throws. */
export async function importTmx(
  project: OpenProject,
  shelf: FileShelf,
  input: { readonly file: string; readonly title: string },
  now: Clock,
  author: string,
): Promise<number> {
  const { name, text } = await shelf.readXml(input.file);
  const { header, units } = readTmx(name, text);
  const columns = layColumns(units);
  if (columns.length < 2)
    throw new AppError('tmx-invalid', { file: name, reason: 'it has no texts in two languages', line: 1 });
  const { sourceLang } = getProject(project.store);
  const original = chooseOriginal(name, columns, [header?.sourceLang ?? null, sourceLang]);
  const ordered = [original, ...columns.filter((column) => column !== original)];
  const texts = ordered.map(
    ({ code, segments }, i): CutText => ({
      role: i === 0 ? 'original' : 'rendering',
      label: baseLanguage(code) === code ? '' : code,
      name,
      text: { lang: baseLanguage(code), segments },
    }),
  );
  const { store } = project;
  const { documentId } = await storeDocument(
    project,
    input.title,
    texts,
    now,
    author,
    (sourceId, targetId, i) => {
      const id = insertAlignment(store, { sourceId, targetId, engine: 'tmx', createdAt: now() });
      insertBeads(store, id, beadsOf(units, original, ordered[i + 1]!));
      showAlignment(store, id);
    },
  );
  return documentId;
}
