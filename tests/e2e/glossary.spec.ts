/** A glossary comes in, is looked through and changed; flags follow it; what is dismissed is listed and revoked. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from './app.ts';
import { openSample } from './grid.ts';

const goTo = (page: Page, screen: string) =>
  page
    .getByRole('navigation')
    .getByRole('link', { name: new RegExp(`^${screen}`) })
    .click();
const CSV =
  'vi,de,de forbidden,ru,zh,note\nnông dân,Landwirt,Bauer,крестьянин,农民,người trồng\nhợp tác xã,Genossenschaft,,кооператив,合作社,\n';

test('terms, flags that follow them, and decisions', async ({ app, emptyFolder }) => {
  const { page } = app;
  await openSample(app);
  await goTo(page, 'Glossary');
  await expect(page.getByRole('heading', { name: 'The glossary is empty' })).toBeVisible();
  const path = join(emptyFolder, 'terms.csv');
  await writeFile(path, CSV);
  await page.getByRole('button', { name: 'Import…' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type=file]').setInputFiles(path);
  await expect(dialog).toContainText('2 concepts are new, 0 are changed, 0 are known already.');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.locator('.concept-table tbody tr')).toHaveCount(2);
  await expect(page.locator('.term-chip.forbidden')).toHaveText(/Bauer/);

  await page.getByRole('searchbox').fill('NONG DAN');
  await expect(page.locator('.concept-table tbody tr')).toHaveCount(1);
  await page.getByRole('searchbox').fill('');
  await page.getByRole('button', { name: 'Edit: hợp tác xã' }).click();
  await dialog.getByRole('textbox', { name: 'Term: Deutsch' }).fill('Kooperative');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('.concept-table')).toContainText('Kooperative');
  await page.keyboard.press('Control+z');
  await expect(page.locator('.concept-table')).toContainText('Genossenschaft');

  await goTo(page, 'Flags');
  const flag = page.getByRole('button', { name: /“Bauern” should not be used for “nông dân”/ }).first();
  await expect(flag).toBeVisible();
  await flag.click();
  await expect(page.locator('.lit').first()).toBeVisible();
  expect((await page.locator('.lit').allTextContents()).map((text) => text.toLowerCase())).toEqual([
    'nông dân',
    'bauern',
  ]);
  await page.getByRole('button', { name: 'With a reason…' }).first().click();
  await dialog.getByRole('radio', { name: /This pair of expressions/ }).check();
  await dialog.getByRole('textbox').fill('so im Haus üblich');
  await dialog.getByRole('button', { name: 'Not an error' }).click();
  await expect(page.locator('.flag-card.decided')).toContainText('so im Haus üblich');

  await goTo(page, 'Flags');
  await expect(page.getByRole('button', { name: /“Bauern” should not be used/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Decisions' }).click();
  const decision = page.locator('[data-decision]');
  await expect(decision).toHaveCount(1);
  await expect(decision).toContainText('so im Haus üblich');
  await expect(decision).toContainText('decides 2 flags');
  await decision.getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing was decided' })).toBeVisible();
  await goTo(page, 'Flags');
  await expect(page.getByRole('button', { name: /“Bauern” should not be used/i })).toHaveCount(2);

  const slider = page.getByRole('slider');
  const lines = page.locator('.flag-group li');
  const all = await lines.count();
  await slider.fill('90');
  await expect(page.getByText(/^At least 90 % certain: \d+ flags?/)).toBeVisible();
  await expect.poll(() => lines.count()).toBeLessThan(all);
  expect(page.url()).toContain('from=90');
  await slider.fill('0');
  await expect(lines).toHaveCount(all);

  await goTo(page, 'Glossary');
  const saved = await app.saveFile(() => page.getByRole('button', { name: 'Save as TBX' }).click());
  expect(saved.name).toMatch(/\.glossary\.tbx$/);
  expect(saved.text).toContain('<term>Genossenschaft</term>');
});
