/**
 * Every hostile file is read or refused in words, soon, without a look into other files; and so is every mutation of a sound one.
 * `npm run fuzz` tries more mutations (FUZZ_RUNS).
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { AppError } from '../../../src/core/errors.ts';
import { cutBlocks } from '../../../src/core/text/index.ts';
import { readBytesAs } from '../../../src/services/read/index.ts';
import { hostileFiles } from './hostileFiles.ts';
import { WELL_FORMED } from './wellFormed.ts';

const SECRET = 'a line that stands in a file of somebody else';
const folder = mkdtempSync(join(tmpdir(), 'songsong-hostile-'));
writeFileSync(join(folder, 'foreign.txt'), SECRET);
const foreign = pathToFileURL(join(folder, 'foreign.txt')).href;
afterAll(() => rmSync(folder, { recursive: true }));

/** No file may take longer, on a busy machine; a hang takes for ever. */
const LONGEST = 20_000;

/** Reads and cuts; what is refused has to be refused in words. */
async function tryToRead(bytes: Buffer, name: string): Promise<'read' | 'refused'> {
  const started = performance.now();
  try {
    const document = await readBytesAs(bytes, name);
    const { segments } = cutBlocks(document.blocks, document.lang ?? 'vi');
    expect(JSON.stringify([document, segments]).includes(SECRET), name).toBe(false);
    return 'read';
  } catch (error) {
    if (!(error instanceof AppError)) throw new Error(`${name} broke a reader`, { cause: error });
    expect(error.code, name).not.toBe('internal');
    expect(error.message.length, name).toBeLessThan(600);
    return 'refused';
  } finally {
    expect(performance.now() - started, `${name} took too long`).toBeLessThan(LONGEST);
  }
}

describe('hostile files', () => {
  it('are read or refused in words', async () => {
    const counts = { read: 0, refused: 0 };
    let largest = 0;
    let slowest: [number, string] = [0, ''];
    for (const { name, bytes } of hostileFiles(foreign)) {
      const started = performance.now();
      counts[await tryToRead(bytes, name)] += 1;
      const took = performance.now() - started;
      if (process.env.FUZZ_TIMES && took > 300) console.info(`${name}: ${Math.round(took)} ms`);
      if (took > slowest[0]) slowest = [took, name];
      largest = Math.max(largest, process.memoryUsage.rss());
    }
    console.info(
      `hostile files: ${counts.read} read, ${counts.refused} refused; slowest ${slowest[1]}, ${Math.round(slowest[0])} ms; at most ${largest >> 20} MB`,
    );
    expect(counts.read + counts.refused).toBeGreaterThanOrEqual(200);
    expect(largest >> 20).toBeLessThan(2000);
  }, 300_000);
});

const mutation = fc.record({
  how: fc.constantFrom('flip', 'drop', 'repeat', 'swap', 'cut', 'insert'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 60 }),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 12 }),
    fc
      .constantFrom('<', '>', '&', '"', ']]>', '<!--', '\0', '\ud800', '-->', '%', '(', 'endobj', '|', '\n\n')
      .map((text) => Buffer.from(text)),
  ),
});
type Mutation = typeof mutation extends fc.Arbitrary<infer Of> ? Of : never;

function mutate(bytes: Buffer, mutations: readonly Mutation[]): Buffer {
  let current = Buffer.from(bytes);
  for (const { how, at, length, bytes: given } of mutations) {
    const from = Math.floor(at * Math.max(0, current.length - 1));
    const piece = current.subarray(from, from + length);
    const [before, after] = [current.subarray(0, from), current.subarray(from + piece.length)];
    const made: Record<Mutation['how'], () => Buffer[]> = {
      flip: () => [before, Buffer.from(piece.map((byte) => byte ^ (given[0] ?? 1))), after],
      drop: () => [before, after],
      repeat: () => [before, ...Array<Buffer>(length * 3).fill(piece), after],
      swap: () => [after, piece, before],
      cut: () => [before],
      insert: () => [before, Buffer.from(given), piece, after],
    };
    current = Buffer.concat(made[how]()).subarray(0, 500_000);
  }
  return current;
}

/** Mutations of an archive go half into the archive and half into its largest part, packed soundly again. */
function mutateFile(bytes: Buffer, mutations: readonly Mutation[], inside: boolean): Buffer {
  if (!inside || bytes.subarray(0, 2).toString() !== 'PK') return mutate(bytes, mutations);
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) => name.endsWith('.xml'));
  const target = names[Math.floor((mutations[0]?.at ?? 0) * (names.length - 0.01))]!;
  const mutated = mutate(Buffer.from(strFromU8(parts[target]!, true), 'latin1'), mutations);
  return Buffer.from(
    zipSync({ ...parts, [target]: strToU8(mutated.toString('latin1'), true) }, { level: 1 }),
  );
}

const RUNS = Number(process.env.FUZZ_RUNS ?? 300);
const SEED = Number(process.env.FUZZ_SEED ?? 20260314);

describe('mutations', () => {
  for (const [name, bytes] of Object.entries(WELL_FORMED))
    it(`of ${name} are read or refused in words`, { timeout: Math.max(120_000, RUNS * 100) }, async () => {
      expect(await tryToRead(bytes, name)).toBe('read');
      await fc.assert(
        fc.asyncProperty(
          fc.array(mutation, { minLength: 1, maxLength: 5 }),
          fc.boolean(),
          async (list, inside) => {
            await tryToRead(mutateFile(bytes, list, inside), name);
          },
        ),
        { numRuns: RUNS, seed: SEED },
      );
    });
});
