/** What a person has confirmed teaches: words that nothing else knows, in other documents and in the beads that are left. */
import { expect, test } from 'vitest';
import { align, alignRange, carryOver, rescore } from '../../../src/core/align/index.ts';
import type { Alignment, Bead } from '../../../src/core/model.ts';
import { cut } from './evidence/texts.ts';

const source = cut('vi', ['Đây là brulon.', 'Đây là khatim.', 'Đây là solvan.', 'Kia là tumbek.']);
const target = cut('de', ['Da ist Grömpel.', 'Da ist Plirr.', 'Dort ist Sompf.']);
const taught = [
  { source: 'Mua một khatim.', target: 'Kauf einen Grömpel.' },
  { source: 'Tìm thấy solvan.', target: 'Das Plirr ist gefunden.' },
  { source: 'Trời mưa.', target: 'Es regnet.' },
  { source: 'Cửa đóng.', target: 'Die Tür ist zu.' },
  { source: 'Mẹ cười.', target: 'Mutter lacht.' },
  { source: 'Anh đi đâu?', target: 'Wohin gehst du?' },
  { source: 'Hai giờ rồi.', target: 'Es ist zwei Uhr.' },
];
const shapes = (beads: readonly Bead[]) => beads.map((bead) => `${bead.source}-${bead.target}`);
const right = ['0-', '1-0', '2-1', '3-2'];
const asBeads = (list: readonly [readonly number[], readonly number[]][]): Alignment => ({
  beads: list.map(([from, to]) => ({ source: from, target: to, score: 0.5 })),
  links: [],
});

test('confirmed pairs of other documents decide where nothing else does', () => {
  expect(shapes(align({ source, target, taught }).beads)).toEqual(right);
  expect(shapes(align({ source, target }).beads)).not.toEqual(right);
  expect(shapes(align({ source, target, taught, options: { without: ['taught'] } }).beads)).not.toEqual(
    right,
  );
});

test('beads are surer or less sure by what was confirmed meanwhile', () => {
  const good = asBeads([
    [[0], []],
    [[1], [0]],
    [[2], [1]],
    [[3], [2]],
  ]);
  const bad = asBeads([
    [[0], [0]],
    [[1], [1]],
    [[2], []],
    [[3], [2]],
  ]);
  const before = rescore({ source, target }, good);
  const after = rescore({ source, target, taught }, good);
  expect(after[1]).toBeGreaterThan(before[1]! + 0.2);
  expect(after[0]).toBeGreaterThan(before[0]! + 0.2);
  expect(rescore({ source, target, taught }, bad)[0]).toBeLessThan(0.3);
});

test('a fresh alignment keeps its scores, and walls and furniture are certain', () => {
  const found = align({ source, target, taught });
  const scores = rescore({ source, target, taught }, found);
  for (const [at, bead] of found.beads.entries()) expect(scores[at]).toBeCloseTo(bead.score, 1);
  const walls = [{ source: [1], target: [0] }];
  expect(rescore({ source, target, walls }, align({ source, target, walls }))[1]).toBe(1);
});

test('a range takes what was confirmed into account, and changes nothing outside', () => {
  const bad = asBeads([
    [[0], [0]],
    [[1], [1]],
    [[2], []],
    [[3], [2]],
  ]);
  const found = alignRange({ source, target, taught }, bad, { from: 0, to: 3 }, {}, { reach: 0 });
  expect(shapes(found.beads)).toEqual(right);
  expect(found.beads[3]).toBe(bad.beads[3]);
});

test('pairs that a third text makes likely decide too', () => {
  const first = asBeads([
    [[0], [0]],
    [[1], [1]],
    [[2], [2]],
    [[3], [3]],
  ]);
  const second = asBeads([
    [[0], []],
    [[1], [0]],
    [[2], [1]],
    [[3], [2]],
  ]);
  const sure = ({ beads }: Alignment): Alignment => ({
    beads: beads.map((bead) => ({ ...bead, score: 0.98 })),
    links: [],
  });
  const carried = carryOver(sure(first), sure(second));
  expect(shapes(align({ source, target, options: { carried } }).beads)).toEqual(right);
});
