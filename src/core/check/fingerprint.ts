/**
 * A flag's identity over re-runs: what was found in which texts, whatever their place in the document. A dismissal kept
 * under it survives a re-run, a re-alignment that keeps the pair and a re-import, and dies when one of the texts changes.
 */
import type { Flag, SegmentedText } from '../model.ts';

/** Raise it when checks change so much that old dismissals no longer mean the same. */
const VERSION = 1;

/** Two 32-bit multiplicative hashes side by side (after Murmur's finaliser): 64 bits, as 16 hexadecimal digits. */
const hash = (text: string): string => {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  const mix = (a: number, b: number): number =>
    (Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)) >>> 0;
  return [mix(high, low), mix(low, high)].map((part) => part.toString(16).padStart(8, '0')).join('');
};

const fold = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е').replace(/\s+/gu, ' ').trim();

/** What a flag says of its texts: kind, code, both spans, and the sentences around them. */
const identity = (flag: Flag, source: SegmentedText | null, target: SegmentedText): string => {
  const sentences = (text: SegmentedText | null, numbers: readonly number[]): string =>
    numbers.map((number) => fold(text?.segments[number]?.text ?? '')).join('\u0001');
  return [
    VERSION,
    flag.check,
    flag.messageCode,
    fold(flag.sourceSpan?.text ?? ''),
    fold(flag.targetSpan?.text ?? ''),
    sentences(source, flag.source),
    sentences(target, flag.target),
  ].join('\u0000');
};

export const fingerprint = (flag: Flag, source: SegmentedText | null, target: SegmentedText): string =>
  hash(identity(flag, source, target));

/** The same for a dismissal of "this pair of terms everywhere": spans alone, without their sentences. */
export const pairFingerprint = (flag: Flag): string =>
  hash(
    [VERSION, flag.check, fold(flag.sourceSpan?.text ?? ''), fold(flag.targetSpan?.text ?? '')].join(
      '\u0000',
    ),
  );
