/**
 * Dragging the lower border of a group: it comes to rest between two sentences, between two rows, or where another group begins or
 * ends; a dry run says meanwhile what would happen there, or why it cannot.
 */
import { type PointerEvent, useCallback, useState } from 'react';
import type { EditCommand, EditOutcome } from '../../contract/index.ts';
import { tellFailure } from '../state/toasts.ts';
import { moveCursor } from './cursor.ts';
import type { GridSession } from './session.ts';

type MoveBorder = Extract<EditCommand, { type: 'move-border' }>;

/** Where the border can come to rest. */
export interface Rest {
  /** Distance from the top of the grid's content, in CSS pixels. */
  readonly y: number;
  readonly to: MoveBorder['to'] | null;
}

/** The nearest place; null `to` is where the border is now. */
export const nearestRest = (rests: readonly Rest[], y: number): Rest | undefined =>
  rests.reduce<Rest | undefined>(
    (best, rest) => (best && Math.abs(best.y - y) <= Math.abs(rest.y - y) ? best : rest),
    undefined,
  );

/** A cell of the column as it is drawn. */
interface Drawn {
  readonly beadId: number;
  readonly top: number;
  readonly bottom: number;
  /** Upper edges of the sentences but the first, with their ids. */
  readonly sentences: readonly (readonly [y: number, segmentId: number])[];
  /** Upper edges of the rows but the first, with the sentence of the original in each. */
  readonly rows: readonly (readonly [y: number, segmentId: number])[];
}

/** All places for the border of one group: other groups count from their far edges, as those near it are nothing new. */
export const restsFor = (cells: readonly Drawn[], beadId: number): readonly Rest[] => {
  const own = cells.findIndex((cell) => cell.beadId === beadId);
  return cells.flatMap((cell, at) => [
    at > own
      ? { y: cell.bottom, to: { beadId: cell.beadId, where: 'after' as const } }
      : { y: cell.top, to: { beadId: cell.beadId, where: 'before' as const } },
    ...(at === own ? [{ y: cell.bottom, to: null }] : []),
    ...[...cell.sentences, ...cell.rows].map(([y, segmentId]) => ({
      y,
      to: { segmentId, where: 'before' as const },
    })),
  ]);
};

const readCells = (grid: HTMLElement, column: number, session: GridSession): readonly Drawn[] => {
  const above = grid.scrollTop - grid.getBoundingClientRect().top;
  const topOf = (element: Element) => element.getBoundingClientRect().top + above;
  const gutters = new Map(
    [...grid.querySelectorAll<HTMLElement>('[data-gutter]')].map((gutter) => [
      Number(gutter.dataset['gutter']),
      topOf(gutter),
    ]),
  );
  return [...grid.querySelectorAll<HTMLElement>(`[data-column="${column}"][data-bead]`)].map((cell) => {
    const row = Number(cell.dataset['row']);
    const within = Number(cell.dataset['rowEnd']) - row - 1;
    return {
      beadId: Number(cell.dataset['bead']),
      top: topOf(cell),
      bottom: cell.getBoundingClientRect().bottom + above,
      sentences: [...cell.querySelectorAll<HTMLElement>('[data-segment]')]
        .slice(1)
        .map((chip) => [topOf(chip), Number(chip.dataset['segment'])] as const),
      rows: Array.from({ length: within }, (_, at) => row + at + 1).flatMap((inner) => {
        const source = session.store.row(inner)?.source;
        const y = gutters.get(inner);
        return source && y !== undefined ? [[y, source.id] as const] : [];
      }),
    };
  });
};

export interface BorderGuide {
  readonly y: number;
  readonly left: number;
  readonly width: number;
  readonly outcome: EditOutcome | null;
}

/** The guide while a border is dragged, and what the edge of a cell does with the pointer. */
export const useBorderDrag = (session: GridSession) => {
  const [guide, setGuide] = useState<BorderGuide | null>(null);
  const onPointerDown = useCallback(
    (event: PointerEvent<HTMLElement>) => {
      const edge = event.target instanceof Element ? event.target.closest<HTMLElement>('.cell-edge') : null;
      const cell = edge?.closest<HTMLElement>('[data-bead]');
      if (!edge || !cell || event.button !== 0) return;
      const grid = event.currentTarget;
      const column = Number(cell.dataset['column']);
      const beadId = Number(cell.dataset['bead']);
      const alignmentId = session.columns[column]?.alignmentId;
      if (alignmentId == null) return;
      event.preventDefault();
      event.stopPropagation();
      edge.setPointerCapture(event.pointerId);
      moveCursor({ row: Number(cell.dataset['row']), column });
      const box = cell.getBoundingClientRect();
      const frame = grid.getBoundingClientRect();
      const across = { left: box.left - frame.left + grid.scrollLeft, width: box.width };
      let rest: Rest | undefined;
      let cancelled = false;
      const commandFor = (to: MoveBorder['to']): MoveBorder => ({
        type: 'move-border',
        alignmentId,
        beadId,
        to,
      });
      const move = (moved: globalThis.PointerEvent) => {
        const y = moved.clientY - frame.top + grid.scrollTop;
        const next = nearestRest(restsFor(readCells(grid, column, session), beadId), y);
        if (!next || (next.y === rest?.y && next.to === rest.to)) return;
        if (JSON.stringify(next) === JSON.stringify(rest)) return;
        rest = next;
        setGuide({ ...across, y: next.y, outcome: null });
        if (next.to === null) return;
        session
          .dryRun(commandFor(next.to))
          .then((outcome) => {
            if (rest === next && !cancelled) setGuide({ ...across, y: next.y, outcome });
          })
          .catch(tellFailure);
      };
      const cancel = (key: KeyboardEvent) => {
        if (key.key !== 'Escape') return;
        key.preventDefault();
        key.stopPropagation();
        cancelled = true;
        edge.releasePointerCapture(event.pointerId);
        // The browser tells of it with the next move of the pointer only.
        end();
      };
      const end = () => {
        edge.removeEventListener('pointermove', move);
        edge.removeEventListener('lostpointercapture', end);
        window.removeEventListener('keydown', cancel, true);
        setGuide(null);
        const to = rest?.to;
        if (to && !cancelled) session.inTurn(() => session.perform(commandFor(to))).catch(tellFailure);
      };
      edge.addEventListener('pointermove', move);
      edge.addEventListener('lostpointercapture', end, { once: true });
      window.addEventListener('keydown', cancel, true);
    },
    [session],
  );
  return { guide, onPointerDown };
};
