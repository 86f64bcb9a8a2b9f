/** Walking the grid: arrows, Home, End and pages move the cursor; the focus follows it. */
import { type KeyboardEvent as ReactKeyboardEvent, useCallback, useEffect, useRef } from 'react';
import { moveCursor, useCursor } from './cursor.ts';
import type { GridSession } from './session.ts';

const findCell = (row: number, column: number): HTMLElement | undefined =>
  Array.from(document.querySelectorAll<HTMLElement>(`.grid [data-column="${column}"]`)).find(
    ({ dataset }) => Number(dataset['row']) <= row && Number(dataset['rowEnd']) > row,
  );

/** The row above or below that another cell of the column covers: arrows never stay in a cell that spans rows. */
const stepRow = (session: GridSession, row: number, step: 1 | -1): number => {
  const total = session.store.total ?? 1;
  const cell = session.cell();
  const next = cell ? (step === 1 ? cell.firstRow + cell.rowSpan : cell.firstRow - 1) : row + step;
  return Math.max(0, Math.min(total - 1, next));
};

const PAGE = 8;

export const useGridKeys = (session: GridSession, reveal: (row: number) => void) => {
  const focused = useRef(0);
  const hadFocus = useRef(false);
  useEffect(() => {
    const follow = (event: FocusEvent) => {
      hadFocus.current = event.target instanceof Element && event.target.closest('.grid') !== null;
    };
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }, []);
  const requests = useCursor((cursor) => cursor.focusRequests);
  const row = useCursor((cursor) => cursor.row);
  const column = useCursor((cursor) => cursor.column);
  // Without dependencies: a row that was far away is there only some renderings later.
  useEffect(() => {
    // A cell that was drawn anew under the reader's hands takes the focus with it.
    const lost = hadFocus.current && document.activeElement === document.body;
    if (focused.current === requests && !lost) return;
    if (!lost) reveal(row);
    const cell = findCell(row, column);
    if (!cell) return;
    focused.current = requests;
    if (useCursor.getState().editing === null) cell.focus({ preventScroll: true });
  });
  const walk = useCallback(
    (event: KeyboardEvent) => {
      const cursor = useCursor.getState();
      if (event.isComposing || cursor.editing !== null || event.altKey) return;
      const columns = session.columns.length;
      const last = (session.store.total ?? 1) - 1;
      const control = event.ctrlKey || event.metaKey;
      const jump = (to: { row?: number; column?: number }) => {
        event.preventDefault();
        moveCursor(to, event.shiftKey);
      };
      if (control && event.key === 'Home') return jump({ row: 0 });
      if (control && event.key === 'End') return jump({ row: last });
      if (control) return;
      if (event.key === 'ArrowDown') jump({ row: stepRow(session, cursor.row, 1) });
      else if (event.key === 'ArrowUp') jump({ row: stepRow(session, cursor.row, -1) });
      else if (event.key === 'ArrowRight') jump({ column: Math.min(columns - 1, cursor.column + 1) });
      else if (event.key === 'ArrowLeft') jump({ column: Math.max(0, cursor.column - 1) });
      else if (event.key === 'Home') jump({ column: 0 });
      else if (event.key === 'End') jump({ column: columns - 1 });
      else if (event.key === 'PageDown') jump({ row: Math.min(last, cursor.row + PAGE) });
      else if (event.key === 'PageUp') jump({ row: Math.max(0, cursor.row - PAGE) });
    },
    [session],
  );
  // The focused cell is gone when its row scrolls far away; the arrows still work then and bring the cursor back.
  useEffect(() => {
    const fromNowhere = (event: KeyboardEvent) => {
      if (event.target === document.body) walk(event);
    };
    window.addEventListener('keydown', fromNowhere);
    return () => window.removeEventListener('keydown', fromNowhere);
  }, [walk]);
  return useCallback((event: ReactKeyboardEvent) => walk(event.nativeEvent), [walk]);
};
