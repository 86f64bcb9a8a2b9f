/** What the mouse does in the grid: hovering shows the toolbar, the right button the menu, dragging a sentence links it. */
import { type DragEvent, type MouseEvent, type PointerEvent, useCallback, useRef, useState } from 'react';
import type { EditCommand, EditOutcome } from '../../contract/index.ts';
import { tellFailure } from '../state/toasts.ts';
import type { HoveredCell } from './CellToolbar.tsx';
import { moveCursor, requestFocus, useCursor } from './cursor.ts';
import type { GridSession } from './session.ts';

interface Dragged {
  readonly segmentId: number;
  readonly alignmentId: number;
  readonly column: number;
  readonly beadId: number;
}

/** Half the height of the toolbar, with a little air, in CSS pixels. */
const TOOLBAR_HALF = 18;

const cellOf = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[role=gridcell][data-row]') : null;

/** Shows the toolbar of the rendering's cell under the mouse. */
export const useHoveredCell = () => {
  const [hovered, setHovered] = useState<HoveredCell | null>(null);
  const follow = useCallback((event: PointerEvent<HTMLElement>) => {
    if (event.pointerType !== 'mouse' || (event.target as Element).closest('.cell-toolbar')) return;
    const cell = cellOf(event.target);
    if (!cell || cell.dataset['bead'] === undefined || event.buttons !== 0) {
      setHovered(null);
      return;
    }
    const grid = event.currentTarget;
    const box = cell.getBoundingClientRect();
    const frame = grid.getBoundingClientRect();
    // Under the heads of the columns nothing can be pressed.
    const heads = grid.querySelector('.column-heads')?.getBoundingClientRect().bottom ?? frame.top;
    const row = Number(cell.dataset['row']);
    const column = Number(cell.dataset['column']);
    setHovered((old) =>
      old?.row === row && old.column === column
        ? old
        : {
            row,
            column,
            top: Math.max(box.top, heads + TOOLBAR_HALF) - frame.top + grid.scrollTop,
            right: box.right - frame.left + grid.scrollLeft,
          },
    );
  }, []);
  const leave = useCallback(() => setHovered(null), []);
  return { hovered, follow, leave };
};

/** Moves the cursor to the cell under the right button and opens the menu there. */
export const useCellMenu = () => {
  const [menuAt, setMenuAt] = useState<{ x: number; y: number } | null>(null);
  const openMenu = useCallback((event: MouseEvent) => {
    const cell = cellOf(event.target);
    if (!cell || useCursor.getState().editing !== null) return;
    event.preventDefault();
    const box = cell.getBoundingClientRect();
    // The menu key of the keyboard has no place of its own.
    const byKey = event.clientX === 0 && event.clientY === 0;
    const row = Number(cell.dataset['row']);
    const inside =
      useCursor.getState().row >= row && useCursor.getState().row < Number(cell.dataset['rowEnd']);
    moveCursor({ column: Number(cell.dataset['column']), ...(!inside && { row }) });
    setMenuAt(byKey ? { x: box.left + 20, y: box.top + 20 } : { x: event.clientX, y: event.clientY });
  }, []);
  const closeMenu = useCallback(() => {
    setMenuAt(null);
    requestFocus();
  }, []);
  return { menuAt, openMenu, closeMenu, setMenuAt };
};

/** What would come of dropping a sentence where it is now; `top` counts from the top of the grid's content, in CSS pixels. */
export interface DropGuide {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly outcome: EditOutcome;
}

/** Places for a sentence of a column: other groups of it, sentences of the original, the numbers at the left. */
const placesFor = ({ column, beadId }: Dragged, session: GridSession, grid: HTMLElement): HTMLElement[] => {
  const original = session.columns.findIndex(({ role }) => role === 'original');
  return [
    ...grid.querySelectorAll<HTMLElement>(
      `[data-gutter], [data-column="${column}"][data-bead]:not([data-bead="${beadId}"]), .sentence[data-column="${original}"]`,
    ),
  ];
};

/**
 * Dragging a sentence by its number to another row of its column links it there (with Alt across others); dropping it on the numbers
 * at the left unlinks it. Places where it may go are lit, and a dry run says what would come of the one under the mouse.
 */
