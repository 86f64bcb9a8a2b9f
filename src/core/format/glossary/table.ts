/**
 * Glossaries as tables, in two layouts. Wide: one concept a row, a column for each language and status (`vi`, `de`, `de forbidden`),
 * several terms of a cell divided by `|` or `;`. Long: one term a row, with columns `term`, `language` and maybe `status` and `concept`.
 */
import { AppError } from '../../errors.ts';
import { languageOfHeading, layTable } from '../read/columns.ts';
import { findDivider, splitTable } from '../read/table.ts';
import { warn } from '../read/warnings.ts';
import { readWorkbook } from '../read/xlsx.ts';
import { fromTableCell } from '../tables.ts';
import headingWords from './data/headings.txt?raw';
import { EntryList, type ReadGlossary, readLangCode, TERM_STATUSES, type TermStatus } from './model.ts';

const FORMAT = 'a glossary table';
type Meaning = 'concept' | 'note' | 'term' | 'language' | 'status' | TermStatus;

let words: ReadonlyMap<string, Meaning> | undefined;
const meanings = (): ReadonlyMap<string, Meaning> => {
  words ??= new Map(
    headingWords
      .normalize('NFC')
      .split(/\r?\n/u)
      .filter((line) => line !== '' && !line.startsWith('#'))
      .flatMap((line) => {
        const [meaning = '', list = ''] = line.split(':', 2);
        return list.split(',').map((word) => [word.trim(), meaning as Meaning] as const);
      }),
  );
  return words;
};
const meaningOf = (heading: string): Meaning | null =>
  meanings().get(heading.normalize('NFC').trim().toLowerCase().replaceAll('_', ' ')) ?? null;

/** A status as a table or a TBX file names it; null for what says nothing about use. */
export const readStatus = (word: string): TermStatus | null => {
  const clean = word
    .trim()
    .toLowerCase()
    .replace(/-admn-sts$|term$|term-admn-sts$/u, '');
  const known = meaningOf(clean);
  return TERM_STATUSES.find((status) => status === known) ?? null;
};

interface Column {
  readonly index: number;
  readonly lang: string;
  readonly status: TermStatus;
}

