/** Text files in and out: what is wrong with a file is told in words, and nothing is ever half written. */
import { isUtf8 } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../core/errors.ts';

const MEGABYTE = 1 << 20;
export const MAX_FILE_MEGABYTES = 200;
/** A whole book without a single line break stays below this; a dump or a minified file does not. */
export const MAX_LINE_CHARACTERS = 2_000_000;

export interface TextFile {
  /** The base name, for people. */
  readonly name: string;
  /** Decoded, without a byte order mark; offsets of segments count in it. */
  readonly text: string;
  /** For people: `UTF-8` or `UTF-8 with BOM`. */
  readonly encoding: string;
  readonly bytes: number;
}

/**
 * Reads a UTF-8 text, with or without a byte order mark.
 * Throws AppError `file-missing`, `file-is-folder`, `file-no-permission`, `file-too-large`, `file-empty`, `file-binary`,
 * `file-not-utf8` or `line-too-long`; `name` is what the message calls the file.
 */
export async function readTextFile(path: string, name: string = basename(path)): Promise<TextFile> {
  return decodeText(await readBytes(path, name), name);
}

/** The bytes of a file; throws the AppErrors of `readTextFile` that are not about its content. */
export async function readBytes(path: string, name: string): Promise<Buffer> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, 'r');
    const info = await handle.stat();
    if (info.isDirectory()) throw new AppError('file-is-folder', { file: name });
    const tooLarge = new AppError('file-too-large', { file: name, limit: MAX_FILE_MEGABYTES });
    if (info.size > MAX_FILE_MEGABYTES * MEGABYTE) throw tooLarge;
    // Pipes and devices have no size: count while reading.
    const chunks: Buffer[] = [];
    let total = 0;
    for await (const chunk of handle.createReadStream({ autoClose: false, highWaterMark: MEGABYTE })) {
      chunks.push(chunk as Buffer);
      total += (chunk as Buffer).length;
      if (total > MAX_FILE_MEGABYTES * MEGABYTE) throw tooLarge;
    }
    return Buffer.concat(chunks, total);
  } catch (error) {
    throw readError(error, name);
  } finally {
    await handle?.close();
  }
}

/** What an error of the file system means to the person who named the file; other errors pass as they are. */
export function readError(error: unknown, file: string): unknown {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
    case 'ELOOP':
      return new AppError('file-missing', { file }, { cause: error });
    case 'EISDIR':
      return new AppError('file-is-folder', { file }, { cause: error });
    case 'EACCES':
    case 'EPERM':
      return new AppError('file-no-permission', { file }, { cause: error });
    default:
      return error;
  }
}

/** The text in a file's bytes; throws the content errors of `readTextFile`. */
export function decodeText(bytes: Buffer, name: string): TextFile {
  if (bytes.length === 0) throw new AppError('file-empty', { file: name });
  if (startsAs(bytes, UTF16_MARKS)) throw new AppError('file-not-utf8', { file: name, offset: 0 });
  if (isBinary(bytes)) throw new AppError('file-binary', { file: name });
  if (!isUtf8(bytes)) throw new AppError('file-not-utf8', { file: name, offset: firstBadByte(bytes) });
  const marked = startsAs(bytes, [[0xef, 0xbb, 0xbf]]);
  const text = bytes.toString('utf8', marked ? 3 : 0);
  if (!/[^\s\u200b\ufeff]/.test(text)) throw new AppError('file-empty', { file: name });
  checkLines(text, name);
  return { name, text, encoding: marked ? 'UTF-8 with BOM' : 'UTF-8', bytes: bytes.length };
}

/** XML in UTF-8 or, with a byte order mark, UTF-16, as many tools write TMX. Long lines are usual in it. */
export function decodeXml(bytes: Buffer, name: string): TextFile {
  if (bytes.length === 0) throw new AppError('file-empty', { file: name });
  if (startsAs(bytes, UTF16_MARKS)) {
    const encoding = bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
    const text = new TextDecoder(encoding).decode(bytes);
    return { name, text, encoding: encoding.toUpperCase(), bytes: bytes.length };
  }
  if (isBinary(bytes)) throw new AppError('file-binary', { file: name });
  if (!isUtf8(bytes)) throw new AppError('file-not-utf8', { file: name, offset: firstBadByte(bytes) });
  const marked = startsAs(bytes, [[0xef, 0xbb, 0xbf]]);
  return { name, text: bytes.toString('utf8', marked ? 3 : 0), encoding: 'UTF-8', bytes: bytes.length };
}

