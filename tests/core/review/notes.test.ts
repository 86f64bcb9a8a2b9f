/** Notes on words: they follow their words through edits, and call people by name. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  completeMention,
  findMentions,
  followSpan,
  isCalled,
  isSpanOf,
} from '../../../src/core/review/index.ts';

/** Where the words stand afterwards, as the words themselves. */
const wordsAfter = (words: string, before: string, after: string, lang = 'de'): string | null => {
  const start = before.indexOf(words);
  const span = followSpan({ start, end: start + words.length }, before, after, lang);
  return span && after.slice(span.start, span.end);
};

describe('words that a note is on', () => {
  const TEXT = 'Der Fluss trat im Mai über die Ufer.';

  test.each([
    [
      'what is put in before them moves them',
      'Der breite Fluss trat im Mai über die Ufer.',
      'im Mai',
      'im Mai',
    ],
    [
      'what is put in beside them is not theirs',
      'Der Fluss trat erst im Mai plötzlich über die Ufer.',
      'im Mai',
      'im Mai',
    ],
    [
      'what is put in between them is',
      'Der Fluss trat im frühen Mai über die Ufer.',
      'im Mai',
      'im frühen Mai',
    ],
    ['what takes their place is', 'Der Fluss trat im Juni über die Ufer.', 'Mai', 'Juni'],
    [
      'what takes the place of some of them is',
      'Der Fluss trat im Juni über die Ufer.',
      'trat im Mai',
      'trat im Juni',
    ],
    ['rewritten with all around them, nothing is left', 'Das Wasser stieg bis zur Brücke.', 'im Mai', null],
    ['where all are gone nothing is left', 'Der Fluss trat über die Ufer.', 'im Mai', null],
    ['where a part is gone the rest is left', 'Der Fluss trat im Mai.', 'im Mai über die Ufer', 'im Mai'],
  ])('%s', (_, after, words, expected) => {
    expect(wordsAfter(words, TEXT, after)).toBe(expected);
  });

  test('in Chinese by characters, in Vietnamese by composed letters', () => {
    expect(wordsAfter('五月', '河水在五月漫过堤岸。', '河水昨天在五月漫过堤岸。', 'zh')).toBe('五月');
    expect(
      wordsAfter('tháng năm', 'Sông tràn bờ vào tháng năm.', 'Con sông tràn bờ vào tháng năm.', 'vi'),
    ).toBe('tháng năm');
  });

  test('a span lies within both texts, and an edit beside it leaves its words alone', () => {
    const word = fc.constantFrom('sông', 'bờ', 'nước', 'đê', 'làng', 'mưa');
    const words = fc.array(word, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(words, words, words, words, words, (left, middle, right, newLeft, newRight) => {
        // Marks of their own around it: no word of the middle occurs beside it.
        const inside = middle.map((one) => `${one}X`).join(' ');
        const before = `${left.join(' ')} ${inside} ${right.join(' ')}`;
        const after = `${newLeft.join(' ')} ${inside} ${newRight.join(' ')}`;
        expect(wordsAfter(inside, before, after, 'vi')).toBe(inside);
      }),
    );
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        fc.nat(),
        fc.nat(),
        (a, b, x, y) => {
          const [before, after] = [a.normalize('NFC'), b.normalize('NFC')];
          const [start, end] = [x % (before.length + 1), y % (before.length + 1)].sort((p, q) => p - q) as [
            number,
            number,
          ];
          const span = followSpan({ start, end }, before, after, 'vi');
          if (span) expect(span.start >= 0 && span.start < span.end && span.end <= after.length).toBe(true);
        },
      ),
    );
  });

  test('a span cuts no letter in two', () => {
    expect(isSpanOf('a😀b', { start: 0, end: 2 })).toBe(false);
    expect(isSpanOf('e\u0323x', { start: 0, end: 1 })).toBe(false);
    expect(isSpanOf('abc', { start: 1, end: 4 })).toBe(false);
    expect(isSpanOf('abc', { start: 1, end: 3 })).toBe(true);
  });
});

describe('names that a note calls', () => {
  const NAMES = ['Hà', 'Trần Thị Hà', 'An', 'O. Meyer'];

  test('the longest known name, else one word; no address', () => {
    expect(
      findMentions('@Trần Thị Hà, @an: fragt @Linh und o@An.example', NAMES).map(({ name }) => name),
    ).toEqual(['Trần Thị Hà', 'An', 'Linh']);
    expect(findMentions('Ende @O. Meyer.', NAMES)).toEqual([{ start: 5, end: 14, name: 'O. Meyer' }]);
    expect(findMentions('@Anna', NAMES)[0]?.name).toBe('Anna');
  });

  test('whom it calls: a part of a name too, where it is nobody else’s', () => {
    expect(isCalled('@Trần bitte', 'Trần Thị Hà', NAMES)).toBe(true);
    expect(isCalled('@Hà bitte', 'Trần Thị Hà', NAMES)).toBe(false);
    expect(isCalled('@Hà bitte', 'Hà', NAMES)).toBe(true);
    expect(isCalled('@trần thị hà'.normalize('NFD'), 'Trần Thị Hà', NAMES)).toBe(true);
    expect(isCalled('Hà bitte', 'Hà', NAMES)).toBe(false);
  });

  test('what is typed after an at sign is completed', () => {
    expect(completeMention('Frag @', 6, NAMES)?.names).toEqual(NAMES);
    expect(completeMention('Frag @th', 8, NAMES)).toEqual({ start: 5, names: ['Trần Thị Hà'] });
    expect(completeMention('Frag @Trần Th', 13, NAMES)?.names).toEqual(['Trần Thị Hà']);
    expect(completeMention('x@A', 3, NAMES)).toBeNull();
    expect(completeMention('Frag', 4, NAMES)).toBeNull();
    expect(completeMention('@An', 3, ['An'])).toBeNull();
  });
});
