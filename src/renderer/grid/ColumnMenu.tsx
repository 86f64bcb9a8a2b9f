import { useTranslation } from 'react-i18next';
import { runCommand } from '../keys/commands.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { Menu } from '../ui/Menu.tsx';
import { titleOf } from './columnTitle.ts';
import { changeView, nameColumn, showColumn, useColumnView } from './columnView.ts';
import type { GridSession } from './session.ts';

const COMMANDS = [
  'column.hide',
  'column.left',
  'column.right',
  'column.wider',
  'column.narrower',
  'column.even',
  'column.align',
] as const;

interface ColumnMenuProps {
  readonly session: GridSession;
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
}

/** What can be done with the column of the cursor; hidden ones can be shown again here. */
export const ColumnMenu = ({ session, at, onClose }: ColumnMenuProps) => {
  const { t } = useTranslation();
  const view = useColumnView(session.file);
  const hidden = session.allColumns.filter((column) => view.hidden.includes(nameColumn(column)));
  const originalHere = session.column()?.role === 'original';
  const choose = (run: () => void) => {
    onClose();
    window.setTimeout(run);
  };
  return (
    <Menu label={t('grid.column-menu')} at={at} onClose={onClose}>
      {COMMANDS.filter((id) => !(originalHere && (id === 'column.hide' || id === 'column.align'))).map(
        (id) => (
          <button key={id} type="button" role="menuitem" onClick={() => choose(() => runCommand(id))}>
            <span>{t(`command.${id}`)}</span>
            <KeyHint command={id} />
          </button>
        ),
      )}
      {hidden.length > 0 && <hr />}
      {hidden.map((column) => (
        <button
          key={column.versionId}
          type="button"
          role="menuitem"
          onClick={() => choose(() => changeView(session.file, (old) => showColumn(old, nameColumn(column))))}
        >
          <span>{t('grid.show-column', { column: titleOf(column, session.allColumns) })}</span>
        </button>
      ))}
    </Menu>
  );
};
