/** The same specs in both hosts: the app in a browser, and the built Electron main process under the stand-in. */
import { defineConfig } from '@playwright/test';
import type { HostOptions } from './tests/e2e/app.ts';

export default defineConfig<HostOptions>({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './tests/e2e/sampleProject.ts',
  outputDir: 'test-results/e2e',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // What passes only at the second try is named as flaky in the report, and is a fault to be looked for.
  retries: process.env['CI'] ? 1 : 0,
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  reporter: 'list',
  use: { screenshot: 'only-on-failure' },
  projects: [
    { name: 'web', use: { host: 'web' }, grepInvert: /@desktop/ },
    { name: 'standin', use: { host: 'standin' }, grepInvert: /@browser/ },
    // Where Electron's own binary exists: ELECTRON names it.
    ...(process.env['ELECTRON']
      ? [{ name: 'electron', use: { host: 'electron' as const }, grepInvert: /@browser/ }]
      : []),
  ],
});
