/** Procedures on jobs, grid and flags. */
import {
  type BeadRow,
  countAllWalls,
  countFlags,
  getBead,
  getSegment,
  type Store,
} from '../../store/index.ts';
import { alignDocument } from '../alignDocument.ts';
import { rowOf } from '../candidates.ts';
import { checkDocument } from '../checkDocument.ts';
import type { Work } from '../documentWork.ts';
import { seekInFilter, windowOfFilter } from '../filters/rows.ts';
import { flagsOfBead, listFlags } from '../flagViews.ts';
import { readWindow } from '../grid.ts';
import { drawOverview } from '../minimap.ts';
import { seekRow } from '../seek.ts';
import type { Procedures, Shared } from './context.ts';

/**
 * The bead of this id in this alignment; undefined where an edit took it away. That is no fault: whoever looks at a cell
 * while it is edited asks a moment too late, and is told that there is nothing.
 */
export function findBead(
  store: Store,
  { alignmentId, beadId }: { alignmentId: number; beadId: number },
): BeadRow | undefined {
  const bead = getBead(store, beadId);
  return bead?.alignmentId === alignmentId ? bead : undefined;
}

export const workProcedures = (os: Procedures, shared: Shared) => {
  const startJob = (
    kind: 'align' | 'check',
    input: { project: string; documentId: number },
    run: (work: Work) => Promise<void>,
  ): { jobId: string } => {
    const project = shared.projects.get(input.project);
    project.index(input.documentId);
    return {
      jobId: shared.jobs.start(kind, (job) =>
        run({ ...shared, ...job, project, documentId: input.documentId }),
      ),
    };
  };
  const open = (input: { project: string; documentId: number }) => {
    const project = shared.projects.get(input.project);
    return { project, store: project.store, index: project.index(input.documentId) };
  };
  return {
    jobs: {
      align: os.jobs.align.handler(({ input }) =>
        startJob('align', input, (work) => alignDocument(work, input.alignmentIds)),
      ),
      check: os.jobs.check.handler(({ input }) => startJob('check', input, checkDocument)),
      means: os.jobs.means.handler(async ({ input }) => {
        const { project, store, index } = open(input);
        const langs = [...new Set(index.alignments.map(({ target }) => target.lang))];
        const counts = await shared.pool.run('countConcepts', {
          source: index.original.lang,
          targets: langs,
        });
        return {
          lexicon: langs.map((lang, at) => ({ lang, concepts: counts[at] ?? 0 })),
          glossary: project.glossary().length,
          taught: countAllWalls(store),
        };
      }),
      cancel: os.jobs.cancel.handler(({ input }) => {
        shared.jobs.cancel(input.jobId);
        return {};
      }),
    },
    grid: {
      rows: os.grid.rows.handler(async ({ input }) => {
        const { project, store, index } = open(input);
        if (input.filter) return windowOfFilter(project, { ...input, filter: input.filter });
        return readWindow(store, index, project.revision(input.documentId), input);
      }),
      seek: os.grid.seek.handler(async ({ input }) => {
        const { project, store, index } = open(input);
        if (input.filter) return seekInFilter(project, { ...input, filter: input.filter });
        return seekRow(store, index, input);
      }),
      places: os.grid.places.handler(({ input }) => {
        const { project, store, index } = open(input);
        return input.segmentIds.map((segmentId) => {
          const segment = getSegment(store, segmentId);
          const isHere = segment && index.versions.some(({ id }) => id === segment.versionId);
          return {
            segmentId,
            row: isHere ? rowOf(project, input.documentId, segment, input.furniture) : null,
          };
        });
      }),
      overview: os.grid.overview.handler(async ({ input }) => {
        const { project } = open(input);
        const marks = await drawOverview(project, input.documentId, input.buckets, input.furniture);
        // Who looks at the grid may search next.
        project.searches.prepare(input.documentId).catch(shared.report);
        return marks;
      }),
    },
    flags: {
      list: os.flags.list.handler(({ input }) => {
        const { store, index } = open(input);
        return listFlags(store, index, input);
      }),
      ofBead: os.flags.ofBead.handler(({ input }) => {
        const { store, index } = open(input);
        const bead = findBead(store, input);
        return bead ? flagsOfBead(store, index, bead) : [];
      }),
      counts: os.flags.counts.handler(({ input }) => [...countFlags(open(input).store, input.documentId)]),
    },
  };
};
