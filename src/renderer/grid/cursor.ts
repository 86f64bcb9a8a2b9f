/** Where the reader is in the grid, and in which mode. */
import { create } from 'zustand';
import type { ShownRows } from './shownRows.ts';

/** A sentence that was marked with Space and waits for its partner. */
export interface LinkMark {
  /** Null for a sentence of the original. */
  readonly alignmentId: number | null;
  readonly segmentId: number;
  readonly row: number;
}

export interface CursorState {
  readonly row: number;
  /** Position among the columns that are shown; 0 is the first one. */
  readonly column: number;
  /** Position of the sentence within its cell. */
  readonly chip: number;
  /** The other end of a selection of rows; null where only the cursor's row is meant. */
  readonly anchor: number | null;
  /** The sentence whose text is being typed; null in grid mode. */
  readonly editing: number | null;
  readonly mark: LinkMark | null;
  /** The flag the inspector is about; null for the first open one of the cell. */
  readonly flagId: number | null;
  /** Grows when the focus has to go to the cursor's cell. */
  readonly focusRequests: number;
  /** The cell is only shown; the focus stays where it is, as in the field of a search. */
  readonly quiet: boolean;
}

const START: CursorState = {
  row: 0,
  column: 0,
  chip: 0,
  anchor: null,
  editing: null,
  mark: null,
  flagId: null,
  focusRequests: 0,
  quiet: false,
};

export const useCursor = create<CursorState>(() => START);

export const resetCursor = (at: Partial<CursorState>): void => useCursor.setState({ ...START, ...at }, true);

export interface CursorTarget {
  readonly row?: number;
  readonly column?: number;
  readonly chip?: number;
}

const move = (to: CursorTarget, extend: boolean, quiet: boolean): void =>
  useCursor.setState((state) => ({
    row: to.row ?? state.row,
    column: to.column ?? state.column,
    chip: to.chip ?? 0,
    anchor: extend ? (state.anchor ?? state.row) : null,
    editing: null,
    flagId: null,
    focusRequests: state.focusRequests + 1,
    quiet,
  }));

/** Moves the cursor and the focus; the selection ends unless `extend` keeps its other end. */
export const moveCursor = (to: CursorTarget, extend = false): void => move(to, extend, false);

/** Moves the cursor and shows its cell, but leaves the focus where it is. */
export const showPlace = (to: CursorTarget): void => move(to, false, true);

/** Brings the cursor to a row that is shown, now and whenever it would leave them; gives a function that stops it. */
export const keepOnShownRows = (shown: ShownRows): (() => void) => {
  const settle = () => {
    const { row, quiet } = useCursor.getState();
    if (!shown.filtered || shown.size === 0 || shown.has(row)) return;
    move({ row: shown.nearest(row) }, false, quiet);
  };
  settle();
  return useCursor.subscribe(settle);
};

export const requestFocus = (): void =>
  useCursor.setState((state) => ({ focusRequests: state.focusRequests + 1, quiet: false }));

/** The rows that a bulk edit is about, first and last included. */
export const selectedRows = ({ row, anchor }: CursorState): readonly [number, number] =>
  anchor === null ? [row, row] : [Math.min(row, anchor), Math.max(row, anchor)];
