/** Readers for the data files of this folder: word lists with `#` comments. */

/** Lines without comments and blank ones. */
export const dataLines = (file: string): string[] =>
  file
    .normalize('NFC')
    .split(/\r?\n/)
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');

/** Entries between commas, over all lines. */
export const dataEntries = (file: string): string[] =>
  dataLines(file)
    .flatMap((line) => line.split(','))
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
