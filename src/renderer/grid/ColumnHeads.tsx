import { useTranslation } from 'react-i18next';
import type { Column } from '../../contract/index.ts';
import { nameLanguageItself } from '../i18n/index.ts';
import { Meter } from '../ui/Meter.tsx';

const ColumnHead = ({ column, position, twice }: { column: Column; position: number; twice: boolean }) => {
  const { t } = useTranslation();
  const original = column.role === 'original';
  const share = column.beads === 0 ? 0 : column.confirmed / column.beads;
  return (
    <div
      role="columnheader"
      className="column-head"
      aria-colindex={position + 2}
      style={{ gridColumn: position + 2, gridRow: 1 }}
    >
      <span lang={column.lang}>
        {nameLanguageItself(column.lang)}
        {twice && column.label !== '' && ` · ${column.label}`}
      </span>
      <small>
        {original
          ? t('grid.head-original', { count: column.sentences })
          : t('grid.head-rendering', {
              verdict: t(`verdict-short.${column.verdict?.kind ?? 'none'}`),
              confirmed: column.confirmed,
              count: column.beads,
            })}
      </small>
      <Meter value={original ? 1 : share} look={original ? 'soft' : 'ok'} label={t('grid.head-progress')} />
    </div>
  );
};

export const ColumnHeads = ({ columns }: { readonly columns: readonly Column[] }) => {
  const { t } = useTranslation();
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
      {columns.map((column, position) => (
        <ColumnHead
          key={column.versionId}
          column={column}
          position={position}
          twice={columns.filter((other) => other.lang === column.lang).length > 1}
        />
      ))}
    </div>
  );
};
