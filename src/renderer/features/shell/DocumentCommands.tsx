import { useEffect, useMemo } from 'react';
import type { EditOutcome } from '../../../contract/index.ts';
import { currentSession } from '../../grid/session.ts';
import { i18n } from '../../i18n/index.ts';
import { type Command, runCommand, useCommands } from '../../keys/commands.ts';
import { go, useAddress } from '../../state/address.ts';
import { api } from '../../state/api.ts';
import { useOpenDocument, useOpenPlace } from '../../state/documents.ts';
import { type DocumentPlace, tellOutcome } from '../../state/performAnywhere.ts';
import { noteOpened } from '../../state/revisions.ts';
import { tellSuccess } from '../../state/toasts.ts';
import { openFind } from '../find/findState.ts';
import { nameParams } from '../history/describeEdit.ts';

/** Screens that the palette leads to by name. */
const SCREENS = [
  'grid',
  'prepare',
  'align',
  'flags',
  'unaligned',
  'concordance',
  'map',
  'compare',
  'review',
  'report',
  'history',
  'packages',
  'review-in',
  'glossary',
  'decisions',
] as const;

/** Undo where no grid is shown. */
const stepWithoutGrid = async (place: DocumentPlace, step: 'undo' | 'redo'): Promise<EditOutcome> => {
  return tellOutcome(await api.edits[step](place));
};

/** What undoing or redoing on the glossary screen did. */
const sayStep = ({ say, params }: { readonly say: string; readonly params: EditOutcome['params'] }) =>
  [say, nameParams(params)] as const;

/** Finding happens in the grid; from another screen one comes there first. */
const lookFor = (place: DocumentPlace, replacing: boolean): void => {
  openFind(replacing);
  if (useAddress.getState().place.screen !== 'grid') go({ screen: 'grid', ...place });
};

/** Commands that work on every screen of a document. */
export const DocumentCommands = () => {
  const { document } = useOpenDocument();
  const place = useOpenPlace();
  const commands = useMemo<readonly Command[]>(() => {
    const step = async (which: 'undo' | 'redo') => {
      const session = currentSession();
      if (useAddress.getState().place.screen === 'glossary')
        tellSuccess(
          i18n.t(...sayStep(await api.glossary.step({ project: place.project, direction: which }))),
        );
      else if (session) await session.inTurn(() => session[which]());
      else await stepWithoutGrid(place, which);
    };
    return [
      { id: 'edit.undo', group: 'document', run: () => step('undo') },
      { id: 'edit.redo', group: 'document', run: () => step('redo') },
      {
        id: 'document.align',
        group: 'document',
        run: async () => {
          // With rows selected, those are meant.
          if ((currentSession()?.selectedRows().length ?? 0) > 1 && runCommand('cell.realign')) return;
          const { jobId } = await api.jobs.align(place);
          go({ screen: 'align', ...place }, { job: jobId });
        },
      },
      { id: 'find.open', group: 'go', inText: true, run: () => lookFor(place, false) },
      { id: 'find.replace', group: 'go', inText: true, run: () => lookFor(place, true) },
      ...SCREENS.map(
        (screen): Command => ({
          id: `screen.${screen}`,
          group: 'screen',
          run: () => go({ screen, ...place }),
        }),
      ),
      { id: 'export.open', group: 'document', run: () => go({ screen: 'export', ...place }) },
    ];
  }, [place]);
  useCommands(commands);
  useEffect(() => noteOpened(place, document.revision), [place, document.revision]);
  return null;
};
