// Bundles store.ts for Node and runs it: node tools/measure/store.mjs [ROWS]
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from './bundle.mjs';

const outDir = join(root, 'node_modules/.cache/measure/store');
await build({
  root,
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: join(root, 'tools/measure/store.ts'),
    outDir,
    emptyOutDir: true,
    rollupOptions: { output: { entryFileNames: 'store.mjs' } },
  },
});
await import(pathToFileURL(join(outDir, 'store.mjs')).href);
