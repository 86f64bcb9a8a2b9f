import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  createStore,
  findFaults,
  inBulk,
  insertDocument,
  insertLines,
  insertVersion,
  openStore,
  type Store,
} from '../../src/store/index.ts';
import { addPair, temporaryFolder } from './temporary.ts';

const PLACES = 40_000;

/** More than the cache holds in bulk, so that pages reach the disk before the end. */
function addManyLines(store: Store): void {
  const documentId = insertDocument(store, 'Lớn');
  const versionId = insertVersion(store, {
    documentId,
    columnRank: 1,
    role: 'original',
    lang: 'vi',
    label: '',
    sourceName: 'x.tmx',
    importedAt: 0,
  });
  for (let place = 1; place <= PLACES; place += 1000)
    insertLines(
      store,
      versionId,
      place,
      Array.from({ length: 1000 }, (_, i) => [`câu ${place + i} `.repeat(60), place + i - 1] as const),
    );
}

const state = (store: Store) => ({
  segments: store.db.prepare('SELECT count(*) FROM segment').pluck().get(),
  journal: store.db.pragma('journal_mode', { simple: true }),
  foreignKeys: store.db.pragma('foreign_keys', { simple: true }),
  indexes: store.db.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'segment_hash'").pluck().get(),
});
const BEFORE = { segments: 4, journal: 'wal', foreignKeys: 1, indexes: 1 };

function projectWithPair(): { store: Store; path: string } {
  const path = join(temporaryFolder(), 'bulk.songsong');
  const store = createStore(path, { name: 'P', sourceLang: 'vi', createdAt: 0 });
  addPair(store, ['Một.', 'Hai.'], ['Eins.', 'Zwei.']);
  return { store, path };
}

test('rows that come in bulk stand as single ones do, and the journal is the usual one afterwards', async () => {
  const { store } = projectWithPair();
  await inBulk(store, true, async () => addManyLines(store));
  expect(state(store)).toEqual({ ...BEFORE, segments: 4 + PLACES });
  expect(findFaults(store)).toEqual([]);
  const rows = store.db.prepare(
    'SELECT count(DISTINCT rank), min(line), max(line) FROM segment WHERE version_id = 3',
  );
  expect(rows.raw().get()).toEqual([PLACES, 1, PLACES]);
  store.close();
});

test('work in bulk that fails leaves nothing, and one that is killed leaves the project as it was', async () => {
  const { store, path } = projectWithPair();
  const killed = join(temporaryFolder(), 'killed.songsong');
  const work = inBulk(store, true, async () => {
    addManyLines(store);
    // What the disk holds if the process ends here.
    copyFileSync(path, killed);
    copyFileSync(`${path}-journal`, `${killed}-journal`);
    throw new Error('broken off');
  });
  await expect(work).rejects.toThrow('broken off');
  expect(state(store)).toEqual(BEFORE);
  store.close();
  const opened = openStore(killed);
  expect(state(opened)).toEqual(BEFORE);
  expect(findFaults(opened)).toEqual([]);
  opened.close();
  expect(existsSync(`${killed}-journal`)).toBe(false);
});
