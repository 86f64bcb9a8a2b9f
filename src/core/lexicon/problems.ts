/** What is wrong with the lines of a lexicon file, for its authors: a lexicon has words and set phrases, no sentences. */
import { formsOf, readLines } from './parse.ts';
import { foldWord } from './words.ts';

const MOST_WORDS = 4;
const MOST_HAN = 8;
/** Vietnamese writes a space between syllables; words of up to three syllables are known by their own entries. */
const SYLLABLE_LANG = 'vi';
const LONGEST_WORD = 3;

const syllables = (form: string): string[] =>
  form
    .split(/[\s,–-]+/u)
    .filter((part) => /\p{L}/u.test(part))
    .map((part) => foldWord(part, SYLLABLE_LANG));

/** The Vietnamese words of two and three syllables that have entries of their own in these files. */
export const vietnameseWords = (texts: readonly string[]): ReadonlySet<string> => {
  const words = new Set<string>();
  for (const text of texts) {
    const { langs, lines } = readLines(text);
    const side = langs.indexOf(SYLLABLE_LANG);
    if (side < 0) continue;
    for (const line of lines)
      for (const form of formsOf(line, side)) {
        const parts = syllables(form);
        if (parts.length > 1 && parts.length <= LONGEST_WORD) words.add(parts.join(' '));
      }
  }
  return words;
};

/** The fewest words that a Vietnamese form can be read as; a syllable in no known word is one by itself. */
export const countVietnameseWords = (form: string, words: ReadonlySet<string>): number => {
  const parts = syllables(form);
  const fewest = [0];
  for (let end = 1; end <= parts.length; end++) {
    fewest[end] = fewest[end - 1]! + 1;
    for (let size = 2; size <= Math.min(LONGEST_WORD, end); size++)
      if (words.has(parts.slice(end - size, end).join(' ')))
        fewest[end] = Math.min(fewest[end]!, fewest[end - size]! + 1);
  }
  return fewest[parts.length]!;
};

/** What keeps a line from saying anything, or that it says more than the file has languages for. */
const shapeProblems = (line: string, langs: readonly string[]): string[] => {
  const problems: string[] = [];
  if (line.split('|').length > langs.length) problems.push(`more than ${langs.length} languages`);
  if (langs.filter((_, side) => formsOf(line, side).length > 0).length < 2)
    problems.push('only one language has a form');
  return problems;
};

/** Forms of a line that are too long for a lexicon of words and set phrases. */
const lengthProblems = (line: string, langs: readonly string[], words: ReadonlySet<string>): string[] =>
  langs.flatMap((lang, side) =>
    formsOf(line, side)
      .filter((form) => {
        const han = [...form].filter((character) => /\p{Script=Han}/u.test(character)).length;
        const count =
          lang === SYLLABLE_LANG
            ? countVietnameseWords(form, words)
            : form.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
        return count > MOST_WORDS || han > MOST_HAN;
      })
      .map((form) => `“${form}” (${lang}) is longer than four words or eight characters`),
  );

const readProblems = (
  text: string,
  find: (line: string, langs: readonly string[]) => readonly string[],
): string[] => {
  const { langs, lines, numbers } = readLines(text);
  return lines.flatMap((line, at) => find(line, langs).map((problem) => `line ${numbers[at]}: ${problem}`));
};

/** Sentences about lines of a person's own file that cannot be used. */
export const lineProblems = (text: string): string[] => readProblems(text, shapeProblems);

/**
 * Sentences about lines that an author of the bundled lexicon should mend. `words`: the Vietnamese words of all files that belong
 * together (of this one where nothing is said), by which the words of a Vietnamese form are counted.
 */
export const lexiconProblems = (text: string, words = vietnameseWords([text])): string[] =>
  readProblems(text, (line, langs) => [...shapeProblems(line, langs), ...lengthProblems(line, langs, words)]);
