/** Edits from screens without a grid: what they did is said in a corner, as there is no status bar. */
import type { EditCommand, EditOutcome } from '../../contract/index.ts';
import { nameParams } from '../features/history/describeEdit.ts';
import { refuse, say } from '../grid/said.ts';
import { i18n } from '../i18n/index.ts';
import { api } from './api.ts';
import { refreshDerived } from './events.ts';
import { seenOf } from './revisions.ts';
import { tellSuccess } from './toasts.ts';

export interface DocumentPlace {
  readonly project: string;
  readonly documentId: number;
}

export const tellOutcome = (outcome: EditOutcome): EditOutcome => {
  tellSuccess(i18n.t(outcome.say, nameParams(outcome.params)));
  (outcome.possible ? say : refuse)(outcome.say, outcome.params);
  return outcome;
};

/** Throws where somebody else changed meanwhile what the edit names. */
export const performAnywhere = async (place: DocumentPlace, command: EditCommand): Promise<EditOutcome> => {
  const outcome = tellOutcome(await api.edits.run({ ...place, command, seen: seenOf(place) }));
  refreshDerived();
  return outcome;
};
