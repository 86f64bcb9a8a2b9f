/**
 * Zip archives (DOCX, ODT, XLSX), read without trust: entries are looked up by name and never written anywhere, so that paths in
 * names lead nowhere; what an entry unpacks to is counted while it unpacks, whatever the archive says about it.
 * Zip64, encryption and split archives are refused: no office document needs them.
 */
import { Inflate, strFromU8 } from 'fflate';
import { AppError } from '../../errors.ts';

const MEGABYTE = 1 << 20;
/** All entries that are read from one archive, unpacked. */
export const MAX_UNPACKED_MEGABYTES = 256;
const MAX_ENTRIES = 20_000;
/** Fed to the inflater at once: what comes out of it (at most 1032 times as much) is counted before the next. */
const SLICE = 4096;

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly header: number;
  readonly encrypted: boolean;
}

export interface ZipArchive {
  readonly names: readonly string[];
  /** Null where there is no such entry. Throws AppError `file-invalid` or `file-unpacks-too-large`. */
  readonly bytes: (name: string) => Uint8Array | null;
  /** The same, decoded from UTF-8 (or UTF-16 with a byte order mark). */
  readonly text: (name: string) => string | null;
}

class Reader {
  readonly view: DataView;
  constructor(readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  u16 = (at: number): number => (at + 2 <= this.bytes.length ? this.view.getUint16(at, true) : 0);
  u32 = (at: number): number => (at + 4 <= this.bytes.length ? this.view.getUint32(at, true) : 0);
}

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

/** Offset of the end record, which stands at the end before a comment of at most 64 KB; -1 where there is none. */
function findEnd(r: Reader): number {
  const least = Math.max(0, r.bytes.length - 22 - 0xffff);
  for (let at = r.bytes.length - 22; at >= least; at--) if (r.u32(at) === 0x06054b50) return at;
  return -1;
}

function listEntries(r: Reader, refuse: (reason: string) => AppError): Map<string, Entry> {
  const end = findEnd(r);
  if (end < 0) throw refuse('the archive is cut off');
  const count = r.u16(end + 10);
  let at = r.u32(end + 16);
  if (count === 0xffff || at === 0xffffffff) throw refuse('it is an archive of more than 4 GB');
  if (count > MAX_ENTRIES) throw refuse('its archive has too many entries');
  const entries = new Map<string, Entry>();
  for (let i = 0; i < count; i++) {
    if (r.u32(at) !== 0x02014b50) throw refuse('the list of its parts is damaged');
    const [nameLength, extra, comment] = [r.u16(at + 28), r.u16(at + 30), r.u16(at + 32)];
    const name = strFromU8(r.bytes.subarray(at + 46, at + 46 + nameLength), true);
    entries.set(name.replaceAll('\\', '/'), {
      method: r.u16(at + 10),
      packed: r.u32(at + 20),
      header: r.u32(at + 42),
      encrypted: (r.u16(at + 8) & 1) !== 0,
    });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

function decode(bytes: Uint8Array): string {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (!utf16) return strFromU8(bytes[0] === 0xef && bytes[1] === 0xbb ? bytes.subarray(3) : bytes);
  const [low, high] = bytes[0] === 0xff ? [0, 1] : [1, 0];
  const parts: string[] = [];
  for (let at = 2; at + 1 < bytes.length; at += 8192) {
    const codes: number[] = [];
    for (let i = at; i + 1 < Math.min(at + 8192, bytes.length); i += 2)
      codes.push(bytes[i + low]! | (bytes[i + high]! << 8));
    parts.push(String.fromCharCode(...codes));
  }
  return parts.join('');
}

/** `file`, `format`: what messages call them. Throws AppError `file-invalid`. */
export function openZip(bytes: Uint8Array, file: string, format: string): ZipArchive {
  const refuse = (reason: string): AppError => new AppError('file-invalid', { file, format, reason });
  const reader = new Reader(bytes);
  const entries = listEntries(reader, refuse);
  let unpacked = 0;
  const count = (length: number): void => {
    unpacked += length;
    if (unpacked > MAX_UNPACKED_MEGABYTES * MEGABYTE)
      throw new AppError('file-unpacks-too-large', { file, limit: MAX_UNPACKED_MEGABYTES });
  };

  const inflate = (packed: Uint8Array, name: string): Uint8Array => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    let ended = false;
    const stream = new Inflate((chunk, final) => {
      length += chunk.length;
      count(chunk.length);
      chunks.push(chunk);
      ended ||= final;
    });
    try {
      for (let at = 0; at < packed.length && !ended; at += SLICE)
        stream.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length);
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw refuse(`its part ${name} is damaged`);
    }
    const whole = new Uint8Array(length);
    let at = 0;
    for (const chunk of chunks) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    return whole;
  };

  const read = (name: string): Uint8Array | null => {
    const entry = entries.get(name);
    if (!entry) return null;
    if (entry.encrypted) throw refuse('it is protected by a password');
    if (reader.u32(entry.header) !== 0x04034b50) throw refuse(`its part ${name} is missing`);
    const start = entry.header + 30 + reader.u16(entry.header + 26) + reader.u16(entry.header + 28);
    if (start + entry.packed > bytes.length) throw refuse(`its part ${name} is cut off`);
    const packed = bytes.subarray(start, start + entry.packed);
    if (entry.method === 8) return inflate(packed, name);
    if (entry.method !== 0) throw refuse(`its part ${name} is packed in an unknown way`);
    count(packed.length);
    return packed;
  };

  return {
    names: [...entries.keys()],
    bytes: read,
    text: (name) => {
      const content = read(name);
      return content && decode(content);
    },
  };
}

/** The names in an archive, for telling its format; empty where it is damaged. */
export function listZip(bytes: Uint8Array): readonly string[] {
  try {
    return openZip(bytes, '', '').names;
  } catch {
    return [];
  }
}