let languages: Intl.DisplayNames | undefined;
/** A code that is a language; `ref` and `pos` are none. */
const codeOfHeading = (heading: string): string | null => {
  if (!/^[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/u.test(heading)) return null;
  languages ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const code = readLangCode(heading);
  return code !== null && languages.of(code.split('-')[0]!) !== undefined ? code : null;
};

/** The heading of a column, such that it is read as that column again: `id` alone means a number. */
export const printColumnHeading = (lang: string, status: TermStatus): string =>
  status === 'preferred' && meaningOf(lang) === null ? lang : `${lang} ${status}`;

/** `de`, `de forbidden`, `German (admitted)`, `Tiếng Đức`. */
const readColumnHeading = (heading: string): Omit<Column, 'index'> | null => {
  const whole = heading.normalize('NFC').trim();
  // First as it stands: names of languages have spaces of their own.
  const plain = codeOfHeading(whole) ?? languageOfHeading(whole);
  if (plain !== null && meaningOf(whole) === null && !/\(/u.test(whole))
    return { lang: plain, status: 'preferred' };
  for (let at = whole.length - 1; at > 0; at--) {
    if (!/[\s:_(]/u.test(whole[at]!)) continue;
    const status = readStatus(whole.slice(at + 1).replace(/\)\s*$/u, ''));
    const head = whole.slice(0, at).replace(/[\s:_(]+$/u, '');
    const lang = codeOfHeading(head) ?? languageOfHeading(head);
    if (status && lang) return { lang, status };
  }
  return plain === null ? null : { lang: plain, status: 'preferred' };
};

/** Terms of a cell; a backslash takes a divider for a sign like any other. */
export const splitTerms = (cell: string): string[] => {
  const terms: string[] = [];
  let term = '';
  for (let at = 0; at < cell.length; at++) {
    const sign = cell[at]!;
    if (sign === '\\' && /[\\|;']/u.test(cell[at + 1] ?? '')) term += cell[++at]!;
    else if (sign === '|' || sign === ';') {
      terms.push(term);
      term = '';
    } else term += sign;
  }
  return [...terms, term];
};
/** The same backwards. A quote at the beginning is kept apart from the one that stands before formulas. */
export const joinTerms = (terms: readonly string[]): string =>
  terms
    .map((term) => term.replace(/[\\|;]/gu, '\\$&'))
    .join(' | ')
    .replace(/^'/u, "\\'");

/** A note as it stands, but for a quote at its beginning. */
export const printNote = (note: string): string => note.replace(/^(?=\\*')/u, '\\');
const readNote = (cell: string): string => cell.replace(/^\\(?=\\*')/u, '');

const cellOf = (row: readonly string[], index: number): string => fromTableCell(row[index] ?? '');

function readLong(
  list: EntryList,
  body: readonly (readonly string[])[],
  at: ReadonlyMap<Meaning, number>,
): void {
  const concepts = new Map<
    string,
    { note: string; terms: { lang: string; text: string; status: TermStatus }[] }
  >();
  body.forEach((row, number) => {
    const cell = (meaning: Meaning): string => cellOf(row, at.get(meaning) ?? -1);
    const key = cell('concept').trim() === '' ? `row ${number}` : `concept ${cell('concept').trim()}`;
    const known = concepts.get(key) ?? { note: '', terms: [] };
    concepts.set(key, known);
    if (known.note === '') known.note = readNote(cell('note'));
    const heading = readColumnHeading(cell('language'));
    const lang = heading?.lang ?? cell('language');
    const status = readStatus(cell('status')) ?? 'preferred';
    known.terms.push(...splitTerms(cell('term')).map((text) => ({ lang, text, status })));
  });
  for (const { note, terms } of concepts.values()) list.add(note, terms);
}

/** Throws AppError `file-invalid` where no column holds terms. */
export function readGlossaryRows(rows: readonly (readonly string[])[], file: string): ReadGlossary {
  const list = new EntryList(file, FORMAT);
  const headings = (rows[0] ?? []).map((cell) => fromTableCell(cell));
  const at = new Map<Meaning, number>();
  headings.forEach((heading, index) => {
    const meaning = meaningOf(heading);
    if (meaning && !at.has(meaning)) at.set(meaning, index);
  });
  const warnings = [];
  if (at.has('term') && at.has('language')) readLong(list, rows.slice(1), at);
  else {
    const named = headings.flatMap((heading, index): Column[] => {
      const column = meaningOf(heading) ? null : readColumnHeading(heading);
      return column ? [{ index, ...column }] : [];
    });
    const guessed = named.length > 0 ? null : layTable(rows);
    const columns =
      guessed?.columns.flatMap(({ index, lang }): Column[] =>
        lang ? [{ index, lang, status: 'preferred' }] : [],
      ) ?? named;
    if (columns.length < (guessed ? 2 : 1))
      throw new AppError('file-invalid', {
        file,
        format: FORMAT,
        reason: 'no column is named after a language',
      });
    if (guessed) warnings.push(warn('columns-guessed'));
    for (const row of guessed ? rows : rows.slice(1))
      list.add(
        readNote(cellOf(row, at.get('note') ?? -1)),
        columns.flatMap(({ index, lang, status }) =>
          splitTerms(cellOf(row, index)).map((text) => ({ lang, text, status })),
        ),
      );
  }
  if (list.leftOut > 0) warnings.push(warn('parts-left-out', { count: list.leftOut, what: 'terms' }));
  return { entries: list.entries, warnings };
}

export function readGlossaryTable(text: string, file: string): ReadGlossary {
  const clean = text.replace(/^\ufeff/u, '');
  const divider = findDivider(clean)?.divider ?? (clean.includes('\t') ? '\t' : ',');
  return readGlossaryRows(splitTable(clean, divider), file);
}

export const readGlossaryWorkbook = (bytes: Uint8Array, file: string): ReadGlossary =>
  readGlossaryRows(readWorkbook(bytes, file).rows, file);
