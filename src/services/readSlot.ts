/** A file of the shelf, read: its format told, its text decoded, its blocks found in a worker that can be stopped. */
import { AppError } from '../core/errors.ts';
import type { ReadOptions } from '../core/format/read/index.ts';
import { guessLanguage } from '../core/text/index.ts';
import type { Pool } from '../workers/pool.ts';
import type { FileShelf } from './fileShelf.ts';
import { findEncoding } from './read/encodingNames.ts';
import { finishReading, openBytes, type ReadFile } from './read/index.ts';

/** A book takes a second or two. */
const READ_TIMEOUT = 90_000;
const SAMPLE = 60_000;

export interface ReadShelved extends ReadFile {
  readonly name: string;
  readonly formatName: string;
  /** As it was decoded, where the format is plain text; else empty. */
  readonly text: string;
  readonly characters: number;
}

const encodingOf = (name: string | undefined): string | undefined => {
  if (name === undefined) return undefined;
  const known = findEncoding(name);
  if (known === null) throw new AppError('usage', { reason: `The encoding “${name}” is not known.` });
  return known;
};

/** Throws the AppErrors of `openBytes` and of the readers; a file that keeps its reader busy is `file-invalid`. */
export async function readShelved(
  pool: Pool,
  shelf: FileShelf,
  id: string,
  {
    encoding,
    asText,
    ...options
  }: ReadOptions & {
    readonly encoding?: string;
    /** Plain text, whatever it looks like. */
    readonly asText?: boolean;
  } = {},
): Promise<ReadShelved> {
  const name = shelf.nameOf(id);
  const opened = openBytes(await shelf.readBytes(id), name, {
    encoding: encodingOf(encoding),
    format: asText ? 'text' : undefined,
  });
  const { format, bytes, text } = opened;
  const signal = AbortSignal.timeout(READ_TIMEOUT);
  const input = { file: name, bytes: format.from === 'bytes' ? bytes : new Uint8Array(), text, options };
  const document = await finishReading(opened, async () => {
    try {
      return await pool.run('read', { ...input, format: format.id }, { signal });
    } catch (error) {
      if (signal.aborted)
        throw new AppError('file-invalid', {
          file: name,
          format: format.name,
          reason: 'reading it takes too long',
        });
      throw error;
    }
  });
  const characters = text.length || document.blocks.reduce((sum, block) => sum + block.text.length, 0);
  return {
    ...document,
    name,
    formatName: format.name,
    text: format.id === 'text' ? text : '',
    characters,
  };
}

/** The language that the file names, unless its text is certainly in another; else the guess. */
export function tellLanguage(document: ReadFile): { lang: string; certain: boolean } {
  const parts: string[] = [];
  let length = 0;
  for (const { kind, text } of document.blocks) {
    if (kind === 'furniture') continue;
    parts.push(text);
    length += text.length;
    if (length > SAMPLE) break;
  }
  const guess = guessLanguage(parts.join('\n'));
  if (guess.certain || document.lang === null) return guess;
  return { lang: document.lang, certain: true };
}
