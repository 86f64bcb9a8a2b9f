import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align } from '../../../src/core/align/index.ts';
import { parseLexicon } from '../../../src/core/lexicon/index.ts';
import type { Bead, SegmentedText } from '../../../src/core/model.ts';

const cut = (lang: string, lines: readonly string[]): SegmentedText => ({
  lang,
  segments: lines.map((text, at) => ({
    text,
    kind: text.startsWith('~') ? 'furniture' : 'text',
    line: at + 1,
    paragraph: at,
    start: 0,
    end: text.length,
  })),
});
const shapes = (beads: readonly Bead[]) => beads.map((bead) => `${bead.source}-${bead.target}`);

const vi = [
  'Con mèo đen ngủ trên mái nhà.',
  'Năm 1987 trời mưa suốt 12 ngày.',
  'Bà Hoa mua 3 cân gạo.',
  'Không ai biết vì sao cửa hàng đóng cửa?',
  'Tháng 6 năm 2003 làng có 418 người.',
];
const de = [
  'Die schwarze Katze schläft auf dem Dach.',
  'Im Jahr 1987 regnete es 12 Tage lang.',
  'Frau Hoa kauft 3 Kilo Reis.',
  'Niemand weiß, warum der Laden geschlossen ist?',
  'Im Juni 2003 hatte das Dorf 418 Einwohner.',
];

describe('align', () => {
  test('clear texts are paired one to one', () => {
    const { beads } = align({ source: cut('vi', vi), target: cut('de', de) });
    expect(shapes(beads)).toEqual(['0-0', '1-1', '2-2', '3-3', '4-4']);
  });

  test('a dropped and an added sentence stand alone', () => {
    const target = [de[0]!, de[2]!, 'Der Zug nach Norden fährt heute 25 Minuten später ab.', de[3]!, de[4]!];
    const lexicon = parseLexicon([
      'mèo | Katze~\nnăm | Jahr~\nmưa | Regen, regn*\nngày | Tag~\ntàu | Zug, Züg~\nphía bắc | Norden\ngạo | Reis\nbà | Frau~\nmua | kauf*',
    ]);
    const { beads } = align({ source: cut('vi', vi), target: cut('de', target), lexicon });
    expect(shapes(beads)).toContain('1-');
    expect(shapes(beads)).toContain('-2');
    expect(shapes(beads)).toContain('4-4');
  });

  test('furniture takes no part', () => {
    const { beads } = align({
      source: cut('vi', ['~Trang chủ 1987', ...vi]),
      target: cut('de', [...de.slice(0, 2), '~Teilen 1987 12', ...de.slice(2)]),
    });
    expect(shapes(beads)).toEqual(['0-', '1-0', '2-1', '-2', '3-3', '4-4', '5-5']);
  });

  test('walls are kept, and nothing crosses them', () => {
    const walls = [{ source: [1, 2], target: [1] }];
    const { beads } = align({ source: cut('vi', vi), target: cut('de', de), walls });
    expect(shapes(beads)).toContain('1,2-1');
    expect(beads.find((bead) => bead.source[0] === 1)?.score).toBe(1);
  });

  test('a lexicon decides where nothing else does', () => {
    const lexicon = parseLexicon([
      'mèo | Katze~\nngủ | schläft\nchó | Hund~\nchạy | läuft\nchim | Vogel~\nbay | fliegt',
    ]);
    const source = cut('vi', ['Mèo ngủ.', 'Chó chạy.', 'Chim bay.']);
    const target = cut('de', ['Hund läuft.', 'Vogel fliegt.']);
    expect(shapes(align({ source, target, lexicon }).beads)).toEqual(['0-', '1-0', '2-1']);
  });

  test('cancelling throws', () => {
    const input = { source: cut('vi', vi), target: cut('de', de) };
    expect(() => align(input, { isCancelled: () => true })).toThrow('Cancelled');
  });
});

const words = fc.constantFrom('nước', '1987', 'Hoa', 'Land', '12', '?', 'Katze', 'mèo', 'x');
const line = fc.array(words, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));
const text = fc.array(
  fc.oneof(
    line,
    line.map((words) => `~${words}`),
  ),
  { maxLength: 12 },
);

test('every segment stands in exactly one bead, in order, and the same input gives the same output', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const input = { source: cut('vi', a), target: cut('de', b) };
      const { beads } = align(input);
      expect(beads.flatMap((bead) => bead.source)).toEqual(a.map((_, at) => at));
      expect(beads.flatMap((bead) => bead.target)).toEqual(b.map((_, at) => at));
      for (const bead of beads) {
        expect(bead.score).toBeGreaterThanOrEqual(0);
        expect(bead.score).toBeLessThanOrEqual(1);
        const lonely = [...bead.source.map((at) => a[at]!), ...bead.target.map((at) => b[at]!)];
        if (bead.source.length > 0 && bead.target.length > 0)
          expect(lonely.some((words) => words.startsWith('~'))).toBe(false);
      }
      expect(align(input)).toEqual({ beads, links: [] });
    }),
    { numRuns: 60 },
  );
});
