/** What the mouse does with the heads of the columns: dragging an edge resizes, dragging a head moves its column. */
import { type DragEvent, type PointerEvent, useRef } from 'react';
import type { Column } from '../../contract/index.ts';
import { widthOnScreen } from './columnCommands.ts';
import { changeView, nameColumn, placeColumn, setWidth, templateOf, viewOf } from './columnView.ts';
import type { GridSession } from './session.ts';

const KIND = 'application/x-songsong-column';

/** Follows the pointer from the edge of a head; the width is kept when the button is let go. */
const followEdge = (
  event: PointerEvent<HTMLElement>,
  session: GridSession,
  columns: readonly Column[],
  position: number,
): void => {
  const grid = event.currentTarget.closest<HTMLElement>('.grid');
  const column = columns[position];
  if (!grid || !column || event.button !== 0) return;
  event.preventDefault();
  const edge = event.currentTarget;
  edge.setPointerCapture(event.pointerId);
  const began = event.clientX;
  const width = widthOnScreen(position);
  let latest = viewOf(session.file);
  const move = (moved: globalThis.PointerEvent) => {
    latest = setWidth(viewOf(session.file), nameColumn(column), width + moved.clientX - began);
    grid.style.setProperty('--grid-columns', templateOf(columns, latest));
  };
  const end = () => {
    edge.removeEventListener('pointermove', move);
    changeView(session.file, () => latest);
  };
  edge.addEventListener('pointermove', move);
  edge.addEventListener('lostpointercapture', end, { once: true });
};

export const useColumnMouse = (session: GridSession, columns: readonly Column[]) => {
  const dragged = useRef<string | null>(null);
  const headProps = (column: Column) => ({
    draggable: true,
    onDragStart: (event: DragEvent<HTMLElement>) => {
      event.stopPropagation();
      dragged.current = nameColumn(column);
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData(KIND, nameColumn(column));
    },
    onDragOver: (event: DragEvent<HTMLElement>) => {
      event.stopPropagation();
      if (dragged.current !== null) event.preventDefault();
    },
    onDragEnd: () => {
      dragged.current = null;
    },
    onDrop: (event: DragEvent<HTMLElement>) => {
      event.stopPropagation();
      event.preventDefault();
      const name = dragged.current;
      dragged.current = null;
      if (name !== null)
        changeView(session.file, (view) => placeColumn(view, session.allColumns, name, nameColumn(column)));
    },
  });
  const edgeProps = (position: number) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => followEdge(event, session, columns, position),
    // A drag from the edge resizes; it must not lift the head.
    draggable: true,
    onDragStart: (event: DragEvent<HTMLElement>) => {
      event.preventDefault();
      event.stopPropagation();
    },
  });
  return { headProps, edgeProps };
};
