/** Tab- and comma-separated tables, for spreadsheets and for eyes. */

/** What a spreadsheet would take for a formula; the wide forms too, which Excel reads as such in East Asia. */
const FORMULA = /^[=+\-@＝＋－＠]/;

/** One line of text that no spreadsheet runs: imported text must not become a program. */
export const tableCell = (text: string): string => {
  const line = /[\t\r\n]/.test(text) ? text.replace(/[\t\r\n]+/g, ' ').trim() : text;
  return FORMULA.test(line) ? `'${line}` : line;
};

/** What `tableCell` was given, as far as it can be told. */
export const fromTableCell = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;

const print = (cell: string | number): string => (typeof cell === 'number' ? String(cell) : tableCell(cell));

/** One row with tabs between its cells, which hold neither tabs nor line breaks. */
export const tableRow = (cells: readonly (string | number)[]): string => `${cells.map(print).join('\t')}\n`;

/** One row as RFC 4180 wants it. */
export const commaRow = (cells: readonly (string | number)[]): string =>
  `${cells
    .map((cell) => {
      const text = print(cell);
      return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(',')}\r\n`;
