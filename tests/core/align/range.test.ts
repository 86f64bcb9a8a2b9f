import { describe, expect, test } from 'vitest';
import { align, alignRange } from '../../../src/core/align/index.ts';
import type { Bead } from '../../../src/core/model.ts';
import { cut } from './evidence/texts.ts';

const numbers = Array.from({ length: 90 }, (_, at) => 1000 + 37 * at);
const source = cut(
  'vi',
  numbers.map((number) => `Hàng thứ ${number} ghi giá của kho.`),
);
const target = cut(
  'de',
  numbers.map((number) => `Zeile ${number} nennt den Preis des Lagers.`),
);
const whole = align({ source, target });
const spoil = (beads: readonly Bead[], from: number, to: number): Bead[] => [
  ...beads.slice(0, from),
  ...beads.slice(from, to).flatMap(({ source: own }) => ({ source: own, target: [], score: 0.5 })),
  ...beads.slice(from, to).flatMap(({ target: own }) => ({ source: [], target: own, score: 0.5 })),
  ...beads.slice(to),
];
const shapes = (beads: readonly Bead[]) => beads.map((bead) => `${bead.source}-${bead.target}`);

describe('a range aligned again', () => {
  test('is found as in the whole, and the rest stays the same objects', () => {
    const spoiled = { beads: spoil(whole.beads, 40, 45), links: [] };
    const found = alignRange({ source, target }, spoiled, { from: 40, to: 50 });
    expect(shapes(found.beads)).toEqual(shapes(whole.beads));
    expect(found.beads[5]).toBe(spoiled.beads[5]);
    expect(found.beads.at(-3)).toBe(spoiled.beads.at(-3));
  });
  test('goes no further than the confirmed beads around it', () => {
    const walls = [
      { source: [39], target: [39] },
      { source: [45], target: [45] },
    ];
    const beads = spoil(whole.beads, 40, 45).map((bead) => ({ ...bead, score: 0.123 }));
    const found = alignRange({ source, target, walls }, { beads, links: [] }, { from: 42, to: 44 });
    expect(found.beads.filter(({ score }) => score !== 0.123).map(({ source: own }) => own[0])).toEqual([
      40, 41, 42, 43, 44,
    ]);
  });
  test('every segment stands in exactly one bead, whatever the range', () => {
    for (const [from, to] of [
      [0, 3],
      [88, 95],
      [30, 30],
      [0, 90],
    ] as const) {
      const found = alignRange({ source, target }, whole, { from, to });
      expect(found.beads.flatMap((bead) => bead.source)).toEqual(numbers.map((_, at) => at));
      expect(found.beads.flatMap((bead) => bead.target)).toEqual(numbers.map((_, at) => at));
    }
  });
});
