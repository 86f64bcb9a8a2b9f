/** Procedures that edit, undo and tell the history. */

import type { EditOutcome, RowWindow, Seen } from '../../contract/index.ts';
import { dryRunEdit, type EditRequest, runEdit, runRealign, stepHistory } from '../edits/run.ts';
import { readWindow } from '../grid.ts';
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
  /** Adds the rows on screen as the edit left them. */
  const withRows = (
    input: {
      project: string;
      documentId: number;
      furniture: boolean;
      rows?: { from: number; to: number }[] | undefined;
    },
    outcome: EditOutcome,
  ): EditOutcome & { windows?: RowWindow[] } => {
    if (!input.rows || !outcome.possible) return outcome;
    const project = shared.projects.get(input.project);
    const index = project.index(input.documentId);
    const windows = input.rows.map((rows) =>
      readWindow(project.store, index, outcome.revision, { ...rows, furniture: input.furniture }),
    );
    return { ...outcome, windows };
  };
  return {
    edits: {
      run: os.edits.run.handler(async ({ input }) => {
        const { outcome, changes } =
          input.command.type === 'realign'
            ? await runRealign(shared.pool, request(input), input.command)
            : runEdit(request(input), input.command);
        if (outcome.editId !== null) shared.afterEdits.note(request(input), outcome.editId, changes);
        return withRows(input, outcome);
      }),
      dryRun: os.edits.dryRun.handler(({ input }) => dryRunEdit(request(input), input.command)),
      undo: os.edits.undo.handler(({ input }) => withRows(input, stepHistory(request(input), 'undo'))),
      redo: os.edits.redo.handler(({ input }) => withRows(input, stepHistory(request(input), 'redo'))),
      history: os.edits.history.handler(({ input }) =>
        shared.projects.get(input.project).store.history.list(input.limit).map(summariseEdit),
      ),
    },
  };
};
