import { useQuery } from '@tanstack/react-query';
import { type PointerEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { moveCursor, useCursor } from '../../grid/cursor.ts';
import { useGridSession } from '../../grid/session.ts';
import { useView } from '../../grid/viewState.ts';
import { queries } from '../../state/api.ts';
import { useSettings } from '../../state/settings.ts';

/** Colours of the marks of the overview, as names of CSS variables. */
const COLOURS: Readonly<Record<string, string>> = {
  c: '--ok',
  a: '--auto',
  e: '--edit',
  r: '--todo',
  f: '--crit',
  g: '--bg',
};
const PIXELS_PER_BUCKET = 2;

const useHeight = () => {
  const element = useRef<HTMLButtonElement>(null);
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setHeight(Math.round(entry?.contentRect.height ?? 0)));
    if (element.current) observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return { element, height };
};

const paint = (canvas: HTMLCanvasElement, columns: readonly string[], height: number): void => {
  const scale = window.devicePixelRatio;
  canvas.width = 26 * scale;
  canvas.height = height * scale;
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.scale(scale, scale);
  const style = getComputedStyle(document.documentElement);
  const width = (26 - 6 - 2 * (columns.length - 1)) / columns.length;
  for (const [column, marks] of columns.entries()) {
    const step = height / Math.max(1, marks.length);
    for (const [at, mark] of [...marks].entries()) {
      pen.fillStyle = style.getPropertyValue(COLOURS[mark] ?? '--auto');
      // A mark is at least two pixels high, so that a lone flag in a long text is seen.
      pen.fillRect(3 + column * (width + 2), at * step, width, Math.max(step, mark === 'f' ? 2 : 0.5));
    }
  }
};

const share = (part: number, total: number): string => `${(part / Math.max(1, total)) * 100}%`;

/** The rows on screen as a frame, and the row of the cursor as a line. */
const Markers = ({ total }: { readonly total: number }) => {
  const row = useCursor((cursor) => cursor.row);
  const { first, end } = useView();
  return (
    <>
      <i className="view" style={{ top: share(first, total), height: share(end - first, total) }} />
      <i className="here" style={{ top: share(row, total) }} />
    </>
  );
};

/** The whole document as a strip: what is confirmed, flagged or missing; pressing or dragging goes there. */
export const Minimap = () => {
  const { t } = useTranslation();
  const session = useGridSession();
  useSyncExternalStore(session.store.subscribe, session.store.version);
  const total = session.store.total ?? 0;
  const { element, height } = useHeight();
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useSettings((settings) => settings.theme);
  const buckets = Math.max(1, Math.min(2000, total, Math.floor(height / PIXELS_PER_BUCKET)));
  const overview = useQuery({
    ...queries.grid.overview.queryOptions({
      input: { ...session.place, furniture: session.furniture, buckets },
    }),
    enabled: height > 0 && total > 0,
    placeholderData: (former) => former,
  }).data;
  useEffect(() => {
    void theme;
    const byId = new Map(overview?.map((column) => [column.alignmentId, column.marks]));
    const shown = session.renderings().map((column) => byId.get(column.alignmentId) ?? '');
    if (canvas.current && shown.length > 0) paint(canvas.current, shown, height);
  }, [overview, height, theme, session]);
  const jump = (event: PointerEvent<HTMLElement>) => {
    if ((event.buttons & 1) === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    const part = (event.clientY - box.top) / Math.max(1, box.height);
    const row = Math.max(0, Math.min(total - 1, Math.floor(part * total)));
    const { shown } = session;
    moveCursor({ row: shown.filtered ? shown.nearest(row) : row });
  };
  return (
    <button
      ref={element}
      type="button"
      tabIndex={-1}
      className="minimap"
      aria-label={t('grid.minimap')}
      // The grid keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        jump(event);
      }}
      onPointerMove={jump}
    >
      <canvas ref={canvas} />
      {total > 0 && <Markers total={total} />}
    </button>
  );
};
