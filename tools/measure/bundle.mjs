// Bundles the core for Node (data files inside) and imports it; takes about a second.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
export const root = join(here, '../..');

/** Path of the bundle, for workers that import it themselves. */
export async function bundleCore() {
  const outDir = join(root, 'node_modules/.cache/measure', String(process.pid));
  mkdirSync(outDir, { recursive: true });
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(here, 'core.ts'),
      outDir,
      emptyOutDir: true,
      minify: false,
      rollupOptions: { output: { entryFileNames: 'core.mjs' } },
    },
  });
  return pathToFileURL(join(outDir, 'core.mjs')).href;
}

/** The same for the formats with store and services; SQLite stays a package. */
export async function bundleFormats() {
  const outDir = join(root, 'node_modules/.cache/measure', `formats-${process.pid}`);
  mkdirSync(outDir, { recursive: true });
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(here, 'formats.ts'),
      outDir,
      emptyOutDir: true,
      minify: false,
      rollupOptions: { external: ['better-sqlite3'], output: { entryFileNames: 'formats.mjs' } },
    },
  });
  return pathToFileURL(join(outDir, 'formats.mjs')).href;
}
