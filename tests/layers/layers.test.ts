import { globSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkLayers } from '../../tools/layers.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('every module keeps to its layer, and none is overlooked', async () => {
  const { modules, violations } = await checkLayers();
  const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter((file) => !file.endsWith('.d.ts'));
  expect(violations).toEqual([]);
  expect(files.length).toBeGreaterThan(20);
  expect(modules).toEqual(expect.arrayContaining(files.map((file) => file.replaceAll('\\', '/'))));
});

let planted: string;
beforeAll(async () => {
  planted = await mkdtemp(join(tmpdir(), 'songsong-layers-'));
  await cp(join(root, 'tsconfig.base.json'), join(planted, 'tsconfig.base.json'));
});
afterAll(() => rm(planted, { recursive: true }));

test.each([
  ['src/core/a.ts', 'node:fs', 'core-has-no-node'],
  ['src/core/b.ts', '../store/x.ts', 'core-imports-only-its-own-layers'],
  ['src/renderer/c.tsx', '../services/x.ts', 'renderer-imports-only-its-own-layers'],
  ['src/services/d.ts', 'electron', 'services-never-imports-electron'],
  ['src/web/e.ts', 'better-sqlite3', 'web-never-imports-better-sqlite3'],
  ['src/contract/f.ts', '../services/x.ts', 'contract-imports-only-its-own-layers'],
])('%s that imports %s is caught', async (file, imported, rule) => {
  for (const path of ['src/store/x.ts', 'src/services/x.ts']) {
    await mkdir(join(planted, dirname(path)), { recursive: true });
    await writeFile(join(planted, path), 'export const x = 1;\n');
  }
  await mkdir(join(planted, dirname(file)), { recursive: true });
  await writeFile(join(planted, file), `import * as it from '${imported}';\nexport default it;\n`);
  const { violations } = await checkLayers(planted);
  expect(violations).toContainEqual(expect.stringContaining(`${rule}: ${file} → `));
});
