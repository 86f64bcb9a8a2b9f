// npm run bench:ui [-- --rows 250000 --project FILE]: measures the services on a long project in four languages. Makes the project
// where the file is not there; a file that was named is kept.
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleBenchUi } from './measure/bundleBenchUi.mjs';

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '250000' }, project: { type: 'string' } },
});
const { makeLongProject, measureServices, workers } = await bundleBenchUi();
const folder = mkdtempSync(join(tmpdir(), 'songsong-bench-'));
try {
  const path = resolve(values.project ?? join(folder, 'long.songsong'));
  if (!existsSync(path)) {
    const start = performance.now();
    await makeLongProject(path, Number(values.rows));
    console.log(`made the project in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
  console.log(`${(statSync(path).size / 1e6).toFixed(0)} MB`);
  mkdirSync(join(folder, 'data'));
  for (const { name, median, worst, processor } of await measureServices(path, join(folder, 'data'), workers))
    console.log(
      `${name.padEnd(44)} median ${median.toFixed(1).padStart(8)} ms  worst ${worst.toFixed(1).padStart(8)} ms  processor ${processor.toFixed(1).padStart(8)} ms`,
    );
  console.log(`memory of the services ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
