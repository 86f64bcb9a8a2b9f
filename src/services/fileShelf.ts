/** Files that the page may name: by an opaque id, for what was dropped, pasted or chosen in a dialog. Paths stay here. */
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { AppError } from '../core/errors.ts';
import { decodeText, MAX_FILE_MEGABYTES, readBytes, readTextFile, type TextFile } from './files.ts';

type Shelved =
  | { readonly name: string; readonly path: string }
  | { readonly name: string; readonly bytes: Buffer };

/** Bytes of dropped files are kept until this many more have come: enough for any import screen. */
const KEPT = 200;

export interface FileShelf {
  put(name: string, bytes: Buffer): string;
  /** The same path keeps its id. */
  putPath(path: string): string;
  nameOf(id: string): string;
  pathOf(id: string): string;
  /** For readers that stream: the path of a file of this machine, or the bytes of a dropped one. */
  sourceOf(id: string): string | Buffer;
  readText(id: string): Promise<TextFile>;
  readBytes(id: string): Promise<Buffer>;
}

export function createFileShelf(): FileShelf {
  const files = new Map<string, Shelved>();
  const byPath = new Map<string, string>();
  const find = (id: string): Shelved => {
    const file = files.get(id);
    if (!file) throw new AppError('not-found', { what: 'file' });
    return file;
  };
  return {
    put: (name, bytes) => {
      const clean = basename(name.replaceAll('\\', '/')) || 'text';
      if (bytes.length > MAX_FILE_MEGABYTES << 20)
        throw new AppError('file-too-large', { file: clean, limit: MAX_FILE_MEGABYTES });
      const dropped = [...files].filter(([, file]) => 'bytes' in file).map(([id]) => id);
      if (dropped.length >= KEPT) files.delete(dropped[0]!);
      const id = randomUUID();
      files.set(id, { name: clean, bytes });
      return id;
    },
    putPath: (path) => {
      const id = byPath.get(path) ?? randomUUID();
      byPath.set(path, id);
      files.set(id, { name: basename(path), path });
      return id;
    },
    nameOf: (id) => find(id).name,
    pathOf: (id) => {
      const file = find(id);
      if (!('path' in file)) throw new AppError('project-not-one', { file: file.name });
      return file.path;
    },
    sourceOf: (id) => {
      const file = find(id);
      return 'path' in file ? file.path : file.bytes;
    },
    readText: async (id) => {
      const file = find(id);
      return 'path' in file ? readTextFile(file.path, file.name) : decodeText(file.bytes, file.name);
    },
    readBytes: async (id) => {
      const file = find(id);
      return 'path' in file ? readBytes(file.path, file.name) : file.bytes;
    },
  };
}
