/** The launcher's decision, on machines that are made up: folders with a fake runtime in them. */
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { decideHost, type Machine } from '../../src/cli/desktop.ts';

let root: string;
let mirror: Server;
let asked: string[];
let answer: number | null;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'songsong-desktop-'));
  await mkdir(join(root, 'node_modules/electron/dist'), { recursive: true });
  await writeFile(join(root, 'node_modules/electron/package.json'), '{"version":"45.0.0"}');
  asked = [];
  answer = 404;
  mirror = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (answer !== null) response.writeHead(answer).end();
  });
  await new Promise<void>((resolve) => mirror.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  mirror.closeAllConnections();
  mirror.close();
  await rm(root, { recursive: true });
});

const machine = (env: Record<string, string> = {}, platform: NodeJS.Platform = 'linux'): Machine => ({
  platform,
  arch: 'x64',
  root,
  env: {
    DISPLAY: ':0',
    electron_config_cache: join(root, 'cache'),
    ELECTRON_MIRROR: `http://127.0.0.1:${(mirror.address() as AddressInfo).port}/`,
    ...env,
  },
});
const putRuntime = async (folder: string, script = 'echo v45.0.0', version = '45.0.0') => {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'version'), version);
  await writeFile(join(folder, 'electron'), `#!/bin/sh\n${script}\n`);
  await chmod(join(folder, 'electron'), 0o755);
};
const dist = () => join(root, 'node_modules/electron/dist');
const ZIP = 'electron-v45.0.0-linux-x64.zip';

test('without a display nothing else is asked', async () => {
  await putRuntime(dist());
  const decision = await decideHost(machine({ DISPLAY: '' }));
  expect(decision).toEqual({
    kind: 'browser',
    say: 'Opening SongSong in the browser: there is no display for a desktop window.',
  });
  expect(asked).toEqual([]);
});

test('a runtime of the right version that runs is taken', async () => {
  await putRuntime(dist());
  expect(await decideHost(machine())).toEqual({
    kind: 'desktop',
    executable: join(dist(), 'electron'),
    say: 'Opening SongSong on the desktop (Electron 45.0.0).',
  });
  expect(asked).toEqual([]);
});

test('a runtime elsewhere is taken where it is named', async () => {
  await putRuntime(join(root, 'elsewhere'));
  expect(await decideHost(machine({ ELECTRON_OVERRIDE_DIST_PATH: join(root, 'elsewhere') }))).toMatchObject({
    executable: join(root, 'elsewhere/electron'),
  });
});

test('a runtime of another version is not, and where it cannot be had the browser is taken', async () => {
  await putRuntime(dist(), 'echo v44', '44.0.0');
  expect(await decideHost(machine())).toMatchObject({
    kind: 'browser',
    say: expect.stringMatching(/cannot be reached/),
  });
  expect(asked).toEqual([`HEAD /v45.0.0/${ZIP}`]);
});

test('a silent host is waited for 2.5 seconds at most', async () => {
  answer = null;
  const started = performance.now();
  expect((await decideHost(machine())).kind).toBe('browser');
  expect(performance.now() - started).toBeLessThan(10_000);
});

test.each([
  ['that can be downloaded', 200, false],
  ['in the cache', 404, true],
])('a runtime %s is installed', async (_where, status, cached) => {
  answer = status;
  if (cached) {
    await mkdir(join(root, 'cache/some-hash'), { recursive: true });
    await writeFile(join(root, 'cache/some-hash', ZIP), '');
  }
  const install = `
    const fs = require('fs'); const dist = __dirname + '/dist';
    fs.writeFileSync(dist + '/version', '45.0.0');
    fs.writeFileSync(dist + '/electron', '#!/bin/sh\\n', { mode: 0o755 });`;
  await writeFile(join(root, 'node_modules/electron/install.js'), install);
  expect((await decideHost(machine())).kind).toBe('desktop');
  expect(asked).toHaveLength(cached ? 0 : 1);
});

test('an installer that fails is named', async () => {
  answer = 200;
  await writeFile(
    join(root, 'node_modules/electron/install.js'),
    'console.error("no space"); process.exit(1)',
  );
  expect(await decideHost(machine())).toMatchObject({
    kind: 'browser',
    say: expect.stringMatching(/no space/),
  });
});

test('a runtime that does not run is named', async () => {
  await putRuntime(dist(), 'echo "libnss3.so: cannot open shared object file" >&2; exit 127');
  expect(await decideHost(machine())).toMatchObject({
    kind: 'browser',
    say: expect.stringMatching(/libnss3\.so/),
  });
});
