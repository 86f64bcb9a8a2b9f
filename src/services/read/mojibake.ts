/**
 * Mojibake: a text in UTF-8 that was once read in another encoding and saved again (`Viá»‡t Nam`). Where the damage can be undone, it
 * is; where letters were lost (`Vi?t Nam`), it is said.
 */
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import type { ReadWarning } from '../../core/format/read/index.ts';
import { warn } from '../../core/format/read/index.ts';
import { plausibility } from '../../core/text/index.ts';

/** Encodings as which UTF-8 is misread, with the first letters of what comes out. */
const MISREAD = [
  {
    name: 'Windows-1252',
    codec: 'windows1252',
    sign: /[ÃÂÄÅÆáâäåæ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Ð[°-¿]/,
  },
  { name: 'Windows-1258', codec: 'windows1258', sign: /[ÃÂÄÅÆáâäåæ][\u0080-\u00bf‚ƒ„…†‡ˆ‰‹Œ‘’“”•–—˜™›œŸ]/ },
  {
    name: 'Windows-1251',
    codec: 'windows1251',
    sign: /[ГДЕЖРСбвдг][\u0080-\u00bfЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџЎўЈҐЄЇІіґєјЅѕї№°]/,
  },
  { name: 'GB18030', codec: 'gb18030', sign: /[锟斤拷烫鈥銆涓鐨浜嗛绗]{2}/ },
] as const;
/** The repaired text has to look this much better. */
const LEAST_GAIN = 0.15;
/** A share of words with a question mark inside: letters were lost for good. */
const LOST = /\p{L}\?\p{L}/gu;

export interface Repaired {
  readonly text: string;
  readonly warnings: readonly ReadWarning[];
}

/** Latin-1 signs that Windows code pages leave empty pass through as themselves, as browsers read them. */
function encode(text: string, codec: string): Buffer | null {
  const bytes = iconv.encode(text, codec);
  const back = iconv.decode(bytes, codec);
  if (back === text) return bytes;
  const parts: Buffer[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code >= 0x80 && code <= 0x9f) parts.push(Buffer.from([code]));
    else {
      const one = iconv.encode(character, codec);
      if (iconv.decode(one, codec) !== character) return null;
      parts.push(one);
    }
  }
  return Buffer.concat(parts);
}

const MAX_REPAIRED = 5_000_000;

export function repairMojibake(text: string): Repaired {
  const head = text.slice(0, 50_000);
  for (const { name, codec, sign } of MISREAD) {
    if (!sign.test(head) || text.length > MAX_REPAIRED) continue;
    // Line by line: pages mix damaged and whole parts.
    let repairedLines = 0;
    const lines = text.split('\n').map((line) => {
      if (!sign.test(line)) return line;
      const bytes = encode(line, codec);
      if (bytes === null || !isUtf8(bytes)) return line;
      repairedLines += 1;
      return bytes.toString('utf8');
    });
    if (repairedLines === 0) continue;
    const repaired = lines.join('\n');
    if (plausibility(repaired) > plausibility(text) + LEAST_GAIN)
      return { text: repaired, warnings: [warn('mojibake', { encoding: name })] };
  }
  const lost = head.match(LOST) ?? [];
  const words = head.match(/\p{L}+/gu)?.length ?? 0;
  if (lost.length >= 5 && lost.length * 12 > words)
    return { text, warnings: [warn('mojibake-lost', { example: exampleOf(head) })] };
  return { text, warnings: [] };
}

const exampleOf = (text: string): string =>
  /[\p{L}?]*\p{L}\?\p{L}[\p{L}?]*/u.exec(text)?.[0].slice(0, 40) ?? '';
