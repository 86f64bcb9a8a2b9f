// npm run bench: time and peak memory of the aligner on generated texts of 1,000 to 300,000 sentences a side with merges,
// omissions and insertions, and of a warm run of 40 sentences with three targets. Options: --sizes 1000,10000  --runs 3
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { bundleCore, root } from './measure/bundle.mjs';
import { generate } from './measure/generate.mjs';

const args = process.argv.slice(2);
const option = (name, preset) => (args.includes(name) ? args[args.indexOf(name) + 1] : preset);
const sizes = option('--sizes', '1000,3000,10000,30000,100000,300000').split(',').map(Number);
const runs = Number(option('--runs', '3'));
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const bundle = await bundleCore();

console.log(`median of ${runs} runs; vi-de; peak memory of the whole process, and before aligning`);
console.log('sentences     seconds   of CPU    peak MB   before MB   strict F1   null F1');
for (const size of sizes) {
  const results = [];
  for (let run = 0; run < runs; run++) {
    const script = join(root, 'tools/measure/benchRun.mjs');
    results.push(
      JSON.parse(execFileSync(process.execPath, [script, bundle, String(size), 'de'], { encoding: 'utf8' })),
    );
  }
  const of = (key) => median(results.map((result) => result[key]));
  console.log(
    String(size).padStart(9),
    of('seconds').toFixed(1).padStart(11),
    of('cpu').toFixed(1).padStart(8),
    of('peak').toFixed(0).padStart(10),
    of('before').toFixed(0).padStart(11),
    of('strict').toFixed(4).padStart(11),
    of('nulls').toFixed(4).padStart(9),
  );
}

const core = await import(bundle);
/** Milliseconds of wall and CPU time; on a loaded machine the second one is the one to trust. */
const timed = (run) => {
  const used = process.cpuUsage();
  const from = performance.now();
  run();
  const { user, system } = process.cpuUsage(used);
  return { wall: performance.now() - from, cpu: (user + system) / 1000 };
};
const show = ({ wall, cpu }) => `${wall.toFixed(0)} ms (CPU ${cpu.toFixed(0)} ms)`;

const lexicon = core.bundledLexicon();
for (const lang of lexicon.langs)
  console.log(
    `lexicon: ${lexicon.size} concepts, ${lang} read in ${show(timed(() => lexicon.mentions('x', lang)))}`,
  );
const cut = (lang, lines) => ({
  lang,
  segments: lines.map((text, at) => ({
    text,
    kind: 'text',
    line: at + 1,
    paragraph: at,
    start: 0,
    end: text.length,
  })),
});
const small = ['de', 'ru', 'zh'].map((lang) => ({ lang, ...generate(lexicon, 40, lang, 7) }));
const times = [];
for (let run = 0; run < 15; run++)
  times.push(
    timed(() => {
      for (const { lang, source, target } of small)
        core.align({ source: cut('vi', source), target: cut(lang, target), lexicon });
    }),
  );
const warm = times.slice(5);
const middle = { wall: median(warm.map(({ wall }) => wall)), cpu: median(warm.map(({ cpu }) => cpu)) };
console.log(`40 sentences with three targets, warm: ${show(middle)}`);

const long = generate(lexicon, 3000, 'de', 5);
const texts = { source: cut('vi', long.source), target: cut('de', long.target), lexicon };
const alignment = core.align(texts);
const again = () => core.alignRange(texts, alignment, { from: 1500, to: 1540 });
again();
console.log(`40 beads out of 3,000 aligned again: ${show(timed(again))}`);

const sentences = generate(lexicon, 20000, 'de', 3).source;
const reading = timed(() => {
  for (const sentence of sentences) lexicon.mentions(sentence, 'vi');
});
console.log(`lexicon: ${Math.round(sentences.length / (reading.cpu / 1000))} sentences a second of CPU`);
