/** Procedures on files that come back from review. */
import { takeReviewIn } from '../reviewIn.ts';
import type { Procedures, Shared } from './context.ts';

export const workbookProcedures = (os: Procedures, shared: Shared) => ({
  workbooks: {
    takeIn: os.workbooks.takeIn.handler(async ({ input }) => {
      const name = shared.shelf.nameOf(input.file);
      const bytes = await shared.shelf.readBytes(input.file);
      const request = {
        project: shared.projects.get(input.project),
        author: input.reviewer ?? shared.author,
        now: shared.now,
      };
      const { report, edits } = takeReviewIn({ ...request, name, bytes, dryRun: input.dryRun });
      for (const { documentId, editId, changes } of edits)
        shared.afterEdits.note({ ...request, documentId }, editId, changes);
      return report;
    }),
  },
});
