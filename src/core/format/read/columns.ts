/** Which column of a table holds which language: by its heading, else by its content; and the units that follow. */
import { AppError } from '../../errors.ts';
import { baseLanguage, guessLanguage } from '../../text/index.ts';
import { cleanSegment, DOCUMENT_PROPERTY, SCORE_PROPERTY, STATUS_PROPERTY, type TmxUnit } from '../tmx.ts';
import { TABLE_EXTRAS } from '../write/tables.ts';
import { BlockList } from './blockList.ts';
import columnNames from './data/columns.txt?raw';
import type { FormatId, ReadColumn, ReadDocument, ReadInput, ReadWarning } from './model.ts';
import { warn } from './warnings.ts';

const SAMPLED_ROWS = 200;
const SHOWN = 5;
const MAX_COLUMNS = 1000;

let names: ReadonlyMap<string, string> | undefined;
/** Languages by the words that head a column. */
function languageNames(): ReadonlyMap<string, string> {
  names ??= new Map(
    columnNames
      .normalize('NFC')
      .split(/\r?\n/)
      .filter((line) => line !== '' && !line.startsWith('#'))
      .flatMap((line) => {
        const [lang, words = ''] = line.split(':', 2);
        return words.split(',').map((word) => [word.trim().toLowerCase(), lang!.trim()] as const);
      }),
  );
  return names;
}

/** `vi`, `zh-CN`, `de_DE`, `German`, `Tiếng Việt (VN)`; null for anything else. */
export function languageOfHeading(heading: string): string | null {
  const clean = heading.trim().normalize('NFC');
  const code = /^([a-z]{2,3})(?:[-_]([A-Za-z]{2,4}))?$/i.exec(clean);
  const words = clean
    .toLowerCase()
    .replace(/[([].*$/, '')
    .trim();
  const named = languageNames().get(words);
  if (named) return named;
  if (!code) return null;
  const known = languageNames().get(code[1]!.toLowerCase());
  return known ? (code[2] ? `${known}-${code[2]}` : known) : null;
}

const letters = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : letters(Math.floor(index / 26) - 1) + letters(index % 26);

const isWord = (cell: string): boolean => /\p{L}{2}/u.test(cell);

export interface Table {
  /** Null where the first row is content. */
  readonly headings: readonly string[] | null;
  readonly columns: readonly ReadColumn[];
  readonly body: readonly (readonly string[])[];
  readonly guessed: boolean;
}

/** Finds the heading row and the languages of the columns. */
export function layTable(rows: readonly (readonly string[])[]): Table {
  const first = rows[0] ?? [];
  const named = first.map(languageOfHeading);
  const headed = named.filter((lang) => lang !== null).length >= 1 && first.every((cell) => cell.length < 60);
  const body = headed ? rows.slice(1) : rows;
  const width = Math.min(
    MAX_COLUMNS,
    rows.slice(0, SAMPLED_ROWS).reduce((most, row) => Math.max(most, row.length), 0),
  );
  const columns = Array.from({ length: width }, (_, index): ReadColumn => {
    const cells = body.slice(0, SAMPLED_ROWS).map((row) => row[index] ?? '');
    const words = cells.filter((cell) => cell.length > 1 && isWord(cell));
    const guess =
      words.length * 2 > cells.filter(Boolean).length ? guessLanguage(words.join('\n')).lang : 'und';
    const lang = headed ? (named[index] ?? null) : guess === 'und' ? null : guess;
    return {
      index,
      name: (headed && first[index]?.trim()) || letters(index),
      lang,
      sample: cells.filter(Boolean).slice(0, SHOWN),
    };
  });
  return { headings: headed ? first : null, columns, body, guessed: !headed };
}

/** Columns as chosen, or those with a language, each language once. */
function chooseColumns(table: Table, input: ReadInput): { index: number; lang: string }[] {
  if (input.options.columns) {
    for (const { index } of input.options.columns)
      if (index < 0 || index >= table.columns.length)
        throw new AppError('usage', { reason: `“${input.file}” has no column ${index + 1}.` });
    return [...input.options.columns];
  }
  const chosen: { index: number; lang: string }[] = [];
  for (const { index, lang } of table.columns)
    if (lang !== null && !chosen.some((one) => baseLanguage(one.lang) === baseLanguage(lang)))
      chosen.push({ index, lang });
  return chosen;
}

/** A table in one language is a text: its cells, row by row. */
function readCells(table: Table, format: FormatId, warnings: readonly ReadWarning[]): ReadDocument {
  const list = new BlockList();
  for (const row of table.body)
    for (const cell of row) if (isWord(cell) || /\p{Script=Han}/u.test(cell)) list.add('cell', cell);
  return { format, blocks: list.blocks, units: null, columns: table.columns, lang: null, warnings };
}

/** What our own tables say of each unit beside its texts: id, document, statuses, scores, date. Nothing of other tables. */
function aboutUnits(
  headings: readonly string[] | null,
): (row: readonly string[]) => Omit<TmxUnit, 'variants'> {
  const at = (head: string): number => headings?.lastIndexOf(head) ?? -1;
  if (headings?.[0] !== 'unit' || TABLE_EXTRAS.some((head) => at(head) < 0)) return () => ({});
  return (row) => {
    const cell = (head: (typeof TABLE_EXTRAS)[number]): string => row[at(head)] ?? '';
    const properties: { type: string; value: string }[] = [];
    const add = (type: string, value: string): unknown => value !== '' && properties.push({ type, value });
    add(DOCUMENT_PROPERTY, cell('document'));
    // Of several renderings each names its language: `de=confirmed zh=auto`; of one, several statuses stand with a plus.
    const each = (type: string, said: string): void => {
      for (const one of said.split(' ')) {
        const [first = '', second] = one.split('=');
        for (const value of (second ?? first).split('+'))
          add(type, second === undefined ? value : `${first} ${value}`);
      }
    };
    each(STATUS_PROPERTY, cell('status'));
    each(SCORE_PROPERTY, cell('score'));
    const changedAt = Date.parse(cell('changed'));
    return { id: row[0] || undefined, ...(Number.isNaN(changedAt) ? {} : { changedAt }), properties };
  };
}

/** The rows of a table as units; a row without any text in the chosen columns is none. */
export function readRows(
  rows: readonly (readonly string[])[],
  input: ReadInput,
  format: FormatId,
  warnings: readonly ReadWarning[] = [],
): ReadDocument {
  const table = layTable(rows);
  const chosen = chooseColumns(table, input);
  if (chosen.length < 2 && !input.options.columns) return readCells(table, format, warnings);
  const units: TmxUnit[] = [];
  const about = aboutUnits(table.headings);
  for (const row of table.body) {
    const variants = chosen
      .map(({ index, lang }) => ({ lang, text: cleanSegment(row[index] ?? '') }))
      .filter(({ text }) => text !== '');
    if (variants.length > 0) units.push({ ...about(row), variants });
  }
  const guessed =
    table.guessed && !input.options.columns && chosen.length > 0 ? [warn('columns-guessed')] : [];
  return {
    format,
    blocks: [],
    units,
    columns: table.columns,
    lang: null,
    warnings: [...warnings, ...guessed],
  };
}
