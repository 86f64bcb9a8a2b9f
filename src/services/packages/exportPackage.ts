/** A package is a project file with chosen documents and languages, for somebody who works on a part. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../../core/errors.ts';
import { copyStore, openStore, reduceToPackage } from '../../store/index.ts';
import type { OpenProject } from '../openProjects.ts';

export interface PackageOptions {
  readonly path: string;
  readonly documentIds: readonly number[];
  /** null: all languages. */
  readonly langs: readonly string[] | null;
  readonly by: string;
  readonly at: number;
}

/** Throws AppError `project-exists`, `file-unwritable`, `disk-full`. */
export function exportPackage(project: OpenProject, options: PackageOptions): void {
  if (existsSync(options.path)) throw new AppError('project-exists', { file: basename(options.path) });
  for (const id of options.documentIds) project.index(id);
  copyStore(project.store, options.path);
  const copy = openStore(options.path);
  try {
    reduceToPackage(copy, options.documentIds, options.langs, options);
  } finally {
    copy.close();
  }
}
