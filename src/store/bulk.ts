/**
 * Work in bulk: millions of rows in one transaction, with the triggers of search and history put aside and the index of hashes built
 * afterwards. All of it, the putting aside too, is in the transaction: a process that is killed leaves the file as it was.
 */
import type Database from 'better-sqlite3';
import type { Store } from './open.ts';

const SEARCH_TRIGGERS = ['segment_search_insert'];
const HISTORY_TRIGGERS = ['record_segment_INSERT', 'record_bead_INSERT'];
/** Its keys come in no order: row by row, each insert would touch another page. */
const HASH_INDEX = ['segment_hash'];

/** Drops triggers and indexes by name and gives what makes them anew. */
function putAside(db: Database.Database, schema: 'main' | 'temp', names: readonly string[]): () => void {
  const found = db
    .prepare(
      `SELECT type, name, sql FROM ${schema}.sqlite_master WHERE name IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(names)) as { type: string; name: string; sql: string }[];
  for (const { type, name } of found) db.exec(`DROP ${type} ${schema}.${name}`);
  return () => {
    for (const { sql } of found)
      db.exec(schema === 'temp' ? sql.replace(/^CREATE (?!TEMP)/i, 'CREATE TEMP ') : sql);
  };
}

/**
 * Runs `work` as one transaction that others may read through but not write into. `large`: more rows than the project holds already,
 * so that building the index of hashes again is worth it, and so is another journal: new pages need no copy there, while a
 * write-ahead log would write all of them twice. Nor is each row's parent looked up: large work makes its parents itself. Segments
 * that come in wait for `indexSegments`, as all new ones do.
 */
export async function inBulk<T>(store: Store, large: boolean, work: () => Promise<T>): Promise<T> {
  const { db } = store;
  const alone = large && !db.inTransaction;
  if (alone) {
    db.pragma('journal_mode = DELETE');
    db.pragma('foreign_keys = OFF');
  }
  try {
    return await store.alone(() => withoutTriggers(db, large, work));
  } finally {
    if (alone && db.open) {
      db.pragma('foreign_keys = ON');
      db.pragma('journal_mode = WAL');
    }
  }
}

async function withoutTriggers<T>(db: Database.Database, large: boolean, work: () => Promise<T>): Promise<T> {
  const restore = [
    putAside(db, 'main', [...SEARCH_TRIGGERS, ...(large ? HASH_INDEX : [])]),
    putAside(db, 'temp', HISTORY_TRIGGERS),
  ];
  // Rows come in order, so that a small cache holds all that is written to.
  const cache = db.pragma('cache_size', { simple: true }) as number;
  db.pragma('cache_size = -16384');
  try {
    const result = await work();
    for (const one of restore) one();
    return result;
  } finally {
    db.pragma(`cache_size = ${cache}`);
  }
}
