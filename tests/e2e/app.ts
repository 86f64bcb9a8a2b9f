/**
 * The app as specs drive it, the same in every host. Only what the hosts do differently stands here: how files get in, how
 * they get out, and how the app ends and comes back. Everything else is the page.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, test as base, type Page, type PlaywrightWorkerArgs } from '@playwright/test';
import { DesktopDriver } from './desktopDriver.ts';
import { putSample } from './sampleProject.ts';
import { WebDriver } from './webDriver.ts';

export interface HostOptions {
  host: 'web' | 'standin' | 'electron';
  /** Whether the sample project is there before the app starts; else the app makes it. */
  madeSample: boolean;
}

export interface SavedFile {
  readonly name: string;
  /** Where it lies while the test runs. */
  readonly path: string;
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

export interface DriverOptions {
  readonly host: HostOptions['host'];
  readonly dataFolder: string;
  /** Of the worker: contexts of the web host are opened in it. */
  readonly browser: () => Promise<Browser>;
  /** Told of each page, before it loads where that can be. */
  readonly onPage: (page: Page) => void;
}

interface Fixtures {
  app: AppDriver;
  emptyFolder: string;
  /** Errors of the page that the spec provokes; any other fails it. */
  allowedProblems: RegExp[];
}

interface WorkerFixtures {
  /** Chromium as the web host's specs share it, launched when the first asks for it. */
  sharedBrowser: () => Promise<Browser>;
}

const launch = (playwright: PlaywrightWorkerArgs['playwright']): Promise<Browser> => {
  const executablePath = process.env['CHROMIUM'];
  // Without a UTF-8 locale the browser gives a download with letters beyond ASCII no name.
  const env = { ...process.env, LC_ALL: 'C.UTF-8' } as Record<string, string>;
  return playwright.chromium.launch({ executablePath, args: ['--no-sandbox'], env });
};

export const test = base.extend<HostOptions & Fixtures, WorkerFixtures>({
  host: ['web', { option: true }],
  madeSample: [true, { option: true }],
  sharedBrowser: [
    async ({ playwright }, use) => {
      let browser: Promise<Browser> | null = null;
      await use(() => {
        browser ??= launch(playwright);
        return browser;
      });
      await (await (browser as Promise<Browser> | null))?.close();
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's form
  emptyFolder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'songsong-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's form
  allowedProblems: async ({}, use) => use([]),
  app: async ({ host, madeSample, emptyFolder, allowedProblems, sharedBrowser }, use, testInfo) => {
    const problems: string[] = [];
    const onPage = (page: Page) => {
      page.on('pageerror', (error) => problems.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(`${message.text()} (${message.location().url})`);
      });
    };
    const Driver = host === 'web' ? WebDriver : DesktopDriver;
    const dataFolder = join(emptyFolder, 'data');
    if (madeSample) await putSample(dataFolder);
    const app = await Driver.start({ host, dataFolder, browser: sharedBrowser, onPage });
    await use(app);
    const passed = testInfo.status === testInfo.expectedStatus;
    if (!passed)
      await testInfo.attach('screenshot', {
        body: await app.page.screenshot(),
        contentType: 'image/png',
      });
    await app.close();
    const unexpected = problems.filter((problem) => !allowedProblems.some((one) => one.test(problem)));
    if (passed && unexpected.length > 0)
      throw new Error(`The page reported errors:\n${unexpected.join('\n')}`);
  },
});
export { expect } from '@playwright/test';

export const readSaved = async (path: string, name: string): Promise<SavedFile> => ({
  name,
  path,
  text: await readFile(path, 'utf8'),
});
