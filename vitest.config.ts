import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { describeNodeProblem } from './bin/nodeVersion.mjs';

const problem = describeNodeProblem(process.versions.node);
if (problem) throw new Error(problem);

export default defineConfig({
  // The package `electron` downloads its runtime when it is imported.
  resolve: { alias: { electron: fileURLToPath(new URL('./tests/main/noElectron.ts', import.meta.url)) } },
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/e2e/**'],
    setupFiles: ['tests/seed.ts'],
    testTimeout: 60_000,
    pool: 'forks',
  },
});
