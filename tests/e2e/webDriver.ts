/** The app in Chromium, served by the command `songsong serve`. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { type AppDriver, type DriverOptions, readSaved, type SavedFile } from './app.ts';

const command = fileURLToPath(new URL('../../bin/songsong.mjs', import.meta.url));

export class WebDriver implements AppDriver {
  readonly host = 'web';
  readonly dataFolder: string;
  page!: Page;
  #server!: ChildProcess;
  #url = '';
  #contexts: BrowserContext[] = [];
  readonly #browser: Browser;
  readonly #onPage: DriverOptions['onPage'];

  private constructor(browser: Browser, { dataFolder, onPage }: DriverOptions) {
    this.#browser = browser;
    this.#onPage = onPage;
    this.dataFolder = dataFolder;
  }

  static async start(options: DriverOptions): Promise<WebDriver> {
    const driver = new WebDriver(await options.browser(), options);
    await driver.#open();
    return driver;
  }

  async #open(): Promise<void> {
    this.#server = spawn(process.execPath, [command, 'serve', '--data', this.dataFolder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#url = await new Promise<string>((resolve, reject) => {
      this.#server.once('exit', (code) => reject(new Error(`the web host ended with ${code}`)));
      createInterface(this.#server.stdout!).on('line', (line) => {
        const found = /http:\/\/127\.0\.0\.1:\d+\/#\S+/.exec(line);
        if (found) resolve(found[0]);
      });
    });
    this.page = await this.openBeside();
  }

  /** One more browser, with nothing in common with the others but the host. */
  async openBeside(): Promise<Page> {
    const context = await this.#browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en' });
    this.#contexts.push(context);
    const page = await context.newPage();
    this.#onPage(page);
    await page.goto(this.#url);
    return page;
  }

  async chooseFiles(paths: readonly string[], ask: () => Promise<void>): Promise<void> {
    const asked = this.page.waitForEvent('filechooser');
    await ask();
    await (await asked).setFiles([...paths]);
  }

  async saveFile(ask: () => Promise<void>): Promise<SavedFile> {
    const started = this.page.waitForEvent('download');
    await ask();
    const download = await started;
    return readSaved(await download.path(), download.suggestedFilename());
  }

  async restart(): Promise<void> {
    await this.#end('SIGTERM');
    await this.#open();
  }

  async killAndRestart(): Promise<void> {
    await this.#end('SIGKILL');
    await this.#open();
  }

  /** The host dies under its pages, in the middle of what they ask of it, and is started again. */
  async killUnderPages(): Promise<void> {
    await this.#stop('SIGKILL');
    await this.killAndRestart();
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
    await this.#stop(signal);
  }

  async #stop(signal: NodeJS.Signals): Promise<void> {
    if (this.#server.exitCode !== null || this.#server.signalCode !== null) return;
    const ended = new Promise((resolve) => this.#server.once('exit', resolve));
    this.#server.kill(signal);
    await ended;
  }

  async close(): Promise<void> {
    await this.#end('SIGTERM');
  }
}
