/** Writes Vietnamese in old encodings, letter by letter: what a codec cannot write composed, it may write decomposed. */
import iconv from 'iconv-lite';
import { ENCODINGS } from '../../../src/services/read/encodingNames.ts';

/** Windows-1258 has ă â ê ô ơ ư đ composed and tones as combining marks. */
const decompose1258 = (text: string): string =>
  [...text.normalize('NFC')]
    .map((letter) => {
      const parts = letter.normalize('NFD');
      const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(parts)?.[0] ?? '';
      return parts.replace(tone, '').normalize('NFC') + tone;
    })
    .join('');

export function encodeVietnamese(text: string, encoding: string): Buffer {
  return iconv.encode(encoding === 'Windows-1258' ? decompose1258(text) : text, ENCODINGS[encoding]!);
}
