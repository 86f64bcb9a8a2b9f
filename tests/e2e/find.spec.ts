/** Find and replace, filters of the grid, candidates, unaligned sentences, words in context, map, snapshots. */
import { expect, type Page } from '@playwright/test';
import { test } from './app.ts';
import { cellAt, focusedCell, goTo, grid, openSample, said } from './grid.ts';

const words = (page: Page) => page.getByRole('textbox', { name: 'Words to find' });
const panel = (page: Page) => page.getByRole('complementary', { name: 'Find' });
const open = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name }).click();

test('finds without tone marks, goes from hit to hit, and back to the grid', async ({ app }) => {
  const { page } = app;
  await openSample(app);
  await page.keyboard.press('Control+f');
  await words(page).fill('ca phe');
  await expect(panel(page).getByRole('status')).toHaveText(/^\d+ sentences$/);
  await expect(panel(page).locator('mark').first()).toHaveText(/^cà phê$/i);
  await words(page).press('Enter');
  await words(page).press('Enter');
  await expect(said(page)).toHaveText(/^Hit 2 of \d+\.$/);
  await expect(words(page)).toBeFocused();
  const chosen = await panel(page).locator('[aria-current] [lang]').textContent();
  await expect(grid(page).locator('.current').first()).toContainText(chosen?.replace(/^… /, '') ?? '');
  await words(page).press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(focusedCell(page)).toHaveAttribute('lang', 'vi');
  await page.keyboard.press('F3');
  await expect(said(page)).toHaveText(/^Hit 3 of \d+\.$/);
});

test('whole words are whole', async ({ app }) => {
  const { page } = app;
  await openSample(app);
  await page.keyboard.press('Control+f');
  await words(page).fill('Kaffee');
  await expect(panel(page).getByRole('status')).toHaveText(/^\d+ sentences$/);
  const beginnings = Number.parseInt((await panel(page).getByRole('status').textContent()) ?? '0', 10);
  await panel(page).getByRole('combobox', { name: 'Where in a word' }).selectOption('word');
  await expect
    .poll(async () => Number.parseInt((await panel(page).getByRole('status').textContent()) ?? '0', 10))
    .toBeLessThan(beginnings);
});

test('replaces the chosen sentences as one edit, after showing what would change', async ({ app }) => {
  const { page } = app;
  await openSample(app);
  await page.keyboard.press('Control+h');
  await words(page).fill('Kaffeeforum');
  await panel(page).getByRole('textbox', { name: 'Replace with' }).fill('Bohnenforum');
  await expect(panel(page).locator('ins').first()).toHaveText('Bohnenforum');
  const chosen = panel(page).getByRole('listitem').getByRole('checkbox');
  const all = await chosen.count();
  await chosen.nth(1).uncheck();
  const button = panel(page).getByRole('button', { name: /^Replace in/ });
  await button.click();
  await expect(said(page)).toHaveText(`Replaced in ${all - 1} ${all === 2 ? 'sentence' : 'sentences'}.`);
  await expect(await cellAt(page, 'de', 0)).toContainText('Bohnenforum');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(await cellAt(page, 'de', 0)).toContainText('Kaffeeforum');
});

test('a filter leaves rows with their numbers, survives a reload, and one key shows all', async ({ app }) => {
  const { page } = app;
  await openSample(app);
  const rows = grid(page).getByRole('row');
  await page.keyboard.press('l');
  const bar = page.getByRole('toolbar', { name: 'Filter of the rows' });
  await bar.getByText('Links', { exact: true }).click();
  await bar.getByRole('checkbox', { name: /^omission/ }).check();
  await expect(bar.getByRole('status')).toHaveText(/^2 of \d+ rows$/);
  await expect(rows).toHaveCount(3);
  const numbers = await grid(page).getByRole('rowheader').allTextContents();
  expect(numbers.map(Number)).toEqual([...numbers.map(Number)].sort((a, b) => a - b));
  expect(Number(numbers[0])).toBeGreaterThan(1);
  await expect(grid(page).getByText('Not found in the translation')).toHaveCount(2);
  // What is flagged is marked in rows that were far down before the filter, too.
  const originals = grid(page).locator('[role=gridcell][lang=vi]');
  await expect(originals.filter({ has: page.locator('.flagged') })).toHaveCount(2);

  await bar.getByRole('textbox').fill('rang xay');
  await expect(rows).toHaveCount(2);
  await page.reload();
  await expect(rows).toHaveCount(2);
  await expect(focusedCell(page)).toBeVisible();
  await page.keyboard.press('Shift+L');
  await expect(said(page)).toHaveText('All rows are shown again.');
  await expect.poll(() => rows.count()).toBeGreaterThan(8);
  expect(page.url()).not.toContain('type=');
});

