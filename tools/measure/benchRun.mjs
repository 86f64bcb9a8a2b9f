// One run of the bench in a process of its own, so that its peak memory is its own: BUNDLE SIZE LANG. The aligner runs in a thread
// with the limits that the app gives its threads; the memory is that of the whole process.
import { fileURLToPath } from 'node:url';
import { isMainThread, Worker } from 'node:worker_threads';
import { generate } from './generate.mjs';
import { countPair, figures } from './gold.mjs';

const [bundle, size, lang] = process.argv.slice(2);
const core = await import(bundle);
if (isMainThread)
  new Worker(fileURLToPath(import.meta.url), {
    argv: [bundle, size, lang],
    resourceLimits: core.THREAD_LIMITS,
  });
else run();

function run() {
  const lexicon = core.bundledLexicon();
  lexicon.mentions('x', 'vi');
  const { source, target, beads } = generate(lexicon, Number(size), lang);
  const cut = (code, lines) => ({
    lang: code,
    segments: lines.map((text, at) => ({
      text,
      kind: 'text',
      line: at + 1,
      paragraph: at,
      start: 0,
      end: text.length,
    })),
  });
  const before = process.resourceUsage().maxRSS / 1024;
  const texts = { source: cut('vi', source), target: cut(lang, target) };
  const started = performance.now();
  const used = process.cpuUsage();
  const found = core.align({ ...texts, lexicon });
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(used);
  const cpu = (user + system) / 1e6;
  const { strict, nulls } = figures([countPair({ gold: { beads }, faults: [] }, found.beads)]);
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(
    JSON.stringify({
      source: source.length,
      target: target.length,
      seconds,
      cpu,
      before,
      peak,
      strict,
      nulls,
    }),
  );
}
