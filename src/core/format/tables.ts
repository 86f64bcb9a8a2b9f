/** Tab-separated tables, for spreadsheets and for eyes. */

/**
 * One row. Cells hold neither tabs nor line breaks; one that a spreadsheet would take for a formula gets an apostrophe, because
 * imported text must not become a program.
 */
export const tableRow = (cells: readonly (string | number)[]): string =>
  `${cells
    .map((cell) =>
      typeof cell === 'number' ? String(cell) : cell.replace(/[\t\r\n]+/g, ' ').replace(/^[=+\-@]/, "'$&"),
    )
    .join('\t')}\n`;
