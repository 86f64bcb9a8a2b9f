/**
 * The rows of the open document that were fetched so far, in blocks. It answers at once with what it has, fetches what
 * is missing, and after an edit swaps everything on screen in one step, so that nothing flickers.
 */
import type { Cell, Row, RowWindow } from '../../contract/index.ts';

const BLOCK = 64;
const MOST_BLOCKS = 60;

interface Block {
  readonly rows: readonly Row[];
  /** Cells by alignment and row. */
  readonly covers: ReadonlyMap<number, ReadonlyMap<number, Cell>>;
}

export type FetchRows = (from: number, to: number, signal: AbortSignal) => Promise<RowWindow>;

interface Request {
  readonly from: number;
  readonly to: number;
  readonly controller: AbortController;
}

const cutBlock = (window: RowWindow, from: number, to: number): Block => {
  const covers = new Map<number, Map<number, Cell>>();
  for (const cell of window.cells) {
    const last = Math.min(to, cell.firstRow + cell.rowSpan);
    for (let row = Math.max(from, cell.firstRow); row < last; row += 1) {
      const rows = covers.get(cell.alignmentId) ?? new Map<number, Cell>();
      rows.set(row, cell);
      covers.set(cell.alignmentId, rows);
    }
  }
  return { rows: window.rows.filter((row) => row.index >= from && row.index < to), covers };
};

export class RowStore {
  readonly #fetch: FetchRows;
  readonly #onFailure: (error: unknown) => void;
  /** In order of use: the first is the one unused for longest. */
  readonly #blocks = new Map<number, Block>();
  readonly #listeners = new Set<() => void>();
  readonly #requests = new Set<Request>();
  #wanted: readonly [number, number] = [0, BLOCK];
  #total: number | null = null;
  #revision = -1;
  #version = 0;
  #refreshing: { readonly revision: number; readonly done: Promise<void> } | null = null;

  constructor(fetch: FetchRows, onFailure: (error: unknown) => void) {
    this.#fetch = fetch;
    this.#onFailure = onFailure;
  }

  /** Null until the first rows came. */
  get total(): number | null {
    return this.#total;
  }

  get revision(): number {
    return this.#revision;
  }

  /** Grows with every change: for useSyncExternalStore. */
  readonly version = (): number => this.#version;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  row(index: number): Row | undefined {
    return this.#blocks.get(Math.floor(index / BLOCK))?.rows[index % BLOCK];
  }

  /** The cell of an alignment that covers a row. */
  cellAt(row: number, alignmentId: number): Cell | undefined {
    return this.#blocks
      .get(Math.floor(row / BLOCK))
      ?.covers.get(alignmentId)
      ?.get(row);
  }

  /** Says which rows are on screen; those that are not there are fetched, and fetches for others are given up. */
  want(from: number, to: number): void {
    this.#wanted = [from, to];
    for (const request of this.#requests) if (request.to <= from || request.from >= to) this.#giveUp(request);
    const last = this.#total === null ? to : Math.min(to, this.#total);
    let missingFrom: number | null = null;
    for (let block = Math.floor(from / BLOCK); block * BLOCK < last; block += 1) {
      const known = this.#blocks.get(block);
      if (known) {
        this.#blocks.delete(block);
        this.#blocks.set(block, known);
      }
      if (known || this.#isOnItsWay(block)) {
        if (missingFrom !== null) void this.#load(missingFrom, block * BLOCK);
        missingFrom = null;
      } else missingFrom ??= block * BLOCK;
    }
    if (missingFrom !== null) void this.#load(missingFrom, Math.ceil(last / BLOCK) * BLOCK);
  }

  /** Fetches row `index` with its neighbours, and waits for it. */
  async load(index: number): Promise<void> {
    if (this.row(index)) return;
    const from = Math.floor(index / BLOCK) * BLOCK;
    await this.#load(from, from + BLOCK);
  }

  /**
   * Fetches what is on screen anew, up to a revision at least; everything else is forgotten when that has come. An edit
   * and the notice of it ask for the same: the second waits for what the first began.
   */
  refresh(revision: number): Promise<void> {
    if (revision <= this.#revision) return Promise.resolve();
    if (this.#refreshing && revision <= this.#refreshing.revision) return this.#refreshing.done;
    for (const request of this.#requests) this.#giveUp(request);
    const [from, to] = this.#wanted;
    const first = Math.floor(from / BLOCK) * BLOCK;
    const done = this.#load(first, Math.max(1, Math.ceil(to / BLOCK)) * BLOCK, true).finally(() => {
      if (this.#refreshing?.done === done) this.#refreshing = null;
    });
    this.#refreshing = { revision, done };
    return done;
  }

  #isOnItsWay(block: number): boolean {
    for (const request of this.#requests)
      if (request.from <= block * BLOCK && request.to > block * BLOCK) return true;
    return false;
  }

  #giveUp(request: Request): void {
    request.controller.abort();
    this.#requests.delete(request);
  }

  async #load(from: number, to: number, anew = false): Promise<void> {
    const request: Request = { from, to, controller: new AbortController() };
    this.#requests.add(request);
    try {
      const window = await this.#fetch(from, to, request.controller.signal);
      if (!request.controller.signal.aborted) this.#take(window, from, to, anew);
    } catch (error) {
      if (!request.controller.signal.aborted) this.#onFailure(error);
    } finally {
      this.#requests.delete(request);
    }
  }

  #take(window: RowWindow, from: number, to: number, anew: boolean): void {
    // An answer to a question from before an edit, overtaken by the answer to a later one.
    if (window.revision < this.#revision) return;
    if (anew || window.revision > this.#revision) this.#blocks.clear();
    this.#revision = window.revision;
    this.#total = window.total;
    for (let block = from / BLOCK; block * BLOCK < Math.min(to, window.total); block += 1)
      this.#blocks.set(block, cutBlock(window, block * BLOCK, (block + 1) * BLOCK));
    for (const block of this.#blocks.keys()) {
      if (this.#blocks.size <= MOST_BLOCKS) break;
      this.#blocks.delete(block);
    }
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}
