/** Sentences without a partner, with what may be theirs. */
import type { UnalignedSentence } from '../contract/index.ts';
import { getBead, getSegment, linksOf } from '../store/index.ts';
import type { Pool } from '../workers/pool.ts';
import { findPartners, type Question, rowOf, type Side } from './candidates.ts';
import type { IndexedAlignment } from './documentIndex.ts';
import { firstAtLeast, STATUSES } from './documentTables.ts';
import type { OpenProject } from './openProjects.ts';

export interface UnalignedAsked {
  readonly documentId: number;
  readonly alignmentId?: number | undefined;
  readonly side?: Side | undefined;
  readonly accepted: boolean;
  readonly from: number;
  readonly limit: number;
  readonly candidates: number;
  readonly furniture: boolean;
}
interface Lonely {
  readonly alignment: IndexedAlignment;
  readonly bead: number;
  readonly side: Side;
  readonly segmentId: number;
  readonly row: number;
}

const WALLS: ReadonlySet<string> = new Set(['confirmed', 'reviewed']);

/** Groups on either side of a stretch among which partners are looked for, and the longest stretch asked about at once. */
const AROUND = 25;
const STRETCH = 50;

export async function listUnaligned(pool: Pool, project: OpenProject, asked: UnalignedAsked) {
  const { index } = project.tables(asked.documentId);
  const all = index.alignments
    .filter(({ id }) => asked.alignmentId === undefined || id === asked.alignmentId)
    .map((alignment) => ({ alignment, lonely: findLonely(project, asked, alignment) }));
  const wanted = all
    .flatMap(({ lonely }) => lonely)
    .filter(({ side }) => asked.side === undefined || side === asked.side)
    .sort((a, b) => a.row - b.row);
  const page = wanted.slice(asked.from, asked.from + asked.limit);
  const sentences = page.map((one) => viewLonely(project, asked, one));
  if (asked.candidates > 0) await addCandidates(pool, project, asked, page, sentences);
  const count = (lonely: readonly Lonely[], side: Side): number =>
    lonely.filter((one) => one.side === side).length;
  return {
    total: wanted.length,
    byRendering: all.map(({ alignment, lonely }) => ({
      alignmentId: alignment.id,
      lang: alignment.target.lang,
      source: count(lonely, 'source'),
      target: count(lonely, 'target'),
    })),
    sentences,
  };
}

/** Body sentences of beads with one side, but for those with a crossing link. */
function findLonely(project: OpenProject, asked: UnalignedAsked, alignment: IndexedAlignment): Lonely[] {
  const tables = project.tables(asked.documentId);
  const table = tables.beads(alignment.id);
  const places = tables.places(alignment.id, false);
  const linked = new Set(
    linksOf(project.store, alignment.id).flatMap((link) => [link.sourceSegmentId, link.targetSegmentId]),
  );
  const found: Lonely[] = [];
  for (let bead = 0; bead < table.ids.length; bead++) {
    const [sources, targets] = [places.sources[bead]!, places.targets[bead]!];
    if (sources > 0 === targets > 0) continue;
    if (!asked.accepted && WALLS.has(STATUSES[table.status[bead]!]!)) continue;
    const side = sources > 0 ? 'source' : 'target';
    const versionId = side === 'source' ? alignment.sourceId : alignment.targetId;
    const visible = tables.visible(versionId, false);
    const ranks = tables.index.ranksOf(versionId);
    const from = side === 'source' ? places.sourceFrom[bead]! : places.targetFrom[bead]!;
    const rows = tables.rowsOfSentences(versionId, asked.furniture);
    for (let i = from; i < from + sources + targets; i++) {
      const place = firstAtLeast(ranks, visible[i]!);
      const segmentId = tables.ids(versionId)[place]!;
      const row = rows[place]!;
      if (!linked.has(segmentId)) found.push({ alignment, bead, side, segmentId, row: row < 0 ? ~row : row });
    }
  }
  return found;
}

function viewLonely(project: OpenProject, asked: UnalignedAsked, one: Lonely): UnalignedSentence {
  const tables = project.tables(asked.documentId);
  const table = tables.beads(one.alignment.id);
  const segment = getSegment(project.store, one.segmentId)!;
  return {
    alignmentId: one.alignment.id,
    beadId: table.ids[one.bead]!,
    side: one.side,
    lang: one.side === 'source' ? tables.index.original.lang : one.alignment.target.lang,
    segmentId: segment.id,
    number: tables.index.numberOf(segment.versionId, segment.rank),
    kind: segment.kind,
    text: segment.text,
    row: rowOf(project, asked.documentId, segment, asked.furniture),
    status: STATUSES[table.status[one.bead]!]!,
    candidates: [],
  };
}

/** Neighbours are asked about together: reading the stretch around them is what takes time. */
async function addCandidates(
  pool: Pool,
  project: OpenProject,
  asked: UnalignedAsked,
  page: readonly Lonely[],
  sentences: readonly UnalignedSentence[],
): Promise<void> {
  const groups: { alignment: IndexedAlignment; from: number; members: number[] }[] = [];
  page.forEach(({ alignment, bead }, i) => {
    const group = groups.findLast((one) => one.alignment === alignment);
    if (group && Math.abs(bead - group.from) <= STRETCH) group.members.push(i);
    else groups.push({ alignment, from: bead, members: [i] });
  });
  await Promise.all(
    groups.map(async ({ alignment, members }) => {
      const ordered = [...members].sort((a, b) => page[a]!.bead - page[b]!.bead);
      const questions = ordered.flatMap((i): Question[] => {
        const segment = getSegment(project.store, page[i]!.segmentId);
        const bead = getBead(project.store, sentences[i]!.beadId);
        return segment && bead ? [{ side: page[i]!.side, segment, bead }] : [];
      });
      if (questions.length < ordered.length) return;
      const { documentId, furniture, candidates: most } = asked;
      const found = await findPartners(
        pool,
        project,
        alignment,
        questions,
        { documentId, furniture, most },
        AROUND,
      );
      found.forEach((candidates, k) => {
        sentences[ordered[k]!]!.candidates.push(...candidates);
      });
    }),
  );
}
