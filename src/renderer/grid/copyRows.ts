/** Ctrl+C copies the selected rows as a table: tab-separated for editors, HTML for word processors and spreadsheets. */
import type { Cell } from '../../contract/index.ts';
import { say } from './said.ts';
import type { GridSession } from './session.ts';

const joinTexts = (cell: Cell): string => cell.segments.map((segment) => segment.text).join(' ');

type Table = readonly (readonly { readonly lang: string; readonly text: string }[])[];

/** A text of several rows stands in the first of them, as in the grid. */
const readTable = (session: GridSession): Table => {
  const rows = session.selectedRows();
  return rows.map((row, at) =>
    session.columns.map(({ lang, alignmentId }) => {
      if (alignmentId === null) return { lang, text: session.store.row(row)?.source?.text ?? '' };
      const cell = session.store.cellAt(row, alignmentId);
      const here = cell && (rows[at - 1] ?? -1) < cell.firstRow;
      return { lang, text: cell && (here || at === 0) ? joinTexts(cell) : '' };
    }),
  );
};

export const printTabs = (table: Table): string =>
  table.map((row) => row.map(({ text }) => text.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n');

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export const printHtml = (table: Table): string => {
  const cells = (row: Table[number]) =>
    row.map(({ lang, text }) => `<td lang="${escapeHtml(lang)}">${escapeHtml(text)}</td>`).join('');
  return `<table>${table.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`;
};

/** Follows the page's copy event, which needs no permission; gives a function that stops it. */
export const listenToCopy = (session: GridSession): (() => void) => {
  const copy = (event: ClipboardEvent) => {
    const selection = window.getSelection();
    const inField = document.activeElement?.matches('input, textarea') ?? false;
    if (inField || (selection !== null && !selection.isCollapsed) || !event.clipboardData) return;
    const table = readTable(session);
    event.clipboardData.setData('text/plain', printTabs(table));
    event.clipboardData.setData('text/html', printHtml(table));
    event.preventDefault();
    say('say.copied', { count: table.length });
  };
  document.addEventListener('copy', copy);
  return () => document.removeEventListener('copy', copy);
};
