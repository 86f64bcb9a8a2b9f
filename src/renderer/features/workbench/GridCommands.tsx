import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditCommand } from '../../../contract/index.ts';
import { createBookmarkCommands } from '../../grid/bookmarkCommands.ts';
import { createColumnCommands } from '../../grid/columnCommands.ts';
import { moveCursor } from '../../grid/cursor.ts';
import { createEditCommands } from '../../grid/editCommands.ts';
import { refuse } from '../../grid/said.ts';
import { createSeekCommands } from '../../grid/seekCommands.ts';
import { useGridSession } from '../../grid/session.ts';
import { createTextCommands } from '../../grid/textCommands.ts';
import { type Command, useCommands } from '../../keys/commands.ts';
import { amendQuery, go, useAddress } from '../../state/address.ts';
import { api } from '../../state/api.ts';
import { changeSettings, useSettings } from '../../state/settings.ts';
import { ConsequenceDialog } from './ConsequenceDialog.tsx';
import { GoToDialog } from './GoToDialog.tsx';

/** The commands of the grid, while it is shown, with the dialogs some of them open. */
export const GridCommands = () => {
  const { t } = useTranslation();
  const session = useGridSession();
  const [asking, setAsking] = useState(false);
  const [consequence, setConsequence] = useState<EditCommand | null>(null);
  const commands = useMemo<readonly Command[]>(
    () => [
      ...createEditCommands(session),
      ...createColumnCommands(session),
      ...createBookmarkCommands(session),
      ...createTextCommands(session, { confirmConsequence: setConsequence }),
      ...createSeekCommands(session, { askForRow: () => setAsking(true) }),
      {
        id: 'grid.furniture',
        group: 'view',
        run: () => amendQuery({ furniture: useAddress.getState().query['furniture'] === '1' ? null : '1' }),
      },
      {
        id: 'column.align',
        group: 'document',
        run: async () => {
          const alignmentId = session.column()?.alignmentId ?? null;
          if (alignmentId === null) return refuse('refuse.choose-rendering');
          const { jobId } = await api.jobs.align({ ...session.place, alignmentIds: [alignmentId] });
          go({ screen: 'align', ...session.place }, { job: jobId });
        },
        check: () =>
          session.column()?.alignmentId == null ? { say: 'refuse.choose-rendering', params: {} } : null,
      },
      {
        id: 'grid.inspector',
        group: 'view',
        run: () => changeSettings({ showInspector: !useSettings.getState().showInspector }),
      },
    ],
    [session],
  );
  useCommands(commands);
  return (
    <>
      {asking && (
        <GoToDialog
          title={t('go-to.title')}
          most={session.store.total ?? 1}
          onClose={() => setAsking(false)}
          onGo={(row) => {
            setAsking(false);
            moveCursor({ row });
          }}
        />
      )}
      {consequence && (
        <ConsequenceDialog command={consequence} session={session} onClose={() => setConsequence(null)} />
      )}
    </>
  );
};
