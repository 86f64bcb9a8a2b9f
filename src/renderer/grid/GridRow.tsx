import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../contract/index.ts';
import { useIsBookmarked } from './bookmarkCommands.ts';
import { GridCell } from './GridCell.tsx';
import { placeRow } from './layout.ts';
import type { GridSession } from './session.ts';
import type { ShownRows } from './shownRows.ts';

interface GridRowProps {
  readonly index: number;
  /** Its place among the rows that are shown. */
  readonly position: number;
  readonly shown: ShownRows;
  /** The line of the grid on which it stands; the same while the window moves over it. */
  readonly line: number;
  /** True for the first row of the window: cells that begin above it are drawn from here on. */
  readonly isFirst: boolean;
  /** The position after the last row of the window where a cell of this row reaches beyond it; else null. */
  readonly cutAt: number | null;
  readonly session: GridSession;
  readonly columns: readonly Column[];
  /** Of the row store: another version, other rows. */
  readonly version: number;
}

const NO_SEGMENTS: readonly never[] = [];
const LEFT_OUT: ReadonlySet<string> = new Set(['furniture', 'metadata']);

/** A row that has not come yet keeps its place with a quiet bar in each column. */
const WaitingRow = ({ gridRow, columns }: { gridRow: number; columns: readonly Column[] }) => (
  <>
    {columns.map(({ versionId }, column) => (
      <div
        key={versionId}
        role="gridcell"
        tabIndex={-1}
        className="cell waiting"
        style={{ gridRow, gridColumn: column + 2 }}
      />
    ))}
  </>
);

export const GridRow = memo((props: GridRowProps) => {
  const { t } = useTranslation();
  const { index, position, shown, line: gridRow, isFirst, cutAt, session, columns } = props;
  const row = session.store.row(index);
  const alignmentIds = columns.flatMap((column) => column.alignmentId ?? []);
  const placed = row
    ? placeRow(
        position,
        isFirst ? position : 0,
        cutAt ?? Number.POSITIVE_INFINITY,
        alignmentIds,
        (at, id) => session.store.cellAt(at, id),
        shown,
      )
    : NO_SEGMENTS;
  const kind = row?.kind ?? 'sentence';
  const bookmarked = useIsBookmarked(session, index);
  return (
    <div role="row" aria-rowindex={index + 2} className={`grid-row ${kind}`}>
      <div
        role="rowheader"
        className={row?.paragraphStart ? 'gutter paragraph-start' : 'gutter'}
        data-gutter={index}
        style={{ gridRow, gridColumn: 1 }}
      >
        {row ? (row.kind === 'addition' ? '+' : row.source?.number) : ''}
        {bookmarked && (
          <span
            className="bookmark"
            role="img"
            aria-label={t('grid.bookmarked')}
            title={t('grid.bookmarked')}
          >
            ★
          </span>
        )}
      </div>
      {!row && <WaitingRow gridRow={gridRow} columns={columns} />}
      {row &&
        columns.map((column, place) => {
          const common = { gridRow, column: place, lang: column.lang, role: column.role, kind };
          if (column.alignmentId === null)
            return (
              <GridCell
                key={column.versionId}
                {...common}
                row={index}
                rowEnd={index + 1}
                rowSpan={1}
                cell={null}
                segments={row.source ? [row.source] : NO_SEGMENTS}
              />
            );
          const here = placed.find((candidate) => candidate.alignmentId === column.alignmentId);
          if (!here) return null;
          return (
            <GridCell
              key={here.cell ? `${column.versionId}:${here.cell.beadId}` : column.versionId}
              {...common}
              row={index}
              rowEnd={here.cell ? here.cell.firstRow + here.cell.rowSpan : index + 1}
              rowSpan={here.rowSpan}
              cell={here.cell}
              segments={here.cell?.segments ?? NO_SEGMENTS}
              leftOut={row.source !== null && LEFT_OUT.has(row.source.kind)}
            />
          );
        })}
    </div>
  );
});
GridRow.displayName = 'GridRow';
