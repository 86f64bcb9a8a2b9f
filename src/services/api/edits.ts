/** Procedures that edit, undo and tell the history. */

import type { Seen } from '../../contract/index.ts';
import { dryRunEdit, type EditRequest, runEdit, stepHistory } from '../edits/run.ts';
import { summariseEdit } from '../historyViews.ts';
import type { Procedures, Shared } from './context.ts';

export const editProcedures = (os: Procedures, shared: Shared) => {
  const request = (input: {
    project: string;
    documentId: number;
    furniture: boolean;
    seen?: Seen | undefined;
  }): EditRequest => ({
    project: shared.projects.get(input.project),
    documentId: input.documentId,
    furniture: input.furniture,
    ...(input.seen && { seen: input.seen }),
    author: shared.author,
    now: shared.now,
  });
  return {
    edits: {
      run: os.edits.run.handler(({ input }) => {
        const { outcome, changes } = runEdit(request(input), input.command);
        if (outcome.editId !== null) shared.rechecks.note(request(input), outcome.editId, changes);
        return outcome;
      }),
      dryRun: os.edits.dryRun.handler(({ input }) => dryRunEdit(request(input), input.command)),
      undo: os.edits.undo.handler(({ input }) => stepHistory(request(input), 'undo')),
      redo: os.edits.redo.handler(({ input }) => stepHistory(request(input), 'redo')),
      history: os.edits.history.handler(({ input }) =>
        shared.projects.get(input.project).store.history.list(input.limit).map(summariseEdit),
      ),
    },
  };
};
