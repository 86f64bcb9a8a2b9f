/** Gates on professional news translations: few flags on clean pairs, injected faults found. Measures only, copies nothing. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareFacts, extractFacts, type Facts } from '../../../src/core/facts/index.ts';

const ROOT = join(import.meta.dirname, '../../../../shared/gold/ntrex-dev');
const present = existsSync(ROOT);

interface Pair {
  readonly source: Facts;
  readonly target: string;
}

const readPairs = (lang: string): Pair[] => {
  const lines = (folder: string, name: string): string[] =>
    readFileSync(join(ROOT, folder, `${name}.seg`), 'utf8')
      .trimEnd()
      .split('\n');
  return readdirSync(ROOT)
    .filter((folder) => existsSync(join(ROOT, folder, 'vi.seg')))
    .sort()
    .flatMap((folder) => {
      const targets = lines(folder, lang);
      return lines(folder, 'vi').map((line, i) => ({
        source: extractFacts(line, 'vi'),
        target: targets[i]!,
      }));
    });
};

const isFlagged = (pair: Pair, target: string, lang: string): { quantities: boolean; any: boolean } => {
  const { quantities, dates } = compareFacts(pair.source, extractFacts(target, lang));
  const count = (part: {
    missing: readonly object[];
    added: readonly object[];
    changed: readonly object[];
  }): number => part.missing.length + part.added.length + part.changed.length;
  return { quantities: count(quantities) > 0, any: count(quantities) + count(dates) > 0 };
};

/** A small deterministic generator (Park and Miller), so that every run injects the same faults. */
const seeded = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below) => {
    state = (state * 16_807) % 2_147_483_647;
    return state % below;
  };
};

/** Replaces one digit that stands in no name, code or address, by another that keeps the figure's length. */
const changeDigit = (text: string, random: (below: number) => number): string | null => {
  const figures = [
    ...text.matchAll(
      /(?<![\p{Script=Latin}\p{Script=Cyrillic}\d:/&#-])\d+(?:[.,]\d+)*(?![\p{Script=Latin}\d:/&-])/gu,
    ),
  ];
  if (figures.length === 0) return null;
  const figure = figures[random(figures.length)]!;
  const places = [...figure[0].matchAll(/\d/g)].map((match) => figure.index + match.index);
  const place = places[random(places.length)]!;
  const digit = ((Number(text[place]) + random(8)) % 9) + 1;
  if (String(digit) === text[place]) return null;
  return text.slice(0, place) + digit + text.slice(place + 1);
};

const SCALES: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  de: [
    [/\bMillionen\b/, 'Milliarden'],
    [/\bMilliarden\b/, 'Millionen'],
  ],
  ru: [
    [/миллион(?=[аов]| )/, 'миллиард'],
    [/миллиард(?=[аов]| )/, 'миллион'],
    [/\bмлн\b|(?<=\d )млн/, 'млрд'],
    [/(?<=\d )млрд/, 'млн'],
  ],
  zh: [
    [/(?<=\d\s?)万/, '亿'],
    [/(?<=\d\s?)亿/, '万'],
  ],
};

const swapScale = (text: string, lang: string): string | null => {
  for (const [from, to] of SCALES[lang]!) {
    const match = from.exec(text);
    if (match && /\d/.test(text.slice(Math.max(0, match.index - 6), match.index)))
      return text.replace(from, to);
  }
  return null;
};

describe.skipIf(!present)(`news of ../shared/gold/ntrex-dev${present ? '' : ' (not there: skipped)'}`, () => {
  test.each(['de', 'ru', 'zh'])('vi–%s: clean pairs are left alone, injected faults are found', (lang) => {
    const pairs = readPairs(lang);
    const clean = pairs.filter((pair) => !isFlagged(pair, pair.target, lang).any);
    const flagged = pairs.filter((pair) => isFlagged(pair, pair.target, lang).quantities).length;
    expect(flagged / pairs.length, 'pairs with number flags').toBeLessThanOrEqual(0.015);

    const random = seeded(20_251_125);
    const count = (inject: (text: string) => string | null): { found: number; total: number } => {
      const faulty = clean.flatMap((pair) => {
        const text = inject(pair.target);
        return text === null ? [] : [{ pair, text }];
      });
      return {
        found: faulty.filter(({ pair, text }) => isFlagged(pair, text, lang).any).length,
        total: faulty.length,
      };
    };
    const digits = count((text) => changeDigit(text, random));
    expect(digits.total).toBeGreaterThan(150);
    expect(digits.found / digits.total, 'changed digits found').toBeGreaterThanOrEqual(0.98);
    const scales = count((text) => swapScale(text, lang));
    expect(scales.total).toBeGreaterThan(10);
    expect(scales.found, 'swapped scale words found').toBe(scales.total);
  });
});
