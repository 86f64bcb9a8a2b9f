import { describe, expect, test } from 'vitest';
import { freeWords } from '../../../../src/core/align/evidence/words.ts';
import { align, carryOver, explainBead } from '../../../../src/core/align/index.ts';
import type { TaughtPair } from '../../../../src/core/align/model.ts';
import { repeatCosts } from '../../../../src/core/align/repeats.ts';
import { firstLengthModel, readShape, Shape } from '../../../../src/core/align/shape.ts';
import { readTable } from '../../../../src/core/align/units.ts';
import type { Bead } from '../../../../src/core/model.ts';
import { cut } from './texts.ts';

const shapes = (beads: readonly Bead[]) => beads.map((bead) => `${bead.source}-${bead.target}`);

describe('length and layout', () => {
  const side = (lines: readonly string[], kind: 'text' | 'heading' = 'text') => {
    const { segments } = cut('xx', lines);
    const read = segments.map((segment, at) => (at === 0 ? { ...segment, kind } : segment));
    return readShape(read, new Uint8Array(lines.length), new Float32Array(lines.length));
  };
  const lines = ['a'.repeat(60), 'b'.repeat(12), 'c'.repeat(30)];
  const shapeOf = (source: ReturnType<typeof side>, target: ReturnType<typeof side>) =>
    new Shape(source, target, firstLengthModel(source, target), { length: true, layout: true });

  test('long goes with long, two short ones with their sum', () => {
    const shape = shapeOf(side(lines), side(lines));
    expect(shape.lengthPart(0, 1, 0, 1)).toBeGreaterThan(0);
    expect(shape.lengthPart(0, 1, 1, 1)).toBeLessThan(0);
    expect(shape.lengthPart(0, 2, 0, 2)).toBeGreaterThan(shape.lengthPart(0, 2, 0, 1));
  });
  test('a heading goes with a heading', () => {
    const both = shapeOf(side(lines, 'heading'), side(lines, 'heading'));
    const one = shapeOf(side(lines, 'heading'), side(lines));
    expect(both.worth(0, 1, 0, 1)).toBeGreaterThan(one.worth(0, 1, 0, 1));
  });
  test('a segment with a semicolon may well be two in the rendering', () => {
    const plain = shapeOf(side([`${'a'.repeat(30)}, ${'a'.repeat(30)}`, 'b']), side(lines));
    const joined = shapeOf(side([`${'a'.repeat(30)}; ${'a'.repeat(30)}`, 'b']), side(lines));
    expect(joined.worth(0, 1, 0, 2)).toBeGreaterThan(plain.worth(0, 1, 0, 2));
    expect(joined.worth(0, 1, 0, 1)).toBeCloseTo(plain.worth(0, 1, 0, 1));
  });
});

describe('repeats', () => {
  const texts = ['Thuyền nhỏ neo giữa dòng sông', 'Thuyền nhỏ neo giữa dòng sông', 'Chợ đông khách từ sáng'];
  test('the later of two copies must not join the first', () => {
    const table = readTable(texts, () => 'vi', [freeWords]);
    const costs = [...repeatCosts(texts, table)];
    expect(costs[1]).toBeLessThan(-5);
    expect(costs[0]! + costs[2]!).toBeCloseTo(0);
  });
});

describe('confirmed pairs', () => {
  const source = cut('vi', ['Thuyền câu ra khơi.', 'Lưới rách nằm bãi.', 'Thuyền câu vào bờ.']);
  const target = cut('fr', ['Le filet déchiré gît.', 'La barque rentre tard.']);
  const taught: TaughtPair[] = [
    { source: 'Lưới rách', target: 'filet déchiré' },
    { source: 'Lưới', target: 'filet' },
    // what else was confirmed: a word is learned by standing out among others
    ...['bờ', 'khơi', 'câu', 'bãi', 'ra', 'vào'].map((word, at) => ({ source: word, target: `autre${at}` })),
  ];
  const bead = { source: [1], target: [0] };
  const words = (pairs: readonly TaughtPair[]): number =>
    explainBead({ source, target, taught: pairs }, { beads: [], links: [] }, bead)
      .filter(({ evidence }) => evidence === 'induced')
      .reduce((sum, { weight }) => sum + weight, 0);
  test('teach words that nothing else knows', () => {
    expect(words(taught)).toBeGreaterThan(0.5);
    expect(words([])).toBeCloseTo(0);
  });
});

describe('third languages', () => {
  const bead = (source: number[], target: number[], score = 0.98): Bead => ({ source, target, score });
  const first = { beads: [bead([0], [0]), bead([1], []), bead([2], [1])], links: [] };
  const second = { beads: [bead([0], [1]), bead([1], [2], 0.4)], links: [] };
  test('pairs that are clear twice are carried, doubtful ones are not', () => {
    expect(carryOver(first, second).map(({ source, target }) => [source, target])).toEqual([[0, 1]]);
  });
  test('a carried pair decides where the texts say nothing', () => {
    const source = cut('xx', ['aa bb', 'cc dd', 'ee ff']);
    const target = cut('yy', ['zz yy', 'xx ww', 'vv uu', 'tt ss']);
    const carried = [
      { source: 2, target: 3, weight: 0.95 },
      { source: 0, target: 1, weight: 0.95 },
    ];
    const plain = shapes(align({ source, target }).beads);
    const helped = shapes(align({ source, target, options: { carried } }).beads);
    expect(plain).not.toEqual(helped);
    expect(helped).toEqual(expect.arrayContaining(['0-1', '2-3']));
  });
});
