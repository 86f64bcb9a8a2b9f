/** What is wrong with a file is said in one sentence, with exit code 3, and nothing else happens. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTmx } from '../../src/core/format/tmxReader.ts';
import { ensureBuilt } from '../../tools/build.mjs';
import { root, sample, songsong } from './command.ts';

let folder: string;
beforeAll(async () => {
  await ensureBuilt();
  folder = await mkdtemp(join(tmpdir(), 'songsong-bad-'));
  await writeFile(join(folder, 'empty.txt'), '');
  await writeFile(join(folder, 'blank.txt'), ' \n\n');
  await writeFile(join(folder, 'binary.txt'), Buffer.from([0, 1, 2, 3, 255, 0, 7]));
  await writeFile(join(folder, 'latin1.txt'), Buffer.from('Die Tür ist geöffnet.\n', 'latin1'));
  await writeFile(join(folder, 'line.txt'), 'a'.repeat(50 << 20));
  await writeFile(join(folder, 'digits.txt'), '12 34\n');
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

const run = (...words: string[]) =>
  songsong(words, { cwd: folder, env: { SONGSONG_DATA: join(folder, 'data') } });
const refused = async (words: string[], sentence: RegExp) => {
  const { code, out, err } = await run(...words);
  expect([code, out]).toEqual([3, '']);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
  expect(err).toMatch(sentence);
};

describe('texts', () => {
  test.each([
    ['missing.txt', /There is no file “missing.txt”/],
    ['empty.txt', /“empty.txt” holds no text/],
    ['blank.txt', /“blank.txt” holds no text/],
    ['binary.txt', /“binary.txt” is not a text file/],
    ['latin1.txt', /“latin1.txt” is not in UTF-8/],
    ['.', /is a folder/],
    ['line.txt', /Line 1 of “line.txt” has more than/],
  ])('%s', async (name, sentence) => {
    await refused(['align', sample('vi'), name, '--target-lang', 'de'], sentence);
    await refused(['segment', name, '--lang', 'de'], sentence);
    await refused(['check', name], sentence);
  });
  test('a text in another language than was named', () =>
    refused(['align', sample('vi'), sample('ru'), '--target-lang', 'de'], /looks like ru, not de/));
  test('a language that cannot be guessed', () =>
    refused(['segment', 'digits.txt'], /language of “digits.txt”/));
  test('the original twice', () =>
    refused(['align', sample('vi'), sample('vi')], /same language as the original/));
});

describe('projects', () => {
  beforeAll(async () => {
    expect(await run('new', 'good.songsong')).toMatchObject({ code: 0, out: '' });
    expect(await run('add', 'good.songsong', sample('vi'), sample('de'))).toMatchObject({ code: 0, err: '' });
  });
  test('is aligned and checked', async () => {
    const aligned = await run('align', 'good.songsong');
    expect(aligned.code).toBe(0);
    expect(JSON.parse(aligned.out).documents[0].columns[1].verdict.kind).not.toBe('not-a-translation');
    const checked = await run('check', 'good.songsong', '--fail-on', 'note');
    expect(checked.code).toBe(1);
    expect(JSON.parse(checked.out).documents[0].flags.length).toBeGreaterThan(0);
  });
  test('is exported, to standard output and into files told apart', async () => {
    const { code, out, err } = await run('export', 'good.songsong', '--codes', 'vi=vi-VN');
    expect([code, err]).toEqual([0, '']);
    expect(readTmx('good.tmx', out).header?.sourceLang).toBe('vi-VN');
    expect(await run('add', 'good.songsong', sample('vi'), sample('zh'))).toMatchObject({ code: 0 });
    expect(await run('align', 'good.songsong')).toMatchObject({ code: 0 });
    expect(await run('export', 'good.songsong', '--shape', 'pairs')).toMatchObject({ code: 2, out: '' });
    await run('export', 'good.songsong', '--shape', 'pairs', '-o', 'out.tmx');
    expect((await readdir(folder)).filter((name) => name.startsWith('out.')).sort()).toEqual([
      'out.vi-de.tmx',
      'out.vi-zh.tmx',
    ]);
  });
  test('nothing that was confirmed is nothing to export', () =>
    refused(['export', 'good.songsong', '--confirmed-only'], /nothing to export/i));
  test('a name that is taken', () => refused(['new', 'good.songsong'], /exists already/));
  test('a project that is not there', () => refused(['align', 'none.songsong'], /There is no file/));
  test('a text that is called a project', async () => {
    await writeFile(join(folder, 'text.songsong'), 'not a database');
    await refused(['align', 'text.songsong'], /is not a SongSong project/);
  });
  test('a damaged project is left as it is', async () => {
    const bytes = await readFile(join(folder, 'good.songsong'));
    bytes.fill(0x55, 4096, 4096 * 4);
    await writeFile(join(folder, 'damaged.songsong'), bytes);
    await refused(['align', 'damaged.songsong'], /is damaged/);
    expect(await readFile(join(folder, 'damaged.songsong'))).toEqual(bytes);
  });
  test('a project of a newer SongSong', async () => {
    await copyFile(join(folder, 'good.songsong'), join(folder, 'newer.songsong'));
    const database = new Database(join(folder, 'newer.songsong'));
    database.pragma('user_version = 9999');
    database.close();
    await refused(['align', 'newer.songsong'], /newer SongSong/);
  });
  test('a project that is open elsewhere', async () => {
    const words = [join(root, 'bin/songsong.mjs'), 'serve', 'good.songsong', '--data', join(folder, 'other')];
    const server: ChildProcess = spawn(process.execPath, words, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const [line] = await once(server.stdout!, 'data');
      expect(String(line)).toMatch(/^SongSong is open at http:\/\/127\.0\.0\.1:\d+\/#\/p\/.*token=/);
      await refused(['align', 'good.songsong'], /is open elsewhere/);
    } finally {
      server.kill('SIGTERM');
      expect((await once(server, 'exit'))[0]).toBe(0);
    }
    expect((await run('align', 'good.songsong')).code).toBe(0);
  });
  test('a bad text adds nothing', async () => {
    const before = (await run('align', 'good.songsong')).out;
    await refused(['add', 'good.songsong', sample('vi'), 'binary.txt'], /is not a text file/);
    expect(JSON.parse((await run('align', 'good.songsong')).out).documents).toHaveLength(
      JSON.parse(before).documents.length,
    );
  });
  test('no part files are left', async () => {
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
