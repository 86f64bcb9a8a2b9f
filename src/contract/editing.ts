/** Running edits, trying them out, undo and redo, and the history. */
import { z } from 'zod';
import { base, inDocument, inProject, params, seen } from './base.ts';
import { editCommand } from './edits.ts';
import { editOutcome, id, rowWindow } from './model.ts';

/** The rows that a window shows: with the outcome of an edit it gets them as they are now, without asking again. */
const rowsOnScreen = z
  .array(z.object({ from: z.number().int().min(0), to: z.number().int().min(1) }))
  .max(50)
  .optional();
const rowsAfter = z.array(rowWindow).optional().describe('for each of the rows that were asked for');
const step = base
  .input(inDocument.extend({ furniture: z.boolean().default(false), rows: rowsOnScreen }))
  .output(editOutcome.extend({ windows: rowsAfter }));

export const edits = {
  /** Throws `edit-conflict` where somebody else changed a row or sentence that the edit names since `seen`. */
  run: base
    .input(
      inDocument.extend({
        command: editCommand,
        furniture: z.boolean().default(false),
        seen: seen.optional(),
        rows: rowsOnScreen,
      }),
    )
    .output(editOutcome.extend({ windows: rowsAfter })),
  /** Whether the edit is possible, and the reason if not; changes nothing. */
  dryRun: base
    .input(inDocument.extend({ command: editCommand, furniture: z.boolean().default(false) }))
    .output(editOutcome),
  undo: step,
  redo: step,
  history: base.input(inProject.extend({ limit: z.number().int().max(1000).default(200) })).output(
    z.array(
      z.object({
        editId: id,
        command: z.string(),
        params,
        author: z.string(),
        at: z.number(),
        state: z.enum(['done', 'undone']),
      }),
    ),
  ),
};
