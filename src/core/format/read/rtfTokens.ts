/** RTF 1.9 as tokens: groups, control words and symbols, bytes of text. Linear, and nothing in the file can make it look back. */

export type RtfToken =
  | { readonly kind: 'open' | 'close' }
  /** `\par`, `\u-4052`; `parameter` is null where there is none. */
  | { readonly kind: 'word'; readonly word: string; readonly parameter: number | null }
  /** `\~`, `\*`. */
  | { readonly kind: 'symbol'; readonly symbol: string }
  /** A byte in the code page of the font, from the text or from `\'e9`. */
  | { readonly kind: 'byte'; readonly byte: number };

const OPEN = 0x7b;
const CLOSE = 0x7d;
const BACKSLASH = 0x5c;
const LONGEST_WORD = 32;
const LONGEST_NUMBER = 10;

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90));
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57;

export function* readRtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at++]!;
    if (byte === OPEN) yield { kind: 'open' };
    else if (byte === CLOSE) yield { kind: 'close' };
    else if (byte === 10 || byte === 13 || byte === 0) continue;
    else if (byte !== BACKSLASH) yield { kind: 'byte', byte };
    else if (isLetter(bytes[at])) {
      const start = at;
      while (isLetter(bytes[at]) && at - start < LONGEST_WORD) at += 1;
      const word = String.fromCharCode(...bytes.subarray(start, at));
      const number = at;
      if (bytes[at] === 45) at += 1;
      while (isDigit(bytes[at]) && at - number < LONGEST_NUMBER) at += 1;
      const digits = String.fromCharCode(...bytes.subarray(number, at));
      if (bytes[at] === 32) at += 1;
      const parameter = /\d/.test(digits) ? Number(digits) : null;
      // What follows is no text but a picture or the like.
      if (word === 'bin' && parameter !== null && parameter > 0) at += parameter;
      else yield { kind: 'word', word, parameter };
    } else if (bytes[at] === 39) {
      const hex = String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0);
      at += 3;
      if (/^[0-9a-f]{2}$/i.test(hex)) yield { kind: 'byte', byte: Number.parseInt(hex, 16) };
    } else if (at < bytes.length) yield { kind: 'symbol', symbol: String.fromCharCode(bytes[at++]!) };
  }
}
