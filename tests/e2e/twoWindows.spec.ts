/**
 * Two people in two browsers edit one document of one web host, at random and at the same time, by key and through the link that the
 * page uses. The host is killed and started again in the middle. What was said to be done is there in the end, once, and both see the
 * same rows. @browser: two browsers on one host are the web host's own.
 */
import { expect, type Page } from '@playwright/test';
import type { NoteThread } from '../../src/contract/index.ts';
import { test } from './app.ts';
import { COLUMNS, type ColumnName, goTo, grid, openSample, readColumn } from './grid.ts';
import { Book, callFrom, nextRandom, RandomEditor } from './twoWindows.ts';
import type { WebDriver } from './webDriver.ts';

const EDITS = 500;
/** Of these, how many are made by key in each browser, at the beginning and again at the end. */
const BY_KEY = 8;
const SECOND = 1000;

const readAll = async (page: Page): Promise<string[][]> => {
  const read: string[][] = [];
  for (const column of Object.keys(COLUMNS) as ColumnName[]) read.push(await readColumn(page, column));
  return read;
};

const enter = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Open the sample project' }).first().click();
  await expect(grid(page).locator('[role=gridcell]:focus')).toBeVisible({ timeout: 30_000 });
};

/** Until a cell has a status on the page; gives when, by the clock of this machine, in ms. */
const shown = (page: Page, column: number, row: string, status: string): Promise<number> =>
  page
    .waitForFunction(
      ([at, from, wanted]) => {
        const cell = document.querySelector(`[role=gridcell][data-column="${at}"][data-row="${from}"]`);
        return (cell as HTMLElement | null)?.dataset['status'] === wanted && Date.now();
      },
      [column, row, status] as const,
      { timeout: 10_000 },
    )
    .then(async (found) => Number(await found.jsonValue()));

/** Sets statuses by key; gives for each how much later the other browser showed it, in ms. */
async function editByKey(page: Page, other: Page, random: () => number): Promise<number[]> {
  const late: number[] = [];
  for (let n = 0; n < BY_KEY; n++) {
    const column = random() < 0.5 ? 'ru' : 'de';
    const cells = grid(page).locator(`[role=gridcell][data-column="${COLUMNS[column]}"][data-status]`);
    const row = (await cells.nth(Math.floor(random() * 6)).getAttribute('data-row'))!;
    await goTo(page, column, Number(row));
    const focused = grid(page).locator('[role=gridcell]:focus');
    const was = await focused.getAttribute('data-status');
    const status = was === 'needs-review' ? 'auto' : 'needs-review';
    const both = Promise.all([page, other].map((one) => shown(one, COLUMNS[column], row, status)));
    await page.keyboard.press(status === 'auto' ? 'x' : 'r');
    const [here, there] = await both;
    late.push(Math.max(0, there! - here!));
  }
  return late;
}

test('two browsers, 500 edits and a killed host: nothing is lost, and both see the same @browser', async ({
  app,
  allowedProblems,
}) => {
  test.setTimeout(600_000);
  // While the host is dead the browsers say so.
  allowedProblems.push(/net::ERR_/);
  // An edit that comes too late is refused, which the browser logs; the book takes no other refusal.
  allowedProblems.push(/422 .*\/api\/edits\/run\)$/);
  const web = app as WebDriver;
  const seed = Number(process.env['SONGSONG_SEED'] ?? 20_261_125);
  console.log(`two browsers: SONGSONG_SEED=${seed}`);
  const random = nextRandom(seed);
  const book = new Book();
  const late: number[] = [];
  let pages: [Page, Page] = [app.page, await web.openBeside()];
  const sitDown = (): Promise<RandomEditor[]> =>
    Promise.all(
      pages.map((page, i) =>
        RandomEditor.start(callFrom(page), 'ab'[i]!, nextRandom(seed + book.attempts + i + 1), book),
      ),
    );
  const byKey = async (): Promise<void> => {
    late.push(...(await editByKey(pages[0], pages[1], random)));
    late.push(...(await editByKey(pages[1], pages[0], random)));
  };
  const before = EDITS / 4;

  await openSample(app);
  await enter(pages[1]);

  await test.step('by key: the other browser shows it', byKey);

  await test.step('both at once, until the host is killed under them', async () => {
    const editors = await sitDown();

    await Promise.all(editors.map((editor) => editor.edit(before)));

    const cutShort = editors.map((editor) => editor.edit(EDITS));
    const soon = book.attempts + 10;
    await expect.poll(() => book.attempts, { intervals: [5] }).toBeGreaterThan(soon);

    await web.killUnderPages();

    await Promise.all(cutShort);
  });
  await test.step('both again, on the host that was started anew', async () => {
    pages = [app.page, await web.openBeside()];
    await openSample(app);
    await enter(pages[1]);
    const editors = await sitDown();
    const left = EDITS - book.counts.done - 4 * BY_KEY;
    await Promise.all([editors[0]!.edit(Math.ceil(left / 2)), editors[1]!.edit(Math.floor(left / 2))]);
  });
  await test.step('by key once more', byKey);
  expect(book.counts.done + late.length).toBe(EDITS);
  console.log(
    `two browsers: ${JSON.stringify(book.counts)}, by key ${late.length}; seen by the other after ${late.sort((a, b) => a - b)[late.length >> 1]} ms (median), ${late.at(-1)} ms (latest)`,
  );

  const [reader] = await sitDown();
  const window = await reader!.rows();
  const { length: manyRows } = window.rows;
  const text = [
    ...window.rows.flatMap((row) => row.source ?? []),
    ...window.cells.flatMap((cell) => cell.segments),
  ]
    .map((segment) => ` ${segment.text} `)
    .join('');
  expect(manyRows).toBe(window.total);
  expect(book.words.filter((word) => text.split(` ${word} `).length !== 2)).toEqual([]);
  const notes = (await reader!.ask<NoteThread[]>('review/notes')).map((thread) => thread.text);
  expect(book.notes.filter((note) => notes.filter((one) => one === note).length !== 1)).toEqual([]);
  const chinese = new Map(reader!.cells(window, 'zh').map((cell) => [cell.beadId, cell.status as string]));
  for (const [beadId, { status }] of book.statuses)
    expect([beadId, chinese.get(beadId)]).toEqual([beadId, status]);
  const history = await reader!.ask<{ editId: number; state: string }[]>('edits/history', { limit: 1000 });
  const kept = new Set(history.filter(({ state }) => state === 'done').map(({ editId }) => editId));
  expect([...book.done].filter((editId) => !kept.has(editId))).toEqual([]);

  for (const key of ['Control+Home', 'Control+End']) {
    for (const page of pages) await page.keyboard.press(key);
    await expect(async () => expect(await readAll(pages[1])).toEqual(await readAll(pages[0]))).toPass({
      timeout: 10 * SECOND,
    });
  }
  const seenLive = await readAll(pages[1]);
  await pages[1].reload();
  await expect(grid(pages[1]).locator('[role=gridcell]:focus')).toBeVisible();
  await pages[1].keyboard.press('Control+End');
  await expect.poll(() => readAll(pages[1])).toEqual(seenLive);
  expect(late[late.length >> 1]).toBeLessThan(SECOND);
});
