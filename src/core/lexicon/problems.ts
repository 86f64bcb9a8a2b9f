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

/**
 * Sentences about lines that an author should mend. `words`: the Vietnamese words of all files that belong together (of this
 * one where nothing is said), by which the words of a Vietnamese form are counted.
 */
export const lexiconProblems = (text: string, words = vietnameseWords([text])): string[] => {
  const { langs, lines, numbers } = readLines(text);
  const problems: string[] = [];
  lines.forEach((line, at) => {
    const report = (problem: string): number => problems.push(`line ${numbers[at]}: ${problem}`);
    if (line.split('|').length > langs.length) report(`more than ${langs.length} languages`);
    const forms = langs.map((_, side) => formsOf(line, side));
    if (forms.filter((side) => side.length > 0).length < 2) report('only one language has a form');
    forms.forEach((side, number) => {
      for (const form of side) {
        const han = [...form].filter((character) => /\p{Script=Han}/u.test(character)).length;
        const count =
          langs[number] === SYLLABLE_LANG
            ? countVietnameseWords(form, words)
            : form.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
        if (count > MOST_WORDS || han > MOST_HAN)
          report(`“${form}” (${langs[number]}) is longer than four words or eight characters`);
      }
    });
  });
  return problems;
};
