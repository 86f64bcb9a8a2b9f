// Finds a Chromium for the browser tests, or gets one: Playwright's own download may be blocked, Debian's package works too.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const MINUTE = 60_000;

/** Ubuntu's chromium-browser is there and only says that a snap is wanted: it has to run. On Windows --version opens a window. */
const runs = (file) =>
  existsSync(file) &&
  (process.platform === 'win32' || spawnSync(file, ['--version'], { timeout: 20_000 }).status === 0);

async function findInstalled() {
  const given = process.env.CHROMIUM;
  if (given) return runs(given) ? given : null;
  const { chromium } = await import('@playwright/test');
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [chromium.executablePath(), ...onPath, ...PLACES].find((file) => file && runs(file)) ?? null;
}

function installPlaywrights() {
  const cli = join(root, 'node_modules/@playwright/test/cli.js');
  console.log('No Chromium or Chrome found: trying `playwright install chromium` …');
  return (
    spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore', timeout: 4 * MINUTE })
      .status === 0
  );
}

function installDebians() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log('trying `apt-get install -y chromium` …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const aptGet = (...args) =>
    spawnSync('apt-get', args, { stdio: 'ignore', env, timeout: 10 * MINUTE }).status === 0;
  aptGet('update', '-q');
  return aptGet('install', '-y', '-q', '--no-install-recommends', 'chromium');
}

/** `{executable}`, or `{problem}` with one sentence that says what to install. */
export async function obtainChromium() {
  const executable =
    (await findInstalled()) ??
    (installPlaywrights() ? await findInstalled() : null) ??
    (installDebians() ? await findInstalled() : null);
  if (executable) return { executable };
  return {
    problem: process.env.CHROMIUM
      ? `The browser named by CHROMIUM (${process.env.CHROMIUM}) does not run: name another, or unset it.`
      : 'The browser tests need Chromium or Chrome: install one (Debian: apt-get install chromium), or name it in CHROMIUM.',
  };
}
