import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSentences, compareWords, similarityOf } from '../../../src/core/compare/index.ts';

const kinds = (before: string[], after: string[], lang = 'de') =>
  compareSentences(before, after, lang).map(
    (change) => `${change.kind} ${change.before ?? '-'}:${change.after ?? '-'}`,
  );

describe('words', () => {
  it('shows the changed word and leaves its neighbours', () => {
    expect(compareWords('Der Preis steigt schnell.', 'Der Preis sinkt schnell.', 'de')).toEqual([
      { kind: 'same', text: 'Der Preis ' },
      { kind: 'removed', text: 'steigt' },
      { kind: 'added', text: 'sinkt' },
      { kind: 'same', text: ' schnell.' },
    ]);
  });
  it('takes a phrase as one change', () => {
    expect(compareWords('на старом рынке', 'на новой площади', 'ru').map((c) => c.text)).toEqual([
      'на ',
      'старом рынке',
      'новой площади',
    ]);
  });
  it('compares Chinese by characters', () => {
    expect(compareWords('三月开会', '五月开会', 'zh')).toEqual([
      { kind: 'removed', text: '三' },
      { kind: 'added', text: '五' },
      { kind: 'same', text: '月开会' },
    ]);
  });
  it('sees no change between NFC and NFD', () => {
    expect(compareWords('Hợp tác xã', 'Hợp tác xã'.normalize('NFD'), 'vi')).toEqual([
      { kind: 'same', text: 'Hợp tác xã' },
    ]);
  });
  it('joins back to both texts', () => {
    const text = fc
      .array(fc.constantFrom('cà phê', 'mới', ' ', ',', 'giá', '五', 'ё', ' 3 '))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, fc.constantFrom('vi', 'de', 'ru', 'zh'), (before, after, lang) => {
        const changes = compareWords(before, after, lang);
        const join = (left: string) =>
          changes
            .filter((c) => c.kind !== left)
            .map((c) => c.text)
            .join('');
        expect(join('added')).toBe(before.normalize('NFC'));
        expect(join('removed')).toBe(after.normalize('NFC'));
      }),
    );
  });
  it('measures similarity between none and all', () => {
    expect(similarityOf('Das Lager ist voll.', 'Das Lager ist voll.', 'de')).toBe(1);
    expect(similarityOf('Das Lager ist voll.', 'Das Lager ist leer.', 'de')).toBeGreaterThan(0.6);
    expect(similarityOf('Das Lager ist voll.', 'Wir fahren heim', 'de')).toBeLessThan(0.2);
  });
});

describe('sentences', () => {
  const old = [
    'Der Hafen öffnet um sechs.',
    'Die Fähre fährt stündlich.',
    'Karten gibt es am Kai.',
    'Hunde fahren frei.',
  ];
  it('finds the one that changed', () => {
    expect(kinds(old, [old[0]!, 'Die Fähre fährt halbstündlich.', old[2]!, old[3]!])).toEqual([
      'same 0:0',
      'changed 1:1',
      'same 2:2',
      'same 3:3',
    ]);
  });
  it('tells what came and what went, in place', () => {
    expect(kinds(old, [old[0]!, old[2]!, 'Das Café am Steg hat zu.', old[3]!])).toEqual([
      'same 0:0',
      'removed 1:-',
      'same 2:1',
      'added -:2',
      'same 3:3',
    ]);
  });
  it('follows a moved sentence', () => {
    expect(kinds(old, [old[1]!, old[2]!, old[3]!, old[0]!])).toEqual([
      'same 1:0',
      'same 2:1',
      'same 3:2',
      'moved 0:3',
    ]);
  });
  it('puts every sentence of both lists into one change', () => {
    const texts = fc.array(
      fc.constantFrom(...old, 'Neu.', 'Die Fähre fährt nie.', 'Am Kai gibt es Karten.'),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const changes = compareSentences(before, after, 'de');
        const side = (name: 'before' | 'after') =>
          changes.flatMap((c) => (c[name] === null ? [] : [c[name]]));
        expect(side('after')).toEqual(after.map((_, i) => i));
        expect(side('before').sort((a, b) => a - b)).toEqual(before.map((_, i) => i));
      }),
    );
  });
  it('gives exactly the k changed sentences of a long text', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(299), { maxLength: 30 }), (places) => {
        const before = Array.from(
          { length: 300 },
          (_, i) => `Satz ${i} über das Lager ${i * 7} mit Kiste ${i * 13}.`,
        );
        const after = before.map((text, i) => (places.includes(i) ? text.replace('Lager', 'Depot') : text));
        const changed = compareSentences(before, after, 'de').filter((c) => c.kind !== 'same');
        expect(changed.map((c) => c.after)).toEqual([...places].sort((a, b) => a - b));
        expect(changed.every((c) => c.kind === 'changed' && c.before === c.after)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});
