import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useCursor } from '../../grid/cursor.ts';
import { useSaid } from '../../grid/said.ts';
import { useGridSession } from '../../grid/session.ts';
import { runCommand } from '../../keys/commands.ts';
import { useOpenDocument } from '../../state/documents.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { describeRow, nameParams } from '../history/describeEdit.ts';

const HINTS = [
  'cell.confirm',
  'cell.merge',
  'cell.split',
  'go.next-flag',
  'find.open',
  'filter.open',
  'app.help',
];
const TEXT_HINTS: readonly (readonly [string, string])[] = [
  ['Ctrl Enter', 'status-bar.save'],
  ['Esc', 'status-bar.leave'],
  ['Tab', 'status-bar.next'],
];

/** Says in words what the last operation did, how far the work is, and which keys there are. */
export const StatusBar = () => {
  const { t } = useTranslation();
  const { document } = useOpenDocument();
  const session = useGridSession();
  useSyncExternalStore(session.store.subscribe, session.store.version);
  const said = useSaid((state) => state.said);
  const editing = useCursor((cursor) => cursor.editing !== null);
  const selection = useCursor(({ anchor, row }) => (anchor === null ? 0 : Math.abs(row - anchor) + 1));
  const open = document.columns.reduce(
    (sum, column) => sum + Math.max(0, column.beads - column.confirmed),
    0,
  );
  const params = said ? nameParams(said.params) : {};
  const place = said && !said.refused ? describeRow(said.params) : null;
  return (
    <footer className="status-bar">
      <b className={said?.refused ? 'refused' : undefined} role="status">
        {said ? t(said.say, params) : t('status-bar.ready')}
      </b>
      {place !== null && <span className="place">{place}</span>}
      <span className="figures">
        {selection > 1 && `${t('status-bar.selected', { count: selection })} · `}
        {t('status-bar.figures', {
          rows: t('count.rows', { count: session.store.total ?? 0 }),
          flags: t('count.flags', { count: document.openFlags }),
          open,
        })}
      </span>
      <span className="keys">
        {editing
          ? TEXT_HINTS.map(([key, label]) => (
              <span key={key}>
                <kbd>{key}</kbd> {t(label)}
              </span>
            ))
          : HINTS.map((command) => (
              <button key={command} type="button" tabIndex={-1} onClick={() => runCommand(command)}>
                <KeyHint command={command} /> {t(`command-short.${command}`)}
              </button>
            ))}
      </span>
    </footer>
  );
};
