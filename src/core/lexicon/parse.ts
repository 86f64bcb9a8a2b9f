/** Reads lexicon files: one concept a line, languages separated by `|`, forms by commas (see data/README.md). */

/** The forms of one concept, in the order of `LexiconLines.langs`; a language without forms has an empty list. */
export interface ConceptLine {
  readonly line: number;
  readonly forms: readonly (readonly string[])[];
}

export interface LexiconLines {
  readonly langs: readonly string[];
  readonly concepts: readonly ConceptLine[];
}

const BUNDLED_LANGS: readonly string[] = ['vi', 'de', 'ru', 'zh'];
/** Languages that write a space between syllables, not words. */
const SYLLABLE_LANGS: ReadonlySet<string> = new Set(['vi']);
const HEADER = /^languages\s*:\s*(.+)$/iu;

/** A file for other languages begins with a line such as `languages: de | fr`. */
export const parseLines = (text: string): LexiconLines => {
  let langs = BUNDLED_LANGS;
  const concepts: ConceptLine[] = [];
  const lines = text.split('\n');
  for (let number = 0; number < lines.length; number++) {
    const raw = lines[number]!;
    const hash = raw.indexOf('#');
    const line = (hash >= 0 ? raw.slice(0, hash) : raw).trim();
    if (line === '') continue;
    const header = HEADER.exec(line);
    if (header) {
      langs = header[1]!.split('|').map((lang) => lang.trim().toLowerCase());
      continue;
    }
    const forms = line.split('|').map((side) =>
      side
        .split(',')
        .map((form) => form.trim())
        .filter((form) => form !== ''),
    );
    while (forms.length < langs.length) forms.push([]);
    concepts.push({ line: number + 1, forms });
  }
  return { langs, concepts };
};

/** Sentences about lines that a translator should mend: too many languages, or forms that are sentences. */
export const lexiconProblems = (text: string): string[] => {
  const { langs, concepts } = parseLines(text);
  const problems: string[] = [];
  for (const { line, forms } of concepts) {
    if (forms.length > langs.length) problems.push(`line ${line}: more than ${langs.length} languages`);
    if (forms.filter((side) => side.length > 0).length < 2)
      problems.push(`line ${line}: only one language has a form`);
    forms.forEach((side, at) => {
      for (const form of side) {
        const han = [...form].filter((c) => /\p{Script=Han}/u.test(c)).length;
        const most = SYLLABLE_LANGS.has(langs[at]!) ? 8 : 4;
        if (form.split(/\s+/u).length > most || han > 8)
          problems.push(
            `line ${line}: “${form}” (${langs[at]}) is longer than four words, eight syllables or eight characters`,
          );
      }
    });
  }
  return problems;
};
