/** What the services take for each thing a window asks, on a long project: see tools/benchUi.mjs. All times in ms, medians of three runs. */
import type { Cell, EditCommand, TextQuery } from '../../src/contract/index.ts';
import { startServices } from './services.ts';

export { makeLongProject } from './longProject.ts';

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1]!;

interface Taken {
  readonly wall: number;
  /** Of the services' own thread: what it would be on a machine with nothing else to do. */
  readonly processor: number;
}
export interface Figure {
  readonly name: string;
  readonly median: number;
  readonly worst: number;
  readonly processor: number;
}

/** Opens the project three times and asks everything each time. */
export async function measureServices(path: string, dataFolder: string, workers: URL): Promise<Figure[]> {
  const times = new Map<string, Taken[]>();
  for (let run = 0; run < 3; run++)
    for (const [name, taken] of await oneRun(path, dataFolder, workers, run))
      times.set(name, [...(times.get(name) ?? []), taken]);
  return [...times].map(([name, all]) => ({
    name,
    median: median(all.map(({ wall }) => wall)),
    worst: Math.max(...all.map(({ wall }) => wall)),
    processor: median(all.map(({ processor }) => processor)),
  }));
}

async function oneRun(
  path: string,
  dataFolder: string,
  workers: URL,
  run: number,
): Promise<[string, Taken][]> {
  const taken: [string, Taken][] = [];
  const time = async <T>(name: string, work: () => Promise<T> | T): Promise<T> => {
    const { user, system } = process.threadCpuUsage();
    const start = performance.now();
    const result = await work();
    const used = process.threadCpuUsage({ user, system });
    taken.push([name, { wall: performance.now() - start, processor: (used.user + used.system) / 1000 }]);
    return result;
  };
  const { services, client } = startServices(dataFolder, workers);
  const summary = await time('open the project', () => services.openPath(path));
  const [document] = summary.documents;
  const place = { project: summary.key, documentId: document!.id };
  const alignmentId = document!.columns[1]!.alignmentId!;
  const window = (from: number) => client.grid.rows({ ...place, from, to: from + 60 });
  const first = await time('first window of 60 rows', () => window(0));
  const at = (i: number): number => (((i + 1 + run * 31) * 7919) % 97) * Math.floor(first.total / 100) + 17;
  await time('jump anywhere: window of 60 rows', () => window(at(1)));
  await time('overview (minimap, 400 buckets)', () => client.grid.overview({ ...place, buckets: 400 }));

  const cell = async (i: number, fits: (cell: Cell) => boolean) => {
    const { cells } = await window(at(i));
    const found = cells.find((one) => one.alignmentId === alignmentId && fits(one));
    return { alignmentId, beadId: found!.beadId, segmentId: found!.segments[0]?.id ?? 0 };
  };
  const isOpen = (one: Cell): boolean =>
    one.status !== 'confirmed' && one.segments.length > 0 && one.sourceCount > 0;
  const edit = async (
    name: string,
    i: number,
    command: (name: Awaited<ReturnType<typeof cell>>) => EditCommand,
  ) => {
    const named = await cell(i, isOpen);
    const outcome = await time(`edit: ${name}`, () =>
      client.edits.run({ ...place, command: command(named) }),
    );
    if (!outcome.possible) throw new Error(`${name}: ${outcome.say}`);
  };
  const ask = (text: string, more: Partial<TextQuery> = {}) =>
    client.find.search({ ...place, query: { text, ...more }, limit: 50, furniture: false });
  const search = async (name: string, text: string, more: Partial<TextQuery> = {}) => {
    const { total, complete } = await time(`find: ${name}`, () => ask(text, more));
    if (total === 0 && complete) throw new Error(`${name}: nothing found`);
  };
  await search('first search (reads ids and rows)', 'quxyz suu', { mode: 'loose' }).catch(() => undefined);
  await search('rare word, loose', '2500', { at: 'word' });
  await search('frequent word, loose', 'troi');
  await search('frequent word, exact', 'trời', { mode: 'exact' });
  await search('phrase, loose', 'nguoi nang');
  await search('two Chinese characters', '雨阳');
  await search('Russian ё', 'елка');
  await search('within words, first answer', 'asser', { at: 'anywhere' });
  await search('regular expression, first answer', '(sonne|wasser)\\w+\\s\\w+', { mode: 'regex' });
  await time('find: regular expression, all texts', async () => {
    while (!(await ask('(sonne|wasser)\\w+\\s\\w+', { mode: 'regex' })).complete);
  });
  await time('concordance: 50 lines', () =>
    client.concordance.search({ ...place, query: { text: 'fluss' }, limit: 50 }),
  );
  const filter = { statuses: ['auto'], types: ['1:n', 'n:1'], scoreBelow: 0.7 };
  await time('filter, the first', () => client.filters.apply({ ...place, filter }));
  await time('filter, another', () =>
    client.filters.apply({ ...place, filter: { severities: ['critical'] } }),
  );
  await time('window of 60 filtered rows', () => client.grid.rows({ ...place, from: 500, to: 560, filter }));
  await time('map of one rendering', () => client.map.points({ ...place, alignmentId }));
  await time('unaligned: 50 without candidates', () => client.unaligned.list({ ...place, candidates: 0 }));
  await time('unaligned: 10 with candidates', () => client.unaligned.list({ ...place, limit: 10 }));

  await edit('confirm', 1, ({ segmentId: _, ...bead }) => ({
    type: 'status',
    beads: [bead],
    status: 'confirmed',
  }));
  await edit('merge', 2, ({ segmentId: _, ...bead }) => ({ type: 'merge', ...bead }));
  await edit('unlink', 3, ({ segmentId: _, ...bead }) => ({ type: 'unlink', ...bead }));
  await edit('text', 4, ({ segmentId }) => ({ type: 'edit-text', segmentId, text: `regen ${run} neu` }));
  await edit('split a sentence', 5, ({ segmentId }) => ({ type: 'split-segment', segmentId, at: 12 }));
  await time('window after an edit', () => window(at(5)));
  await time('filtered window after an edit', () =>
    client.grid.rows({ ...place, from: 500, to: 560, filter }),
  );
  await search('after an edit', 'nguoi mua');
  const stones = { ...place, query: { text: 'stein' }, limit: 500 };
  while (!(await client.find.search(stones)).complete);
  const { hits } = await client.find.search(stones);
  const chosen = hits.map(({ segmentId, stamp }) => ({ segmentId, stamp }));
  const asked = { ...place, query: stones.query, replacement: 'felsen', chosen };
  await time(`replace in ${chosen.length} sentences`, () => client.find.replace(asked));
  for (let i = 0; i < 3; i++) await time('undo', () => client.edits.undo(place));
  await services.idle();
  while ((await client.edits.undo(place)).possible);
  await services.close();
  return taken;
}