test('arrows walk the rows that a filter leaves, and an edit there stays in place', async ({ app }) => {
  const { page } = app;
  await openSample(app);
  await page.keyboard.press('l');
  await page.getByRole('toolbar').getByRole('textbox').fill('ca phe');
  await expect(page.getByRole('toolbar').getByRole('status')).toHaveText(/ of \d+ rows$/);
  // The second row has no coffee in it.
  await expect(grid(page).getByRole('rowheader', { name: '2', exact: true })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await goTo(page, 'de', 0);
  const first = await grid(page).getByRole('rowheader').allTextContents();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(said(page)).toHaveText('Confirmed 1 group.');
  expect(await grid(page).getByRole('rowheader').allTextContents()).toEqual(first);
  await expect(grid(page).locator('[data-status=confirmed]')).toHaveCount(1);
});

test('K shows candidates, and Enter links', async ({ app }) => {
  const { page } = app;
  await openSample(app);
  await goTo(page, 'de', 4);
  await page.keyboard.press('u');
  await expect(await cellAt(page, 'de', 4)).toContainText('Not found in the translation');
  await goTo(page, 'de', 4);
  await page.keyboard.press('k');
  const candidates = page.getByRole('region', { name: 'Candidates' });
  await expect(candidates.getByRole('button').nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(said(page)).toHaveText('Linked the two sentences.');
  await expect(await cellAt(page, 'de', 4)).not.toContainText('Not found');
});

test('sentences without a partner are accepted or linked by key', async ({ app }) => {
  const { page } = app;
  await openSample(app);
  await open(page, 'Unaligned');
  const cards = page.getByRole('region', { name: 'Unaligned' }).getByRole('article');
  await expect(cards.first()).toBeVisible();
  const before = await cards.count();
  await cards
    .first()
    .getByRole('button', { name: /^Accept the/ })
    .focus();
  await page.keyboard.press('Enter');
  await expect(cards).toHaveCount(before - 1);
  await page.keyboard.press('Control+z');
  await expect(cards).toHaveCount(before);
});

test('a word in context, with its partners side by side', async ({ app }) => {
  const { page } = app;
  await openSample(app);
  await open(page, 'Words');
  await words(page).fill('Genossenschaft');
  const line = page.getByRole('main').getByRole('listitem').first();
  await expect(line.locator('mark').first()).toHaveText(/^Genossenschaft/);
  for (const lang of ['vi', 'de', 'ru', 'zh'])
    await expect(line.locator(`dd[lang=${lang}]`)).toHaveText(/\S/);
  await line.getByRole('button', { name: /^row/ }).click();
  await expect(focusedCell(page)).toHaveAttribute('lang', 'de');
  await expect(focusedCell(page)).toContainText('Genossenschaft');
});

test('the map leads to a row by keyboard', async ({ app }) => {
  const { page } = app;
  await openSample(app);
  await open(page, 'Map');
  const plot = page.getByRole('button', { name: /^Dot plot of Русский/ });
  await plot.focus();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(focusedCell(page)).toHaveAttribute('lang', 'ru');
  await expect(focusedCell(page)).toHaveAttribute('data-row', '3');
});

test('a named state is kept and gone back to', async ({ app }) => {
  const { page } = app;
  await openSample(app);
  await open(page, 'History');
  await page.getByRole('textbox', { name: 'Name for the present state' }).fill('before the review');
  await page.getByRole('button', { name: 'Keep this state' }).click();
  await expect(page.getByText('the document is so now')).toBeVisible();
  await open(page, 'Grid');
  await goTo(page, 'de', 4);
  await page.keyboard.press('m');
  await expect(said(page)).toHaveText('Merged with the next group in German.');
  await open(page, 'History');
  await page.getByRole('button', { name: 'Go back (1 edit)' }).click();
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Went back to “before the review”' }),
  ).toBeVisible();
  await expect(page.getByText('the document is so now')).toBeVisible();
  await open(page, 'Grid');
  await expect(await cellAt(page, 'de', 4)).not.toHaveAttribute('aria-rowspan', '2');
});
