/** Which rows are drawn, where they stand, and how the view stays put while heights become known. */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Column } from '../../contract/index.ts';
import { useCursor } from './cursor.ts';
import { RowHeights } from './heights.ts';
import { closeWindow } from './layout.ts';
import type { GridSession } from './session.ts';
import type { ShownRows } from './shownRows.ts';
import { showView } from './viewState.ts';

const GUESSED_HEIGHT = 76;
/** Rows drawn beyond both edges of the view. */
const OVERSCAN = 6;
/** Rows fetched beyond both edges; fewer where a filter is set, as each may lie in a block of its own. */
const AHEAD = 64;
const AHEAD_FILTERED = 12;
/** The window moves in steps, so that scrolling by a line does not lay everything out anew. */
const STEP = 8;

interface RowWindowView {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly body: RefObject<HTMLDivElement | null>;
  /** Positions among the shown rows. */
  readonly first: number;
  readonly last: number;
  /** Scrolls as little as is needed to show a row; a row far away comes to the upper third. */
  readonly reveal: (row: number) => void;
}

/** The rows at positions [first, last), as stretches without gaps. */
const stretchesOf = (shown: ShownRows, first: number, last: number): readonly [number, number][] => {
  if (!shown.filtered) return [[first, last]];
  const stretches: [number, number][] = [];
  for (let position = first; position < Math.min(last, shown.size); position += 1) {
    const row = shown.rowAt(position);
    const before = stretches.at(-1);
    if (before?.[1] === row) before[1] = row + 1;
    else stretches.push([row, row + 1]);
  }
  return stretches;
};

export const useRowWindow = (
  session: GridSession,
  columns: readonly Column[],
  version: number,
  shown: ShownRows,
): RowWindowView => {
  const { store } = session;
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  // Under another filter, other rows stand at the positions.
  // biome-ignore lint/correctness/useExhaustiveDependencies: heights that were measured without a filter stay as long as there is none
  const heights = useMemo(() => new RowHeights(0, GUESSED_HEIGHT), [shown.filtered ? shown : null]);
  const [range, setRange] = useState<readonly [number, number]>([0, 24]);
  heights.resize(shown.size);

  const place = useCallback(() => {
    const view = scroller.current;
    if (!view) return;
    const from = heights.rowAt(view.scrollTop);
    const to = heights.rowAt(view.scrollTop + view.clientHeight) + 1;
    if (shown.size > 0)
      showView(shown.rowAt(Math.min(from, shown.size - 1)), shown.rowAt(Math.min(to, shown.size) - 1) + 1);
    const first = Math.max(0, Math.floor((from - OVERSCAN) / STEP) * STEP);
    const last = Math.min(heights.size, Math.ceil((to + OVERSCAN) / STEP) * STEP);
    setRange((old) => (old[0] === first && old[1] === last ? old : [first, last]));
    const ahead = shown.filtered ? AHEAD_FILTERED : AHEAD;
    store.wantStretches(
      stretchesOf(shown, Math.max(0, first - ahead), Math.max(last, 24) + ahead),
      stretchesOf(shown, first, Math.max(last, 24)),
    );
  }, [heights, store, shown]);

  const [first, last] = useMemo(() => {
    void version;
    const ids = columns.flatMap((column) => column.alignmentId ?? []);
    const from = Math.min(range[0], Math.max(0, shown.size - 1));
    return closeWindow(from, range[1], shown.size, ids, (row, id) => store.cellAt(row, id), shown);
  }, [range, version, columns, store, shown]);

  /** Reads the heights of the rows on screen; the row the reader looks at keeps its place. */
  const measure = useCallback(() => {
    const view = scroller.current;
    const rows = body.current;
    if (!view || !rows) return;
    const top = view.scrollTop;
    const cursor = shown.positionOf(useCursor.getState().row);
    const seesCursor = heights.top(cursor) >= top && heights.top(cursor) < top + view.clientHeight;
    const anchor = seesCursor ? cursor : heights.rowAt(top);
    const before = heights.top(anchor);
    for (const gutter of rows.querySelectorAll<HTMLElement>('[data-gutter]'))
      heights.measure(
        shown.positionOf(Number(gutter.dataset['gutter'])),
        gutter.getBoundingClientRect().height,
      );
    rows.style.top = `${heights.top(first)}px`;
    if (rows.parentElement) rows.parentElement.style.height = `${heights.total}px`;
    const moved = heights.top(anchor) - before;
    if (Math.abs(moved) >= 1) view.scrollTop = top + moved;
  }, [heights, first, shown]);

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
      const at = shown.positionOf(row);
      if (!view || at >= heights.size) return;
      const headHeight = view.querySelector('.column-heads')?.getBoundingClientRect().height ?? 0;
      const room = view.clientHeight - headHeight;
      const top = heights.top(at);
      const bottom = top + Math.min(heights.heightOf(at), room);
      if (top >= view.scrollTop && bottom <= view.scrollTop + room) return;
      const near = top > view.scrollTop - room / 2 && bottom < view.scrollTop + room * 1.5;
      if (!near) view.scrollTop = Math.max(0, top - room / 3);
      else view.scrollTop = top < view.scrollTop ? top : bottom - room;
      place();
    },
    [heights, place, shown],
  );
  return { scroller, body, first, last, reveal };
};
