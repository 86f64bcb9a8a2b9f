/** What the grid, its commands and the inspector share while a document is open. */
import { createContext, useContext } from 'react';
import type {
  Cell,
  Column,
  EditCommand,
  EditOutcome,
  GridFilter,
  SegmentView,
} from '../../contract/index.ts';
import { api } from '../state/api.ts';
import { windowName } from '../state/thisWindow.ts';
import { tellFailure } from '../state/toasts.ts';
import { moveCursor, requestFocus, selectedRows, useCursor } from './cursor.ts';
import { RowStore } from './rowStore.ts';
import { refuse, say } from './said.ts';
import { ShownRows } from './shownRows.ts';

type EditInput = Parameters<typeof api.edits.undo>[0];

export class GridSession {
  readonly project: string;
  /** File name of the project: what is kept for it is kept by this name. */
  readonly file: string;
  readonly documentId: number;
  readonly furniture: boolean;
  readonly store: RowStore;
  /** The columns that are shown, in their order; kept up to date by the workbench. */
  columns: readonly Column[] = [];
  /** Hidden ones too, in the order of the document. */
  allColumns: readonly Column[] = [];
  /** What the rows are narrowed to; null for all. Kept up to date by the workbench. */
  filter: GridFilter | null = null;
  /** The rows that are shown; kept up to date by the grid. */
  shown = new ShownRows(0, null);
  #queue: Promise<unknown> = Promise.resolve();

  constructor(project: string, file: string, documentId: number, furniture: boolean) {
    this.project = project;
    this.file = file;
    this.documentId = documentId;
    this.furniture = furniture;
    this.store = new RowStore(
      (from, to, signal) => api.grid.rows({ ...this.place, furniture, from, to }, { signal }),
      tellFailure,
    );
  }

  get place() {
    return { project: this.project, documentId: this.documentId };
  }

  /** Runs one after another, so that a key pressed twice acts on what the first press left. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#queue.then(work, work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** `revision`: what the person had seen who decided on it. Carries an edit out and says in the status bar what it did, or why it did nothing. */
  async perform(command: EditCommand, revision = this.store.revision): Promise<EditOutcome> {
    const seen = { revision, window: windowName };
    return this.#carryOut((rest) => api.edits.run({ ...rest, command, seen }));
  }

  dryRun(command: EditCommand): Promise<EditOutcome> {
    return api.edits.dryRun({ ...this.place, furniture: this.furniture, command });
  }

  async undo(): Promise<EditOutcome> {
    return this.#carryOut(api.edits.undo);
  }

  async redo(): Promise<EditOutcome> {
    return this.#carryOut(api.edits.redo);
  }

  /** The rows on screen come along with the outcome: one way there and back for an edit. */
  async #carryOut(run: (input: EditInput) => ReturnType<typeof api.edits.undo>): Promise<EditOutcome> {
    const rows = this.store.rowsOnScreen();
    const { windows = [], ...outcome } = await run({ ...this.place, furniture: this.furniture, rows });
    this.store.takeAlong(windows, rows);
    return this.follow(outcome);
  }

  /** Brings the rows up to date after an edit, says what it did, and puts the cursor where it belongs. */
  async follow(outcome: EditOutcome): Promise<EditOutcome> {
    if (!outcome.possible) {
      refuse(outcome.say, this.#named(outcome.params));
      return outcome;
    }
    await this.store.refresh(outcome.revision);
    say(outcome.say, this.#named(outcome.params));
    const { focusRow } = outcome;
    if (focusRow !== null && focusRow !== useCursor.getState().row)
      moveCursor({ row: this.shown.filtered ? this.shown.nearest(focusRow) : focusRow });
    // The cell may be another one now: a merged group has the name of its second half.
    else requestFocus();
    return outcome;
  }

  /** The services do not say in which language an edit was made: it is that of the cursor's column. */
  #named(params: EditOutcome['params']): EditOutcome['params'] {
    const lang = this.column()?.lang;
    return { ...(lang !== undefined && { lang }), ...params };
  }

  column(): Column | undefined {
    return this.columns[useCursor.getState().column];
  }

  renderings(): readonly (Column & { alignmentId: number })[] {
    return this.columns.filter(
      (column): column is Column & { alignmentId: number } => column.alignmentId !== null,
    );
  }

  /** The cell under the cursor; undefined in the original's column and in empty places. */
  cell(): Cell | undefined {
    const alignmentId = this.column()?.alignmentId;
    return alignmentId == null ? undefined : this.store.cellAt(useCursor.getState().row, alignmentId);
  }

  /** The shown row above or below that another cell of the column covers; null beyond the ends. */
  rowBeyond(step: 1 | -1): number | null {
    const { shown } = this;
    const { row } = useCursor.getState();
    const cell = this.cell();
    const position =
      step === 1
        ? shown.positionOf(cell ? cell.firstRow + cell.rowSpan : row + 1)
        : shown.positionOf(cell ? cell.firstRow : row) - 1;
    return position < 0 || position >= shown.size ? null : shown.rowAt(position);
  }

  /** The rows that a bulk edit is about: those of the selection that are shown. */
  selectedRows(): readonly number[] {
    const [first, last] = selectedRows(useCursor.getState());
    return Array.from({ length: last - first + 1 }, (_, at) => first + at).filter((row) =>
      this.shown.has(row),
    );
  }

  /** The cells of all renderings in a row. */
  cellsOfRow(row: number): readonly Cell[] {
    return this.renderings().flatMap(({ alignmentId }) => this.store.cellAt(row, alignmentId) ?? []);
  }

  /** The sentences under the cursor: those of the cell, or the original's own. */
  segments(): readonly SegmentView[] {
    const column = this.column();
    if (!column) return [];
    if (column.alignmentId !== null) return this.cell()?.segments ?? [];
    const source = this.store.row(useCursor.getState().row)?.source;
    return source ? [source] : [];
  }

  segment(): SegmentView | undefined {
    const segments = this.segments();
    return segments[Math.min(useCursor.getState().chip, segments.length - 1)];
  }
}

/** The session of the grid that is shown, for commands that work with and without a grid. */
let shown: GridSession | null = null;
export const currentSession = (): GridSession | null => shown;
export const showSession = (session: GridSession): (() => void) => {
  shown = session;
  return () => {
    if (shown === session) shown = null;
  };
};

export const GridSessionContext = createContext<GridSession | null>(null);

export const useGridSession = (): GridSession => {
  const session = useContext(GridSessionContext);
  if (!session) throw new Error('no grid is open here');
  return session;
};
