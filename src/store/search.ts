/** Full-text search over sentences, exact or loose (without tone marks), in all languages alike. */
import type Database from 'better-sqlite3';
import { foldExact, foldLoose } from '../core/text/fold.ts';
import type { Store } from './open.ts';

/** Each Han character is a token, so that any stretch of Chinese can be quoted. */
const apart = (text: string): string => text.replace(/\p{Script=Han}/gu, ' $& ');

/** The functions that the search triggers call; every connection that writes segments needs them. */
export function registerFolds(db: Database.Database): void {
  db.function('fold_exact', { deterministic: true }, (text) => apart(foldExact(String(text))));
  db.function('fold_loose', { deterministic: true }, (text) => apart(foldLoose(String(text))));
}

/** Kibibytes for pages while the index is filled: what was merged is not read again soon. */
const CACHE = 16_384;

/** Takes up to `count` waiting segments into the index; false when none is left. */
export function indexSegments(store: Store, count: number): boolean {
  const cache = store.db.pragma('cache_size', { simple: true }) as number;
  store.db.pragma(`cache_size = -${CACHE}`);
  try {
    return store.transaction(() => indexWaiting(store, count));
  } finally {
    store.db.pragma(`cache_size = ${cache}`);
  }
}

function indexWaiting(store: Store, count: number): boolean {
  const waiting = store
    .sql('SELECT id FROM segment WHERE id > (SELECT indexed_to FROM search_state) ORDER BY id LIMIT ?')
    .pluck()
    .all(count) as number[];
  const last = waiting.at(-1);
  if (last === undefined) return false;
  store
    .sql(
      `INSERT INTO segment_search (rowid, exact, loose) SELECT id, fold_exact(text), fold_loose(text) FROM segment
       WHERE id > (SELECT indexed_to FROM search_state) AND id <= ?`,
    )
    .run(last);
  store.sql('UPDATE search_state SET indexed_to = ?').run(last);
  return waiting.length === count;
}

export interface SearchHit {
  readonly segmentId: number;
  readonly versionId: number;
}

/**
 * Sentences of a document that hold `phrase` as a run of words (the last may go on), in reading order. Finds what is indexed: see
 * `indexSegments`.
 */
export function searchSegments(
  store: Store,
  documentId: number,
  phrase: string,
  mode: 'exact' | 'loose',
  limit: number,
): readonly SearchHit[] {
  const folded = apart(mode === 'exact' ? foldExact(phrase) : foldLoose(phrase));
  if (!/[\p{L}\p{N}]/u.test(folded)) return [];
  const quoted = folded.replaceAll('"', ' ').trim();
  const last = /\p{Script=Han}$/u.test(quoted) ? '' : '*';
  return store
    .sql(
      `SELECT segment.id AS segmentId, segment.version_id AS versionId FROM segment_search
       JOIN segment ON segment.id = segment_search.rowid JOIN version ON version.id = segment.version_id
       WHERE segment_search MATCH ? AND version.document_id = ? AND version.is_current = 1
       ORDER BY version.column_rank, segment.rank LIMIT ?`,
    )
    .all(`${mode} : "${quoted}"${last}`, documentId, limit);
}

/** Ids of indexed sentences that answer a question of FTS5 (of all documents), ascending. */
export const matchSegments = (store: Store, question: string): Float64Array =>
  Float64Array.from(
    store
      .sql('SELECT rowid FROM segment_search WHERE segment_search MATCH ? ORDER BY rowid')
      .pluck()
      .all(question) as number[],
  );

/** Sentences with greater ids are not in the index yet. */
export const indexedTo = (store: Store): number =>
  store.sql('SELECT indexed_to FROM search_state').pluck().get() as unknown as number;

/** Texts with `after` < rank, in reading order, `count` at most. */
export const textsAfter = (
  store: Store,
  versionId: number,
  after: number,
  count: number,
): readonly { readonly id: number; readonly rank: number; readonly text: string }[] =>
  store
    .sql('SELECT id, rank, text FROM segment WHERE version_id = ? AND rank > ? ORDER BY rank LIMIT ?')
    .all(versionId, after, count);

export const textOf = (store: Store, id: number): string | undefined =>
  store.sql('SELECT text FROM segment WHERE id = ?').pluck().get(id) as unknown as string | undefined;
