/**
 * The sample project, made once for a whole run: cutting, aligning and checking it takes some seconds, which every spec would spend
 * otherwise. A spec that is about making it says `test.use({ madeSample: false })`.
 */
import { spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const made = join(root, 'test-results/sample/sample.songsong');
const insideData = (dataFolder: string): string => join(dataFolder, 'projects');

/** Playwright's global setup: lets the web host make the project, as the button on the home screen does. */
export default async function makeSample(): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'songsong-sample-'));
  const host = spawn(process.execPath, [join(root, 'bin/songsong.mjs'), 'serve', '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => host.once('exit', resolve));
  try {
    const url = await new Promise<URL>((resolve, reject) => {
      host.once('exit', (code) => reject(new Error(`the web host ended with ${code}`)));
      createInterface(host.stdout).on('line', (line) => {
        const found = /http:\/\/127\.0\.0\.1:\d+\/#\S+/.exec(line);
        if (found) resolve(new URL(found[0]));
      });
    });
    const answer = await fetch(new URL('/api/projects/openSample', url.origin), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: url.origin,
        authorization: `Bearer ${/token=([\w-]+)/.exec(url.hash)?.[1]}`,
      },
      body: JSON.stringify({ json: {} }),
    });
    if (!answer.ok) throw new Error(`the sample project: ${answer.status} ${await answer.text()}`);
  } finally {
    // The host closes the project, and everything is in its one file then.
    host.kill('SIGTERM');
    await ended;
  }
  await mkdir(join(made, '..'), { recursive: true });
  await copyFile(join(insideData(data), 'sample.songsong'), made);
  await rm(data, { recursive: true, force: true, maxRetries: 3 });
}

/** Puts it where the app looks for it. */
export const putSample = async (dataFolder: string): Promise<void> => {
  await mkdir(insideData(dataFolder), { recursive: true });
  await copyFile(made, join(insideData(dataFolder), 'sample.songsong'));
};
