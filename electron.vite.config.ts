/** Bundles the hosts (Electron, web, command line, workers), the preload script and the renderer into `out/`. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Entries by name; a room that has no entry yet is left out, so that the others can be built without it. */
const entries = (files: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(files)
      .map(([name, file]) => [name, at(file)] as const)
      .filter(([, file]) => existsSync(file)),
  );

const mainEntries = entries({
  index: './src/main/index.ts',
  web: './src/web/index.ts',
  cli: './src/cli/index.ts',
  workers: './src/workers/index.ts',
});
const preloadEntries = entries({ index: './src/preload/index.ts' });
const rendererEntries = entries({ index: './src/renderer/index.html' });
const some = (input: Record<string, string>) => Object.keys(input).length > 0;

export default defineConfig({
  ...(some(mainEntries) && {
    main: {
      // fflate's build for Node declares its own `require`, which meets the one of the bundler's shims; its browser build has none.
      resolve: { alias: { fflate: 'fflate/browser' } },
      build: {
        target: 'node22',
        rollupOptions: {
          input: mainEntries,
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
        },
      },
    },
  }),
  ...(some(preloadEntries) && {
    preload: {
      build: {
        // A sandboxed preload can neither be an ES module nor require packages: one file, everything inside.
        externalizeDeps: false,
        rollupOptions: {
          input: preloadEntries,
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    },
  }),
  ...(some(rendererEntries) && {
    renderer: {
      root: at('./src/renderer'),
      plugins: [react()],
      build: {
        minify: true,
        target: 'es2023',
        // The content security policy allows no data: fonts.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 2000,
        rollupOptions: { input: rendererEntries },
      },
    },
  }),
});
