/** What follows an edit when nobody waits for it: its rows are checked again, and what was confirmed teaches the aligner. */
import type { RowChange } from '../store/index.ts';
import type { OpenProject } from './openProjects.ts';

export interface DocumentPlace {
  readonly project: OpenProject;
  readonly documentId: number;
}
export interface AfterEdits {
  /** Takes in what an edit changed; the work is done by and by. */
  note(place: DocumentPlace, editId: number, changes: readonly RowChange[]): void;
  /** Until nothing is left to do. */
  idle(): Promise<void>;
  /** Gives up what has not begun. */
  close(): void;
}

export const followEdits = (parts: readonly AfterEdits[]): AfterEdits => ({
  note: (place, editId, changes) => {
    for (const part of parts) part.note(place, editId, changes);
  },
  idle: async () => {
    for (const part of parts) await part.idle();
  },
  close: () => {
    for (const part of parts) part.close();
  },
});
