// Bundles benchUi.ts for Node and imports it.
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
      ssr: join(root, 'tools/measure/benchUi.ts'),
      outDir,
      emptyOutDir: true,
      minify: false,
      rollupOptions: { output: { entryFileNames: 'benchUi.mjs' } },
    },
  });
  return import(pathToFileURL(join(outDir, 'benchUi.mjs')).href);
}
