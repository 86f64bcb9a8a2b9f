/** Opens and makes project files: one connection a file, which keeps everybody else out until it is closed. */
import { closeSync, existsSync, fstatSync, openSync, readSync, unlinkSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../core/errors.ts';
import { faultOf } from './faults.ts';
import { createHistory, type History } from './history.ts';
import { APPLICATION_ID, MIGRATIONS, migrate } from './migrate.ts';
import { registerFolds } from './search.ts';

export interface Store {
  readonly path: string;
  readonly db: Database.Database;
  readonly history: History;
  /** A prepared statement, made once for each SQL text. */
  sql(text: string): Database.Statement<unknown[], never>;
  /** All or nothing; SQLite's faults come out as AppErrors. */
  transaction<T>(work: () => T): T;
  /** The same for work that lets others have their turn: until it ends, they may read and not write (`project-busy`). */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Whether such work is going on. */
  isAlone(): boolean;
  close(): void;
}

export interface StoreOptions {
  readonly migrations?: readonly string[];
  /** How long to wait for another process that is about to close the file, in ms. */
  readonly patience?: number;
}

/**
 * Opens a project. Throws AppError `file-missing`, `file-is-folder`, `project-not-one`, `project-damaged`, `project-newer`,
 * `project-locked`, `file-unwritable` or `disk-full`.
 */
export function openStore(path: string, options: StoreOptions = {}): Store {
  checkHeader(path);
  return connect(path, options, (db) => {
    const id = db.pragma('application_id', { simple: true }) as number;
    if (id !== APPLICATION_ID) throw new AppError('project-not-one', { file: basename(path) });
    checkPages(db, path);
    migrate(db, path, options.migrations);
  });
}

/** Makes a project file. Throws AppError `project-exists`, `file-unwritable` or `disk-full`. */
export function createStore(
  path: string,
  project: { readonly name: string; readonly sourceLang: string; readonly createdAt: number },
  options: StoreOptions = {},
): Store {
  if (existsSync(path)) throw new AppError('project-exists', { file: basename(path) });
  if (!existsSync(dirname(path))) throw new AppError('file-unwritable', { file: basename(path) });
  try {
    return connect(path, options, (db) => {
      migrate(db, path, options.migrations);
      db.prepare('INSERT INTO project (id, name, source_lang, created_at) VALUES (1, ?, ?, ?)').run(
        project.name.normalize('NFC'),
        project.sourceLang,
        project.createdAt,
      );
    });
  } catch (error) {
    for (const suffix of ['', '-wal', '-journal']) if (existsSync(path + suffix)) unlinkSync(path + suffix);
    throw error;
  }
}

const PAGE_BYTES = 8192;
/** What the log may hold before it is written into the file: an edit that comes at that moment waits for it. */
const WAL_BYTES = 4 << 20;

function connect(path: string, options: StoreOptions, prepare: (db: Database.Database) => void): Store {
  let db: Database.Database | undefined;
  try {
    db = new Database(path, { timeout: options.patience ?? 300 });
    // Of a new file only. Sentences are long: on SQLite's 4 KiB a page has room for some twenty, and each page is a call to the system.
    db.pragma(`page_size = ${PAGE_BYTES}`);
    // Exclusive before the first access: no shared memory file, and the lock goes with the process, also when it is killed.
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('journal_mode = WAL');
    db.exec('BEGIN IMMEDIATE; COMMIT');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    // Small temporary tables stay in memory all the same; sorting millions of rows for an index does not.
    db.pragma('temp_store = FILE');
    db.pragma('cache_size = -65536');
    db.pragma(`wal_autocheckpoint = ${WAL_BYTES / (db.pragma('page_size', { simple: true }) as number)}`);
    registerFolds(db);
    prepare(db);
    return storeOn(db, path);
  } catch (error) {
    db?.close();
    throw faultOf(error, path);
  }
}

function storeOn(db: Database.Database, path: string): Store {
  const statements = new Map<string, Database.Statement>();
  const sql = (text: string): Database.Statement<unknown[], never> => {
    let statement = statements.get(text);
    if (!statement) {
      statement = db.prepare(text);
      statements.set(text, statement);
    }
    return statement as Database.Statement<unknown[], never>;
  };
  let isAlone = false;
  const transaction = <T>(work: () => T): T => {
    if (isAlone) throw new AppError('project-busy', { file: basename(path) });
    try {
      return db.transaction(work)();
    } catch (error) {
      throw faultOf(error, path);
    }
  };
  const alone = async <T>(work: () => Promise<T>): Promise<T> => {
    if (isAlone) throw new AppError('project-busy', { file: basename(path) });
    isAlone = true;
    try {
      db.exec('BEGIN IMMEDIATE');
      const result = await work();
      db.exec('COMMIT');
      return result;
    } catch (error) {
      if (db.open && db.inTransaction) db.exec('ROLLBACK');
      throw faultOf(error, path);
    } finally {
      isAlone = false;
    }
  };
  return {
    path,
    db,
    alone,
    isAlone: () => isAlone,
    history: createHistory(db, transaction),
    sql,
    transaction,
    close: () => {
      statements.clear();
      db.close();
    },
  };
}

/** Looks at the file before SQLite does, which would take an empty or missing file for a new project. */
function checkHeader(path: string): void {
  const file = basename(path);
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new AppError('file-missing', { file }, { cause: error });
    if (code === 'EACCES' || code === 'EPERM')
      throw new AppError('file-no-permission', { file }, { cause: error });
    throw error;
  }
  try {
    if (fstatSync(handle).isDirectory()) throw new AppError('file-is-folder', { file });
    const head = Buffer.alloc(16);
    readSync(handle, head, 0, 16, 0);
    if (head.toString('latin1') !== 'SQLite format 3\0') throw new AppError('project-not-one', { file });
  } finally {
    closeSync(handle);
  }
}

/** Small projects are looked through; of large ones SQLite tells when it meets a bad page. */
const SMALL_BYTES = 16 << 20;

function checkPages(db: Database.Database, path: string): void {
  const pages = db.pragma('page_count', { simple: true }) as number;
  if (pages * (db.pragma('page_size', { simple: true }) as number) > SMALL_BYTES) return;
  const [first] = db.pragma('quick_check(1)') as { quick_check: string }[];
  if (first?.quick_check !== 'ok')
    throw faultOf(Object.assign(new Error(first?.quick_check), { code: 'SQLITE_CORRUPT' }), path);
}

export { MIGRATIONS };
