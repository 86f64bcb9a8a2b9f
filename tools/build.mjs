// Builds out/ where it is older than the sources (`--force`: always). Says nothing on standard output, so that it can
// run before the command line, whose standard output holds nothing but its result.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, 'out');
const cache = join(root, 'node_modules/.cache');
const stampFile = join(out, 'stamp.json');
const lockFile = join(cache, 'songsong-build.lock');
const SOURCES = ['src', 'db', 'samples', 'electron.vite.config.ts', 'package-lock.json', 'tools/build.mjs'];
const LOCK_IS_STALE_AFTER = 5 * 60_000;

function* walk(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return;
  if (!stat.isDirectory()) yield { path, stat };
  else for (const name of readdirSync(path).sort()) yield* walk(join(path, name));
}

const sourceFiles = () => SOURCES.flatMap((name) => [...walk(join(root, name))]);
const digest = (parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
};
/** Cheap: names, sizes and times. */
const describeTimes = (files) =>
  digest(files.map(({ path, stat }) => `${path} ${stat.size} ${stat.mtimeMs}`));
/** Dear, but the same after a checkout that changed the times only. */
const describeContents = (files) => digest(files.flatMap(({ path }) => [path, readFileSync(path)]));

const readStamp = () => {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return {};
  }
};

function isFresh() {
  const stamp = readStamp();
  if (!stamp.contents) return false;
  const files = sourceFiles();
  const times = describeTimes(files);
  if (stamp.times === times) return true;
  if (stamp.contents !== describeContents(files)) return false;
  writeFileSync(stampFile, JSON.stringify({ ...stamp, times }));
  return true;
}

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** Left behind by a process that was killed. */
function isAbandoned() {
  try {
    const owner = Number(readFileSync(lockFile, 'utf8'));
    const old = Date.now() - statSync(lockFile).mtimeMs;
    return old > LOCK_IS_STALE_AFTER || (owner > 0 && !isAlive(owner));
  } catch {
    return false;
  }
}

/** Two runs at once must not write the same files: the second waits, and then finds that all is done. */
async function withLock(work) {
  mkdirSync(cache, { recursive: true });
  for (;;) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isAbandoned()) rmSync(lockFile, { force: true });
    else await pause(150);
  }
  try {
    return await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

/** In a process of its own: the bundler is large, and whatever it prints goes to standard error, and only where it failed. */
function bundle() {
  const next = join(root, 'out.next');
  rmSync(next, { recursive: true, force: true });
  const files = sourceFiles();
  const stamp = { times: describeTimes(files), contents: describeContents(files) };
  const cli = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  if (!existsSync(cli)) throw new Error('SongSong is not installed yet: run `npm ci` in its folder first.');
  const run = spawnSync(
    process.execPath,
    [cli, 'build', '--outDir', next, '--logLevel', 'warn', '--ignoreConfigWarning'],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
      maxBuffer: 1 << 26,
    },
  );
  if (run.status !== 0) {
    rmSync(next, { recursive: true, force: true });
    throw new Error(`SongSong could not be built.\n${run.error ?? ''}${run.stdout}${run.stderr}`);
  }
  writeFileSync(join(next, 'stamp.json'), JSON.stringify(stamp));
  const last = join(root, 'out.last');
  rmSync(last, { recursive: true, force: true });
  if (existsSync(out)) renameSync(out, last);
  renameSync(next, out);
  rmSync(last, { recursive: true, force: true });
}

/** Resolves when out/ fits the sources; true where it had to be built. */
export async function ensureBuilt({ force = false } = {}) {
  if (!force && isFresh()) return false;
  return withLock(() => {
    if (!force && isFresh()) return false;
    if (process.stderr.isTTY) process.stderr.write('Building SongSong …\n');
    bundle();
    return true;
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await ensureBuilt({ force: process.argv.includes('--force') });
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
