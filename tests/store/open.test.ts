import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/core/errors.ts';
import { createStore, findFaults, getProject, openStore } from '../../src/store/index.ts';
import { MIGRATIONS } from '../../src/store/migrate.ts';
import { addPair, temporaryFolder, temporaryProject } from './temporary.ts';

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'fine';
};
const project = { name: 'P', sourceLang: 'vi', createdAt: 0 };

describe('a project file', () => {
  test('is made, closed and opened again', () => {
    const path = join(temporaryFolder(), 'a.songsong');
    const made = createStore(path, project);
    addPair(made, ['Trời mưa.'], ['Es regnet.']);
    made.close();
    expect(existsSync(`${path}-wal`)).toBe(false);
    const store = openStore(path);
    expect(getProject(store)).toMatchObject({ name: 'P', sourceLang: 'vi' });
    expect(findFaults(store)).toEqual([]);
    store.close();
    expect(codeOf(() => createStore(path, project))).toBe('project-exists');
  });

  test('that is none is refused by what it is', () => {
    const folder = temporaryFolder();
    const file = (name: string, content: string): string => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    expect(codeOf(() => openStore(join(folder, 'no.songsong')))).toBe('file-missing');
    expect(codeOf(() => openStore(folder))).toBe('file-is-folder');
    expect(codeOf(() => openStore(file('empty.songsong', '')))).toBe('project-not-one');
    expect(codeOf(() => openStore(file('text.songsong', 'Xin chào'.repeat(999))))).toBe('project-not-one');
    expect(codeOf(() => createStore(join(folder, 'none', 'x.songsong'), project))).toBe('file-unwritable');
    expect(readdirSync(folder).sort()).toEqual(['empty.songsong', 'text.songsong']);
  });

  test('of another application is refused', () => {
    const path = join(temporaryFolder(), 'other.songsong');
    const store = createStore(path, project);
    store.db.pragma('application_id = 7');
    store.close();
    expect(codeOf(() => openStore(path))).toBe('project-not-one');
  });

  test('of a newer format is refused and left alone', () => {
    const path = join(temporaryFolder(), 'newer.songsong');
    const store = createStore(path, project);
    store.db.pragma('user_version = 99');
    store.close();
    const before = readFileSync(path);
    expect(codeOf(() => openStore(path))).toBe('project-newer');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('that is damaged is refused in words', () => {
    const path = join(temporaryFolder(), 'broken.songsong');
    const store = createStore(path, project);
    addPair(
      store,
      Array.from({ length: 500 }, (_, i) => `Câu số ${i} của truyện.`),
      Array.from({ length: 500 }, (_, i) => `Satz Nummer ${i}.`),
    );
    store.close();
    const whole = readFileSync(path);
    truncateSync(path, whole.length >> 1);
    expect(codeOf(() => openStore(path))).toBe('project-damaged');
    const scribbled = Buffer.from(whole);
    scribbled.fill(0xaa, 5 * 4096, 20 * 4096);
    writeFileSync(path, scribbled);
    expect(codeOf(() => openStore(path))).toBe('project-damaged');
    scribbled.fill(0xaa, 16, 100);
    writeFileSync(path, scribbled);
    expect(codeOf(() => openStore(path))).toMatch(/project-(damaged|not-one)/);
  });

  test('is copied beside before each migration', () => {
    const path = join(temporaryFolder(), 'old.songsong');
    createStore(path, project).close();
    const next = [...MIGRATIONS, 'ALTER TABLE project ADD COLUMN motto TEXT'];
    openStore(path, { migrations: next }).close();
    const backup = openStore(`${path}.v${MIGRATIONS.length}.backup`);
    expect(getProject(backup).name).toBe('P');
    expect(backup.db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    backup.close();
    expect(codeOf(() => openStore(path))).toBe('project-newer');
  });

  test('stays as it was when a migration fails', () => {
    const path = join(temporaryFolder(), 'old.songsong');
    createStore(path, project).close();
    const broken = [...MIGRATIONS, 'ALTER TABLE project ADD COLUMN motto TEXT; SELECT nonsense'];
    expect(() => openStore(path, { migrations: broken })).toThrow(/nonsense/);
    const store = openStore(path);
    expect(findFaults(store)).toEqual([]);
    store.close();
  });
});

describe('a project that is open', () => {
  test('is refused to others in this process and outside, and free again when its process is killed', async () => {
    const path = join(temporaryFolder(), 'shared.songsong');
    const store = createStore(path, project);
    expect(codeOf(() => openStore(path, { patience: 0 }))).toBe('project-locked');
    store.close();

    const holder = spawn(
      process.execPath,
      [
        '-e',
        `const Database = require('better-sqlite3'); const db = new Database(process.argv[1]);
         db.pragma('locking_mode = EXCLUSIVE'); db.pragma('journal_mode = WAL'); db.exec('BEGIN IMMEDIATE; COMMIT');
         console.log('held'); setInterval(() => undefined, 1000);`,
        path,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(holder.stdout, 'data');
    expect(codeOf(() => openStore(path, { patience: 50 }))).toBe('project-locked');
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(codeOf(() => openStore(path).close())).toBe('fine');
  });

  test('cannot be opened in a folder that is a file', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'sub'));
    const store = temporaryProject(join(folder, 'sub', 'x.songsong'));
    expect(codeOf(() => openStore(join(store.path, 'y.songsong')))).toBe('file-missing');
  });
});

test('a new project stands alone: no copies of what it never held', () => {
  const folder = temporaryFolder();
  createStore(join(folder, 'new.songsong'), { name: 'P', sourceLang: 'vi', createdAt: 0 }).close();
  expect(readdirSync(folder)).toEqual(['new.songsong']);
});
