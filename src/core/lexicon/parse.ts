/** Reads lexicon files: one concept a line, languages separated by `|`, forms by commas (see data/README.md). */

/** The lines of one file that hold a concept, without comments, and their numbers in the file. */
export interface LexiconLines {
  readonly langs: readonly string[];
  readonly lines: readonly string[];
  readonly numbers: readonly number[];
}

const BUNDLED_LANGS: readonly string[] = ['vi', 'de', 'ru', 'zh'];
const HEADER = /^languages\s*:\s*(.+)$/iu;

/** A file for other languages begins with a line such as `languages: de | fr`. */
export const readLines = (text: string): LexiconLines => {
  let langs = BUNDLED_LANGS;
  const lines: string[] = [];
  const numbers: number[] = [];
  text.split('\n').forEach((raw, at) => {
    const hash = raw.indexOf('#');
    const line = (hash >= 0 ? raw.slice(0, hash) : raw).trim();
    if (line === '') return;
    const header = lines.length === 0 ? HEADER.exec(line) : null;
    if (header) {
      langs = header[1]!.split('|').map((lang) => lang.trim().toLowerCase());
      return;
    }
    lines.push(line);
    numbers.push(at + 1);
  });
  return { langs, lines, numbers };
};

/** The forms of one language in a line: what stands between its bars, at commas. */
export const formsOf = (line: string, side: number): string[] => {
  let from = 0;
  for (let bars = 0; bars < side; bars++) {
    const bar = line.indexOf('|', from);
    if (bar < 0) return [];
    from = bar + 1;
  }
  const bar = line.indexOf('|', from);
  const forms: string[] = [];
  for (const raw of line.slice(from, bar < 0 ? line.length : bar).split(',')) {
    const form = raw.trim();
    if (form !== '') forms.push(form);
  }
  return forms;
};
