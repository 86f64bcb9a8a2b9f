import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../src/core/errors.ts';
import { decodeText, MAX_LINE_CHARACTERS, readTextFile, writeBeside } from '../../src/services/files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'songsong-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const errorOf = async (work: Promise<unknown>): Promise<{ code: string; params: object }> => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw new Error(`expected an AppError, got ${String(error)}`);
  return { code: error.code, params: error.params };
};
const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('readTextFile', () => {
  test('reads UTF-8 with and without a byte order mark', async () => {
    const plain = await readTextFile(file('a.txt', 'Trời mưa.\n'));
    expect(plain).toEqual({ name: 'a.txt', text: 'Trời mưa.\n', encoding: 'UTF-8', bytes: 13 });
    const marked = await readTextFile(file('b.txt', '\ufeffTrời mưa.\n'));
    expect(marked).toMatchObject({ text: 'Trời mưa.\n', encoding: 'UTF-8 with BOM' });
  });

  test('says what is wrong', async () => {
    expect(await errorOf(readTextFile(join(folder, 'no.txt')))).toEqual({
      code: 'file-missing',
      params: { file: 'no.txt' },
    });
    expect((await errorOf(readTextFile(join(file('x', 'x'), 'below')))).code).toBe('file-missing');
    expect((await errorOf(readTextFile(folder))).code).toBe('file-is-folder');
    expect((await errorOf(readTextFile(file('e', '')))).code).toBe('file-empty');
    expect((await errorOf(readTextFile(file('w', '\ufeff \n\u00a0\n')))).code).toBe('file-empty');
    expect((await errorOf(readTextFile(file('p', '%PDF-1.7 text')))).code).toBe('file-binary');
    expect((await errorOf(readTextFile(file('z', 'text with \0 in it')))).code).toBe('file-binary');
    const long = file('l', `short\n${'a'.repeat(MAX_LINE_CHARACTERS + 1)}`);
    expect(await errorOf(readTextFile(long))).toMatchObject({ code: 'line-too-long', params: { line: 2 } });
    const huge = file('h', '');
    execFileSync('truncate', ['-s', '201M', huge]);
    expect((await errorOf(readTextFile(huge))).code).toBe('file-too-large');
  });

  test('names the first byte that is not UTF-8', async () => {
    const bad = Buffer.concat([Buffer.from('Tiếng '), Buffer.from([0xc3, 0x28]), Buffer.from(' Việt')]);
    expect(await errorOf(readTextFile(file('bad', bad)))).toMatchObject({
      code: 'file-not-utf8',
      params: { offset: 9 },
    });
    const cut = Buffer.from('Việt').subarray(0, 4);
    expect(() => decodeText(cut, 'cut')).toThrow(/first bad byte at/);
    const wide = Buffer.from('\ufeffHallo', 'utf16le');
    expect(await errorOf(readTextFile(file('wide', wide)))).toMatchObject({
      code: 'file-not-utf8',
      params: { offset: 0 },
    });
  });

  test('a file that may not be read', async () => {
    const path = file('secret', 'text');
    chmodSync(path, 0);
    // Root may read everything: act as nobody for a moment.
    const root = process.getuid?.() === 0;
    if (root) process.seteuid?.(65_534);
    try {
      expect((await errorOf(readTextFile(path))).code).toBe('file-no-permission');
    } finally {
      if (root) process.seteuid?.(0);
    }
  });
});

describe('writeBeside', () => {
  test('writes, replaces, keeps mode and links, leaves nothing beside', async () => {
    const path = file('out.txt', 'old');
    chmodSync(path, 0o640);
    symlinkSync(path, join(folder, 'link'));
    await writeBeside(join(folder, 'link'), ['new ', 'text']);
    expect(readFileSync(path, 'utf8')).toBe('new text');
    expect(readdirSync(folder).sort()).toEqual(['link', 'out.txt']);
  });

  test('keeps the old file when the content fails half way', async () => {
    const path = file('out.txt', 'old');
    const failing = async function* (): AsyncGenerator<string> {
      yield 'x'.repeat(600_000);
      throw new Error('broken source');
    };
    await expect(writeBeside(path, failing())).rejects.toThrow('broken source');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['out.txt']);
  });

  test('says what is wrong', async () => {
    expect((await errorOf(writeBeside(folder, ['x']))).code).toBe('file-is-folder');
    expect((await errorOf(writeBeside(join(folder, 'no', 'out'), ['x']))).code).toBe('file-unwritable');
    mkdirSync(join(folder, 'sub'));
    expect(existsSync(join(folder, 'no'))).toBe(false);
  });

  test.skipIf(!existsSync('/dev/full'))('a full disk', async () => {
    expect((await errorOf(writeBeside('/dev/full', ['x'.repeat(10_000)]))).code).toBe('disk-full');
  });
});
