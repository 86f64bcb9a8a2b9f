/** What an error of SQLite means to the person whose project it is. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../core/errors.ts';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** The backup that a migration left beside a project, or a dash. */
const backupBeside = (path: string): string => {
  for (let version = 100; version > 0; version--) {
    const backup = backupPath(path, version);
    if (existsSync(backup)) return basename(backup);
  }
  return '–';
};

/** Where the copy of a project goes before it is migrated from this version. */
export const backupPath = (path: string, version: number): string => `${path}.v${version}.backup`;

/** AppError for a fault of the file; errors of ours pass as they are. */
export function faultOf(error: unknown, path: string): unknown {
  const file = basename(path);
  const code = codeOf(error);
  const is = (...starts: string[]): boolean => starts.some((start) => code.startsWith(start));
  if (is('SQLITE_BUSY', 'SQLITE_LOCKED')) return new AppError('project-locked', { file }, { cause: error });
  if (is('SQLITE_NOTADB')) return new AppError('project-not-one', { file }, { cause: error });
  if (is('SQLITE_CORRUPT', 'SQLITE_IOERR_SHORT_READ'))
    return new AppError('project-damaged', { file, backup: backupBeside(path) }, { cause: error });
  if (is('SQLITE_FULL', 'ENOSPC')) return new AppError('disk-full', { file }, { cause: error });
  if (is('SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_PERM', 'SQLITE_IOERR', 'EACCES', 'EPERM', 'EROFS'))
    return new AppError('file-unwritable', { file }, { cause: error });
  return error;
}
