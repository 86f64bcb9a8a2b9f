/** Edits from screens without a grid: carried out, and told in a corner, as there is no status bar. */
import type { EditCommand, EditOutcome } from '../../contract/index.ts';
import { nameParams } from '../features/history/describeEdit.ts';
import { i18n } from '../i18n/index.ts';
import { api } from './api.ts';
import { windowName } from './thisWindow.ts';
import { tellFailure, tellSuccess } from './toasts.ts';

export interface DocumentPlace {
  readonly project: string;
  readonly documentId: number;
}

/**
 * False where the edit was refused or failed; the person has been told then. `revision` is that of what the person saw: what
 * somebody else changed since is not written over.
 */
export const performEdit = async (
  place: DocumentPlace,
  command: EditCommand,
  revision?: number,
): Promise<boolean> => {
  try {
    const seen = revision === undefined ? undefined : { revision, window: windowName };
    const outcome: EditOutcome = await api.edits.run({ ...place, command, ...(seen && { seen }) });
    tellSuccess(i18n.t(outcome.say, nameParams(outcome.params)));
    return outcome.possible;
  } catch (error) {
    tellFailure(error);
    return false;
  }
};
