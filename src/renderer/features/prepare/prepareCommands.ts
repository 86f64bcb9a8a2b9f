/** What can be done to the sentences that are chosen on the Prepare screen; each is an edit that can be undone. */
import type { Column, EditCommand, EditOutcome, PreparedSentence } from '../../../contract/index.ts';
import type { SegmentKind } from '../../../core/model.ts';
import { refuse, say } from '../../grid/said.ts';
import { i18n } from '../../i18n/index.ts';
import type { Command, Refusal } from '../../keys/commands.ts';
import { api } from '../../state/api.ts';
import { type DocumentPlace, performAnywhere } from '../../state/performAnywhere.ts';
import { tellSuccess } from '../../state/toasts.ts';
import { isLeftOut, movePrepare, selectionOf, usePrepare } from './prepareState.ts';

/** The lists that are on screen, by column: commands act on what is seen. */
export type Lists = Map<number, readonly PreparedSentence[]>;

export const KIND_COMMANDS: readonly SegmentKind[] = ['text', 'heading', 'caption', 'list', 'metadata'];

const refusal = (code: string): Refusal => ({ say: `refuse.${code}`, params: {} });

const tellRefusal = ({ say: code, params }: Refusal): void => {
  refuse(code, params);
  tellSuccess(i18n.t(code, params));
};

/** The caret in the text that is being typed. */
const caret = (): { readonly at: number; readonly text: string } | null => {
  const field = document.activeElement;
  if (!(field instanceof HTMLTextAreaElement) || field.dataset['segment'] === undefined) return null;
  return { at: field.selectionStart, text: field.value };
};

export const createPrepareCommands = (
  place: DocumentPlace,
  columns: readonly Column[],
  lists: Lists,
): readonly Command[] => {
  const list = () => lists.get(usePrepare.getState().column) ?? [];
  const chosen = (): readonly PreparedSentence[] => {
    const [first, last] = selectionOf(usePrepare.getState());
    return list().slice(first, last + 1);
  };
  const sentence = (): PreparedSentence | undefined => list()[usePrepare.getState().at];
  /** After a cut the renderings' groups change: in an aligned document the grid shows that first. */
  const cutRefusal = (): Refusal | null => {
    const column = columns[usePrepare.getState().column];
    if (!sentence()) return refusal('no-sentence');
    const aligned = columns.some((one) => one.aligned);
    return column?.role === 'original' && aligned ? refusal('cut-in-grid') : null;
  };
  const perform = async (command: EditCommand): Promise<EditOutcome> => {
    const outcome = await performAnywhere(place, command);
    movePrepare({});
    return outcome;
  };
  const withReason = (build: () => EditCommand | Refusal) => async (): Promise<Refusal | null> => {
    const wanted = build();
    if ('say' in wanted) return wanted;
    const { possible, say: code, params } = await api.edits.dryRun({ ...place, command: wanted });
    return possible ? null : { say: code, params };
  };
  const asKind =
    (kind: (sentences: readonly PreparedSentence[]) => SegmentKind) => (): EditCommand | Refusal => {
      const sentences = chosen();
      if (sentences.length === 0) return refusal('no-sentence');
      return { type: 'segment-kind', segmentIds: sentences.map(({ id }) => id), kind: kind(sentences) };
    };
  const kindCommand = (
    id: string,
    kind: (sentences: readonly PreparedSentence[]) => SegmentKind,
  ): Command => {
    const build = asKind(kind);
    return {
      id,
      group: 'text',
      check: withReason(build),
      run: async () => {
        const wanted = build();
        if ('say' in wanted) tellRefusal(wanted);
        else await perform(wanted);
      },
    };
  };
  const edit = () => {
    const here = sentence();
    if (here) usePrepare.setState({ editing: here });
    else tellRefusal(refusal('no-sentence'));
  };
  const split = async () => {
    const refused = cutRefusal();
    if (refused) return tellRefusal(refused);
    const here = usePrepare.getState().editing ?? sentence();
    const typed = caret();
    if (!here) return;
    if (!typed) {
      edit();
      return say('say.place-caret');
    }
    if (typed.text !== here.text) return tellRefusal(refusal('save-first'));
    if (typed.at < 1 || typed.at >= here.text.length) return tellRefusal(refusal('caret-at-end'));
    await perform({ type: 'split-segment', segmentId: here.id, at: typed.at });
  };
  const join = async () => {
    const refused = cutRefusal();
    if (refused) return tellRefusal(refused);
    const here = usePrepare.getState().editing ?? sentence();
    if (!here) return;
    const typed = caret();
    if (typed && typed.text !== here.text) return tellRefusal(refusal('save-first'));
    await perform({ type: 'join-segment', segmentId: here.id });
  };
  return [
    kindCommand('prepare.furniture', (sentences) =>
      sentences.every(({ kind }) => isLeftOut(kind)) ? 'text' : 'furniture',
    ),
    ...KIND_COMMANDS.map((kind) => kindCommand(`prepare.${kind}`, () => kind)),
    { id: 'text.edit', group: 'text', run: edit, check: () => (sentence() ? null : refusal('no-sentence')) },
    { id: 'text.split', group: 'text', inText: true, run: split, check: cutRefusal },
    { id: 'text.join', group: 'text', inText: true, run: join, check: cutRefusal },
    ...columns.slice(0, 4).map(
      (_, column): Command => ({
        id: `go.column-${column + 1}`,
        group: 'go',
        run: () => movePrepare({ column, at: 0 }),
      }),
    ),
  ];
};
