/**
 * Whether the desktop app can run here, decided before anything is opened. The package `electron` fetches its runtime when
 * it is first asked for its path, so nothing here imports or requires it.
 */
import { execFile } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type Decision =
  | { readonly kind: 'desktop'; readonly executable: string; readonly say: string }
  | { readonly kind: 'browser'; readonly say: string };

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The package's root. */
  readonly root: string;
}

export const thisMachine = (root: string): Machine => ({
  platform: process.platform,
  arch: process.arch,
  env: process.env,
  root,
});

const HEAD_TIMEOUT_MS = 2500;
const INSTALL_TIMEOUT_MS = 5 * 60_000;
const VERSION_TIMEOUT_MS = 15_000;

const inBrowser = (why: string): Decision => ({
  kind: 'browser',
  say: `Opening SongSong in the browser: ${why}.`,
});

/** The order is: a display, the runtime, whether it can be had, whether it runs. */
export async function decideHost(machine: Machine): Promise<Decision> {
  if (!hasDisplay(machine)) return inBrowser('there is no display for a desktop window');
  const packageFolder = join(machine.root, 'node_modules/electron');
  if (!existsSync(join(packageFolder, 'package.json'))) return inBrowser('Electron is not installed');
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  if (findExecutable(machine) === null) {
    if (!isInCache(machine, version) && !(await canBeHad(machine, version)))
      return inBrowser('Electron’s runtime is not here and its download cannot be reached');
    const fault = await install(packageFolder);
    if (fault !== null) return inBrowser(`Electron’s runtime could not be fetched (${fault})`);
  }
  const executable = findExecutable(machine);
  if (executable === null) return inBrowser('Electron’s runtime is not complete');
  const fault = await tryToRun(executable);
  if (fault !== null) return inBrowser(`Electron does not run here (${fault})`);
  return { kind: 'desktop', executable, say: `Opening SongSong on the desktop (Electron ${version}).` };
}

export const hasDisplay = ({ platform, env }: Machine): boolean =>
  platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);

const executableName = ({ platform }: Machine): string =>
  platform === 'win32'
    ? 'electron.exe'
    : platform === 'darwin'
      ? 'Electron.app/Contents/MacOS/Electron'
      : 'electron';

/** The runtime that is on the disk, in the version that the package wants; null where there is none. */
export function findExecutable(machine: Machine): string | null {
  const other = machine.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (other) return existing(join(other, executableName(machine)));
  const folder = join(machine.root, 'node_modules/electron');
  try {
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const present = readFileSync(join(folder, 'dist/version'), 'utf8').trim().replace(/^v/, '');
    return present === version ? existing(join(folder, 'dist', executableName(machine))) : null;
  } catch {
    return null;
  }
}

const existing = (path: string): string | null => (existsSync(path) ? path : null);

const zipName = ({ platform, arch }: Machine, version: string): string =>
  `electron-v${version}-${platform}-${arch}.zip`;

function isInCache(machine: Machine, version: string): boolean {
  const { env, platform } = machine;
  const home = homedir();
  const cache =
    env['electron_config_cache'] ??
    (platform === 'darwin'
      ? join(home, 'Library/Caches/electron')
      : platform === 'win32'
        ? join(env['LOCALAPPDATA'] ?? join(home, 'AppData/Local'), 'electron/Cache')
        : join(env['XDG_CACHE_HOME'] ?? join(home, '.cache'), 'electron'));
  return globSync(`**/${zipName(machine, version)}`, { cwd: cache }).length > 0;
}

async function canBeHad(machine: Machine, version: string): Promise<boolean> {
  const { env } = machine;
  const mirror =
    env['ELECTRON_MIRROR'] ??
    env['npm_config_electron_mirror'] ??
    'https://github.com/electron/electron/releases/download/';
  try {
    const answer = await fetch(new URL(`v${version}/${zipName(machine, version)}`, mirror), {
      method: 'HEAD',
      signal: AbortSignal.timeout(HEAD_TIMEOUT_MS),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

/** Runs the package's own installer, which checks sums; against a silent host it would wait for ever. */
async function install(packageFolder: string): Promise<string | null> {
  try {
    await run(process.execPath, [join(packageFolder, 'install.js')], { timeout: INSTALL_TIMEOUT_MS });
    return null;
  } catch (error) {
    return sayFault(error);
  }
}

/** Missing libraries show only when it is run. */
async function tryToRun(executable: string): Promise<string | null> {
  try {
    await run(executable, ['--version'], { timeout: VERSION_TIMEOUT_MS });
    return null;
  } catch (error) {
    return sayFault(error);
  }
}

/** One line about a child process that failed. */
function sayFault(error: unknown): string {
  const { killed, stderr, message } = error as { killed?: boolean; stderr?: string; message?: string };
  if (killed) return 'it took too long';
  const line = (stderr || message || String(error)).trim().split('\n').at(-1) ?? '';
  return line.length > 160 ? `${line.slice(0, 160)}…` : line;
}
