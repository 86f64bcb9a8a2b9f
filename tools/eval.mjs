// npm run eval: the tables of ../shared/eval/score.mjs through the command line, then the worth of each evidence of the aligner
// (all of it, and each left out), then the checks: planted and injected faults, clean texts; both in process. Options: --quick (no
// command line), --set NAME (genres: our own, wherever the project is; dev, ntrex-dev), --checks (nothing but the checks), --stability
// (nothing but the aligner with each parameter 20 % smaller and larger, and with each document left out; --parameters
// gap,brief for some of them), --summary (no ablation).
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleCore, root } from './measure/bundle.mjs';
import { measureInjected, measurePlanted } from './measure/checks.mjs';
import { coverage } from './measure/coverage.mjs';
import { writeGenres } from './measure/genres.mjs';
import { countPair, figures, readGold } from './measure/gold.mjs';
import { measureStability } from './measure/stability.mjs';

const shared = join(root, '../shared');
const own = join(root, 'node_modules/.cache/measure/own');
writeGenres(join(root, 'tests/fixtures/genres'), join(own, 'genres'));
const folderOf = (set) => (set === 'genres' ? join(own, set) : join(shared, 'gold', set));
const args = process.argv.slice(2);
const wanted = args.includes('--set') ? [args[args.indexOf('--set') + 1]] : ['genres', 'dev', 'ntrex-dev'];
const sets = wanted.filter((set) => existsSync(folderOf(set)));
if (!existsSync(shared))
  console.log('There is no ../shared beside the repository: only the own set, genres, is measured.');

const checksAlone = args.includes('--checks');
const stability = args.includes('--stability');
if (!args.includes('--quick') && !checksAlone && !stability && existsSync(shared)) {
  for (const set of sets) {
    console.log(`\n== score.mjs on ${set}`);
    const command = ['npm', 'run', '-s', 'songsong', '--'];
    const score = [join(shared, 'eval/score.mjs'), folderOf(set), '--', ...command];
    execFileSync(process.execPath, score, { stdio: 'inherit', cwd: root });
  }
}

const core = await import(await bundleCore());
const lexicon = core.bundledLexicon();
const percent = (x) => (100 * x).toFixed(1).padStart(6);

const readSet = (set) =>
  readGold(folderOf(set)).map((pair) => ({
    pair,
    source: core.cutLines(pair.source.join('\n'), pair.from),
    target: core.cutLines(pair.target.join('\n'), pair.lang),
  }));

if (stability)
  measureStability(
    core,
    lexicon,
    // news alone takes longer than all others
    (args.includes('--set') ? sets : sets.filter((set) => set !== 'ntrex-dev')).flatMap((set) =>
      readSet(set).map((one) => ({ set, ...one })),
    ),
    args.includes('--parameters') ? args[args.indexOf('--parameters') + 1].split(',') : undefined,
  );
else
  for (const set of sets) {
    const pairs = readSet(set);
    if (!checksAlone) measureAligner(pairs, set);
    if (!args.includes('--summary')) measureChecks(pairs, set);
  }

function measureChecks(pairs, set) {
  if (pairs.some(({ pair }) => pair.faults.length > 0)) measurePlanted(core, lexicon, pairs, set);
  else measureInjected(core, lexicon, pairs, set);
}

function measureAligner(pairs, set) {
  const columns = [...new Set(pairs.map(({ pair }) => `${pair.lang} ${pair.variant}`))].sort();
  console.log(`\n== strict F1 (and null F1 of faulty and hard texts) on ${set}, each evidence left out`);
  console.log(' '.repeat(14), columns.map((column) => column.padStart(13)).join(''), '    ece');
  for (const without of [undefined, ...(args.includes('--summary') ? [] : core.EVIDENCE_IDS)]) {
    const counts = new Map(columns.map((column) => [column, []]));
    for (const { pair, source, target } of pairs) {
      const options = { without: without ? [without] : [] };
      const { beads } = core.align({ source, target, lexicon, options });
      counts.get(`${pair.lang} ${pair.variant}`).push(countPair(pair, beads));
    }
    const cells = columns.map((column) => {
      const { strict, nulls } = figures(counts.get(column));
      return `${percent(strict)}${column.endsWith('clean') ? '       ' : ` ${percent(nulls)}`}`;
    });
    const { ece } = figures([...counts.values()].flat());
    console.log(
      (without ? `- ${without}` : 'everything').padEnd(14),
      cells.join(''),
      ece.toFixed(3).padStart(7),
    );
  }
  console.log(`\n== share of running content words that the lexicon knows, ${set}`);
  console.log(
    Object.entries(coverage(core, lexicon, pairs))
      .map(([lang, share]) => `${lang} ${percent(share)} %`)
      .join('   '),
  );
}

const sample = join(root, 'samples');
if (existsSync(sample) && args.includes('--uncovered')) {
  const { uncovered } = await import('./measure/coverage.mjs');
  for (const lang of ['vi', 'de', 'ru', 'zh']) {
    const file = join(sample, `${lang}.txt`);
    if (existsSync(file))
      console.log(lang, uncovered(core, lexicon, readFileSync(file, 'utf8'), lang).join(' '));
  }
}
