// npm run bench:check: how long a project with three renderings takes to check in the app (from its file to its file, worker threads on all
// cores); then for each language processor time of a full check of a long document, of a re-check of one edited row with what the full
// check learnt, and of the verdict on a pair of articles. Texts are made from the lexicon. Options: --size 10000  --lang de,ru,zh (or none)
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleCore } from './measure/bundle.mjs';
import { bundleServices } from './measure/bundleServices.mjs';
import { generate } from './measure/generate.mjs';

const args = process.argv.slice(2);
const option = (name, preset) => (args.includes(name) ? args[args.indexOf(name) + 1] : preset);
const size = Number(option('--size', '10000'));
const langs = option('--lang', 'de,ru,zh')
  .split(',')
  .filter((lang) => lang !== 'none');

const RUNS = 3;
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const measureProject = async () => {
  const { makeProject, checkProject, workers } = await bundleServices('benchProject');
  const folder = mkdtempSync(join(tmpdir(), 'songsong-bench-'));
  try {
    const path = join(folder, 'bench.songsong');
    makeProject(path, size);
    const runs = [];
    for (let run = 0; run < RUNS; run++) runs.push(await checkProject(path, folder, workers));
    const of = (key) => median(runs.map((run) => run[key]));
    console.log(
      `a project of ${size} rows, three renderings, ${availableParallelism()} cores, median of ${RUNS}: ` +
        `${of('seconds').toFixed(1)} s, ${of('flags')} flags; once more in the same session ${of('again').toFixed(1)} s`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Processor milliseconds that a piece of work takes, and what it gives. */
const measure = (work) => {
  const before = process.cpuUsage();
  const result = work();
  const used = process.cpuUsage(before);
  return { result, milliseconds: (used.user + used.system) / 1000 };
};
const toText = (lang, lines) => core.cutLines(lines.join('\n'), lang);

/** The checked texts as a pair of versions with their right beads. */
const makeInput = (lang, rows, seed) => {
  const { source, target, beads } = generate(lexicon, rows, lang, seed);
  return {
    source: toText('vi', source),
    target: toText(lang, target),
    alignment: { beads: beads.map(({ src, tgt }) => ({ source: src, target: tgt, score: 0.9 })), links: [] },
    lexicon,
  };
};

/** A stretch of the texts around a bead, as the services load it after an edit. */
const cutStretch = (input, middle, margin = 3) => {
  const beads = input.alignment.beads.slice(middle - margin, middle + margin + 1);
  const cut = (side) => {
    const numbers = beads.flatMap((bead) => bead[side]);
    const text = input[side];
    return {
      numbers,
      text: { ...text, segments: numbers.map((number) => text.segments[number]) },
    };
  };
  const [source, target] = [cut('source'), cut('target')];
  return {
    ...input,
    source: source.text,
    target: target.text,
    alignment: {
      beads: beads.map((bead) => ({
        ...bead,
        source: bead.source.map((number) => source.numbers.indexOf(number)),
        target: bead.target.map((number) => target.numbers.indexOf(number)),
      })),
      links: [],
    },
  };
};

await measureProject();
const core = await import(await bundleCore());
const lexicon = core.bundledLexicon();
lexicon.mentions('x', 'vi');

console.log('processor time; a full check may use one core for each language');
for (const lang of langs) {
  const input = makeInput(lang, size, 1);
  const full = measure(() => core.checkAndLearn(input));
  const { verdict, learnt } = full.result;
  const stretches = Array.from({ length: 40 }, (_, i) =>
    cutStretch(input, 50 + i * Math.floor((size - 100) / 50)),
  );
  const rechecks = stretches.map(
    (stretch) => measure(() => core.recheckBeads(stretch, [3], verdict, learnt)).milliseconds,
  );
  const article = makeInput(lang, 40, 7);
  const verdicts = Array.from(
    { length: 9 },
    () => measure(() => core.judgeRendering(article.source, article.target, article.alignment)).milliseconds,
  );
  console.log(
    `${lang}: ${size} rows ${(full.milliseconds / 1000).toFixed(1)} s, ${full.result.flags.length} flags; ` +
      `re-check of a row ${median(rechecks).toFixed(1)} ms (longest ${Math.max(...rechecks).toFixed(1)}); ` +
      `verdict on 40 sentences ${median(verdicts).toFixed(1)} ms`,
  );
}