export const useChipDrag = (session: GridSession) => {
  const dragged = useRef<Dragged | null>(null);
  const lit = useRef<HTMLElement | null>(null);
  const crossing = useRef(false);
  const places = useRef<readonly HTMLElement[]>([]);
  const [aim, setAim] = useState<DropGuide | null>(null);
  const light = (element: HTMLElement | null) => {
    if (lit.current === element) return;
    lit.current?.classList.remove('drop-target', 'drop-refused');
    element?.classList.add('drop-target');
    lit.current = element;
    setAim(null);
  };
  const targetOf = (event: DragEvent): HTMLElement | null => {
    const chip = dragged.current;
    if (!chip || !(event.target instanceof Element)) return null;
    const gutter = event.target.closest<HTMLElement>('[data-gutter]');
    if (gutter) return gutter;
    const cell = cellOf(event.target);
    const column = Number(cell?.dataset['column']);
    const original = session.columns[column]?.role === 'original';
    const other = cell?.dataset['bead'] !== String(chip.beadId);
    return cell && other && (column === chip.column || original) ? cell : null;
  };
  const start = (event: DragEvent) => {
    const handle = event.target instanceof Element ? event.target.closest('.sentence-number') : null;
    const chip = handle?.closest<HTMLElement>('[data-segment]');
    const cell = handle && cellOf(handle);
    const column = Number(cell?.dataset['column']);
    const alignmentId = session.columns[column]?.alignmentId;
    if (!chip || !cell || alignmentId == null) return event.preventDefault();
    dragged.current = {
      segmentId: Number(chip.dataset['segment']),
      alignmentId,
      column,
      beadId: Number(cell.dataset['bead']),
    };
    places.current = placesFor(dragged.current, session, event.currentTarget as HTMLElement);
    for (const place of places.current) place.classList.add('may-drop');
    event.dataTransfer.effectAllowed = 'link';
    event.dataTransfer.setData('text/plain', chip.textContent ?? '');
  };
  /** What dropping there would do; null where there is no sentence of the original. */
  const commandFor = (target: HTMLElement): EditCommand | null => {
    const chip = dragged.current;
    if (!chip) return null;
    const { alignmentId, beadId, segmentId } = chip;
    if (target.dataset['gutter'] !== undefined) return { type: 'unlink', alignmentId, beadId };
    const source = session.store.row(Number(target.dataset['row']))?.source;
    return source
      ? {
          type: 'link',
          alignmentId,
          sourceSegmentId: source.id,
          targetSegmentId: segmentId,
          crossing: crossing.current,
        }
      : null;
  };
  /** Says what would come of it, while the sentence is still in the hand. */
  const tryOut = (target: HTMLElement, grid: HTMLElement) => {
    const command = commandFor(target);
    target.classList.toggle('drop-refused', !command);
    if (!command) return;
    const box = target.getBoundingClientRect();
    const frame = grid.getBoundingClientRect();
    session
      .dryRun(command)
      .then((outcome) => {
        if (lit.current !== target) return;
        target.classList.toggle('drop-refused', !outcome.possible);
        setAim({
          top: box.bottom - frame.top + grid.scrollTop,
          left: box.left - frame.left + grid.scrollLeft,
          width: box.width,
          outcome,
        });
      })
      .catch(tellFailure);
  };
  const over = (event: DragEvent) => {
    const target = targetOf(event);
    const sameWay = crossing.current === event.altKey;
    crossing.current = event.altKey;
    const same = target === lit.current && sameWay;
    light(target);
    if (target && !same) tryOut(target, event.currentTarget as HTMLElement);
    if (!target) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'link';
  };
  const end = () => {
    light(null);
    for (const place of places.current) place.classList.remove('may-drop');
    places.current = [];
    dragged.current = null;
  };
  const drop = (event: DragEvent) => {
    const target = targetOf(event);
    crossing.current = event.altKey;
    const command = target && commandFor(target);
    end();
    if (!target) return;
    event.preventDefault();
    if (command) session.inTurn(() => session.perform(command)).catch(tellFailure);
  };
  return { aim, drag: { onDragStart: start, onDragOver: over, onDragEnd: end, onDrop: drop } };
};
