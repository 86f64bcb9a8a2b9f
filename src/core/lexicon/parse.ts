/** Reads lexicon files: one concept a line, languages separated by `|`, forms by commas (see data/README.md). */

/** The lines of one file that hold a concept, without comments, and their numbers in the file. */
export interface LexiconLines {
  readonly langs: readonly string[];
  readonly lines: readonly string[];
  readonly numbers: readonly number[];
}

const BUNDLED_LANGS: readonly string[] = ['vi', 'de', 'ru', 'zh'];
/** Tabs and spaces; wider spaces are trimmed where forms are shown. */
const SPACE = 32;
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

/** Calls `visit` with start and end of each form of one language in a line: what stands between its bars, at commas, trimmed. */
export const eachForm = (line: string, side: number, visit: (start: number, end: number) => void): void => {
  let from = 0;
  for (let bars = 0; bars < side; bars++) {
    const bar = line.indexOf('|', from);
    if (bar < 0) return;
    from = bar + 1;
  }
  const bar = line.indexOf('|', from);
  const last = bar < 0 ? line.length : bar;
  while (from < last) {
    const comma = line.indexOf(',', from);
    let end = comma < 0 || comma > last ? last : comma;
    const next = end + 1;
    while (from < end && line.charCodeAt(from) <= SPACE) from++;
    while (end > from && line.charCodeAt(end - 1) <= SPACE) end--;
    if (end > from) visit(from, end);
    from = next;
  }
};

export const formsOf = (line: string, side: number): string[] => {
  const forms: string[] = [];
  eachForm(line, side, (start, end) => forms.push(line.slice(start, end).trim()));
  return forms;
};
