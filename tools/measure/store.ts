/**
 * Measures opening, windows and edits on a project of 250,000 rows in four languages (an argument names another number). Prints one line
 * for each measurement: the median, the worst, and the mean processor time, in ms.
 */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EditCommand } from '../../src/contract/index.ts';
import { DocumentIndex } from '../../src/services/documentIndex.ts';
import { runEdit, stepHistory } from '../../src/services/edits/run.ts';
import { readWindow } from '../../src/services/grid.ts';
import { drawOverview } from '../../src/services/minimap.ts';
import { OpenProject } from '../../src/services/openProjects.ts';
import { seekRow } from '../../src/services/seek.ts';
import { summariseProject } from '../../src/services/summaries.ts';
import {
  createStore,
  indexSegments,
  insertAlignment,
  insertBeads,
  insertDocument,
  insertSegments,
  insertVersion,
  openStore,
  RANK_STEP,
  searchSegments,
  showAlignment,
  showDocument,
} from '../../src/store/index.ts';

const rows = Number(process.argv[2] ?? 250_000);
const folder = mkdtempSync(join(tmpdir(), 'songsong-bench-'));
const path = join(folder, 'bench.songsong');
const LANGS = ['vi', 'de', 'ru', 'zh'] as const;
const SAMPLES = {
  vi: 'Câu số {n} nói về một ngày mưa bên hồ, khi mọi người ngồi uống cà phê và chờ nắng lên.',
  de: 'Satz {n} handelt von einem Regentag am See, an dem alle Kaffee trinken und auf Sonne warten.',
  ru: 'Предложение {n} рассказывает о дождливом дне у озера, когда все пьют кофе и ждут солнца.',
  zh: '第{n}句讲的是湖边的一个雨天，大家喝着咖啡，等待太阳出来。',
} as const;

const timesOf = (name: string, count: number, work: (i: number) => void): void => {
  const times: number[] = [];
  const { user, system } = process.cpuUsage();
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    work(i);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const median = times[times.length >> 1]!.toFixed(1);
  const used = process.cpuUsage({ user, system });
  const processor = ((used.user + used.system) / 1000 / count).toFixed(1);
  console.log(
    `${name.padEnd(40)} median ${median.padStart(8)}  worst ${times.at(-1)!.toFixed(1).padStart(8)}  processor ${processor.padStart(8)}`,
  );
};

function fill(): void {
  const store = createStore(path, { name: 'Bench', sourceLang: 'vi', createdAt: 0 });
  store.transaction(() => {
    const documentId = insertDocument(store, 'Dài');
    const versions = LANGS.map((lang, i) => {
      const role = i === 0 ? 'original' : 'rendering';
      const id = insertVersion(store, {
        documentId,
        columnRank: i + 1,
        role,
        lang,
        label: '',
        sourceName: '',
        importedAt: 0,
      });
      const segments = Array.from({ length: rows }, (_, n) => ({
        text: SAMPLES[lang].replace('{n}', String(n)),
        kind: n % 500 === 0 ? ('furniture' as const) : ('text' as const),
        line: n,
        paragraph: n >> 2,
        start: 0,
        end: 0,
      }));
      insertSegments(store, id, segments);
      return id;
    });
    for (const targetId of versions.slice(1)) {
      const id = insertAlignment(store, { sourceId: versions[0]!, targetId, engine: 'bench', createdAt: 0 });
      const beads = function* () {
        for (let n = 1; n <= rows; n++) {
          const isFurniture = (n - 1) % 500 === 0;
          if (isFurniture)
            yield {
              sourceTo: n * RANK_STEP,
              targetTo: (n - 1) * RANK_STEP,
              status: 'auto' as const,
              score: 1,
            };
          yield { sourceTo: n * RANK_STEP, targetTo: n * RANK_STEP, status: 'auto' as const, score: 0.9 };
        }
      };
      insertBeads(store, id, beads());
      showAlignment(store, id);
    }
    showDocument(store, documentId, true);
  });
  store.close();
}

try {
  if (!existsSync(path)) timesOf('import (segments, beads)', 1, fill);
  console.log(`file ${(statSync(path).size / 1e6).toFixed(0)} MB, ${rows} rows in ${LANGS.length} languages`);
  let project!: OpenProject;
  timesOf('open file', 1, () => {
    project = new OpenProject(openStore(path), () => undefined);
  });
  timesOf('index of the document', 1, () => project.index(1));
  const window = (from: number) =>
    readWindow(project.store, project.index(1), 1, { from, to: from + 60, furniture: false });
  timesOf('first window of 60 rows', 1, () => window(0));
  timesOf('summary of the project', 1, () => summariseProject(project));
  const at = (i: number): number => ((i * 7919) % 97) * Math.floor(rows / 100) + 17;
  timesOf('window of 60 rows anywhere', 40, (i) => window(at(i)));
  const request = { project, documentId: 1, furniture: false, author: 'An', now: () => 0 };
  const run = (command: EditCommand): void => {
    const { outcome } = runEdit(request, command);
    if (!outcome.possible) throw new Error(`${command.type}: ${outcome.say}`);
  };
  /** A bead that no other measurement touches. */
  const named = (i: number, offset: number) => {
    const { alignmentId, beadId } = window(at(i) + offset * 8).cells[0]!;
    return { alignmentId, beadId };
  };
  const edit = (
    offset: number,
    name: string,
    command: (bead: ReturnType<typeof named>) => EditCommand,
  ): void => {
    const commands = Array.from({ length: 20 }, (_, i) => command(named(i, offset)));
    timesOf(`edit ${name}`, 20, (i) => run(commands[i]!));
  };
  edit(0, 'status', (bead) => ({ type: 'status', beads: [bead], status: 'confirmed' }));
  edit(1, 'merge', (bead) => ({ type: 'merge', ...bead }));
  edit(4, 'unlink', (bead) => ({ type: 'unlink', ...bead }));
  edit(2, 'first-up', (bead) => ({ type: 'first-up', ...bead }));
  edit(3, 'last-down', (bead) => ({ type: 'last-down', ...bead }));
  const segments = Array.from({ length: 20 }, (_, i) => window(at(i)).rows[0]!.source!.id);
  timesOf('edit split-segment (original)', 20, (i) =>
    run({ type: 'split-segment', segmentId: segments[i]!, at: 12 }),
  );
  timesOf('window after an edit', 1, () => window(at(3)));
  timesOf('undo', 40, () => stepHistory(request, 'undo'));
  timesOf('redo', 40, () => stepHistory(request, 'redo'));
  timesOf('edit push to the end of the column', 1, () => run({ type: 'push', ...named(50, 5) }));
  timesOf('undo of it', 1, () => stepHistory(request, 'undo'));
  timesOf('seek next unconfirmed', 20, (i) => {
    seekRow(project.store, project.index(1), {
      row: at(i),
      direction: 'next',
      what: 'unconfirmed',
      furniture: false,
    });
  });
  timesOf('overview of 400 buckets', 3, () => drawOverview(project, 1, 400, false));
  timesOf('search index (all sentences)', 1, () => {
    while (indexSegments(project.store, 5000));
  });
  timesOf('search two Han characters', 5, () => searchSegments(project.store, 1, '雨天', 'exact', 100));
  timesOf('search loose Vietnamese', 5, () =>
    searchSegments(project.store, 1, 'ca phe va cho', 'loose', 100),
  );
  timesOf('index made anew', 1, () => new DocumentIndex(project.store, 1).rowsWith(false));
  console.log(`memory ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`);
  project.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
