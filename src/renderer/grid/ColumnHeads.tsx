import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../contract/index.ts';
import { Meter } from '../ui/Meter.tsx';
import { ColumnMenu } from './ColumnMenu.tsx';
import { titleOf } from './columnTitle.ts';
import { moveCursor } from './cursor.ts';
import type { GridSession } from './session.ts';
import { useColumnMouse } from './useColumnMouse.ts';

interface ColumnHeadsProps {
  readonly session: GridSession;
  readonly columns: readonly Column[];
}

export const ColumnHeads = ({ session, columns }: ColumnHeadsProps) => {
  const { t } = useTranslation();
  const [menuAt, setMenuAt] = useState<{ x: number; y: number } | null>(null);
  const { headProps, edgeProps } = useColumnMouse(session, columns);
  return (
    <div role="row" aria-rowindex={1} className="column-heads">
      <div
        role="columnheader"
        className="column-head gutter-head"
        aria-colindex={1}
        style={{ gridColumn: 1, gridRow: 1 }}
      >
        <span className="visually-hidden">{t('grid.head-number')}</span>
      </div>
      {columns.map((column, position) => {
        const original = column.role === 'original';
        const share = column.beads === 0 ? 0 : column.confirmed / column.beads;
        const title = titleOf(column, columns);
        return (
          <div
            key={column.versionId}
            role="columnheader"
            className="column-head"
            aria-colindex={position + 2}
            style={{ gridColumn: position + 2, gridRow: 1 }}
            title={t('grid.head-drag')}
            {...headProps(column)}
          >
            <span lang={column.lang}>{title}</span>
            <small>
              {original
                ? t('grid.head-original', { count: column.sentences })
                : t('grid.head-rendering', {
                    verdict: t(`verdict-short.${column.verdict?.kind ?? 'none'}`),
                    confirmed: column.confirmed,
                    count: column.beads,
                  })}
            </small>
            <Meter
              value={original ? 1 : share}
              look={original ? 'soft' : 'ok'}
              label={t('grid.head-progress')}
            />
            <button
              type="button"
              className="head-menu"
              aria-haspopup="menu"
              aria-label={t('grid.head-menu', { column: title })}
              onClick={(event) => {
                const box = event.currentTarget.getBoundingClientRect();
                moveCursor({ column: position });
                setMenuAt({ x: box.left, y: box.bottom + 2 });
              }}
            >
              <IconDots size={15} stroke={1.7} />
            </button>
            <i className="head-edge" aria-hidden="true" {...edgeProps(position)} />
          </div>
        );
      })}
      {menuAt && <ColumnMenu session={session} at={menuAt} onClose={() => setMenuAt(null)} />}
    </div>
  );
};
