import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutPieces } from '../../src/renderer/grid/pieces.ts';

test('a number within a flagged span keeps both looks', () => {
  const pieces = cutPieces('hơn 150 tỷ USD', [
    { start: 4, end: 14, look: 'flagged' },
    { start: 4, end: 10, look: 'number', hint: '150,000,000,000' },
  ]);
  expect(pieces.map(({ text, looks }) => [text, looks])).toEqual([
    ['hơn ', []],
    ['150 tỷ', ['flagged', 'number']],
    [' USD', ['flagged']],
  ]);
  expect(pieces[1]?.hint).toBe('150,000,000,000');
});

test('the pieces put together are the text, whatever the marks', () => {
  const marks = fc.array(
    fc.record({
      start: fc.integer({ min: -3, max: 30 }),
      end: fc.integer({ min: -3, max: 30 }),
      look: fc.constant('x'),
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 24 }), marks, (text, all) => {
      const pieces = cutPieces(text, all);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      for (const piece of pieces)
        expect(text.slice(piece.start, piece.start + piece.text.length)).toBe(piece.text);
    }),
  );
});
