/** Translation memories as they stream from disk: no file is too large, and none is read whole. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../core/errors.ts';
import type { TmxUnit } from '../core/format/tmx.ts';
import { createTmxReader, type TmxFileHeader } from '../core/format/tmxReader.ts';
import { readError } from './files.ts';

export interface UnitStream {
  /** Filled before the first units come. */
  header: TmxFileHeader | null;
  readonly units: AsyncIterable<readonly TmxUnit[]>;
}

const PIECE = 1 << 16;

/** UTF-16 by its mark, else UTF-8, with a mark or without; bytes that are neither are refused by the decoder. */
function decoderFor(head: Uint8Array): InstanceType<typeof TextDecoder> {
  const utf16 =
    head[0] === 0xff && head[1] === 0xfe
      ? 'utf-16le'
      : head[0] === 0xfe && head[1] === 0xff
        ? 'utf-16be'
        : null;
  return new TextDecoder(utf16 ?? 'utf-8', { fatal: true });
}

async function* piecesOf(source: string | Buffer): AsyncGenerator<Uint8Array> {
  if (typeof source === 'string') {
    yield* createReadStream(source, { highWaterMark: PIECE });
    return;
  }
  for (let at = 0; at < source.length; at += PIECE) yield source.subarray(at, at + PIECE);
}

/**
 * Units of a TMX file, given as a path or as bytes; `name` is what messages call it. `onRead` is told of bytes as they are read.
 * Throws AppError `tmx-invalid`, `file-not-utf8`, `file-empty` and what is wrong with a path.
 */
export function streamTmx(
  source: string | Buffer,
  name = typeof source === 'string' ? basename(source) : 'memory.tmx',
  onRead: (bytes: number) => void = () => undefined,
): UnitStream {
  let ready: TmxUnit[] = [];
  const stream: { header: TmxFileHeader | null; units: AsyncIterable<readonly TmxUnit[]> } = {
    header: null,
    units: read(),
  };
  async function* read(): AsyncGenerator<readonly TmxUnit[]> {
    const reader = createTmxReader(name, {
      onHeader: (header) => {
        stream.header = header;
      },
      onUnit: (unit) => ready.push(unit),
    });
    let decoder: InstanceType<typeof TextDecoder> | null = null;
    let offset = 0;
    const decode = (piece: Uint8Array | undefined): string => {
      try {
        return decoder!.decode(piece, { stream: piece !== undefined });
      } catch (error) {
        throw new AppError('file-not-utf8', { file: name, offset }, { cause: error });
      }
    };
    try {
      for await (const piece of piecesOf(source)) {
        decoder ??= decoderFor(piece);
        reader.write(decode(piece));
        offset += piece.length;
        onRead(offset);
        if (ready.length > 0) yield ready;
        ready = [];
      }
    } catch (error) {
      throw readError(error, name);
    }
    if (!decoder) throw new AppError('file-empty', { file: name });
    reader.write(decode(undefined));
    reader.close();
    if (ready.length > 0) yield ready;
  }
  return stream;
}

/** Bytes of a file, for progress; 0 where that cannot be told. */
export async function sizeOf(path: string): Promise<number> {
  const handle = await open(path, 'r').catch(() => null);
  if (!handle) return 0;
  try {
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}
