/** The grid as specs see it: cells by column and row, the status bar, the inspector. */
import { fileURLToPath } from 'node:url';
import { expect, type Locator, type Page } from '@playwright/test';
import type { AppDriver } from './app.ts';

export const SAMPLES = ['vi', 'de', 'ru', 'zh'].map((lang) =>
  fileURLToPath(new URL(`../../samples/coffee.${lang}.txt`, import.meta.url)),
);

/** Columns in the order of the sample. */
export const COLUMNS = { vi: 0, de: 1, ru: 2, zh: 3 } as const;
export type ColumnName = keyof typeof COLUMNS;

export const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Original and renderings' });

/** The cell of a column that covers a row (both counted from 0). */
export const cellAt = async (page: Page, column: ColumnName, row: number): Promise<Locator> => {
  const cells = grid(page).locator(`[data-column="${COLUMNS[column]}"]`);
  const index = await cells.evaluateAll(
    (all, wanted) =>
      all.findIndex(
        (cell) =>
          Number((cell as HTMLElement).dataset['row']) <= wanted &&
          Number((cell as HTMLElement).dataset['rowEnd']) > wanted,
      ),
    row,
  );
  if (index < 0) throw new Error(`no cell of ${column} covers row ${row}`);
  return cells.nth(index);
};

export const focusedCell = (page: Page): Locator => grid(page).locator('[role=gridcell]:focus');

/** What the status bar says. */
export const said = (page: Page): Locator => page.locator('.status-bar').getByRole('status');

/** Goes to a row (from 0) and column by keyboard. */
export const goTo = async (page: Page, column: ColumnName, row: number): Promise<void> => {
  await page.keyboard.press('Control+g');
  await page
    .getByRole('dialog')
    .getByRole('textbox')
    .fill(String(row + 1));
  await page.keyboard.press('Enter');
  await page.keyboard.press(String(COLUMNS[column] + 1));
  await expect(focusedCell(page)).toHaveAttribute('data-column', String(COLUMNS[column]));
};

export const openSample = async (app: AppDriver): Promise<void> => {
  await app.page.getByRole('button', { name: 'Open the sample project' }).first().click();
  await expect(focusedCell(app.page)).toBeVisible({ timeout: 40_000 });
};

/** The texts of a column's cells on screen, with the rows they span: `2: first / second`. */
export const readColumn = (page: Page, column: ColumnName): Promise<string[]> =>
  grid(page)
    .locator(`[data-column="${COLUMNS[column]}"]`)
    .evaluateAll((cells) =>
      cells.map((cell) => {
        const { row, rowEnd, status } = (cell as HTMLElement).dataset;
        const chips = [...cell.querySelectorAll('[data-chip]')].map((chip) => chip.textContent);
        return `${Number(rowEnd) - Number(row)} ${status ?? ''}: ${chips.join(' / ')}`;
      }),
    );
