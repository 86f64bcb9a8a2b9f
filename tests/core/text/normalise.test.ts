import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText } from '../../../src/core/text/index.ts';

describe('normaliseText', () => {
  it('drops the byte order mark and composes letters, and knows the way back', () => {
    const raw = `\uFEFF${'Tiếng Việt'.normalize('NFD')}\r\nhai`;
    const { text, toRaw } = normaliseText(raw);
    expect(text).toBe('Tiếng Việt\nhai');
    expect(raw.slice(toRaw(0), toRaw(5)).normalize('NFC')).toBe('Tiếng');
    expect(raw.slice(toRaw(11))).toBe('hai');
    expect(toRaw(text.length)).toBe(raw.length);
  });

  it('takes a lone carriage return for a line break only where no other stands', () => {
    expect(normaliseText('a\rb').text).toBe('a\nb');
    expect(normaliseText('a\rb\nc').text).toBe('a\rb\nc');
  });

  it('maps any stretch back to raw text that says the same', () => {
    const piece = fc.constantFrom(
      'ệ',
      'ờ'.normalize('NFD'),
      'a',
      ' ',
      '\n',
      '\r\n',
      '한'.normalize('NFD'),
      '文',
      'Å',
      '😀',
      'q\u0307\u0323',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(40), fc.nat(40), (pieces, a, b) => {
        const raw = pieces.join('');
        const { text, toRaw } = normaliseText(raw);
        expect(text).toBe(raw.normalize('NFC').replaceAll('\r\n', '\n'));
        const bounds = [0, ...[...text.matchAll(/\P{M}\p{M}*/gsu)].map((m) => m.index + m[0].length)];
        const [from, to] = [bounds[a % bounds.length]!, bounds[b % bounds.length]!].sort((x, y) => x - y) as [
          number,
          number,
        ];
        const back = raw.slice(toRaw(from), toRaw(to)).normalize('NFC').replaceAll('\r\n', '\n');
        expect(back).toBe(text.slice(from, to));
      }),
    );
  });
});
