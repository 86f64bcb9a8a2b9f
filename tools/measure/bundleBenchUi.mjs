// Bundles benchUi.ts and the worker threads' entry for Node, and imports the first.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from './bundle.mjs';

export async function bundleBenchUi() {
  const outDir = join(root, 'node_modules/.cache/measure/benchUi');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      minify: false,
      rollupOptions: {
        input: {
          benchUi: join(root, 'tools/measure/benchUi.ts'),
          workers: join(root, 'src/workers/index.ts'),
        },
        output: { entryFileNames: '[name].mjs' },
      },
    },
  });
  const made = await import(pathToFileURL(join(outDir, 'benchUi.mjs')).href);
  return { ...made, workers: pathToFileURL(join(outDir, 'workers.mjs')) };
}
