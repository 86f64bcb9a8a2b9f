/** Prepare: what is page furniture and what is a heading is set right before the texts are aligned, and each change is undone. */
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './app.ts';
import { focusedCell, grid, openSample, SAMPLES } from './grid.ts';

const text = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const sentence = (page: Page, name: string, words: string | RegExp): Locator =>
  text(page, name).getByRole('option').filter({ hasText: words });

test('import, prepare by keyboard, align', async ({ app }) => {
  const { page } = app;
  await app.chooseFiles(SAMPLES, () => page.getByRole('button', { name: 'Choose files…' }).first().click());
  await expect(page.getByText('Ready: an original and 3 renderings.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Title of the document' }).fill('Cà phê');
  await page.getByRole('button', { name: 'Prepare first' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Prepare' })).toBeVisible();
  const vietnamese = text(page, 'Tiếng Việt');
  const options = vietnamese.getByRole('option');
  await expect(options.first()).toBeFocused();
  const all = await options.count();
  expect(all).toBeGreaterThan(10);
  const furniture = vietnamese.locator('[role=option][data-kind=furniture]');
  const before = await furniture.count();

  await test.step('three sentences leave the text and come back', async () => {
    await page.keyboard.press('End');
    await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('Shift+ArrowUp');
    await expect(vietnamese.locator('[aria-selected=true]')).toHaveCount(3);
    await page.keyboard.press('p');
    await expect(vietnamese.locator('[role=option].out')).not.toHaveCount(0);
    for (const at of [1, 2, 3]) await expect(options.nth(all - at)).toHaveAttribute('data-kind', 'furniture');
    await page.keyboard.press('Control+z');
    await expect(furniture).toHaveCount(before);
  });
  await test.step('a heading, and text again', async () => {
    await page.keyboard.press('2');
    const german = text(page, 'Deutsch').getByRole('option');
    await expect(german.first()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(german.nth(1)).toBeFocused();
    await page.keyboard.press('6');
    await expect(german.nth(1)).toHaveAttribute('data-kind', 'heading');
    await expect(page.getByText('Marked 1 sentence as heading.')).toBeVisible();
    await expect(german.nth(1)).toBeFocused();
    await page.keyboard.press('5');
    await expect(german.nth(1)).toHaveAttribute('data-kind', 'text');
  });
  await test.step('join two sentences, cut them again', async () => {
    const german = text(page, 'Deutsch').getByRole('option');
    const count = await german.count();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    const words = await german
      .nth(count - 2)
      .locator('.words')
      .textContent();
    await page.keyboard.press('Alt+Backspace');
    await expect(german).toHaveCount(count - 1);
    await page.keyboard.press('e');
    const field = page.getByRole('textbox', { name: /^Text of sentence/ });
    await expect(field).toBeFocused();
    await field.evaluate(
      (element, at) => (element as HTMLTextAreaElement).setSelectionRange(at, at),
      words?.length ?? 0,
    );
    await page.keyboard.press('Control+l');
    await expect(german).toHaveCount(count);
    await expect(german.nth(count - 2).locator('.words')).toHaveText(words ?? '');
  });
  await test.step('only what is left out', async () => {
    await page.getByRole('button', { name: 'Left out' }).click();
    await expect(vietnamese.locator('[role=option]:not(.out)')).toHaveCount(0);
    await page.getByRole('button', { name: 'Everything' }).click();
    await expect(options).toHaveCount(all);
  });
  await page.keyboard.press('Control+r');
  await expect(page.getByRole('heading', { name: '中文' })).toBeVisible({ timeout: 40_000 });
});

test('in an aligned document furniture leaves the grid, and an original is cut in the grid', async ({
  app,
}) => {
  const { page } = app;
  await openSample(app);
  const rows = Number(await grid(page).getAttribute('aria-rowcount'));
  await page.getByRole('link', { name: 'Prepare' }).click();
  const option = text(page, 'Tiếng Việt').getByRole('option').nth(3);
  const words = (await option.locator('.words').textContent()) ?? '';
  await option.click();
  await page.keyboard.press('Alt+Backspace');
  await expect(page.getByText(/^The texts are aligned: cut and join/)).toBeVisible();
  await page.keyboard.press('Space');
  await expect(sentence(page, 'Tiếng Việt', words)).toHaveAttribute('data-kind', 'furniture');
  await page.getByRole('link', { name: 'Grid' }).click();
  await expect(focusedCell(page)).toBeVisible();
  await expect(grid(page).getByText(words)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(grid(page).getByText(words)).toBeVisible();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(rows));
});
