/** Glossaries in and out: tables (CSV, TSV, XLSX) and TBX; the format is told by content. */
import { AppError } from '../../errors.ts';
import { commaRow } from '../tables.ts';
import type { GlossaryFormat } from './formats.ts';
import { type GlossaryEntry, type ReadGlossary, TERM_STATUSES } from './model.ts';
import {
  joinTerms,
  printColumnHeading,
  printNote,
  readGlossaryTable,
  readGlossaryWorkbook,
} from './table.ts';
import { printTbx, readTbx } from './tbx.ts';

export * from './formats.ts';
export * from './model.ts';
export { readGlossaryRows, readGlossaryTable } from './table.ts';
export { printTbx, readTbx, type TbxVersion } from './tbx.ts';

/** `text`: decoded, for formats that are text; `bytes`: of a workbook. Throws AppError `file-invalid`. */
export function readGlossary(input: {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly text: string;
}): ReadGlossary {
  const { file, bytes, text } = input;
  const read =
    text === ''
      ? readGlossaryWorkbook(bytes, file)
      : /^\ufeff?\s*</u.test(text)
        ? readTbx(text, file)
        : readGlossaryTable(text, file);
  if (read.entries.length === 0)
    throw new AppError('file-invalid', { file, format: 'a glossary', reason: 'it holds no terms' });
  return read;
}

/** One concept a row; a column for each language and status that occurs, and notes. With a byte order mark, for Excel. */
export function* printGlossaryCsv(entries: readonly GlossaryEntry[]): Generator<string> {
  const seen = new Set(entries.flatMap(({ terms }) => terms.map(({ lang, status }) => `${lang} ${status}`)));
  const langs = [...new Set(entries.flatMap(({ terms }) => terms.map(({ lang }) => lang)))];
  const columns = langs.flatMap((lang) =>
    TERM_STATUSES.filter((status) => status === 'preferred' || seen.has(`${lang} ${status}`)).map(
      (status) => ({ lang, status }),
    ),
  );
  yield `\ufeff${commaRow([
    'concept',
    ...columns.map(({ lang, status }) => printColumnHeading(lang, status)),
    'note',
  ])}`;
  for (const [number, { note, terms }] of entries.entries())
    yield commaRow([
      number + 1,
      ...columns.map((column) =>
        joinTerms(
          terms
            .filter(({ lang, status }) => lang === column.lang && status === column.status)
            .map(({ text }) => text),
        ),
      ),
      printNote(note),
    ]);
}

export function* printGlossary(
  format: GlossaryFormat,
  title: string,
  entries: readonly GlossaryEntry[],
): Generator<string> {
  if (format === 'csv') yield* printGlossaryCsv(entries);
  else yield* printTbx(title, entries, format === 'tbx2' ? 2 : 3);
}
