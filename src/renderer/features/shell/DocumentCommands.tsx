import { useMemo } from 'react';
import type { EditOutcome } from '../../../contract/index.ts';
import { refuse, say } from '../../grid/said.ts';
import { currentSession } from '../../grid/session.ts';
import { i18n } from '../../i18n/index.ts';
import { type Command, useCommands } from '../../keys/commands.ts';
import { go } from '../../state/address.ts';
import { api } from '../../state/api.ts';
import { useOpenDocument } from '../../state/documents.ts';
import { tellSuccess } from '../../state/toasts.ts';
import { nameParams } from '../history/describeEdit.ts';

type Place = { readonly project: string; readonly documentId: number };

/** Undo where no grid is shown: what it did is said in a corner, as there is no status bar. */
const stepWithoutGrid = async (place: Place, step: 'undo' | 'redo'): Promise<EditOutcome> => {
  const outcome = await api.edits[step](place);
  tellSuccess(i18n.t(outcome.say, nameParams(outcome.params)));
  (outcome.possible ? say : refuse)(outcome.say, outcome.params);
  return outcome;
};

/** Commands that work on every screen of a document. */
export const DocumentCommands = () => {
  const { project, document } = useOpenDocument();
  const commands = useMemo<readonly Command[]>(() => {
    const place = { project: project.key, documentId: document.id };
    const step = async (which: 'undo' | 'redo') => {
      const session = currentSession();
      if (session) await session.inTurn(() => session[which]());
      else await stepWithoutGrid(place, which);
    };
    return [
      { id: 'edit.undo', group: 'document', run: () => step('undo') },
      { id: 'edit.redo', group: 'document', run: () => step('redo') },
      {
        id: 'document.align',
        group: 'document',
        run: async () => {
          const { jobId } = await api.jobs.align(place);
          go({ screen: 'align', ...place }, { job: jobId });
        },
      },
      { id: 'export.open', group: 'document', run: () => go({ screen: 'export', ...place }) },
    ];
  }, [project.key, document.id]);
  useCommands(commands);
  return null;
};
