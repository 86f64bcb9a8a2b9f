/** Tables as text: CSV (comma, semicolon) and TSV, with quotes as RFC 4180 has them. */
import { fromTableCell } from '../tables.ts';
import { readRows } from './columns.ts';
import type { FormatReader } from './model.ts';
import { warn } from './warnings.ts';

export type Divider = ',' | ';' | '\t' | '|';
const DIVIDERS: readonly Divider[] = ['\t', ';', ',', '|'];

/** Rows of cells. A quote that nothing closes before the end is a quote like any other sign. */
export function splitTable(text: string, divider: Divider): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const special = new RegExp(`[${divider === '|' ? '\\|' : divider}\\r\\n]`, 'g');
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      const closing = findClosing(text, at + 1);
      if (closing >= 0) {
        cell = text.slice(at + 1, closing).replaceAll('""', '"');
        at = closing + 1;
      }
    }
    special.lastIndex = at;
    const end = special.exec(text)?.index ?? text.length;
    row.push(cell + text.slice(at, end));
    at = end;
    if (text[at] === divider) {
      at += 1;
      if (at === text.length) row.push('');
      continue;
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows.filter((cells) => cells.some((cell) => cell.trim() !== ''));
}

/** Cells with a quotation that is longer hold an open quote. */
const LONGEST_QUOTED = 100_000;

function findClosing(text: string, from: number): number {
  const limit = Math.min(text.length, from + LONGEST_QUOTED);
  for (let at = text.indexOf('"', from); at >= 0 && at < limit; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] !== '"') return at;
    at += 1;
  }
  return -1;
}

/** The sign that divides most rows into the same number of cells, at least two; null where none does. */
export function findDivider(head: string): { divider: Divider; even: number } | null {
  let best: { divider: Divider; even: number; width: number } | null = null;
  for (const divider of DIVIDERS) {
    const rows = splitTable(head.slice(0, 60_000), divider).slice(0, 100);
    const width = rows[0]?.length ?? 0;
    if (rows.length < 2 || width < 2) continue;
    const same = rows.slice(0, -1).filter((cells) => cells.length === width).length;
    const even = same / Math.max(1, rows.length - 1);
    if (even >= 0.8 && (!best || even > best.even || (even === best.even && width > best.width)))
      best = { divider, even, width };
  }
  return best;
}

export const tableReader: FormatReader = {
  read: (input) => {
    const { text } = input;
    const divider = findDivider(text)?.divider ?? (text.includes('\t') ? '\t' : ',');
    const rows = splitTable(text, divider).map((cells) => cells.map(fromTableCell));
    const width = rows[0]?.length ?? 0;
    const uneven = rows.filter((cells) => cells.length !== width).length;
    return readRows(rows, input, 'table', uneven > 0 ? [warn('rows-uneven', { count: uneven })] : []);
  },
};
