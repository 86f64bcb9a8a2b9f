import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { beforeAll, expect, test } from 'vitest';
import { createStore, findFaults, openStore } from '../../src/store/index.ts';
import { addPair, temporaryFolder } from './temporary.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const outDir = join(root, 'node_modules/.cache/tests/killed');

/** The child is bundled as the hosts are, because Node alone does not know `?raw`. */
beforeAll(async () => {
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: join(root, 'tests/store/editForever.ts'),
      outDir,
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: 'editForever.mjs' } },
    },
  });
});

test('a process that is killed loses no edit that it had reported', async () => {
  const path = join(temporaryFolder(), 'killed.songsong');
  const store = createStore(path, { name: 'P', sourceLang: 'vi', createdAt: 0 });
  const texts = Array.from({ length: 50 }, (_, i) => `Câu ${i}.`);
  addPair(store, texts, texts);
  store.close();
  let reported = 0;
  for (let round = 0; round < 4; round++) {
    const child = spawn(process.execPath, [join(outDir, 'editForever.mjs'), path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let lines = '';
    child.stdout.on('data', (chunk: Buffer) => {
      lines += chunk.toString();
      // In the middle of its work, at another place each time.
      if (lines.split('\n').length > 20 + 7 * round) child.kill('SIGKILL');
    });
    await once(child, 'close');
    const complete = lines.slice(0, lines.lastIndexOf('\n')).split('\n');
    reported = Number(complete.at(-1));
    expect(reported).toBeGreaterThanOrEqual(20);
    const opened = openStore(path);
    expect(findFaults(opened)).toEqual([]);
    const done = opened.history.list(100_000);
    expect(done.filter(({ editId }) => editId <= reported).length).toBe(reported);
    const [last] = done;
    expect(opened.history.changes(last!.editId)).toHaveLength(2);
    expect(opened.db.prepare('SELECT edit_id FROM temp.recorder').pluck().get()).toBeNull();
    opened.close();
  }
});
