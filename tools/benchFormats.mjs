// `npm run bench:formats [-- MEGABYTES]`: a generated TMX of that size (100 where left out) goes into a project and out again, beside
// xmllint on the same file. Each step runs in a process of its own, so that its memory is its own. Prints wall time and, because
// other work slows a machine down, processor time as well.
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleFormats } from './measure/bundle.mjs';
import { randomFrom } from './measure/generate.mjs';

const MEGABYTE = 1e6;
const script = fileURLToPath(import.meta.url);

/** Sentences of invented words in Vietnamese and German spelling; about 200 bytes a segment with its mark-up. */
function generateTmx(path, bytes) {
  const random = randomFrom(3);
  const syllables =
    'khu vực phát triển miền núi được nghiên cứu trong nhiều năm qua để bảo vệ rừng già'.split(' ');
  const words = 'der Bericht über die Entwicklung des Gebiets wurde nach Prüfung für gültig erklärt'.split(
    ' ',
  );
  const sentence = (list, length) =>
    Array.from({ length }, () => list[Math.floor(random() * list.length)]).join(' ');
  const file = openSync(path, 'w');
  let written = writeSync(
    file,
    '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header creationtool="bench" creationtoolversion="1" segtype="sentence" o-tmf="none" adminlang="en" srclang="vi" datatype="plaintext"/><body>\n',
  );
  let units = 0;
  for (let piece = ''; written < bytes; piece = '') {
    for (let i = 0; i < 1000; i++, units++)
      piece += `<tu tuid="${units}" changedate="20260131T093000Z"><prop type="x-project">bench</prop>\n<tuv xml:lang="vi"><seg>${sentence(syllables, 18)} &amp; ${units}.</seg></tuv>\n<tuv xml:lang="de"><seg>${sentence(words, 14)} &amp; ${units}.</seg></tuv></tu>\n`;
    written += writeSync(file, piece);
  }
  writeSync(file, '</body></tmx>\n');
  closeSync(file);
  return units;
}

const emit = (figures) => process.send(figures);
const clock = () => {
  const started = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { seconds: (performance.now() - started) / 1000, cpu: (user + system) / 1e6 };
  };
};
const memory = () => Math.round(process.resourceUsage().maxRSS / 1000);

const steps = {
  async import(module, tmx, path) {
    const { createStore, importMemory, indexSegments, OpenProject } = await import(module);
    const store = createStore(path, { name: 'bench', sourceLang: 'vi', createdAt: 0 });
    const project = new OpenProject(store, () => undefined);
    // The index is filled while nothing else is to do: here it is timed apart.
    project.indexInBackground = () => undefined;
    let time = clock();
    await importMemory(project, { source: tmx, name: 'bench.tmx', title: 'bench' }, Date.now, 'bench');
    const stored = time();
    time = clock();
    while (indexSegments(store, 5000));
    emit({ stored, indexed: time(), memory: memory() });
    store.close();
  },
  async export(module, _tmx, path, out) {
    const { openStore, OpenProject, prepareExport, writeBeside } = await import(module);
    const store = openStore(path);
    const project = new OpenProject(store, () => undefined);
    const options = { format: 'tmx', shape: 'pairs', codes: {}, furniture: false, repeats: 'all' };
    const time = clock();
    for (const { chunks } of prepareExport(project, options, { version: '0', at: Date.now() }))
      await writeBeside(out, chunks());
    emit({ exported: time(), memory: memory() });
    store.close();
  },
};

const runStep = (name, ...args) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, '--step', name, ...args], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    let figures = null;
    child.on('message', (message) => {
      figures = message;
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      figures ? resolve(figures) : reject(new Error(`${name} ended with ${code}`)),
    );
  });

const speed = (bytes, { seconds, cpu }) =>
  `${(bytes / MEGABYTE / seconds).toFixed(1)} MB/s (${seconds.toFixed(1)} s; by processor time ${(bytes / MEGABYTE / cpu).toFixed(1)} MB/s)`;

async function main() {
  const megabytes = Number(process.argv[2] ?? 100);
  const folder = mkdtempSync(join(tmpdir(), 'songsong-bench-'));
  try {
    const disk = statfsSync(folder);
    if (disk.bavail * disk.bsize < megabytes * 6 * MEGABYTE)
      throw new Error(`Not enough room in ${folder}: ${megabytes * 6} MB are needed.`);
    const [tmx, path, out] = ['in.tmx', 'bench.songsong', 'out.tmx'].map((name) => join(folder, name));
    const units = generateTmx(tmx, megabytes * MEGABYTE);
    const bytes = statSync(tmx).size;
    console.log(`${Math.round(bytes / MEGABYTE)} MB, ${units} units, ${2 * units} segments`);
    const module = await bundleFormats();
    const lint = (file) => {
      try {
        const started = performance.now();
        execFileSync('xmllint', ['--stream', '--noout', '--nonet', file], { stdio: 'pipe' });
        return `${(statSync(file).size / MEGABYTE / ((performance.now() - started) / 1000)).toFixed(1)} MB/s`;
      } catch (error) {
        return error.code === 'ENOENT' ? 'not installed' : `failed: ${error.message}`;
      }
    };
    console.log(`xmllint --stream on it: ${lint(tmx)}`);
    const { stored, indexed, memory: taken } = await runStep('import', module, tmx, path);
    console.log(`import:       ${speed(bytes, stored)}`);
    console.log(`search index: ${speed(bytes, indexed)}`);
    console.log(
      `              at most ${taken} MB of memory; the project has ${Math.round(statSync(path).size / MEGABYTE)} MB`,
    );
    const { exported, memory: used } = await runStep('export', module, tmx, path, out);
    console.log(`export:       ${speed(statSync(out).size, exported)}, at most ${used} MB of memory`);
    console.log(`xmllint --stream on what came out: ${lint(out)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[2] === '--step') await steps[process.argv[3]](...process.argv.slice(4));
else await main();
