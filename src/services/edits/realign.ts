/** Stretches of an alignment found anew by the aligner, off the main thread; the result is one edit like any other. */

import { AppError } from '../../core/errors.ts';
import {
  type BeadRow,
  compareCuts,
  deleteLink,
  getBead,
  insertLink,
  isWall,
  layFound,
  linksOf,
  linksOfSegment,
  ranksBetween,
  type Store,
} from '../../store/index.ts';
import type { Pool } from '../../workers/pool.ts';
import type { IndexedAlignment } from '../documentIndex.ts';
import type { OpenProject } from '../openProjects.ts';
import { type LoadedPair, loadStretch, toAlignment, toCuts } from '../pairTexts.ts';
import {
  type CommandOf,
  type EditContext,
  type Impossible,
  impossible,
  type Plan,
  possible,
} from './plan.ts';

type Realign = CommandOf<'realign'>;

/** Beads on either side out to which a stretch may grow, and beyond them those that are read for what they teach. */
const REACH = 20;
const CONTEXT = 15;
/** Longer stretches are for the job that aligns a whole rendering. */
export const MOST_BEADS = 400;
/** Confirmed pairs that teach a stretch. */
const MOST_TAUGHT = 60;

interface Stretch {
  readonly alignment: IndexedAlignment;
  readonly loaded: ReturnType<typeof loadStretch>;
  readonly from: number;
  readonly to: number;
}

/** Throws AppError `not-found` where an edit of somebody else took an end away. */
function openStretches({ store, index }: EditContext, { ranges }: Realign): Stretch[] {
  return ranges.map(({ alignmentId, firstBeadId, lastBeadId }) => {
    const alignment = index.alignment(alignmentId);
    const ends = [getBead(store, firstBeadId), getBead(store, lastBeadId)];
    if (ends.some((bead) => bead?.alignmentId !== alignment.id))
      throw new AppError('not-found', { what: 'row' });
    const [first, last] = (ends as [BeadRow, BeadRow]).sort(
      (a, b) => a.sourceTo - b.sourceTo || a.targetTo - b.targetTo,
    );
    const loaded = loadStretch(store, alignment, first!, last!, REACH + CONTEXT);
    const placeOf = (id: number): number => loaded.stretch.findIndex((bead) => bead.id === id);
    return { alignment, loaded, from: placeOf(first!.id), to: placeOf(last!.id) + 1 };
  });
}

const refuse = (stretches: readonly Stretch[]): Impossible | null => {
  const chosen = stretches.flatMap(({ loaded, from, to }) => loaded.stretch.slice(from, to));
  if (chosen.every(isWall)) return impossible('edit.all-confirmed');
  if (chosen.length > MOST_BEADS)
    return impossible('edit.too-long', { count: chosen.length, most: MOST_BEADS });
  return null;
};

/** Whether there is something to align again; what comes of it shows only when it is done. */
export const dryRunRealign = (context: EditContext, command: Realign): Plan =>
  refuse(openStretches(context, command)) ??
  possible('edit.realigned', () => undefined, { params: { count: 0 } });

/** Computes what the edit would write. The plan holds as long as nobody changes the document. */
export async function planRealign(
  pool: Pool,
  project: OpenProject,
  context: EditContext,
  command: Realign,
): Promise<Plan> {
  const stretches = openStretches(context, command);
  const refused = refuse(stretches);
  if (refused) return refused;
  const found = await Promise.all(
    stretches.map((stretch) => findAnew(pool, project, stretch, command.grow ? REACH : 0)),
  );
  const count = found.reduce((sum, { fresh }) => sum + fresh.length, 0);
  if (count === 0) return impossible('edit.realign-same');
  const first = stretches[0]!;
  const { sourceTo } = first.loaded.stretch[first.from - 1] ?? first.loaded.start;
  const [rank] = ranksBetween(
    context.store,
    first.alignment.sourceId,
    sourceTo,
    first.loaded.stretch[first.to - 1]!.sourceTo,
  );
  return possible(
    'edit.realigned',
    () => {
      for (const { write } of found) write();
    },
    {
      params: { count },
      focus: rank === undefined ? null : { alignmentId: first.alignment.id, side: 'source', rank },
    },
  );
}

async function findAnew(
  pool: Pool,
  project: OpenProject,
  { alignment, loaded, from, to }: Stretch,
  reach: number,
) {
  const { store } = project;
  const { start, stretch, pair } = loaded;
  const links = linksOf(store, alignment.id);
  const before = toAlignment(pair, stretch, links);
  const texts = before.beads
    .slice(Math.max(0, from - reach), to + reach)
    .flatMap((bead) => bead.source.map((number) => pair.source.text.segments[number]!.text));
  const { lang } = pair.source.text;
  const after = await pool.run('realign', {
    source: pair.source.text,
    target: pair.target.text,
    alignment: before,
    walls: before.beads.filter((_, i) => isWall(stretch[i]!)),
    taught: project.taught.choose(lang, pair.target.text.lang, texts, MOST_TAUGHT),
    range: { from, to },
    reach,
  });
  const cuts = [...toCuts(pair, after.beads, start)];
  return {
    fresh: compareCuts(start, stretch, cuts).fresh,
    write: (): void => {
      layFound(store, alignment.id, start, stretch, cuts);
      for (const { source, target } of after.links)
        insertLink(store, alignment.id, pair.source.ids[source]!, pair.target.ids[target]!);
      for (const bead of after.beads) dropInnerLinks(store, alignment.id, pair, bead);
    },
  };
}

/** Links between sentences that stand in one bead now say nothing any more. */
function dropInnerLinks(
  store: Store,
  alignmentId: number,
  { source, target }: LoadedPair,
  bead: { readonly source: readonly number[]; readonly target: readonly number[] },
): void {
  const targets = new Set(bead.target.map((number) => target.ids[number]!));
  for (const number of bead.source)
    for (const link of linksOfSegment(store, source.ids[number]!))
      if (link.alignmentId === alignmentId && targets.has(link.targetSegmentId)) deleteLink(store, link.id);
}
