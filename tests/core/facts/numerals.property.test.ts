/** Whole numbers written in words or digits come back as their value, in each language. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareQuantities, extractQuantities, type Quantity } from '../../../src/core/facts/index.ts';
import { spellChinese, spellGerman, spellRussian, spellVietnamese } from './spellNumbers.ts';

/** More small numbers than large ones: that is where the irregular forms are. */
const wholeNumber = fc.oneof(
  fc.integer({ min: 1, max: 120 }),
  fc.integer({ min: 1, max: 10_000 }),
  fc.integer({ min: 1, max: 999_999_999 }),
  fc.integer({ min: 1, max: 999 }).map((n) => n * 1e9),
);

const WRITERS = [
  { lang: 'vi', write: spellVietnamese, noun: ' người' },
  { lang: 'de', write: spellGerman, noun: ' Menschen' },
  { lang: 'ru', write: spellRussian, noun: ' человек' },
  { lang: 'zh', write: spellChinese, noun: '个人' },
] as const;

const group = (value: number, separator: string): string =>
  String(value).replace(/\B(?=(\d{3})+$)/g, separator);

describe('numbers in words', () => {
  test.each(WRITERS)('$lang: read back as their value', ({ lang, write, noun }) => {
    fc.assert(
      fc.property(wholeNumber, (value) => {
        const found = extractQuantities(write(value) + noun, lang);
        expect(found).toHaveLength(1);
        expect(found[0]!.values).toContain(value);
        expect(found[0]!.hard).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  test.each(WRITERS)(
    '$lang: every number up to 3000 and every thousand up to a million',
    ({ lang, write, noun }) => {
      const wrong: number[] = [];
      for (let n = 1; n <= 4000; n++) {
        const value = n <= 3000 ? n : (n - 3000) * 1000;
        if (!extractQuantities(write(value) + noun, lang)[0]?.values.includes(value)) wrong.push(value);
      }
      expect(wrong).toEqual([]);
    },
  );

  test.each(WRITERS)('$lang: agree with the same number in digits', ({ lang, write, noun }) => {
    fc.assert(
      fc.property(wholeNumber, (value) => {
        const words = extractQuantities(write(value) + noun, lang);
        const digits = extractQuantities(`${value} người`, 'vi');
        const { missing, added, changed } = compareQuantities(digits, words);
        expect([...missing, ...added, ...changed]).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('numbers in digits', () => {
  const separators = [
    ['vi', '.'],
    ['vi', ','],
    ['vi', ' '],
    ['de', '.'],
    ['de', '\u202f'],
    ['de', '’'],
    ['ru', '\u00a0'],
    ['ru', ' '],
    ['zh', ','],
  ] as const;
  test.each(separators)('%s: groups set off by “%s” agree with plain digits', (lang, separator) => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 999_999_999_999 }), (value) => {
        const found = extractQuantities(`(${group(value, separator)})`, lang);
        expect(found).toHaveLength(1);
        expect(found[0]!.values[0]).toBe(value);
      }),
      { numRuns: 100 },
    );
  });

  test('full-width digits are digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 999 }), (value) => {
        const wide = String(value).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
        expect(extractQuantities(`共${wide}人`, 'zh')[0]!.values).toContain(value);
      }),
    );
  });
});

describe('comparison', () => {
  const mention = (value: number, hard: boolean): Quantity => ({
    start: 0,
    end: 1,
    text: String(value),
    kind: 'number',
    values: [value],
    hard,
    unit: null,
    approximation: null,
  });
  const side = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 9 }), fc.boolean()).map(([value, hard]) => mention(value, hard)),
    { maxLength: 6 },
  );
  const valuesOf = (quantities: readonly Quantity[]): number[] =>
    quantities.map((q) => q.values[0]!).sort((a, b) => a - b);
  const summary = (source: readonly Quantity[], target: readonly Quantity[]) => {
    const { missing, added, changed } = compareQuantities(source, target);
    return {
      source: valuesOf([...missing, ...changed.map((pair) => pair.source)]),
      target: valuesOf([...added, ...changed.map((pair) => pair.target)]),
      changed: changed.length,
    };
  };

  test('does not depend on the order of either side', () => {
    fc.assert(
      fc.property(side, side, fc.integer({ min: 1, max: 5 }), (source, target, turn) => {
        const turned = (list: readonly Quantity[]): Quantity[] =>
          [...list.slice(turn), ...list.slice(0, turn)].reverse();
        expect(summary(turned(source), turned(target)).changed).toBe(summary(source, target).changed);
        expect(summary(turned(source), turned(target)).source.length).toBe(
          summary(source, target).source.length,
        );
      }),
    );
  });

  test('a side agrees with itself', () => {
    fc.assert(
      fc.property(side, (source) => {
        expect(summary(source, source)).toEqual({ source: [], target: [], changed: 0 });
      }),
    );
  });
});
