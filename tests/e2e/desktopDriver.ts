/** The desktop app: the built main process and preload, under the stand-in or under Electron's own binary. */
import { mkdtemp, readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test';
import { type AppDriver, type DriverOptions, readSaved, type SavedFile } from './app.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const standin = join(root, 'tests/standin/electron');

export class DesktopDriver implements AppDriver {
  readonly host: DriverOptions['host'];
  readonly dataFolder: string;
  page!: Page;
  application!: ElectronApplication;

  readonly #onPage: DriverOptions['onPage'];

  private constructor({ host, dataFolder, onPage }: DriverOptions) {
    this.host = host;
    this.dataFolder = dataFolder;
    this.#onPage = onPage;
  }

  static async start(options: DriverOptions): Promise<DesktopDriver> {
    const driver = new DesktopDriver(options);
    await driver.#open();
    return driver;
  }

  async #open(): Promise<void> {
    this.application = await _electron.launch({
      executablePath: this.host === 'standin' ? standin : process.env['ELECTRON'],
      args: [root],
      env: { ...(process.env as Record<string, string>), SONGSONG_DATA: this.dataFolder },
    });
    this.page = await this.application.firstWindow();
    this.#onPage(this.page);
    // The window is there before its page is.
    await this.page.waitForURL(/songsong/);
    await this.page.setViewportSize({ width: 1440, height: 900 });
    await this.page.waitForLoadState();
  }

  async chooseFiles(paths: readonly string[], ask: () => Promise<void>): Promise<void> {
    await this.application.evaluate(
      ({ dialog }, filePaths) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
      },
      [...paths],
    );
    await ask();
  }

  async saveFile(ask: () => Promise<void>): Promise<SavedFile> {
    const folder = await mkdtemp(join(tmpdir(), 'songsong-saved-'));
    await this.application.evaluate(({ dialog }, folderOfTest) => {
      dialog.showSaveDialog = async (...args: unknown[]) => {
        const { defaultPath } = args.at(-1) as { defaultPath: string };
        return { canceled: false, filePath: `${folderOfTest}/${defaultPath.replace(/.*[/\\]/, '')}` };
      };
    }, folder);
    await ask();
    let path = '';
    await expect(async () => {
      const [name] = (await readdir(folder)).filter((one) => !one.endsWith('.part'));
      expect(name).toBeDefined();
      path = join(folder, name!);
      expect((await stat(path)).size).toBeGreaterThan(0);
    }).toPass({ timeout: 15_000 });
    return readSaved(path, basename(path));
  }

  async restart(): Promise<void> {
    await this.application.close();
    await this.#open();
  }

  async killAndRestart(): Promise<void> {
    const process = this.application.process();
    const ended = new Promise((resolve) => process.once('exit', resolve));
    process.kill('SIGKILL');
    await ended;
    await this.#open();
  }

  async close(): Promise<void> {
    await this.application.close();
  }
}
