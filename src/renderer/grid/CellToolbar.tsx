import {
  IconArrowBarDown,
  IconArrowBarUp,
  IconArrowsJoin2,
  IconArrowsSplit2,
  IconCheck,
  IconDots,
  IconUnlink,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '../keys/commands.ts';
import { moveCursor } from './cursor.ts';

export interface HoveredCell {
  readonly row: number;
  readonly column: number;
  /** The cell's upper right corner within the grid, in CSS pixels. */
  readonly top: number;
  readonly right: number;
}

const TOOLS: readonly (readonly [string, ComponentType<{ size: number; stroke: number }>])[] = [
  ['cell.confirm', IconCheck],
  ['cell.merge', IconArrowsJoin2],
  ['cell.split', IconArrowsSplit2],
  ['cell.first-up', IconArrowBarUp],
  ['cell.last-down', IconArrowBarDown],
  ['cell.unlink', IconUnlink],
];

interface CellToolbarProps {
  readonly cell: HoveredCell;
  readonly onMenu: (at: { x: number; y: number }) => void;
}

/** The commonest edits over the cell under the mouse; the keyboard has them all without it. */
export const CellToolbar = ({ cell, onMenu }: CellToolbarProps) => {
  const { t } = useTranslation();
  const goThere = () => moveCursor({ row: cell.row, column: cell.column });
  return (
    <div
      className="cell-toolbar"
      role="toolbar"
      aria-label={t('grid.toolbar')}
      style={{ top: cell.top, left: cell.right }}
    >
      {TOOLS.map(([command, Icon]) => (
        <button
          key={command}
          type="button"
          tabIndex={-1}
          title={t(`command.${command}`)}
          aria-label={t(`command.${command}`)}
          onClick={() => {
            goThere();
            runCommand(command);
          }}
        >
          <Icon size={15} stroke={1.7} />
        </button>
      ))}
      <button
        type="button"
        tabIndex={-1}
        title={t('grid.menu')}
        aria-label={t('grid.menu')}
        onClick={(event) => {
          goThere();
          onMenu({ x: event.clientX, y: event.clientY });
        }}
      >
        <IconDots size={15} stroke={1.7} />
      </button>
    </div>
  );
};
