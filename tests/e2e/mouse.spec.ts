/** Re-linking by mouse: a group's border, a sentence by its number, a drop on the numbers at the left. */
import { expect, type Page } from '@playwright/test';
import { test } from './app.ts';
import { cellAt, goTo, openSample, readColumn, said } from './grid.ts';

/** Takes the lower border of a cell and brings it to the lower border of another one. */
const dragBorder = async (page: Page, from: number, to: number, drop = true): Promise<void> => {
  const edge = (await cellAt(page, 'de', from)).locator('.cell-edge');
  const start = (await edge.boundingBox())!;
  const end = (await (await cellAt(page, 'de', to)).boundingBox())!;
  const x = start.x + start.width / 2;
  await page.mouse.move(x, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(x, (start.y + end.y + end.height) / 2);
  await page.mouse.move(x, end.y + end.height - 2);
  await expect(page.locator('.border-guide span')).toBeVisible();
  if (drop) await page.mouse.up();
};

test('a border is dragged over two groups, says what it does, and is undone', async ({ app }) => {
  const { page } = app;
  await openSample(app);
  await goTo(page, 'de', 3);
  const before = await readColumn(page, 'de');
  await dragBorder(page, 3, 5);
  await expect(said(page)).toHaveText('Moved the border of the group in German.');
  await expect(await cellAt(page, 'de', 3)).toHaveAttribute('aria-rowspan', '3');
  await page.keyboard.press('Control+z');
  await expect.poll(() => readColumn(page, 'de')).toEqual(before);

  await test.step('by keyboard', async () => {
    await goTo(page, 'de', 3);
    await page.keyboard.press('Control+Alt+ArrowDown');
    await expect(await cellAt(page, 'de', 3)).toHaveAttribute('aria-rowspan', '2');
    await page.keyboard.press('Control+z');
    await expect.poll(() => readColumn(page, 'de')).toEqual(before);
  });
});

test('over confirmed work the guide says why not; Esc lets go', async ({ app }) => {
  const { page } = app;
  await openSample(app);
  await goTo(page, 'de', 4);
  await page.keyboard.press('Enter');
  await expect(said(page)).toHaveText('Confirmed 1 group.');
  await goTo(page, 'de', 3);
  const before = await readColumn(page, 'de');
  await dragBorder(page, 3, 6, false);
  await expect(page.locator('.border-guide.refused')).toHaveText(/^The next group is confirmed/);
  await page.keyboard.press('Escape');
  await expect(page.locator('.border-guide')).toHaveCount(0);
  await page.mouse.up();
  expect(await readColumn(page, 'de')).toEqual(before);
});

test('a sentence dropped on the numbers is unlinked', async ({ app }) => {
  const { page } = app;
  await openSample(app);
  await goTo(page, 'de', 6);
  const handle = (await cellAt(page, 'de', 6)).locator('.sentence-number').first();
  await handle.dragTo(page.locator('[data-gutter="6"]'));
  await expect(said(page)).toHaveText('Unlinked in German: an omission and an addition.');
});
