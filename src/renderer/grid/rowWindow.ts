/** Which rows are drawn, where they stand, and how the view stays put while heights become known. */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Column } from '../../contract/index.ts';
import { useCursor } from './cursor.ts';
import { RowHeights } from './heights.ts';
import { closeWindow } from './layout.ts';
import type { GridSession } from './session.ts';

const GUESSED_HEIGHT = 76;
/** Rows drawn beyond both edges of the view. */
const OVERSCAN = 6;
/** Rows fetched beyond both edges. */
const AHEAD = 64;
/** The window moves in steps, so that scrolling by a line does not lay everything out anew. */
const STEP = 8;

interface RowWindowView {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly body: RefObject<HTMLDivElement | null>;
  readonly first: number;
  readonly last: number;
  /** Scrolls as little as is needed to show a row; a row far away comes to the upper third. */
  readonly reveal: (row: number) => void;
}

export const useRowWindow = (
  session: GridSession,
  columns: readonly Column[],
  version: number,
): RowWindowView => {
  const { store } = session;
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [heights] = useState(() => new RowHeights(0, GUESSED_HEIGHT));
  const [range, setRange] = useState<readonly [number, number]>([0, 24]);
  const total = store.total ?? 0;
  heights.resize(total);

  const place = useCallback(() => {
    const view = scroller.current;
    if (!view) return;
    const from = heights.rowAt(view.scrollTop);
    const to = heights.rowAt(view.scrollTop + view.clientHeight) + 1;
    const first = Math.max(0, Math.floor((from - OVERSCAN) / STEP) * STEP);
    const last = Math.min(heights.size, Math.ceil((to + OVERSCAN) / STEP) * STEP);
    setRange((old) => (old[0] === first && old[1] === last ? old : [first, last]));
    store.want(Math.max(0, first - AHEAD), Math.max(last, 24) + AHEAD);
  }, [heights, store]);

  const [first, last] = useMemo(() => {
    void version;
    const ids = columns.flatMap((column) => column.alignmentId ?? []);
    return closeWindow(range[0], range[1], total, ids, (row, id) => store.cellAt(row, id));
  }, [range, total, version, columns, store]);

  /** Reads the heights of the rows on screen; the row the reader looks at keeps its place. */
  const measure = useCallback(() => {
    const view = scroller.current;
    const rows = body.current;
    if (!view || !rows) return;
    const top = view.scrollTop;
    const cursor = useCursor.getState().row;
    const seesCursor = heights.top(cursor) >= top && heights.top(cursor) < top + view.clientHeight;
    const anchor = seesCursor ? cursor : heights.rowAt(top);
    const before = heights.top(anchor);
    for (const gutter of rows.querySelectorAll<HTMLElement>('[data-gutter]'))
      heights.measure(Number(gutter.dataset['gutter']), gutter.getBoundingClientRect().height);
    rows.style.top = `${heights.top(first)}px`;
    if (rows.parentElement) rows.parentElement.style.height = `${heights.total}px`;
    const moved = heights.top(anchor) - before;
    if (Math.abs(moved) >= 1) view.scrollTop = top + moved;
  }, [heights, first]);

  useLayoutEffect(() => {
    void [version, last, columns];
    measure();
    place();
  }, [measure, place, version, last, columns]);

  useEffect(() => {
    const view = scroller.current;
    const rows = body.current;
    if (!view || !rows) return;
    let frame = 0;
    const onScroll = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(place);
    };
    const observer = new ResizeObserver(() => {
      measure();
      place();
    });
    view.addEventListener('scroll', onScroll, { passive: true });
    observer.observe(view);
    observer.observe(rows);
    return () => {
      cancelAnimationFrame(frame);
      view.removeEventListener('scroll', onScroll);
      observer.disconnect();
    };
  }, [measure, place]);

  const reveal = useCallback(
    (row: number) => {
      const view = scroller.current;
      if (!view || row >= heights.size) return;
      const headHeight = view.querySelector('.column-heads')?.getBoundingClientRect().height ?? 0;
      const room = view.clientHeight - headHeight;
      const top = heights.top(row);
      const bottom = top + Math.min(heights.heightOf(row), room);
      if (top >= view.scrollTop && bottom <= view.scrollTop + room) return;
      const near = top > view.scrollTop - room / 2 && bottom < view.scrollTop + room * 1.5;
      if (!near) view.scrollTop = Math.max(0, top - room / 3);
      else view.scrollTop = top < view.scrollTop ? top : bottom - room;
      place();
    },
    [heights, place],
  );
  return { scroller, body, first, last, reveal };
};
