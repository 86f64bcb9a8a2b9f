// npm run bench:versions [-- --sentences 20000 --runs 3]: a new version of a long text through the services, from the call until it is
// there: of a rendering from a text and from a TMX, and of the original over three renderings. 900 sentences differ. Limit: 2 s.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleServices } from './measure/bundleServices.mjs';

const LIMIT = 2000;
const EDITS = { changed: 660, moved: 60, added: 90, removed: 90 };

const { values } = parseArgs({
  options: { sentences: { type: 'string', default: '20000' }, runs: { type: 'string', default: '3' } },
});
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const { makeLongProject, measureVersions, workers } = await bundleServices('benchVersions');
const folder = mkdtempSync(join(tmpdir(), 'songsong-bench-'));
try {
  const path = join(folder, 'long.songsong');
  await makeLongProject(path, Number(values.sentences));
  let copies = 0;
  const copy = () => {
    const to = join(folder, `copy${++copies}.songsong`);
    copyFileSync(path, to);
    return to;
  };
  const runs = [];
  for (let run = 0; run < Number(values.runs); run++)
    runs.push(await measureVersions(copy, join(folder, 'data'), workers, EDITS));
  for (const [i, { name, counts }] of runs[0].entries()) {
    const wall = median(runs.map((figures) => figures[i].wall));
    const processor = median(runs.map((figures) => figures[i].processor));
    const all = median(runs.map((figures) => figures[i].all));
    console.log(
      `${name.padEnd(42)} ${wall.toFixed(0).padStart(6)} ms (processor ${processor.toFixed(0).padStart(5)}, all threads ${all.toFixed(0).padStart(5)})  limit ${LIMIT}  ${wall <= LIMIT ? 'ok  ' : 'OVER'}  ${counts}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
