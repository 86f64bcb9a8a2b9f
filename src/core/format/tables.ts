/** Tab- and comma-separated tables, for spreadsheets and for eyes. */

/**
 * What a spreadsheet would take for a formula; the wide forms too, which Excel reads as such in East Asia. What only looks guarded is
 * guarded once more, so that reading takes back what writing did and nothing else.
 */
const FORMULA = /^'*[=+\-@＝＋－＠]/;

/** One line of text that no spreadsheet runs: imported text must not become a program. */
export const tableCell = (text: string): string => {
  const line = /[\t\r\n]/.test(text) ? text.replace(/[\t\r\n]+/g, ' ').trim() : text;
  return FORMULA.test(line) ? `'${line}` : line;
};

/** What `tableCell` was given: the apostrophe before a formula is a guard, in our tables as in those of spreadsheets. */
export const fromTableCell = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;

const print = (cell: string | number): string => (typeof cell === 'number' ? String(cell) : tableCell(cell));

/** One row with tabs between its cells, which hold neither tabs nor line breaks; what begins with a quote is quoted. */
export const tableRow = (cells: readonly (string | number)[]): string =>
  `${cells
    .map(print)
    .map((cell) => (cell.startsWith('"') ? quote(cell) : cell))
    .join('\t')}\n`;

const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** One row as RFC 4180 wants it. */
export const commaRow = (cells: readonly (string | number)[]): string =>
  `${cells
    .map((cell) => {
      const text = print(cell);
      return /[",]/.test(text) ? quote(text) : text;
    })
    .join(',')}\r\n`;
