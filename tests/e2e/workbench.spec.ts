/** A translator's hour: import, align, go through by keyboard, undo, close and open again, redo, export. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './app.ts';
import { cellAt, focusedCell, goTo, grid, openSample, readColumn, SAMPLES, said } from './grid.ts';

test('four texts become an aligned grid, with languages guessed', async ({ app }) => {
  const { page } = app;
  await app.chooseFiles(SAMPLES, () => page.getByRole('button', { name: 'Choose files…' }).first().click());
  await expect(page.getByText('Looks like Chinese.')).toBeVisible();
  await expect(page.getByText('Ready: an original and 3 renderings.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Title of the document' }).fill('Cà phê');
  await page.getByRole('button', { name: 'Import and align' }).click();
  await expect(page.getByRole('heading', { name: '中文' })).toBeVisible({ timeout: 40_000 });
  await page.getByRole('button', { name: 'Open the grid' }).click();
  await expect(grid(page).getByRole('columnheader')).toHaveCount(5);
  await expect(focusedCell(page)).toHaveAttribute('lang', 'vi');
  await expect(await cellAt(page, 'ru', 0)).toHaveAttribute('lang', 'ru');
});

test('by keyboard alone: confirm, merge, split, shift, unlink, and undo it all', async ({ app }) => {
  const { page } = app;
  await openSample(app);
  await goTo(page, 'de', 4);
  const before = await readColumn(page, 'de');

  await page.keyboard.press('m');
  await expect(said(page)).toHaveText('Merged with the next group in German.');
  await expect(focusedCell(page)).toHaveAttribute('aria-rowspan', '2');

  await page.keyboard.press('s');
  await expect(said(page)).toHaveText('Split the group in German.');

  await page.keyboard.press('Control+ArrowUp');
  await expect(said(page)).toHaveText('Moved the first sentence up in German.');

  await goTo(page, 'de', 6);
  await page.keyboard.press('u');
  await expect(said(page)).toHaveText('Unlinked in German: an omission and an addition.');
  await expect(await cellAt(page, 'de', 6)).toContainText('Not found in the translation');

  await page.keyboard.press('o');
  await expect(await cellAt(page, 'de', 6)).toContainText('Omission, accepted');

  for (let step = 0; step < 5; step += 1) await page.keyboard.press('Control+z');
  await expect.poll(() => readColumn(page, 'de')).toEqual(before);
});

test('aligning is undone and done again like any other edit', async ({ app }) => {
  const { page } = app;
  await openSample(app);
  const before = await readColumn(page, 'zh');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('heading', { name: 'The texts are not aligned yet' })).toBeVisible();
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect.poll(() => readColumn(page, 'zh')).toEqual(before);
});

test('Enter confirms and goes on; confirmed work survives a restart', async ({ app }) => {
  const { page } = app;
  await openSample(app);
  await goTo(page, 'ru', 3);
  await page.keyboard.press('Enter');
  await expect(said(page)).toHaveText('Confirmed 1 group.');
  await expect(await cellAt(page, 'ru', 3)).toHaveAttribute('data-status', 'confirmed');
  await expect(focusedCell(page)).toHaveAttribute('data-row', '4');
  await page.keyboard.press('Shift+Enter');
  await expect(said(page)).toHaveText('Confirmed 3 groups.');

  await app.killAndRestart();
  await openSample(app);
  await expect(await cellAt(app.page, 'ru', 3)).toHaveAttribute('data-status', 'confirmed');
  await expect(await cellAt(app.page, 'zh', 4)).toHaveAttribute('data-status', 'confirmed');
  await app.page.keyboard.press('Control+z');
  await expect(await cellAt(app.page, 'zh', 4)).toHaveAttribute('data-status', 'auto');
  await app.page.keyboard.press('Control+y');
  await expect(await cellAt(app.page, 'zh', 4)).toHaveAttribute('data-status', 'confirmed');
});

test('a Russian layout works by the place of the keys', async ({ app }) => {
  const { page } = app;
  await openSample(app);
  await goTo(page, 'de', 4);
  await focusedCell(page).dispatchEvent('keydown', { key: 'ь', code: 'KeyM', bubbles: true });
  await expect(said(page)).toHaveText('Merged with the next group in German.');
});

test('flags: the next one by key, both places lit, dismissed by key', async ({ app }) => {
  const { page } = app;
  await openSample(app);
  await page.keyboard.press('f');
  const card = page.getByRole('complementary').getByRole('article').first();
  await expect(card).toBeVisible();
  await expect(grid(page).locator('.lit').first()).toBeVisible();
  await page.keyboard.press('d');
  await expect(said(page)).toHaveText('Dismissed the flag: not an error.');
  await expect(page.getByRole('complementary').getByText('not an error', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('complementary').getByRole('button', { name: 'Agree' }).first()).toBeVisible();
});

test('the export says what goes out, and writes a TMX', async ({ app }) => {
  const { page } = app;
  await openSample(app);
  await page.getByRole('button', { name: 'Export TMX' }).first().click();
  await expect(page.getByText(/units with \d+ texts go out/)).toBeVisible();
  const file = await app.saveFile(() =>
    page.getByRole('main').getByRole('button', { name: 'Export TMX' }).click(),
  );
  expect(file.name).toMatch(/\.tmx$/);
  expect(file.text).toContain('<tmx version="1.4">');
  expect(file.text).toContain('xml:lang="zh"');
});

test('bookmarks are set, come back to, and survive a restart', async ({ app }) => {
  await openSample(app);
  for (const row of [4, 9]) {
    await goTo(app.page, 'de', row);
    await app.page.keyboard.press('b');
    await expect(said(app.page)).toHaveText(/^Bookmarked this row/);
  }
  await expect(grid(app.page).getByRole('img', { name: 'Bookmark' })).toHaveCount(2);
  await app.page.keyboard.press('Shift+B');
  await expect(focusedCell(app.page)).toHaveAttribute('data-row', '4');
  const settings = join(app.dataFolder, 'settings.json');
  await expect.poll(() => readFile(settings, 'utf8').catch(() => '')).toMatch(/"bookmarks":\s*\{\s*"/);
  await app.restart();
  await openSample(app);
  await app.page.keyboard.press('Shift+B');
  await expect(focusedCell(app.page)).toHaveAttribute('data-row', /^[49]$/);
  await app.page.keyboard.press('b');
  await expect(said(app.page)).toHaveText('Took the bookmark away.');
});

test('rows that are selected are aligned again by key, as one edit', async ({ app }) => {
  const { page } = app;
  await openSample(app);
  await goTo(page, 'de', 4);
  const before = await readColumn(page, 'de');
  await page.keyboard.press('m');
  await expect(said(page)).toHaveText('Merged with the next group in German.');
  await page.keyboard.press('Control+ArrowDown');
  await expect(said(page)).toHaveText('Moved the last sentence down in German.');
  const wrong = await readColumn(page, 'de');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+R');
  await expect(said(page)).toHaveText(/^Aligned again: \d+ groups? (is|are) new\.$/);
  await expect.poll(() => readColumn(page, 'de')).toEqual(before);
  await page.keyboard.press('Control+z');
  await expect(said(page)).toHaveText('Undone: Aligned a stretch again.');
  await expect.poll(() => readColumn(page, 'de')).toEqual(wrong);

  await test.step('the whole rendering', async () => {
    await goTo(page, 'de', 4);
    await page.keyboard.press('Alt+R');
    await page.getByRole('button', { name: 'Open the grid' }).click({ timeout: 40_000 });
    await expect(focusedCell(page)).toBeVisible();
    await expect.poll(() => readColumn(page, 'de')).toEqual(before);
  });
});
