/**
 * The rows of the open document that were fetched so far, in blocks. It answers at once with what it has, fetches what
 * is missing, and after an edit swaps everything on screen in one step, so that nothing flickers.
 */
import type { Cell, Row, RowWindow } from '../../contract/index.ts';

/** Small, as an edit brings along the blocks that are on screen. */
const BLOCK = 16;
/** Blocks that are fetched together while one scrolls. */
const TOGETHER = 4;
const MOST_BLOCKS = 240;

interface Block {
  readonly rows: readonly Row[];
  /** Cells by alignment and row. */
  readonly covers: ReadonlyMap<number, ReadonlyMap<number, Cell>>;
}

export type FetchRows = (from: number, to: number, signal: AbortSignal) => Promise<RowWindow>;

/** Neighbouring blocks: the first, and the one after the last. */
type Stretch = readonly [number, number];

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
  /** Stretches of blocks that are on screen or near it, each [first, after the last). */
  #wanted: readonly Stretch[] = [[0, 1]];
  /** Those of them that are on screen: what an edit brings up to date at once. */
  #seen: readonly Stretch[] = [[0, 1]];
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
    this.wantStretches([[from, to]]);
  }

  /** The same for rows with gaps between them, each stretch [first, after the last), ascending; `seen` are those on screen. */
  wantStretches(rows: readonly (readonly [number, number])[], seen = rows): void {
    const limit = this.#total ?? Number.POSITIVE_INFINITY;
    this.#wanted = joinBlocks(
      rows.map(([from, to]) => [from, Math.min(to, limit)]),
      TOGETHER,
    );
    this.#seen = joinBlocks(seen.map(([from, to]) => [from, Math.min(to, limit)]));
    for (const request of this.#requests) {
      const seen = rows.some(([from, to]) => request.to > from && request.from < to);
      if (!seen) this.#giveUp(request);
    }
    for (const [first, end] of this.#wanted) this.#fillStretch(first, end);
  }

  #fillStretch(first: number, end: number): void {
    let missingFrom: number | null = null;
    for (let block = first; block < end; block += 1) {
      const known = this.#blocks.get(block);
      if (known) {
        this.#blocks.delete(block);
        this.#blocks.set(block, known);
      }
      if (known || this.#isOnItsWay(block)) {
        if (missingFrom !== null) void this.#load([[missingFrom, block]]);
        missingFrom = null;
      } else missingFrom ??= block;
    }
    if (missingFrom !== null) void this.#load([[missingFrom, end]]);
  }

  /** Fetches row `index` with its neighbours, and waits for it. */
  async load(index: number): Promise<void> {
    if (this.row(index)) return;
    const first = Math.floor(index / BLOCK / TOGETHER) * TOGETHER;
    await this.#load([[first, first + TOGETHER]]);
  }

  /**
   * Fetches what is on screen anew, up to a revision at least; everything else is forgotten when that has come. An edit
   * and the notice of it ask for the same: the second waits for what the first began.
   */
  refresh(revision: number): Promise<void> {
    if (revision <= this.#revision) return Promise.resolve();
    if (this.#refreshing && revision <= this.#refreshing.revision) return this.#refreshing.done;
    for (const request of this.#requests) this.#giveUp(request);
    const done = this.#load(this.#onScreen(), true).finally(() => {
      if (this.#refreshing?.done === done) this.#refreshing = null;
    });
    this.#refreshing = { revision, done };
    return done;
  }

  #onScreen(): readonly Stretch[] {
    return this.#seen.length > 0 ? this.#seen : [[0, 1]];
  }

  /** Rows that an edit can bring along. */
  rowsOnScreen(): { from: number; to: number }[] {
    return this.#onScreen().map(([first, end]) => ({ from: first * BLOCK, to: end * BLOCK }));
  }

  /** Takes rows that came with the outcome of an edit; `asked` are the rows that were asked for, in the same order. */
  takeAlong(windows: readonly RowWindow[], asked: readonly { from: number; to: number }[]): void {
    if (windows.length === 0) return;
    for (const request of this.#requests) this.#giveUp(request);
    this.#take(windows, asked, true);
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

  /** Fetches stretches of blocks and takes them in one step. */
  async #load(stretches: readonly Stretch[], anew = false): Promise<void> {
    const controller = new AbortController();
    const requests = stretches.map(
      ([first, end]): Request => ({
        from: first * BLOCK,
        to: end * BLOCK,
        controller,
      }),
    );
    for (const request of requests) this.#requests.add(request);
    try {
      const windows = await Promise.all(
        requests.map(({ from, to }) => this.#fetch(from, to, controller.signal)),
      );
      if (!controller.signal.aborted) this.#take(windows, requests, anew);
    } catch (error) {
      if (!controller.signal.aborted) this.#onFailure(error);
    } finally {
      for (const request of requests) this.#requests.delete(request);
    }
  }

  #take(
    windows: readonly RowWindow[],
    requests: readonly Pick<Request, 'from' | 'to'>[],
    anew: boolean,
  ): void {
    const revision = Math.max(...windows.map((window) => window.revision));
    // An answer to a question from before an edit, overtaken by the answer to a later one.
    if (revision < this.#revision) return;
    const former = new Map(this.#blocks);
    if (anew || revision > this.#revision) this.#blocks.clear();
    this.#revision = revision;
    for (const [at, window] of windows.entries()) {
      // An edit came between two of the fetches: what is older is fetched again when it is wanted.
      if (window.revision < revision) continue;
      const { from, to } = requests[at]!;
      this.#total = window.total;
      for (let block = from / BLOCK; block * BLOCK < Math.min(to, window.total); block += 1)
        this.#blocks.set(
          block,
          keepSame(cutBlock(window, block * BLOCK, (block + 1) * BLOCK), former.get(block)),
        );
    }
    for (const block of this.#blocks.keys()) {
      if (this.#blocks.size <= MOST_BLOCKS) break;
      this.#blocks.delete(block);
    }
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}

/** What did not change stays the same object, so that it is not drawn anew. */
const keepSame = (block: Block, former: Block | undefined): Block => {
  if (!former) return block;
  const kept = new Map<Cell, Cell>();
  const keepCell = (cell: Cell, at: number): Cell => {
    const known = kept.get(cell);
    if (known) return known;
    const old = former.covers.get(cell.alignmentId)?.get(at);
    const same = old?.beadId === cell.beadId && JSON.stringify(old) === JSON.stringify(cell) ? old : cell;
    kept.set(cell, same);
    return same;
  };
  return {
    rows: block.rows.map((row, at) => {
      const old = former.rows[at];
      return old && JSON.stringify(old) === JSON.stringify(row) ? old : row;
    }),
    covers: new Map(
      [...block.covers].map(([id, cells]) => [
        id,
        new Map([...cells].map(([row, cell]) => [row, keepCell(cell, row)])),
      ]),
    ),
  };
};

/** Blocks that hold these stretches of rows, `together` of them at once; those that touch become one. */
const joinBlocks = (rows: readonly (readonly [number, number])[], together = 1): readonly Stretch[] => {
  const size = BLOCK * together;
  const joined: [number, number][] = [];
  for (const [from, to] of rows) {
    const first = Math.floor(from / size) * together;
    const end = Math.ceil(to / size) * together;
    const before = joined.at(-1);
    if (before && first <= before[1]) before[1] = Math.max(before[1], end);
    else if (end > first) joined.push([first, end]);
  }
  return joined;
};
