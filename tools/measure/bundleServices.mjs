// Bundles one of the benches over the services and the worker threads' entry for Node, and imports the first.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from './bundle.mjs';

/** `name`: of a TypeScript file in this folder. Gives what it exports, and `workers`, the URL of the threads' entry. */
export async function bundleServices(name) {
  const outDir = join(root, 'node_modules/.cache/measure', name);
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
          [name]: join(root, `tools/measure/${name}.ts`),
          workers: join(root, 'src/workers/index.ts'),
        },
        output: { entryFileNames: '[name].mjs' },
      },
    },
  });
  const made = await import(pathToFileURL(join(outDir, `${name}.mjs`)).href);
  return { ...made, workers: pathToFileURL(join(outDir, 'workers.mjs')) };
}
