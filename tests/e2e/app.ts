/**
 * The app as specs drive it, the same in every host. Only what the hosts do differently stands here: how files get in, how
 * they get out, and how the app ends and comes back. Everything else is the page.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { DesktopDriver } from './desktopDriver.ts';
import { WebDriver } from './webDriver.ts';

export interface HostOptions {
  host: 'web' | 'standin' | 'electron';
}

export interface SavedFile {
  readonly name: string;
  readonly text: string;
}

export interface AppDriver {
  readonly host: HostOptions['host'];
  /** Projects and settings of this test alone. */
  readonly dataFolder: string;
  /** Changes with `restart`. */
  readonly page: Page;
  /** Does what asks for files (a click on “choose”), and answers with these paths. */
  chooseFiles(paths: readonly string[], ask: () => Promise<void>): Promise<void>;
  /** Does what saves a file (a click on “export”), and gives what was saved. */
  saveFile(ask: () => Promise<void>): Promise<SavedFile>;
  /** Ends the app in good order and starts it again with the same data. */
  restart(): Promise<void>;
  /** As if the power had failed, and starts it again. */
  killAndRestart(): Promise<void>;
  close(): Promise<void>;
}

export const test = base.extend<HostOptions & { app: AppDriver; emptyFolder: string }>({
  host: ['web', { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's form
  emptyFolder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'songsong-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  },
  app: async ({ host, emptyFolder, playwright }, use, testInfo) => {
    const Driver = host === 'web' ? WebDriver : DesktopDriver;
    const app = await Driver.start({ host, dataFolder: join(emptyFolder, 'data'), playwright });
    const problems: string[] = [];
    app.page.on('pageerror', (error) => problems.push(String(error)));
    app.page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await use(app);
    if (testInfo.status !== testInfo.expectedStatus && host !== 'web')
      await testInfo.attach('screenshot', { body: await app.page.screenshot(), contentType: 'image/png' });
    await app.close();
    if (testInfo.status === testInfo.expectedStatus && problems.length > 0)
      throw new Error(`The page reported errors:\n${problems.join('\n')}`);
  },
});
export { expect } from '@playwright/test';

export const readSaved = async (path: string, name: string): Promise<SavedFile> => ({
  name,
  text: await readFile(path, 'utf8'),
});