const UTF16_MARKS = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];
/** Formats that people take for text: PDF, Word and other zip archives, old Office, images, gzip, RAR, 7z, SQLite, ELF. */
const MAGIC = [
  [0x25, 0x50, 0x44, 0x46],
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66, 0x6f, 0x72, 0x6d, 0x61, 0x74, 0x20, 0x33],
  [0x7f, 0x45, 0x4c, 0x46],
];

const startsAs = (bytes: Buffer, marks: readonly (readonly number[])[]): boolean =>
  marks.some((mark) => mark.every((byte, i) => bytes[i] === byte));

/** A NUL byte anywhere, a known format, or many control characters at the beginning. */
export function isBinary(bytes: Buffer): boolean {
  if (startsAs(bytes, MAGIC) || bytes.includes(0)) return true;
  const head = bytes.subarray(0, 65_536);
  let controls = 0;
  for (const byte of head) if (byte < 32 && !(byte >= 9 && byte <= 13) && byte !== 27) controls++;
  return controls > 4 && controls > head.length / 50;
}

/** Offset of the first byte that is not UTF-8: halves the prefix until a character that cannot be stands alone. */
export function firstBadByte(bytes: Buffer): number {
  const decodes = (end: number): boolean => {
    // A prefix may end inside a character: that alone is no fault yet.
    const decoder = new TextDecoder('utf-8', { fatal: true });
    try {
      decoder.decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (middle <= bytes.length && decodes(middle)) good = middle;
    else bad = middle;
  }
  return Math.min(good, bytes.length);
}

export function checkLines(text: string, file: string): void {
  let line = 1;
  for (let start = 0; start <= text.length; line++) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (end - start > MAX_LINE_CHARACTERS && !/[\r\u2028\u2029]/.test(text.slice(start, end)))
      throw new AppError('line-too-long', { file, line, limit: MAX_LINE_CHARACTERS });
    start = end + 1;
  }
}

/** Text goes out as UTF-8. */
export type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
/** In UTF-16 units. */
const WRITE_AT_ONCE = 1 << 18;

/**
 * Writes a file so that readers see the old one or the whole new one: into a file beside it, to the disk, then renamed.
 * Pipes and devices are written directly. Throws AppError `disk-full`, `file-unwritable` or `file-is-folder`; errors of
 * `chunks` itself pass as they are, and the old file stays.
 */
export async function writeBeside(
  path: string,
  chunks: Chunks,
  name: string = basename(path),
): Promise<void> {
  try {
    const present = await stat(path).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    });
    if (present?.isDirectory()) throw new AppError('file-is-folder', { file: name });
    if (present && !present.isFile()) return await writeAll(path, 'w', chunks, false);
    const target = present ? await realpath(path) : path;
    // A file that may not be written stays as it is, although its folder would allow the rename.
    if (present) await (await open(target, constants.O_WRONLY)).close();
    const beside = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.part`);
    try {
      await writeAll(beside, 'wx', chunks, true, present?.mode);
      await rename(beside, target);
    } catch (error) {
      await unlink(beside).catch(() => undefined);
      throw error;
    }
    await syncFolder(dirname(target));
  } catch (error) {
    throw writeError(error, name);
  }
}

async function writeAll(
  path: string,
  flags: string,
  chunks: Chunks,
  sync: boolean,
  mode?: number,
): Promise<void> {
  const handle = await open(path, flags);
  try {
    if (mode !== undefined) await handle.chmod(mode & 0o7777);
    let waiting = '';
    // What comes next is made while the disk takes what came before.
    let written: Promise<void> = Promise.resolve();
    const write = async (piece: string | Uint8Array): Promise<void> => {
      await written;
      written = handle.writeFile(piece);
      written.catch(() => undefined);
    };
    for await (const chunk of chunks) {
      if (typeof chunk === 'string') waiting += chunk;
      if (waiting.length > WRITE_AT_ONCE || (typeof chunk !== 'string' && waiting !== '')) {
        await write(waiting);
        waiting = '';
      }
      if (typeof chunk !== 'string' && chunk.length > 0) await write(chunk);
    }
    await write(waiting);
    await written;
    if (sync) await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the rename itself last; some file systems and Windows cannot sync a folder, which is no error. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {}
}

function writeError(error: unknown, file: string): unknown {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new AppError('disk-full', { file }, { cause: error });
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENAMETOOLONG':
    case 'ETXTBSY':
      return new AppError('file-unwritable', { file }, { cause: error });
    case 'EISDIR':
      return new AppError('file-is-folder', { file }, { cause: error });
    default:
      return error;
  }
}

/** The system's code of an error (`ENOENT`), or null. */
export const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
