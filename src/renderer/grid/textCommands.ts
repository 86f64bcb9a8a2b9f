/** Commands of text mode: entering it, going on to the next sentence, splitting and joining sentences. */
import type { EditCommand } from '../../contract/index.ts';
import type { Command, Refusal } from '../keys/commands.ts';
import { moveCursor, useCursor } from './cursor.ts';
import { refuse, say } from './said.ts';
import type { GridSession } from './session.ts';

/** Goes into text mode in the sentence `step` further, in this cell or the next one of the column. */
export const editNextText = (session: GridSession, step: 1 | -1): void => {
  const { chip } = useCursor.getState();
  const segments = session.segments();
  const within = segments[chip + step];
  if (within) {
    useCursor.setState({ chip: chip + step, editing: within.id });
    return;
  }
  const next = session.rowBeyond(step);
  if (next === null) return;
  moveCursor({ row: next });
  const there = session.segments();
  const index = step === 1 ? 0 : Math.max(0, there.length - 1);
  const segment = there[index];
  if (segment) useCursor.setState({ chip: index, editing: segment.id });
};

const NO_SENTENCE: Refusal = { say: 'refuse.no-sentence', params: {} };

/** Where the caret stands in the text that is being typed. */
const caret = (): { readonly at: number; readonly text: string } | null => {
  const field = document.activeElement;
  if (!(field instanceof HTMLTextAreaElement) || field.dataset['segment'] === undefined) return null;
  return { at: field.selectionStart, text: field.value };
};

export interface TextCommandHooks {
  /** Shows what an edit of an original sentence means for the renderings, and carries it out when that is wanted. */
  readonly confirmConsequence: (command: EditCommand) => void;
}

const perform = async (
  session: GridSession,
  hooks: TextCommandHooks,
  command: EditCommand,
): Promise<void> => {
  useCursor.setState({ editing: null });
  const ofOriginal = session.column()?.role === 'original';
  if (ofOriginal) hooks.confirmConsequence(command);
  else {
    await session.perform(command);
    moveCursor({});
  }
};

const enter = (session: GridSession): void => {
  const segment = session.segment();
  if (segment) useCursor.setState({ editing: segment.id });
  else refuse(NO_SENTENCE.say);
};

/** Splits at the caret; in grid mode it first asks for one by going into text mode. */
const split = async (session: GridSession, hooks: TextCommandHooks): Promise<void> => {
  const segment = session.segment();
  if (!segment) return refuse(NO_SENTENCE.say);
  const place = caret();
  if (!place) {
    enter(session);
    return say('say.place-caret');
  }
  if (place.text !== segment.text) return refuse('refuse.save-first');
  if (place.at < 1 || place.at >= segment.text.length) return refuse('refuse.caret-at-end');
  await perform(session, hooks, { type: 'split-segment', segmentId: segment.id, at: place.at });
};

const join = async (session: GridSession, hooks: TextCommandHooks): Promise<void> => {
  const segment = session.segment();
  if (!segment) return refuse(NO_SENTENCE.say);
  const place = caret();
  if (place && place.text !== segment.text) return refuse('refuse.save-first');
  await perform(session, hooks, { type: 'join-segment', segmentId: segment.id });
};

export const createTextCommands = (session: GridSession, hooks: TextCommandHooks): readonly Command[] => {
  const needsSentence = () => (session.segment() ? null : NO_SENTENCE);
  return [
    { id: 'text.edit', group: 'text', check: needsSentence, run: () => enter(session) },
    {
      id: 'text.split',
      group: 'text',
      inText: true,
      check: needsSentence,
      run: () => session.inTurn(() => split(session, hooks)),
    },
    {
      id: 'text.join',
      group: 'text',
      inText: true,
      check: needsSentence,
      run: () => session.inTurn(() => join(session, hooks)),
    },
  ];
};
