/** Text mode, with the input methods that Vietnamese and Chinese are typed with. */
import { expect, type Page } from '@playwright/test';
import { test } from './app.ts';
import { cellAt, focusedCell, goTo, openSample, readColumn, said } from './grid.ts';

const field = (page: Page) => page.getByRole('textbox', { name: /^Text of sentence/ });

/** What a browser sends while an input method composes, ended by the key that chooses a candidate. */
const compose = async (page: Page, text: string, key: string): Promise<void> => {
  await field(page).evaluate(
    (element, { typed, ending }) => {
      element.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
      const composing = {
        key: ending,
        code: ending,
        isComposing: true,
        keyCode: 229,
        bubbles: true,
        cancelable: true,
      };
      element.dispatchEvent(new KeyboardEvent('keydown', composing));
      element.dispatchEvent(new CompositionEvent('compositionend', { data: typed, bubbles: true }));
    },
    { typed: text, ending: key },
  );
};

test('E goes into the text, Ctrl+Enter saves, undo brings it back', async ({ app }) => {
  const { page } = app;
  await openSample(app);
  await goTo(page, 'de', 4);
  const before = await focusedCell(page).textContent();
  await page.keyboard.press('e');
  await field(page).fill('Ein neuer Satz über Kaffeeanbaugenossenschaften.');
  await page.keyboard.press('Control+Enter');
  await expect(said(page)).toHaveText('Changed the text.');
  await expect(focusedCell(page)).toContainText('Kaffeeanbaugenossenschaften');
  await page.keyboard.press('Control+z');
  await expect(focusedCell(page)).toHaveText(before ?? '');
});

test('letters typed in a text are letters, not commands', async ({ app }) => {
  const { page } = app;
  await openSample(app);
  await goTo(page, 'vi', 4);
  const columns = await readColumn(page, 'de');
  await page.keyboard.press('F2');
  await page.keyboard.type('msuojfn');
  expect(await readColumn(page, 'de')).toEqual(columns);
  await expect(field(page)).toHaveValue(/msuojfn$/);
});

test('Esc keeps what was typed as a draft', async ({ app }) => {
  const { page } = app;
  await openSample(app);
  await goTo(page, 'ru', 4);
  await page.keyboard.press('e');
  await field(page).fill('Черновик.');
  await page.keyboard.press('Escape');
  await expect(await cellAt(page, 'ru', 4)).toContainText('draft');
  await page.keyboard.press('e');
  await expect(field(page)).toHaveValue('Черновик.');
});

test('keys of an input method that is composing do nothing else', async ({ app }) => {
  const { page } = app;
  await openSample(app);
  await goTo(page, 'zh', 4);
  await page.keyboard.press('e');
  await compose(page, '你好', 'Escape');
  await expect(field(page)).toBeVisible();
  await compose(page, '咖啡', 'Tab');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveCount(0);
});

test('splitting a sentence of the original shows what it means first', async ({ app }) => {
  const { page } = app;
  await openSample(app);
  await goTo(page, 'vi', 4);
  const rows = Number(await page.getByRole('grid').getAttribute('aria-rowcount'));
  await page.keyboard.press('Control+l');
  await expect(said(page)).toContainText('Put the caret');
  await field(page).evaluate((element) => (element as HTMLTextAreaElement).setSelectionRange(14, 14));
  await page.keyboard.press('Control+l');
  const dialog = page.getByRole('dialog', { name: 'Split this sentence of the original?' });
  await expect(dialog).toContainText('Deutsch');
  await dialog.getByRole('button', { name: 'Do it' }).click();
  await expect(said(page)).toHaveText('Split the sentence.');
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(rows + 1));
});
