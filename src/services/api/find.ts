/** Procedures that look for text and rows. */
import { viewLine } from '../concordance.ts';
import { applyFilter, toRanges } from '../filters/apply.ts';
import { findPage, viewHit } from '../find/hits.ts';
import type { Procedures, Shared } from './context.ts';

/** Stretches of rows that are told one by one. */
const MOST_RANGES = 50_000;

export const findProcedures = (os: Procedures, shared: Shared) => ({
  find: {
    search: os.find.search.handler(async ({ input }) => {
      const project = shared.projects.get(input.project);
      const { page, placed, search } = await findPage(project, input);
      return { ...page, hits: placed.map((hit) => viewHit(project, search, hit)) };
    }),
  },
  filters: {
    apply: os.filters.apply.handler(async ({ input }) => {
      const project = shared.projects.get(input.project);
      const { documentId, filter, furniture } = input;
      const { rows, total, groups, counts } = await applyFilter(project, documentId, filter, furniture);
      return {
        revision: project.revision(documentId),
        total,
        rows: rows.length,
        groups,
        ranges: toRanges(rows, MOST_RANGES),
        counts,
      };
    }),
  },
  concordance: {
    search: os.concordance.search.handler(async ({ input }) => {
      const project = shared.projects.get(input.project);
      const { page, placed, search } = await findPage(project, input);
      const { near: _, ...rest } = page;
      return { ...rest, lines: placed.map((hit) => viewLine(project, search, hit)) };
    }),
  },
});
