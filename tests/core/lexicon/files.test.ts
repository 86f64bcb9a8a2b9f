/** The files that come with the program: the bundled lexicon and the termbase of the checks. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  bundledLexicon,
  countConcepts,
  lexiconProblems,
  repeatedConcepts,
  vietnameseWords,
} from '../../../src/core/lexicon/index.ts';

const core = join(import.meta.dirname, '../../../src/core');
const folder = join(core, 'lexicon/data');
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort();
const texts = new Map(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

test('two lines of one concept are found, homonyms are not', () => {
  const two = new Map([
    ['a.txt', '# towns\nphố, đường phố | Straße* | улиц~ | 街\nđường | Zucker~ | сахар~ | 糖'],
    [
      'b.txt',
      'Phố | Gasse~, straße~ | переул~ | 巷\nđường | Weg~ | дорог~ | 路\nđường phố | Straße~ | улиц~ | 街, 路',
    ],
  ]);
  expect(repeatedConcepts(two)).toEqual([
    { at: 'b.txt:1', earlier: 'a.txt:2', form: 'Phố' },
    { at: 'b.txt:3', earlier: 'a.txt:2', form: 'đường phố' },
  ]);
  expect(countConcepts(two)).toBe(4 - 1);
});

describe('the bundled lexicon', () => {
  const words = vietnameseWords([...texts.values()]);
  test.each(files)('%s: no form is longer than four words or eight Han characters', (name) => {
    expect(lexiconProblems(texts.get(name)!, words)).toEqual([]);
  });
  test('no concept stands in two lines', () => {
    expect(repeatedConcepts(texts)).toEqual([]);
  });
  test('every line is a concept, in all four languages', () => {
    expect(countConcepts(texts)).toBe(bundledLexicon().size);
    expect(countConcepts(texts)).toBeGreaterThanOrEqual(4600);
  });
});

test('the termbase: no concept twice', () => {
  const terms = new Map([['terms.txt', readFileSync(join(core, 'check/data/terms.txt'), 'utf8')]]);
  expect(repeatedConcepts(terms)).toEqual([]);
  expect(countConcepts(terms)).toBeGreaterThanOrEqual(300);
});
