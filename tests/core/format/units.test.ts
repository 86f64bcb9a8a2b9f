import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  newTally,
  streamUnits,
  type UnitOptions,
  type UnitRendering,
} from '../../../src/core/format/units.ts';
import type { OutUnit } from '../../../src/core/format/write/model.ts';

interface Column {
  readonly lang: string;
  readonly texts: readonly string[];
  readonly beads: readonly {
    source: number[];
    target: number[];
    score: number | null;
    status?: string;
    changedAt?: number;
  }[];
}
const segment = (text: string, i: number) => ({ id: i + 1, number: i + 1, kind: 'text' as const, text });
const rendering = (original: readonly string[], { lang, texts, beads }: Column): UnitRendering => ({
  lang,
  beads: beads.map(({ source, target, ...bead }) => ({
    ...bead,
    source: source.map((i) => segment(original[i]!, i)),
    target: target.map((i) => segment(texts[i]!, i)),
  })),
});
const stream = (original: readonly string[], columns: readonly Column[], options: UnitOptions = {}) => {
  const tally = newTally();
  const units = [
    ...streamUnits(
      'vi',
      columns.map((one) => rendering(original, one)),
      options,
      tally,
    ),
  ];
  return { units, tally };
};
const texts = (units: readonly OutUnit[]): string[][] =>
  units.map((unit) => unit.variants.map((one) => one.text));

describe('units', () => {
  const vi = ['một', 'hai', 'ba'];
  const de: Column = {
    lang: 'de',
    texts: ['eins und zwei', 'drei', 'mehr'],
    beads: [
      { source: [0, 1], target: [0], score: 0.9 },
      { source: [2], target: [1], score: 0.8 },
      { source: [], target: [2], score: 0.7 },
    ],
  };
  const zh: Column = {
    lang: 'zh',
    texts: ['一', '二', '三'],
    beads: [0, 1, 2].map((i) => ({ source: [i], target: [i], score: 0.5 })),
  };

  test('of a pair are its beads with two sides', () => {
    const { units, tally } = stream(vi, [de]);
    expect(texts(units)).toEqual([
      ['một hai', 'eins und zwei'],
      ['ba', 'drei'],
    ]);
    expect([...tally.leftOut]).toEqual([['one-sided', 1]]);
    expect(tally).toMatchObject({ units: 2, variants: 4, coarsened: 0 });
  });

  test('of several languages grow until no language is cut', () => {
    const { units, tally } = stream(vi, [de, zh]);
    expect(texts(units)).toEqual([
      ['một hai', 'eins und zwei', '一二'],
      ['ba', 'drei', '三'],
    ]);
    expect(tally.coarsened).toBe(1);
    expect(units.map(({ id }) => id)).toEqual(['1', '3']);
    expect(units[0]!.variants.map(({ score }) => score)).toEqual([null, 0.9, 0.5]);
  });

  test('are chosen by status, score and date, and the first of repeated ones', () => {
    const original = ['a', 'b', 'c', 'a', ' '];
    const column: Column = {
      lang: 'de',
      texts: ['A', 'B', 'C', 'A', 'E'],
      beads: [
        { source: [0], target: [0], score: 0.9, status: 'confirmed', changedAt: 5 },
        { source: [1], target: [1], score: 0.2, status: 'auto', changedAt: 7 },
        { source: [2], target: [2], score: null, status: 'rejected', changedAt: 9 },
        { source: [3], target: [3], score: null, status: 'confirmed', changedAt: 9 },
        { source: [4], target: [4], score: 1, status: 'auto', changedAt: 9 },
      ],
    };
    const kept = (options: UnitOptions) => {
      const { units, tally } = stream(original, [column], options);
      return [units.map(({ id }) => id).join(''), Object.fromEntries(tally.leftOut)];
    };
    expect(kept({})).toEqual(['1234', { empty: 1 }]);
    expect(kept({ statuses: ['confirmed'] })).toEqual(['14', { status: 3 }]);
    expect(kept({ lowestScore: 0.5 })).toEqual(['134', { score: 1, empty: 1 }]);
    expect(kept({ changedSince: 7 })).toEqual(['234', { unchanged: 1, empty: 1 }]);
    expect(kept({ repeats: 'first' })).toEqual(['123', { repeated: 1, empty: 1 }]);
  });

  test('every included sentence goes out exactly once', () => {
    const layout = fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(layout, { minLength: 1, maxLength: 3 }), (layouts) => {
        const original = Array.from({ length: 12 }, (_, i) => `s${i}.`);
        const columns = layouts.map((beads, r): Column => {
          let [s, t] = [0, 0];
          const laid = beads.map(([a, b]) => {
            const bead = {
              source: Array.from({ length: a }, (_, i) => s + i),
              target: Array.from({ length: b }, (_, i) => t + i),
              score: null,
            };
            [s, t] = [s + a, t + b];
            return bead;
          });
          return {
            lang: ['de', 'ru', 'zh'][r]!,
            texts: Array.from({ length: t }, (_, i) => `t${i}.`),
            beads: laid,
          };
        });
        const { units } = stream(original, columns);
        columns.forEach(({ beads }, i) => {
          const out = units.flatMap((unit) => unit.variants.filter((one) => one.column === i + 1));
          const wanted = beads
            .filter((bead) => bead.source.length > 0)
            .flatMap((bead) => bead.target.map((one) => `t${one}.`));
          expect(
            out
              .map(({ text }) => text)
              .join('')
              .replaceAll(' ', ''),
          ).toBe(wanted.join(''));
          expect(out.every(({ text }) => text !== '')).toBe(true);
        });
        const sources = units.flatMap((unit) => unit.variants[0]!.sentences!.map(({ id }) => id));
        expect(sources).toEqual([...new Set(sources)].sort((a, b) => a - b));
      }),
    );
  });
});
