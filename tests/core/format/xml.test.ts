import { expect, test } from 'vitest';
import { cleanSegment, escapeXml } from '../../../src/core/format/write/xml.ts';

test('every character alone, and behind a letter, comes out as NFC and without what XML cannot hold', () => {
  for (let code = 0; code < 0x1_0000; code++) {
    const character = String.fromCharCode(code);
    for (const text of [character, `a${character}`, `${character}ã`]) {
      const clean = cleanSegment(text);
      expect(clean.normalize('NFC'), `U+${code.toString(16)}`).toBe(clean);
      if (/[\p{Cs}\p{Cc}\ufffe\uffff]/u.test(clean)) expect.fail(`U+${code.toString(16)} stays`);
    }
  }
});

test('marks of XML are written as entities, each once', () => {
  expect(escapeXml('a & b < c > "d" &amp;')).toBe('a &amp; b &lt; c &gt; &quot;d&quot; &amp;amp;');
});
