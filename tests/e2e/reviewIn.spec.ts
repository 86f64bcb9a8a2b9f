/** The workbook's way out and back: what a person changed in it is shown, taken in, and undone. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { test } from './app.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();

/** As somebody without the app changes it: a word in a text, and a comment. */
function changeWorkbook(bytes: Buffer): Buffer {
  const parts = unzipSync(bytes);
  const path = 'xl/worksheets/sheet1.xml';
  const sheet = strFromU8(parts[path]!);
  expect(sheet).toContain('Die Boote sind voll.');
  const changed = sheet.replace('Die Boote sind voll.', 'Die Kähne sind voll.');
  return Buffer.from(zipSync({ ...parts, [path]: strToU8(changed) }));
}

test('a workbook goes out, comes back changed, and is taken in after a look', async ({
  app,
  emptyFolder,
}) => {
  const { page } = app;
  const texts = {
    'cho.vi.txt': 'Ghe đầy hàng. Khách đến từ xa. Chợ họp sớm.',
    'cho.de.txt': 'Die Boote sind voll. Gäste kommen von weit her. Der Markt beginnt früh.',
  };
  for (const [name, text] of Object.entries(texts)) await writeFile(join(emptyFolder, name), text);
  await app.chooseFiles(
    Object.keys(texts).map((name) => join(emptyFolder, name)),
    () => button(page, 'Choose files…').click(),
  );
  await expect(page.getByText('Ready: an original and 1 rendering.')).toBeVisible();
  await button(page, 'Import and align').click();
  await button(page, 'Open the grid').click({ timeout: 30_000 });
  await expect(page.getByText('Die Boote sind voll.')).toBeVisible();
  await button(page, 'Export TMX').click();
  await page.getByRole('radio', { name: /^Excel, for review/ }).click();
  const { path } = await app.saveFile(() => button(page, /^Export Excel, for review/).click());
  const back = join(emptyFolder, 'back.xlsx');
  await writeFile(back, changeWorkbook(await readFile(path)));

  await page.getByRole('link', { name: 'Review' }).click();
  await button(page, 'Take in a workbook…').click();
  const chosen = page.waitForEvent('filechooser');
  await button(page, 'Choose a workbook…').click();
  await (await chosen).setFiles(back);
  await expect(page.getByRole('main').getByRole('status')).toHaveText(
    '3 rows, 2 of them unchanged; 1 change can be taken in',
  );
  const changes = page.getByRole('table', { name: 'What was changed' });
  await expect(changes.locator('del mark')).toHaveText('Boot');
  await expect(changes.locator('ins mark')).toHaveText('Kähn');
  await page.getByLabel('Whose name the changes bear').fill('Lan');
  await button(page, 'Take in 1 change').click();
  await expect(page.getByRole('main').getByRole('status')).toHaveText(
    '3 rows, 2 of them unchanged; 1 change was taken in',
  );

  await page.getByRole('link', { name: 'Grid' }).click();
  await expect(page.getByText('Die Kähne sind voll.')).toBeVisible();
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByText('Lan', { exact: false }).first()).toBeVisible();
  await button(page, 'Undo').click();
  await page.getByRole('link', { name: 'Grid' }).click();
  await expect(page.getByText('Die Boote sind voll.')).toBeVisible();
});

test('what is no workbook of ours is refused in words', async ({ app, emptyFolder, allowedProblems }) => {
  allowedProblems.push(/workbooks\/takeIn/);
  const { page } = app;
  await button(page, 'Open the sample project').click();
  await expect(page.getByRole('grid')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('link', { name: 'Review' }).click();
  await button(page, 'Take in a workbook…').click();
  const path = join(emptyFolder, 'other.xlsx');
  await writeFile(path, 'no workbook');
  const chosen = page.waitForEvent('filechooser');
  await button(page, 'Choose a workbook…').click();
  await (await chosen).setFiles(path);
  await expect(page.getByText(/other\.xlsx.*(damaged|workbook|Excel)/)).toBeVisible();
});
