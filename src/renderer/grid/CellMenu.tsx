import { useTranslation } from 'react-i18next';
import { CommandMenu, type CommandSection } from '../keys/CommandMenu.tsx';

/** Commands of the menu in groups; a line stands between them. */
const SECTIONS: readonly CommandSection[] = [
  {
    ids: [
      'cell.confirm',
      'row.confirm',
      'cell.confirm-up-to',
      'cell.needs-review',
      'cell.accept',
      'cell.clear',
    ],
  },
  {
    ids: [
      'cell.merge',
      'cell.split',
      'cell.first-up',
      'cell.last-down',
      'cell.border-down',
      'cell.border-up',
      'cell.push',
      'cell.pull',
      'cell.insert-empty',
    ],
  },
  { ids: ['cell.mark', 'cell.candidates', 'cell.unlink', 'row.merge'] },
  { ids: ['cell.realign', 'column.align'] },
  { ids: ['text.edit', 'text.split', 'text.join'] },
  { ids: ['flag.agree', 'flag.dismiss', 'note.write', 'row.bookmark'] },
];

interface CellMenuProps {
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
}

/** The menu of a cell. */
export const CellMenu = ({ at, onClose }: CellMenuProps) => {
  const { t } = useTranslation();
  return <CommandMenu label={t('grid.menu')} at={at} sections={SECTIONS} onClose={onClose} />;
};
