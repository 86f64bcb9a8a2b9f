/**
 * Encodings of text files: UTF-8 and UTF-16 are told by their form, older ones by trial: every candidate decodes a sample, and the
 * one that gives the most plausible text wins. The person can choose another.
 */
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import jschardet from 'jschardet';
import type { ReadWarning } from '../../core/format/read/index.ts';
import { warn } from '../../core/format/read/index.ts';
import { plausibility } from '../../core/text/index.ts';
import { ENCODINGS, type EncodingName, findEncoding } from './encodingNames.ts';
import { repairMojibake } from './mojibake.ts';

/** Of two that give the same text, the first is named. */
const TRIED = [
  'Windows-1252',
  'Windows-1258',
  'TCVN3',
  'VISCII',
  'Windows-1251',
  'KOI8-R',
  'CP866',
  'GB18030',
  'Big5',
];
const WIDE = ['UTF-16LE', 'UTF-16BE'];
const SAMPLE = 60_000;
/** Below this the best guess is doubtful; nearer than this to the second, too. */
const LEAST_PLAUSIBLE = 0.45;
const LEAST_LEAD = 0.03;

export interface Decoded {
  /** Without byte order mark. */
  readonly text: string;
  readonly encoding: EncodingName;
  readonly warnings: readonly ReadWarning[];
}

export const decodeAs = (bytes: Buffer, encoding: EncodingName): string =>
  iconv.decode(bytes, ENCODINGS[encoding]!, { stripBOM: true });

const startsWith = (bytes: Buffer, ...mark: number[]): boolean => mark.every((byte, i) => bytes[i] === byte);

/** UTF-16 without a mark has zeros in every other place where the text is in an alphabet. */
function looksUtf16(bytes: Buffer): EncodingName | null {
  const head = bytes.subarray(0, 4096);
  if (head.length < 4 || bytes.length % 2 !== 0) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++) if (head[i] === 0) i % 2 === 0 ? even++ : odd++;
  const least = head.length / 8;
  if (odd > least && even * 10 < odd) return 'UTF-16LE';
  if (even > least && odd * 10 < even) return 'UTF-16BE';
  return null;
}

/** The encoding of bytes whose form tells it; null for the older ones. */
function tellByForm(bytes: Buffer): EncodingName | null {
  if (startsWith(bytes, 0xff, 0xfe)) return 'UTF-16LE';
  if (startsWith(bytes, 0xfe, 0xff)) return 'UTF-16BE';
  return isUtf8(bytes) && !bytes.includes(0) ? 'UTF-8' : looksUtf16(bytes);
}

/** What shows the encoding of a text: its lines with bytes beyond ASCII, since plain ones say nothing. */
function takeSample(bytes: Buffer): Buffer {
  const lines: Buffer[] = [];
  let length = 0;
  for (let start = 0; start < bytes.length && length < SAMPLE; ) {
    const found = bytes.indexOf(10, start);
    const end = found < 0 ? bytes.length : found + 1;
    const line = bytes.subarray(start, Math.min(end, start + SAMPLE));
    if (line.some((byte) => byte >= 0x80 || (byte < 32 && byte !== 10 && byte !== 13 && byte !== 9))) {
      lines.push(line);
      length += line.length;
    }
    start = end;
  }
  return Buffer.concat(lines).subarray(0, SAMPLE);
}

/** The older encodings, likeliest first, with their plausibility. */
export function rankEncodings(bytes: Buffer): { encoding: EncodingName; plausible: number }[] {
  const sample = takeSample(bytes);
  const found = jschardet.detect(sample.subarray(0, 8192))?.encoding ?? null;
  const extra = found === null ? null : findEncoding(found);
  const candidates = extra && !TRIED.includes(extra) && !extra.startsWith('UTF') ? [...TRIED, extra] : TRIED;
  const decoded = new Map<string, EncodingName>();
  const add = (encoding: EncodingName, of: Buffer): void => {
    const text = decodeAs(of, encoding);
    if (!decoded.has(text)) decoded.set(text, encoding);
  };
  for (const encoding of candidates) add(encoding, sample);
  if (bytes.length % 2 === 0) for (const encoding of WIDE) add(encoding, bytes.subarray(0, SAMPLE));
  return [...decoded]
    .map(([text, encoding]) => ({ encoding, plausible: plausibility(text) }))
    .sort((a, b) => b.plausible - a.plausible);
}

/** `wanted`: the encoding that a person chose; `named`: what the file says of itself, which its form may belie. */
export function decodeBytes(
  bytes: Buffer,
  wanted: EncodingName | null = null,
  named: string | null = null,
): Decoded {
  const told = wanted ?? tellByForm(bytes) ?? (named && findEncoding(named));
  const warnings: ReadWarning[] = [];
  let encoding = told === 'UTF-8' && wanted === null && named !== null && !isUtf8(bytes) ? null : told;
  if (encoding === null) {
    const [best, second] = rankEncodings(bytes);
    encoding = best!.encoding;
    const sure =
      best!.plausible >= LEAST_PLAUSIBLE && best!.plausible - (second?.plausible ?? 0) >= LEAST_LEAD;
    warnings.push(warn(sure ? 'encoding-guessed' : 'encoding-doubtful', { encoding }));
  }
  const text = decodeAs(bytes, encoding);
  const lost = text.match(/\ufffd/g)?.length ?? 0;
  if (lost > 0) warnings.push(warn('replacement-characters', { count: lost }));
  if (wanted !== null) return { text, encoding, warnings };
  const repaired = repairMojibake(text);
  return { text: repaired.text, encoding, warnings: [...warnings, ...repaired.warnings] };
}
