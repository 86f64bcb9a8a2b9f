import './grid.css';
import './cells.css';
import './marks.css';
import './tools.css';
import { type CSSProperties, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../contract/index.ts';
import { useBorderDrag } from './borderDrag.ts';
import { CellMenu } from './CellMenu.tsx';
import { CellToolbar } from './CellToolbar.tsx';
import { ColumnHeads } from './ColumnHeads.tsx';
import { templateOf, useColumnView } from './columnView.ts';
import { listenToCopy } from './copyRows.ts';
import { keepOnShownRows, useCursor } from './cursor.ts';
import { DragGuide } from './DragGuide.tsx';
import { GridRow } from './GridRow.tsx';
import { useGridKeys } from './gridKeys.ts';
import { showFlagsOf, showNotesOn, tint } from './marks.ts';
import { useCellMenu, useChipDrag, useHoveredCell } from './pointer.ts';
import { useRowWindow } from './rowWindow.ts';
import type { GridSession } from './session.ts';
import { ShownRows } from './shownRows.ts';

const TINT_AFTER_MS = 60;
/** Lines of the grid that are counted before they begin anew. */
const LINES = 128;

interface GridProps {
  readonly session: GridSession;
  readonly columns: readonly Column[];
  /** Ranges of rows that a filter leaves, flat: first row, row after the last, …; null without a filter. */
  readonly ranges: readonly number[] | null;
  /** Names the filter whose rows these are. */
  readonly filter: string;
}

/** The original with its renderings side by side; of many thousand rows those on screen are drawn. */
export const Grid = ({ session, columns, ranges, filter }: GridProps) => {
  const { t } = useTranslation();
  const { store } = session;
  const version = useSyncExternalStore(store.subscribe, store.version);
  const total = store.total ?? 0;
  const shown = useMemo(() => new ShownRows(total, ranges), [total, ranges]);
  session.shown = shown;
  const { scroller, body, first, last, reveal } = useRowWindow(session, columns, version, shown);
  const handleKey = useGridKeys(session, reveal);
  // Under another filter the rows stand elsewhere: the cursor's comes into view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when an edit takes rows out of a filter, nobody is led away
  useEffect(() => reveal(useCursor.getState().row), [filter]);
  const { hovered, follow, leave } = useHoveredCell();
  const { menuAt, openMenu, closeMenu, setMenuAt } = useCellMenu();
  const { aim, drag } = useChipDrag(session);
  const border = useBorderDrag(session);
  // The cell under the mouse is another one now, or stands elsewhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that moved take their toolbar away
  useEffect(leave, [leave, version, first, shown]);
  useEffect(() => listenToCopy(session), [session]);
  useEffect(() => keepOnShownRows(shown), [shown]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version of the store has other rows
  useEffect(() => {
    const timer = window.setTimeout(() => {
      const rows = Array.from({ length: last - first }, (_, at) => store.row(shown.rowAt(first + at))).filter(
        (row) => row !== undefined,
      );
      const cells = rows.flatMap((row) => session.cellsOfRow(row.index));
      Promise.all([
        tint(session.project, { rows, cells }),
        showNotesOn(session.project, { rows, cells }),
        // Rows, not positions: a filter sets the two apart.
        showFlagsOf(session.place, session.furniture, shown.rowAt(first), shown.rowAt(last - 1) + 1),
      ]).catch(() => {
        // Tints, flags and notes are a help, not a condition; the rows are readable without them.
      });
    }, TINT_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, [session, store, version, shown, first, last]);
  // Lines are counted from a place that seldom changes: a row that stays on screen is not drawn anew because others came or went.
  const base = Math.floor(first / LINES) * LINES;
  const reachesBeyond = (position: number): boolean =>
    session
      .cellsOfRow(shown.rowAt(position))
      .some((cell) => shown.positionOf(cell.firstRow + cell.rowSpan) > last);
  const positions = Array.from({ length: last - first }, (_, at) => first + at);
  const template = templateOf(columns, useColumnView(session.file));
  return (
    <div
      ref={scroller}
      role="grid"
      className="grid"
      aria-label={t('grid.label')}
      aria-rowcount={total + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable="true"
      style={{ '--grid-columns': template } as CSSProperties}
      onKeyDown={handleKey}
      onPointerDown={border.onPointerDown}
      onPointerMove={follow}
      onPointerLeave={leave}
      onWheel={leave}
      onContextMenu={openMenu}
      {...drag}
    >
      <ColumnHeads session={session} columns={columns} />
      <div className="grid-space" role="presentation">
        <div ref={body} className="grid-body" role="rowgroup">
          {positions.map((position) => (
            <GridRow
              key={shown.rowAt(position)}
              index={shown.rowAt(position)}
              position={position}
              shown={shown}
              line={position - base + 1}
              isFirst={position === first}
              cutAt={reachesBeyond(position) ? last : null}
              session={session}
              columns={columns}
              version={version}
            />
          ))}
        </div>
      </div>
      {border.guide && <DragGuide {...border.guide} top={border.guide.y} lang={session.column()?.lang} />}
      {aim && <DragGuide {...aim} lang={session.column()?.lang} />}
      {hovered && !menuAt && !border.guide && <CellToolbar cell={hovered} onMenu={setMenuAt} />}
      {menuAt && <CellMenu at={menuAt} onClose={closeMenu} />}
    </div>
  );
};
