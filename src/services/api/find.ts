/** Procedures that look for text and rows. */
import { viewLine } from '../concordance.ts';
import { applyFilter, toRanges } from '../filters/apply.ts';
import { findPage, viewHits } from '../find/hits.ts';
import { previewReplacement, replaceHits } from '../find/replace.ts';
import type { Procedures, Shared } from './context.ts';

/** Stretches of rows that are told one by one. */
const MOST_RANGES = 50_000;

export const findProcedures = (os: Procedures, shared: Shared) => ({
  find: {
    search: os.find.search.handler(async ({ input }) => {
      const project = shared.projects.get(input.project);
      const { page, placed, search } = await findPage(project, input);
      return { ...page, hits: viewHits(project, search, placed) };
    }),
    replacePreview: os.find.replacePreview.handler(async ({ input }) => {
      const project = shared.projects.get(input.project);
      const { page, placed, search } = await findPage(project, input);
      const { near: _, ...rest } = page;
      return {
        ...rest,
        sentences: viewHits(project, search, placed).map((hit) =>
          previewReplacement(project, search.pattern, hit, input.replacement),
        ),
      };
    }),
    replace: os.find.replace.handler(async ({ input }) => {
      const request = {
        project: shared.projects.get(input.project),
        documentId: input.documentId,
        furniture: input.furniture,
        author: shared.author,
        now: shared.now,
      };
      const { outcome, changes } = await replaceHits(request, input);
      if (outcome.editId !== null) shared.afterEdits.note(request, outcome.editId, changes);
      return outcome;
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
