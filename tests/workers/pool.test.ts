/** The pool with a worker of its own: `lang` says how it behaves, so that no real task has to be slow. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPool, type Pool } from '../../src/workers/pool.ts';

const WORKER = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ id, input, lexicon }) => {
  if (input.lang === 'lexicon') return parentPort.postMessage({ id, kind: 'result', result: lexicon ?? 'as before' });
  if (input.lang === 'busy') for (;;);
  if (input.lang === 'crash') process.exit(7);
  if (input.lang === 'throw') parentPort.postMessage({ id, kind: 'failed', error: new Error('no') });
  else if (input.lang === 'refuse') parentPort.postMessage({ id, kind: 'refused', code: 'file-empty', params: { file: 'a' } });
  else {
    parentPort.postMessage({ id, kind: 'progress', done: 0.5 });
    parentPort.postMessage({ id, kind: 'result', result: input.text });
  }
});`;

let folder: string;
let pool: Pool;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'songsong-pool-'));
  await writeFile(join(folder, 'worker.mjs'), WORKER);
  pool = createPool(join(folder, 'worker.mjs'), 2);
});
afterAll(async () => {
  await pool.close();
  await rm(folder, { recursive: true });
});
const ask = (text: string, lang = 'answer', options = {}) => pool.run('cut', { text, lang }, options);

test('more tasks than threads are all answered, also when threads are used again', async () => {
  const texts = Array.from({ length: 9 }, (_, i) => `text ${i}`);
  expect(await Promise.all(texts.map((text) => ask(text)))).toEqual(texts);
  expect(await ask('once more')).toBe('once more');
});

test('progress comes on the way', async () => {
  const seen: number[] = [];
  await ask('a', 'answer', { onProgress: (done: number) => seen.push(done) });
  expect(seen).toEqual([0.5]);
});

test('what a task throws or refuses reaches its caller, and the thread goes on', async () => {
  await expect(ask('a', 'throw')).rejects.toThrow('no');
  await expect(ask('a', 'refuse')).rejects.toMatchObject({ code: 'file-empty', params: { file: 'a' } });
  expect(await ask('b')).toBe('b');
});

test('aborting ends a busy task at once, and one that waits', async () => {
  const abort = new AbortController();
  const tasks = [1, 2, 3].map(() => ask('a', 'busy', { signal: abort.signal }));
  const ends = Promise.allSettled(tasks);
  setTimeout(() => abort.abort(), 50);
  for (const end of await ends) expect(end).toMatchObject({ reason: { code: 'cancelled' } });
  expect(await ask('after')).toBe('after');
});

test('a thread that dies fails its task and is replaced', async () => {
  await expect(ask('a', 'crash')).rejects.toThrow('worker ended with code 7');
  expect(await ask('after')).toBe('after');
});

test('closing cancels what runs and what waits, and refuses what comes later', async () => {
  const closing = createPool(join(folder, 'worker.mjs'), 1);
  const ends = Promise.allSettled(['a', 'b'].map((text) => closing.run('cut', { text, lang: 'busy' })));
  await closing.close();
  for (const end of await ends) expect(end).toMatchObject({ reason: { code: 'cancelled' } });
  await expect(closing.run('cut', { text: 'c', lang: 'answer' })).rejects.toMatchObject({
    code: 'cancelled',
  });
});

test('lexicon files go to a thread once, and again when they change', async () => {
  let files = { stamp: '', texts: [] as string[] };
  const own = createPool(join(folder, 'worker.mjs'), 1, () => files);
  const told = () => own.run('cut', { text: '', lang: 'lexicon' }) as Promise<unknown>;
  expect(await told()).toBe('as before');
  files = { stamp: 'a', texts: ['nước | Wasser'] };
  expect(await told()).toEqual(['nước | Wasser']);
  expect(await told()).toBe('as before');
  files = { stamp: '', texts: [] };
  expect(await told()).toEqual([]);
  await own.close();
});
