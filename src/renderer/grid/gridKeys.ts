/** Walking the grid: arrows, Home, End and pages move the cursor; the focus follows it. */
import { type KeyboardEvent as ReactKeyboardEvent, useCallback, useEffect, useRef } from 'react';
import { moveCursor, useCursor } from './cursor.ts';
import type { GridSession } from './session.ts';

const findCell = (row: number, column: number): HTMLElement | undefined =>
  Array.from(document.querySelectorAll<HTMLElement>(`.grid [data-column="${column}"]`)).find(
    ({ dataset }) => Number(dataset['row']) <= row && Number(dataset['rowEnd']) > row,
  );

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
    const { editing, quiet } = useCursor.getState();
    // A menu that was opened on the cell has the focus; it gives it back when it closes.
    const menu = document.querySelector('[role=menu]') !== null;
    if (editing === null && !quiet && !menu) cell.focus({ preventScroll: true });
  });
  const walk = useCallback(
    (event: KeyboardEvent) => {
      const cursor = useCursor.getState();
      if (event.isComposing || cursor.editing !== null || event.altKey) return;
      const columns = session.columns.length;
      const { shown } = session;
      const last = shown.size - 1;
      const jump = (to: { row?: number; column?: number }) => {
        event.preventDefault();
        moveCursor(to, event.shiftKey);
      };
      const turnPage = (step: number) =>
        jump({ row: shown.rowAt(Math.max(0, Math.min(last, shown.positionOf(cursor.row) + step))) });
      const control = event.ctrlKey || event.metaKey;
      if (control && event.key === 'Home') return jump({ row: shown.rowAt(0) });
      if (control && event.key === 'End') return jump({ row: shown.rowAt(Math.max(0, last)) });
      if (control) return;
      if (event.key === 'ArrowDown') jump({ row: session.rowBeyond(1) ?? cursor.row });
      else if (event.key === 'ArrowUp') jump({ row: session.rowBeyond(-1) ?? cursor.row });
      else if (event.key === 'ArrowRight') jump({ column: Math.min(columns - 1, cursor.column + 1) });
      else if (event.key === 'ArrowLeft') jump({ column: Math.max(0, cursor.column - 1) });
      else if (event.key === 'Home') jump({ column: 0 });
      else if (event.key === 'End') jump({ column: columns - 1 });
      else if (event.key === 'PageDown') turnPage(PAGE);
      else if (event.key === 'PageUp') turnPage(-PAGE);
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
