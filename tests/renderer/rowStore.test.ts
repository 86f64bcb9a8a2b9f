import { describe, expect, test } from 'vitest';
import type { RowWindow } from '../../src/contract/index.ts';
import { RowStore } from '../../src/renderer/grid/rowStore.ts';

/** A document of 1:1 rows whose sentences carry the revision they were read in. */
const windowOf = (from: number, to: number, revision: number, total = 1000): RowWindow => {
  const indexes = Array.from({ length: Math.min(to, total) - from }, (_, at) => from + at);
  return {
    from,
    to,
    total,
    revision,
    rows: indexes.map((index) => ({
      index,
      kind: 'sentence',
      paragraphStart: false,
      source: { id: index + 1, number: index + 1, text: `r${revision}`, kind: 'text' },
    })),
    cells: indexes.map((index) => ({
      alignmentId: 1,
      beadId: index + 1,
      firstRow: index,
      rowSpan: 1,
      sourceCount: 1,
      segments: [],
      status: 'auto',
      score: null,
      flags: 0,
      worst: null,
    })),
  };
};

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('row store', () => {
  test('fetches what is on screen once', async () => {
    const asked: number[][] = [];
    const store = new RowStore(
      async (from, to) => {
        asked.push([from, to]);
        return windowOf(from, to, 1);
      },
      (error) => {
        throw error;
      },
    );
    store.want(0, 100);
    store.want(0, 110);
    await settle();
    store.want(20, 120);
    expect(asked).toEqual([[0, 128]]);
    expect(store.row(119)?.source?.number).toBe(120);
    expect(store.cellAt(119, 1)?.beadId).toBe(120);
  });

  test('gives up fetching rows that were scrolled past', async () => {
    const signals: AbortSignal[] = [];
    const store = new RowStore(
      async (from, to, signal) => {
        signals.push(signal);
        await settle();
        return windowOf(from, to, 1);
      },
      (error) => {
        throw error;
      },
    );
    store.want(0, 64);
    store.want(640, 700);
    expect(signals.map((signal) => signal.aborted)).toEqual([true, false]);
    await settle();
    await settle();
    expect([store.row(0), store.row(650)?.index]).toEqual([undefined, 650]);
  });

  test('an answer from before an edit never covers one from after it', async () => {
    let revision = 1;
    const answers: (() => void)[] = [];
    const store = new RowStore(
      (from, to) => {
        const window = windowOf(from, to, revision);
        return new Promise((resolve) => answers.push(() => resolve(window)));
      },
      (error) => {
        throw error;
      },
    );
    store.want(0, 64);
    revision = 2;
    const refreshed = store.refresh(2);
    answers[1]?.();
    await refreshed;
    answers[0]?.();
    await settle();
    expect([store.revision, store.row(0)?.source?.text]).toEqual([2, 'r2']);
  });

  test('what is on screen stays until the rows after an edit are there', async () => {
    let revision = 1;
    const store = new RowStore(
      async (from, to) => windowOf(from, to, revision),
      (error) => {
        throw error;
      },
    );
    store.want(0, 64);
    await settle();
    revision = 2;
    const refreshed = store.refresh(2);
    expect(store.row(0)?.source?.text).toBe('r1');
    await refreshed;
    expect(store.row(0)?.source?.text).toBe('r2');
  });
});

describe('rows that come with an edit', () => {
  const fail = (error: unknown) => {
    throw error;
  };
  const open = async () => {
    const asked: number[][] = [];
    const store = new RowStore(async (from, to) => {
      asked.push([from, to]);
      return windowOf(from, to, 1);
    }, fail);
    store.wantStretches([[0, 200]], [[0, 40]]);
    await settle();
    return { store, asked };
  };
  test('are taken without asking again; what is not on screen is forgotten', async () => {
    const { store, asked } = await open();
    const rows = store.rowsOnScreen();
    expect(rows).toEqual([{ from: 0, to: 48 }]);
    store.takeAlong([windowOf(0, 48, 2)], rows);
    expect(store.row(3)?.source?.text).toBe('r2');
    expect(store.row(100)).toBeUndefined();
    await store.refresh(2);
    expect(asked).toEqual([[0, 256]]);
  });
  test('cells that did not change stay the same objects', async () => {
    const { store } = await open();
    const [before, other] = [store.cellAt(3, 1), store.cellAt(4, 1)];
    const window = windowOf(0, 64, 2);
    const cells = window.cells.map((cell) =>
      cell.firstRow === 4 ? { ...cell, status: 'confirmed' as const } : cell,
    );
    store.takeAlong([{ ...window, cells }], store.rowsOnScreen());
    expect(store.cellAt(3, 1)).toBe(before);
    expect(store.cellAt(4, 1)).not.toBe(other);
    expect(store.cellAt(4, 1)?.status).toBe('confirmed');
  });
});
