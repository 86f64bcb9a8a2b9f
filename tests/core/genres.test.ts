/**
 * The project's own measuring set (tests/fixtures/genres): texts of other kinds than the gold sets'. Parameters are set on those; this
 * shows what is left of it elsewhere, and which mechanisms are missing. It runs wherever the project does. Counted as the gold sets are.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { align } from '../../src/core/align/index.ts';
import { checkRendering } from '../../src/core/check/index.ts';
import { bundledLexicon } from '../../src/core/lexicon/index.ts';
import { cutLines } from '../../src/core/text/index.ts';
import { type FlagTally, printTally, tallyFlags } from '../../tools/measure/flags.mjs';
import { writeGenres } from '../../tools/measure/genres.mjs';
import {
  type AlignmentCount,
  type AlignmentFigures,
  countPair,
  figures,
  readGold,
} from '../../tools/measure/gold.mjs';

const folder = mkdtempSync(join(tmpdir(), 'genres-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let alignment: Map<string, AlignmentFigures>;
let tally: FlagTally;
beforeAll(() => {
  writeGenres(join(import.meta.dirname, '../fixtures/genres'), folder);
  const counts = new Map<string, AlignmentCount[]>();
  tally = tallyFlags(readGold(folder), (pair) => {
    const source = cutLines(pair.source.join('\n'), pair.from);
    const target = cutLines(pair.target.join('\n'), pair.lang);
    const input = { source, target, lexicon: bundledLexicon() };
    const aligned = align(input);
    for (const name of [`${pair.lang} ${pair.variant}`, 'all'])
      counts.set(name, [...(counts.get(name) ?? []), countPair(pair, aligned.beads)]);
    return checkRendering({ ...input, alignment: aligned }).flags;
  });
  alignment = new Map([...counts].map(([name, list]) => [name, figures(list)]));
  console.log(
    `${[...alignment].map(([name, { strict, nulls }]) => `${name} strict ${strict.toFixed(3)} nulls ${nulls.toFixed(3)}`).join('\n')}\n${printTally(tally)}`,
  );
}, 120_000);

test.each(['de', 'ru', 'zh'])('alignment, %s', (lang) => {
  expect(alignment.get(`${lang} clean`)!.strict).toBeGreaterThanOrEqual(0.98);
  expect(alignment.get(`${lang} faulty`)!.strict).toBeGreaterThanOrEqual(0.955);
  expect(alignment.get(`${lang} faulty`)!.nulls).toBeGreaterThanOrEqual(0.9);
});
test('calibration', () => {
  expect(alignment.get('all')!.ece).toBeLessThanOrEqual(0.05);
});

test.each([
  ['omission', 11],
  ['paragraph_omission', 10],
  ['partial_omission', 8],
  ['duplicate', 12],
  ['untranslated', 8],
  ['addition', 9],
  ['number', 12],
  ['scale', 5],
  ['date', 7],
  ['unit', 4],
  ['negation', 8],
  ['name', 6],
])('%s: at least %d found', (kind, least) => {
  expect(tally.kinds.get(kind)!.found).toBeGreaterThanOrEqual(least);
});
test.each(['de', 'ru', 'zh'])('false flags, %s', (lang) => {
  const { flags, right, cleanFlags, cleanBeads } = tally.langs.get(lang)!;
  expect(right / flags).toBeGreaterThanOrEqual(0.85);
  expect((100 * cleanFlags) / cleanBeads).toBeLessThanOrEqual(2);
});
