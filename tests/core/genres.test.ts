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
import type { Alignment, SegmentedText } from '../../src/core/model.ts';
import { cutLines } from '../../src/core/text/index.ts';
// @ts-expect-error a plain module shared with the measuring tools
import { writeGenres } from '../../tools/measure/genres.mjs';
// @ts-expect-error a plain module shared with the measuring tools
import { countPair, figures, readGold } from '../../tools/measure/gold.mjs';
import { type GoldPair, printTally, readGoldFolder, type Tally, tallyFlags } from './check/gold.ts';

const folder = mkdtempSync(join(tmpdir(), 'genres-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Lines {
  readonly from: string;
  readonly lang: string;
  readonly variant: string;
  readonly source: readonly string[];
  readonly target: readonly string[];
}
interface Figures {
  readonly strict: number;
  readonly nulls: number;
  readonly ece: number;
}

const alignments = new Map<string, Alignment>();
const alignOnce = (source: SegmentedText, target: SegmentedText): Alignment => {
  const key = `${target.lang}\n${[source, target].flatMap((text) => text.segments.map((one) => one.text)).join('\n')}`;
  const known = alignments.get(key) ?? align({ source, target, lexicon: bundledLexicon() });
  alignments.set(key, known);
  return known;
};

let alignment: Map<string, Figures>;
let tally: Tally;
beforeAll(() => {
  writeGenres(join(import.meta.dirname, '../fixtures/genres'), folder);
  const counts = new Map<string, unknown[]>();
  for (const pair of readGold(folder) as Lines[]) {
    const { beads } = alignOnce(
      cutLines(pair.source.join('\n'), pair.from),
      cutLines(pair.target.join('\n'), pair.lang),
    );
    for (const name of [`${pair.lang} ${pair.variant}`, 'all'])
      counts.set(name, [...(counts.get(name) ?? []), countPair(pair, beads)]);
  }
  alignment = new Map([...counts].map(([name, list]) => [name, figures(list) as Figures]));
  tally = tallyFlags(readGoldFolder(folder), ({ source, target }: GoldPair) => {
    const cut = (text: SegmentedText) =>
      cutLines(text.segments.map((segment) => segment.text).join('\n'), text.lang);
    const input = { source: cut(source), target: cut(target), lexicon: bundledLexicon() };
    return checkRendering({ ...input, alignment: alignOnce(input.source, input.target) }).flags;
  });
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
