/** Brings a project file up to the format of this program, one transaction a step, with a copy beside it before each. */
import { existsSync, renameSync, unlinkSync } from 'node:fs';
import { basename } from 'node:path';
import type Database from 'better-sqlite3';
import initial from '../../db/migrations/0001-initial.sql?raw';
import versionsReview from '../../db/migrations/0002-versions-review.sql?raw';
import snapshots from '../../db/migrations/0003-snapshots.sql?raw';
import decisions from '../../db/migrations/0004-decisions.sql?raw';
import signOffRenderings from '../../db/migrations/0005-sign-off-renderings.sql?raw';
import noteSpans from '../../db/migrations/0006-note-spans.sql?raw';
import { AppError } from '../core/errors.ts';
import { backupPath } from './faults.ts';

/** In order; the format of a file is the number of those that were applied. */
export const MIGRATIONS: readonly string[] = [
  initial,
  versionsReview,
  snapshots,
  decisions,
  signOffRenderings,
  noteSpans,
];

/** Marks a file as a SongSong project: `Song` in ASCII. */
export const APPLICATION_ID = 0x53_6f_6e_67;

/** Throws AppError `project-newer` where the file's format is not known here. */
export function migrate(
  db: Database.Database,
  path: string,
  migrations: readonly string[] = MIGRATIONS,
): void {
  const found = db.pragma('user_version', { simple: true }) as number;
  if (found > migrations.length)
    throw new AppError('project-newer', { file: basename(path), found, known: migrations.length });
  for (let version = found; version < migrations.length; version++) {
    // A new file holds nothing yet that could be lost.
    if (found > 0) backUp(db, path, version);
    db.transaction(() => {
      db.exec(migrations[version]!);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${version + 1}`);
      const orphans = db.pragma('foreign_key_check') as unknown[];
      if (orphans.length > 0) throw new Error(`migration ${version + 1} left ${orphans.length} orphans`);
    })();
  }
}

/** A whole copy in one file; an older copy of the same version is replaced only when the new one is complete. */
function backUp(db: Database.Database, path: string, version: number): void {
  const backup = backupPath(path, version);
  const part = `${backup}.part`;
  if (existsSync(part)) unlinkSync(part);
  db.prepare('VACUUM INTO ?').run(part);
  renameSync(part, backup);
}
