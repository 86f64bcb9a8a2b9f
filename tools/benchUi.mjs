// npm run bench:ui [-- --rows 250000 --project FILE --only page|services]: measures the services and the window on a long project in
// four languages. Makes the project where the file is not there; a file that was named is kept.
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { obtainChromium } from './chromium.mjs';
import { measurePage } from './measure/benchPage.mjs';
import { bundleServices } from './measure/bundleServices.mjs';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '250000' },
    project: { type: 'string' },
    only: { type: 'string' },
  },
});
const { makeLongProject, measureServices, workers } = await bundleServices('benchUi');
const folder = mkdtempSync(join(tmpdir(), 'songsong-bench-'));
try {
  const path = resolve(values.project ?? join(folder, 'long.songsong'));
  if (!existsSync(path)) {
    const start = performance.now();
    await makeLongProject(path, Number(values.rows));
    console.log(`made the project in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
  console.log(`${(statSync(path).size / 1e6).toFixed(0)} MB`);
  if (values.only !== 'services') await benchPage(path);
  if (values.only !== 'page') {
    mkdirSync(join(folder, 'data'));
    for (const { name, median, worst, processor } of await measureServices(
      path,
      join(folder, 'data'),
      workers,
    ))
      console.log(
        `${name.padEnd(44)} median ${median.toFixed(1).padStart(8)} ms  worst ${worst.toFixed(1).padStart(8)} ms  processor ${processor.toFixed(1).padStart(8)} ms`,
      );
    console.log(`memory of the services ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function benchPage(path) {
  const { executable, problem } = await obtainChromium();
  if (!executable) {
    console.log(problem);
    return;
  }
  for (const { name, value, limit, unit } of await measurePage(path, executable)) {
    const verdict = limit === null ? '' : `limit ${limit} ${unit}  ${value <= limit ? 'ok' : 'OVER'}`;
    console.log(`${name.padEnd(44)} ${value.toFixed(1).padStart(8)} ${unit.padEnd(3)} ${verdict}`);
  }
}
