/** Excel workbooks (Office Open XML): the first sheet with content, as rows of what its cells show as text. Formulas are not run. */
import { AppError } from '../../errors.ts';
import { readRows } from './columns.ts';
import type { FormatReader } from './model.ts';
import { warn } from './warnings.ts';
import { attributeOf, walkXml } from './xml.ts';
import { openZip, type ZipArchive } from './zip.ts';

const FORMAT = 'an Excel workbook';
const MAX_COLUMNS = 1000;
const MAX_CELL = 100_000;

/** Rich text is joined; phonetic readings (`rPh`) are left out. */
function readSharedStrings(xml: string | null, file: string): string[] {
  const strings: string[] = [];
  if (xml === null) return strings;
  let open: string | null = null;
  let phonetic = 0;
  walkXml(
    xml,
    { file, format: FORMAT },
    {
      open: (name) => {
        if (name === 'si') open = '';
        if (name === 'rPh') phonetic += 1;
      },
      text: (text, path) => {
        if (open !== null && phonetic === 0 && path.at(-1) === 't') open += text;
      },
      close: (name) => {
        if (name === 'rPh') phonetic -= 1;
        if (name !== 'si' || open === null) return;
        strings.push(open.slice(0, MAX_CELL));
        open = null;
      },
    },
  );
  return strings;
}

/** `BC12` is 54; -1 for what is no reference. */
function columnOf(reference: string | undefined): number {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference ?? '')?.[0];
  if (!letters) return -1;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function readSheetRows(xml: string, strings: readonly string[], file: string): string[][] {
  const rows: string[][] = [];
  let row: string[] | null = null;
  let column = 0;
  let type = '';
  let value: string | null = null;
  walkXml(
    xml,
    { file, format: FORMAT },
    {
      open: (name, attributes) => {
        if (name === 'row') {
          row = [];
          column = -1;
        } else if (name === 'c') {
          const named = columnOf(attributes['r']);
          column = named >= 0 ? named : column + 1;
          type = attributes['t'] ?? 'n';
          value = '';
        }
      },
      text: (text, path) => {
        const place = path.at(-1);
        if (value !== null && (place === 'v' || place === 't') && value.length < MAX_CELL) value += text;
      },
      close: (name) => {
        if (name === 'c' && row && value !== null) {
          const shown = type === 's' ? (strings[Number(value)] ?? '') : type === 'e' ? '' : value;
          // Rows and columns without content take no memory, whatever their numbers say.
          if (shown !== '' && column < MAX_COLUMNS) {
            while (row.length < column) row.push('');
            row[column] = shown.slice(0, MAX_CELL);
          }
          value = null;
        } else if (name === 'row' && row) {
          if (row.some((cell) => cell.trim() !== '')) rows.push(row);
          row = null;
        }
      },
    },
  );
  return rows;
}

/** Paths of the sheets in their order; falls back on the usual names. */
function listSheets(zip: ZipArchive, file: string): { name: string; path: string }[] {
  const targets = new Map<string, string>();
  const rels = zip.text('xl/_rels/workbook.xml.rels');
  if (rels !== null)
    walkXml(
      rels,
      { file, format: FORMAT },
      {
        open: (name, attributes) => {
          const target = attributes['Target'] ?? '';
          if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
          targets.set(attributes['Id'] ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
        },
      },
    );
  const sheets: { name: string; path: string }[] = [];
  const workbook = zip.text('xl/workbook.xml');
  if (workbook !== null)
    walkXml(
      workbook,
      { file, format: FORMAT },
      {
        open: (name, attributes) => {
          const path = targets.get(attributeOf(attributes, 'id') ?? '');
          const hidden = /hidden/i.test(attributes['state'] ?? '');
          if (name === 'sheet' && path && !hidden) sheets.push({ name: attributes['name'] ?? '', path });
        },
      },
    );
  if (sheets.length > 0) return sheets;
  return zip.names
    .filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))
    .sort()
    .map((path) => ({ name: path, path }));
}

/** Rows of the first sheet that holds any, and how many others do. Throws AppError `file-invalid`, `file-unpacks-too-large`. */
export function readWorkbook(bytes: Uint8Array, file: string): { rows: string[][]; otherSheets: number } {
  const zip = openZip(bytes, file, FORMAT);
  const sheets = listSheets(zip, file);
  if (sheets.length === 0)
    throw new AppError('file-invalid', { file, format: FORMAT, reason: 'it has no sheet' });
  const strings = readSharedStrings(zip.text('xl/sharedStrings.xml'), file);
  for (const [i, { path }] of sheets.entries()) {
    const xml = zip.text(path);
    const rows = xml === null ? [] : readSheetRows(xml, strings, file);
    if (rows.length > 0) return { rows, otherSheets: sheets.length - i - 1 };
  }
  return { rows: [], otherSheets: 0 };
}

export const xlsxReader: FormatReader = {
  read: (input) => {
    const { rows, otherSheets } = readWorkbook(input.bytes, input.file);
    const warnings =
      otherSheets > 0 ? [warn('parts-left-out', { count: otherSheets, what: 'further sheets' })] : [];
    return readRows(rows, input, 'xlsx', warnings);
  },
};
