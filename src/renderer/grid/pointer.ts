/** What the mouse does in the grid: hovering shows the toolbar, the right button the menu, dragging a sentence links it. */
import { type DragEvent, type MouseEvent, type PointerEvent, useCallback, useRef, useState } from 'react';
import type { EditCommand } from '../../contract/index.ts';
import { tellFailure } from '../state/toasts.ts';
import type { HoveredCell } from './CellToolbar.tsx';
import { moveCursor, requestFocus, useCursor } from './cursor.ts';
import { refuse } from './said.ts';
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

/**
 * Dragging a sentence by its number to another row of its column links it there; dropping it on the numbers at the left
 * unlinks it. Rows where it may go are lit while it is over them.
 */
export const useChipDrag = (session: GridSession) => {
  const dragged = useRef<Dragged | null>(null);
  const lit = useRef<HTMLElement | null>(null);
  const light = (element: HTMLElement | null) => {
    if (lit.current === element) return;
    lit.current?.classList.remove('drop-target', 'drop-refused');
    element?.classList.add('drop-target');
    lit.current = element;
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
    event.dataTransfer.effectAllowed = 'link';
    event.dataTransfer.setData('text/plain', chip.textContent ?? '');
  };
  /** What dropping there would do; null where there is no sentence of the original. */
  const commandFor = (target: HTMLElement, crossing: boolean): EditCommand | null => {
    const chip = dragged.current;
    if (!chip) return null;
    const { alignmentId, beadId, segmentId } = chip;
    if (target.dataset['gutter'] !== undefined) return { type: 'unlink', alignmentId, beadId };
    const source = session.store.row(Number(target.dataset['row']))?.source;
    return source
      ? { type: 'link', alignmentId, sourceSegmentId: source.id, targetSegmentId: segmentId, crossing }
      : null;
  };
  /** Says why nothing would come of it, while the sentence is still in the hand. */
  const tryOut = (target: HTMLElement, crossing: boolean) => {
    const command = commandFor(target, crossing);
    if (!command) return target.classList.add('drop-refused');
    session
      .dryRun(command)
      .then(({ possible, say, params }) => {
        if (possible || lit.current !== target) return;
        target.classList.add('drop-refused');
        refuse(say, params);
      })
      .catch(tellFailure);
  };
  const over = (event: DragEvent) => {
    const target = targetOf(event);
    if (target && target !== lit.current) {
      light(target);
      tryOut(target, event.altKey);
    } else light(target);
    if (!target) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'link';
  };
  const end = () => {
    light(null);
    dragged.current = null;
  };
  const drop = (event: DragEvent) => {
    const target = targetOf(event);
    const command = target && commandFor(target, event.altKey);
    end();
    if (!target) return;
    event.preventDefault();
    if (command) session.inTurn(() => session.perform(command)).catch(tellFailure);
  };
  return { onDragStart: start, onDragOver: over, onDragEnd: end, onDrop: drop };
};
