/** Counts concepts honestly: lines of lexicon files that say the same thing twice are one concept. For authors, tests and docs. */
import { formsOf, readLines } from './parse.ts';
import { foldWord, scanWords } from './words.ts';

/** A line that repeats the concept of an earlier one; both as `file:line`. */
export interface RepeatedConcept {
  readonly at: string;
  readonly earlier: string;
  readonly form: string;
}

interface Entry {
  readonly at: string;
  /** Forms of each language as they are compared: folded, without marks of inflection. */
  readonly sides: readonly (readonly string[])[];
}

const foldForm = (form: string, lang: string): string => {
  const bounds = scanWords(form);
  const words: string[] = [];
  for (let at = 0; at < bounds.length; at += 2)
    words.push(foldWord(form.slice(bounds[at], bounds[at + 1]), lang));
  // Han characters are in no word
  return words.length > 0 ? words.join(' ') : form;
};

const sharesForm = (a: Entry, b: Entry): boolean =>
  a.sides.some((forms, side) => side > 0 && forms.some((form) => b.sides[side]?.includes(form)));

/**
 * Lines that repeat an earlier one: they share their first form of the first language and any form of another (homonyms share
 * none), or their first forms of all other languages. `files`: text by name, all of the same languages.
 */
export const repeatedConcepts = (files: ReadonlyMap<string, string>): readonly RepeatedConcept[] => {
  const repeated: RepeatedConcept[] = [];
  const byFirst = new Map<string, Entry[]>();
  const byOthers = new Map<string, Entry>();
  for (const [name, text] of files) {
    const { langs, lines, numbers } = readLines(text);
    lines.forEach((line, index) => {
      const sides = langs.map((lang, side) => formsOf(line, side).map((form) => foldForm(form, lang)));
      const entry: Entry = { at: `${name}:${numbers[index]}`, sides };
      const first = sides[0]?.[0] ?? '';
      const others = sides.slice(1).map((forms) => forms[0] ?? '');
      const key = others.join('|');
      const homonyms = byFirst.get(first) ?? [];
      const earlier =
        homonyms.find((other) => sharesForm(other, entry)) ??
        (others.every((form) => form !== '') ? byOthers.get(key) : undefined);
      if (earlier) repeated.push({ at: entry.at, earlier: earlier.at, form: formsOf(line, 0)[0] ?? '' });
      else if (!byOthers.has(key)) byOthers.set(key, entry);
      homonyms.push(entry);
      byFirst.set(first, homonyms);
    });
  }
  return repeated;
};

/** How many different concepts the files hold: their lines without those that repeat another. */
export const countConcepts = (files: ReadonlyMap<string, string>): number => {
  let lines = 0;
  for (const text of files.values()) lines += readLines(text).lines.length;
  return lines - repeatedConcepts(files).length;
};
