/**
 * Quality gate of the text stage against the gold sets that lie beside the repository (../shared): sentence ends as score.mjs
 * counts them, furniture by characters as seeds.mjs does. Skipped, and said so, where the sets are not there.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cutLines, cutText } from '../../../src/core/text/index.ts';

const shared = join(import.meta.dirname, '../../../../shared');
const missing = !existsSync(join(shared, 'gold/dev'));
if (missing) console.warn('SKIPPED: the gold sets are not beside the repository (../shared/gold)');

const read = (...path: string[]): string => readFileSync(join(shared, ...path), 'utf8');
const readGold = (...path: string[]): string[] =>
  read(...path)
    .trim()
    .split('\n');

/** Offsets of sentence ends in the text without white space. */
function findEnds(sentences: readonly string[]): Set<number> {
  let at = 0;
  return new Set(sentences.map((sentence) => (at += [...sentence.replace(/\s/gu, '')].length)));
}

/** Prints what differs, as the sentences on our side whose end is not in gold and the reverse. */
function compare(gold: readonly string[], ours: readonly string[], name: string) {
  const [g, o] = [findEnds(gold), findEnds(ours)];
  const shown = (list: readonly string[], other: Set<number>, mark: string) => {
    let at = 0;
    for (const sentence of list) {
      at += [...sentence.replace(/\s/gu, '')].length;
      if (!other.has(at)) console.info(`${name} ${mark} …${sentence.slice(-70)}`);
    }
  };
  shown(gold, o, 'missed');
  shown(ours, g, 'extra ');
  return { gold: g.size, ours: o.size, hit: [...o].filter((end) => g.has(end)).length };
}
const f1 = ({ gold, ours, hit }: { gold: number; ours: number; hit: number }): number =>
  (2 * hit) / (gold + ours);

describe.skipIf(missing)('on the development gold set', () => {
  for (const lang of ['vi', 'de', 'ru', 'zh'])
    it(`cuts ${lang} with F1 of 0.97 or more, and finds no furniture`, () => {
      const sum = { gold: 0, ours: 0, hit: 0 };
      for (const doc of ['forum', 'contract', 'manual', 'story']) {
        const { segments } = cutText(read('gold/dev', doc, `${lang}.txt`), lang);
        const found = compare(
          readGold('gold/dev', doc, `${lang}.seg`),
          segments.map((s) => s.text),
          `${doc} ${lang}`,
        );
        for (const key of ['gold', 'ours', 'hit'] as const) sum[key] += found[key];
        expect(segments.filter((s) => s.kind === 'furniture' || s.kind === 'metadata')).toEqual([]);
        const lines = cutLines(read('gold/dev', doc, `${lang}.seg`), lang).segments;
        expect(lines.filter((s) => s.kind === 'furniture' || s.kind === 'metadata')).toEqual([]);
      }
      console.info(`sentence F1 ${lang} ${f1(sum).toFixed(4)}`);
      expect(f1(sum)).toBeGreaterThanOrEqual(0.97);
    });

  it('takes no line of news sentences for furniture', () => {
    for (const doc of readdirSync(join(shared, 'gold/ntrex-dev')).filter((name) => name.startsWith('ntrex')))
      for (const lang of ['vi', 'de', 'ru', 'zh']) {
        const { segments } = cutLines(read('gold/ntrex-dev', doc, `${lang}.seg`), lang);
        expect(
          segments.filter((s) => s.kind === 'furniture' || s.kind === 'metadata').map((s) => s.text),
        ).toEqual([]);
      }
  });
});

describe.skipIf(missing)('on the five pages', () => {
  const pages = ['004.vi', '000.de', '001.ru', '002.zh', '003.de'];
  const body = missing
    ? {}
    : (JSON.parse(read('gold/seeds/body.json')) as Record<string, [number, number][]>);
  const seed = (number: string): string =>
    read('seeds', readdirSync(join(shared, 'seeds')).find((name) => name.startsWith(`${number}_`))!);

  it('cuts sentences with F1 of 0.97 or more', () => {
    for (const page of pages) {
      const [number, lang] = page.split('.') as [string, string];
      const ours = cutText(seed(number), lang).segments.filter(
        (s) => s.kind !== 'metadata' || page !== '004.vi',
      );
      const gold = readGold('gold/seeds', `${page}.seg`).map((s) => s.replace(/^date \d{4}-\d\d-\d\d /, ''));
      const found = compare(
        gold,
        ours.map((s) => s.text),
        page,
      );
      expect(f1(found), page).toBeGreaterThanOrEqual(0.97);
    }
  });

  it('finds furniture with F1 of 0.95 or more by characters', () => {
    const sum = { gold: 0, ours: 0, hit: 0 };
    for (const page of pages.slice(1)) {
      const [number, lang] = page.split('.') as [string, string];
      const spread = (text: string, mark: boolean): boolean[] =>
        Array([...text.replace(/\s/gu, '')].length).fill(mark);
      const gold = readGold('gold/seeds', `${page}.seg`);
      const isBodyLine = (i: number) => body[`${page}.seg`]!.some(([from, to]) => i >= from && i <= to);
      const goldMarks = gold.flatMap((line, i) => spread(line, !isBodyLine(i)));
      const { segments } = cutText(seed(number), lang);
      const ourMarks = segments.flatMap((s) => spread(s.text, s.kind === 'furniture'));
      for (let i = 0; i < goldMarks.length; i++) {
        sum.gold += goldMarks[i] ? 1 : 0;
        sum.ours += ourMarks[i] ? 1 : 0;
        sum.hit += goldMarks[i] && ourMarks[i] ? 1 : 0;
      }
      const bodyTexts = new Set(gold.filter((_, i) => isBodyLine(i)));
      for (const s of segments)
        if (bodyTexts.has(s.text) === (s.kind === 'furniture'))
          console.info(`${page} ${s.kind}: ${s.text.slice(0, 80)}`);
    }
    console.info(`furniture F1 ${f1(sum).toFixed(4)}`);
    expect(f1(sum)).toBeGreaterThanOrEqual(0.95);
  });

  it('keeps every line of the sentence files as one segment', () => {
    for (const page of pages) {
      const raw = read('gold/seeds', `${page}.seg`);
      const { segments } = cutLines(raw, page.slice(4));
      expect(segments.map((s) => s.text)).toEqual(
        raw
          .replace(/\n$/, '')
          .split('\n')
          .map((line) => line.trim().normalize('NFC')),
      );
    }
  });
});
