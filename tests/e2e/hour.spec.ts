/** An hour of a translator's work, by keyboard alone once the texts are in. */
import { expect, type Page } from '@playwright/test';
import { test } from './app.ts';
import { cellAt, focusedCell, goTo, grid, readColumn, SAMPLES, said } from './grid.ts';

const press = async (page: Page, key: string, says: string | RegExp): Promise<void> => {
  await page.keyboard.press(key);
  await expect(said(page)).toHaveText(says);
};

const COMPARED = 10;

/** The first cells of every column, with spans and statuses, seen from the first row. */
const readAll = async (page: Page): Promise<readonly string[]> => {
  const columns = ['vi', 'de', 'ru', 'zh'] as const;
  const read = await Promise.all(columns.map((column) => readColumn(page, column)));
  return read.flatMap((cells) => cells.slice(0, COMPARED));
};

test('a translator’s hour: import, align, correct, undo, close, open again, redo, export', async ({
  app,
}) => {
  test.slow();
  await test.step('import and align', async () => {
    await app.chooseFiles(SAMPLES, () =>
      app.page.getByRole('button', { name: 'Choose files…' }).first().click(),
    );
    await expect(app.page.getByText('Ready: an original and 3 renderings.')).toBeVisible();
    await app.page.getByRole('textbox', { name: 'Title of the document' }).fill('Cà phê');
    await app.page.getByRole('button', { name: 'Import and align' }).press('Enter');
    await app.page.getByRole('button', { name: 'Open the grid' }).press('Enter', { timeout: 60_000 });
    await expect(focusedCell(app.page)).toBeVisible();
  });
  const { page } = app;
  const before = await readAll(page);
  let edits = 0;
  const edit = async (key: string, says: string | RegExp): Promise<void> => {
    await press(page, key, says);
    edits += 1;
  };

  await test.step('confirm: one key a group', async () => {
    await goTo(page, 'ru', 1);
    for (const [key, status] of [
      ['r', 'needs-review'],
      ['x', 'auto'],
    ] as const) {
      await page.keyboard.press(key);
      await expect(await cellAt(page, 'ru', 1)).toHaveAttribute('data-status', status);
      edits += 1;
    }
    await goTo(page, 'ru', 2);
    for (const next of ['3', '4']) {
      await edit('Enter', 'Confirmed 1 group.');
      await expect(focusedCell(page)).toHaveAttribute('data-row', next);
    }
    await edit('Shift+Enter', /^Confirmed \d groups?\.$/);
    await expect(focusedCell(page)).not.toHaveAttribute('data-row', '4');
  });
  await test.step('merge, split, shift: a 1:2 in two keys', async () => {
    await goTo(page, 'de', 8);
    await edit('m', 'Merged with the next group in German.');
    await edit('s', 'Split the group in German.');
    await edit('Control+ArrowUp', 'Moved the first sentence up in German.');
  });
  await test.step('unlink, accept the omission in one key, link again', async () => {
    await goTo(page, 'zh', 8);
    await edit('u', 'Unlinked in Chinese: an omission and an addition.');
    await page.keyboard.press('o');
    edits += 1;
    await expect(await cellAt(page, 'zh', 8)).toContainText('Omission, accepted');
    await press(page, 'Control+z', /^Undone/);
    edits -= 1;
    await page.keyboard.press('1');
    await page.keyboard.press('Space');
    await page.keyboard.press('4');
    await page.keyboard.press('ArrowDown');
    await edit('Space', /^Linked the two sentences/);
  });
  await test.step('text, note, flag', async () => {
    await goTo(page, 'de', 12);
    await page.keyboard.press('e');
    await page.getByRole('textbox', { name: /^Text of sentence/ }).fill('Ein anderer Satz.');
    await edit('Control+Enter', 'Changed the text.');
    await page.keyboard.press('t');
    const note = page.getByRole('complementary').getByRole('textbox').first();
    await expect(note).toBeFocused();
    await note.fill('Nachsehen');
    await note.press('Control+Enter');
    await expect(page.getByRole('complementary').getByText('Nachsehen')).toBeVisible();
    edits += 1;
    await focusGrid(page);
    await page.keyboard.press('f');
    await expect(focusedCell(page)).not.toHaveAttribute('data-row', '12');
    await expect(page.getByRole('complementary').getByRole('article').first()).toBeVisible();
    await edit('d', 'Dismissed the flag: not an error.');
  });
  for (let row = 14; edits < 20; row += 1)
    await test.step(`confirm row ${row}`, async () => {
      await goTo(page, 'zh', row);
      await edit('Enter', 'Confirmed 1 group.');
      await expect(focusedCell(page)).not.toHaveAttribute('data-row', String(row));
    });

  await goTo(page, 'vi', 0);
  const after = await readAll(page);
  await test.step('undo twenty steps', async () => {
    for (let step = 0; step < 20; step += 1) await press(page, 'Control+z', /^Undone/);
    await goTo(page, 'vi', 0);
    await expect.poll(() => readAll(page)).toEqual(before);
  });
  await test.step('close, open again, redo', async () => {
    await app.restart();
    await app.page.getByRole('button', { name: /^Cà phê/ }).press('Enter');
    await expect(focusedCell(app.page)).toBeVisible({ timeout: 40_000 });
    await goTo(app.page, 'vi', 0);
    await expect.poll(() => readAll(app.page)).toEqual(before);
    for (let step = 0; step < 20; step += 1) await press(app.page, 'Control+y', /^Redone/);
    await goTo(app.page, 'vi', 0);
    await expect.poll(() => readAll(app.page)).toEqual(after);
  });
  await test.step('export', async () => {
    await app.page.keyboard.press('Control+e');
    await expect(app.page.getByText(/units with \d+ texts go out/)).toBeVisible();
    const file = await app.saveFile(() =>
      app.page.getByRole('main').getByRole('button', { name: 'Export TMX' }).press('Enter'),
    );
    expect(file.name).toMatch(/\.tmx$/);
    expect(file.text).toContain('Ein anderer Satz.');
  });
  await expect(grid(app.page)).toHaveCount(0);
});

/** Esc leads out of the inspector, back into the grid. */
const focusGrid = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await page.evaluate(() => document.querySelector<HTMLElement>('.grid [tabindex="0"]')?.focus());
};
