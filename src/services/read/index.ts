/** From the bytes of any file to blocks: the format told by content, the text decoded, the reader run. */
import { AppError } from '../../core/errors.ts';
import {
  FORMATS,
  type Format,
  type FormatId,
  isMisnamed,
  isZip,
  listZip,
  type ReadDocument,
  type ReadOptions,
  type ReadWarning,
  recogniseFormat,
  warn,
} from '../../core/format/read/index.ts';
import { checkLines, isBinary } from '../files.ts';
import type { EncodingName } from './encodingNames.ts';
import { decodeBytes } from './encodings.ts';

export interface ReadRequest extends ReadOptions {
  /** Chosen by a person; told from the bytes where left out. */
  readonly encoding?: EncodingName;
  readonly format?: FormatId;
}

/** A file with its format told and its text decoded, ready for a reader. */
export interface OpenedFile {
  readonly file: string;
  readonly format: Format;
  readonly bytes: Uint8Array;
  /** Decoded, for formats that are text. */
  readonly text: string;
  /** Null for formats that are no text. */
  readonly encoding: string | null;
  readonly warnings: readonly ReadWarning[];
}

export interface ReadFile extends ReadDocument {
  readonly encoding: string | null;
}

const HEAD = 64 * 1024;

/** An XML declaration names its encoding; a meta element of HTML does too. */
function namedEncoding(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 2048).toString('latin1');
  const found =
    /^\s*<\?xml[^>]{0,200}\bencoding\s*=\s*["']([\w-]{2,30})["']/i.exec(head) ??
    /<meta[^>]{0,200}\bcharset\s*=\s*["']?([\w-]{2,30})/i.exec(head);
  return found?.[1] ?? null;
}

/**
 * Tells a file's format and decodes it. Throws AppError `file-empty`, `file-binary`, `format-unknown`, `line-too-long` or `usage`.
 */
export function openBytes(bytes: Buffer, file: string, request: ReadRequest = {}): OpenedFile {
  if (bytes.length === 0) throw new AppError('file-empty', { file });
  const entries = isZip(bytes) ? listZip(bytes) : null;
  const sniff = { file, bytes, entries };
  const packed = recogniseFormat({ ...sniff, head: null });
  if (packed)
    return { file, format: packed, bytes, text: '', encoding: null, warnings: misnamed(file, packed) };
  if (entries?.length === 0)
    throw new AppError('file-invalid', { file, format: 'a document', reason: 'it is cut off or damaged' });
  if (entries !== null || isUnreadable(bytes)) throw new AppError('format-unknown', { file });
  const decoded = decodeText(bytes, file, request);
  const { text, encoding } = decoded;
  if (!/[^\s\u200b\ufeff]/.test(text)) throw new AppError('file-empty', { file });
  const format =
    FORMATS.find(({ id }) => id === request.format) ??
    recogniseFormat({ ...sniff, head: text.slice(0, HEAD) });
  if (!format) throw new AppError('format-unknown', { file });
  if (format.from === 'bytes')
    throw new AppError('file-invalid', { file, format: format.name, reason: 'it is a text' });
  if (format.id === 'text' || format.id === 'markdown') checkLines(text, file);
  return { file, format, bytes, text, encoding, warnings: [...misnamed(file, format), ...decoded.warnings] };
}

function decodeText(bytes: Buffer, file: string, { encoding }: ReadRequest) {
  const named = encoding === undefined ? namedEncoding(bytes) : null;
  const decoded = decodeBytes(bytes, encoding ?? null, named);
  if (encoding === undefined && isBinary(bytes) && !decoded.encoding.startsWith('UTF-16'))
    throw new AppError('file-binary', { file });
  return decoded;
}

/** The binary formats of old Office have no reader. */
const isUnreadable = (bytes: Buffer): boolean => bytes.subarray(0, 4).toString('hex') === 'd0cf11e0';

const misnamed = (file: string, format: Format): ReadWarning[] =>
  isMisnamed(file, format)
    ? [warn('wrong-extension', { extension: file.slice(file.lastIndexOf('.') + 1), format: format.name })]
    : [];

/** What a reader gave, or why it gave nothing; what it stumbles over is the file's fault. Throws AppError. */
export async function finishReading(
  { file, format, encoding, warnings }: OpenedFile,
  run: () => ReadDocument | Promise<ReadDocument>,
): Promise<ReadFile> {
  let document: ReadDocument;
  try {
    document = await run();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError(
      'file-invalid',
      { file, format: format.name, reason: 'it is damaged' },
      { cause: error },
    );
  }
  const isEmpty = document.units === null ? document.blocks.length === 0 : document.units.length === 0;
  if (isEmpty && !document.warnings.some(({ code }) => code === 'pdf-no-text'))
    throw new AppError('file-empty', { file });
  return { ...document, encoding, warnings: [...warnings, ...document.warnings] };
}

/** Runs the reader of an opened file in this thread. Throws the AppErrors of the readers, and `file-empty`. */
export async function readOpened(opened: OpenedFile, options: ReadOptions = {}): Promise<ReadFile> {
  const { file, bytes, text } = opened;
  const reader = await opened.format.load();
  return finishReading(opened, () => reader.read({ file, bytes, text, options }));
}

/** From bytes to blocks, in this thread. */
export const readBytesAs = async (
  bytes: Buffer,
  file: string,
  request: ReadRequest = {},
): Promise<ReadFile> => readOpened(openBytes(bytes, file, request), request);
