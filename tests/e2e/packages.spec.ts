/** Work in parts: a package goes out, comes back changed, and what both sides changed is shown side by side. */
import { DatabaseSync } from 'node:sqlite';
import { expect, type Page } from '@playwright/test';
import { test } from './app.ts';
import { cellAt, goTo, grid, openSample, said } from './grid.ts';

const openPackages = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').fill('Work in parts');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Work in parts' })).toBeVisible();
};

test('a package comes back: its work comes in, a conflict waits for a choice, undo takes it back', async ({
  app,
}) => {
  const { page } = app;
  await openSample(app);
  await openPackages(page);
  await expect(page.getByRole('heading', { name: 'Work in parts' })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Chinese' }).uncheck();
  const { path } = await app.saveFile(() => page.getByRole('button', { name: 'Make the package' }).click());

  // Somebody else works on two sentences of the package.
  const away = new DatabaseSync(path);
  // Its triggers keep the search index, which this test does not look at.
  for (const name of ['fold_exact', 'fold_loose']) away.function(name, (text) => text);
  const german = away
    .prepare(
      "SELECT segment.id AS id FROM segment JOIN version ON version.id = version_id WHERE version.lang = 'de' AND segment.kind <> 'furniture' AND segment.kind <> 'metadata' ORDER BY segment.rank LIMIT 2",
    )
    .all() as { id: number }[];
  const languages = away.prepare('SELECT DISTINCT lang FROM version ORDER BY lang').all();
  expect(languages.map((row) => row['lang'])).toEqual(['de', 'ru', 'vi']);
  const write = away.prepare('UPDATE segment SET text = ? WHERE id = ?');
  write.run('So steht es im Paket.', german[0]!.id);
  write.run('Auch dies steht im Paket.', german[1]!.id);
  away.close();

  // Meanwhile the first of them is changed here.
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Grid' }).click();
  await goTo(page, 'de', 0);
  await page.keyboard.press('e');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('So steht es hier.');
  await page.keyboard.press('Control+Enter');
  await expect(await cellAt(page, 'de', 0)).toContainText('So steht es hier.');

  await openPackages(page);
  await page.getByLabel('Choose a package…').setInputFiles(path);
  await expect(page.getByText('1 change came in.')).toBeVisible();
  const row = page.getByRole('row', { name: /^Sentence/ });
  await expect(row.getByRole('radio', { name: 'So steht es hier.' })).toBeChecked();
  await row.getByRole('radio', { name: 'So steht es im Paket.' }).check();
  await page.getByRole('button', { name: 'Take the package’s side for 1 conflict' }).click();
  await expect(page.getByText('Nothing was changed on both sides.')).toBeVisible();

  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Grid' }).click();
  await expect(grid(page)).toContainText('Auch dies steht im Paket.');
  await goTo(page, 'de', 0);
  await expect(await cellAt(page, 'de', 0)).toContainText('So steht es im Paket.');
  await page.keyboard.press('Control+z');
  await expect(await cellAt(page, 'de', 0)).toContainText('So steht es hier.');
  await expect(said(page)).not.toBeEmpty();
});

test('a file that is no package is refused in words', async ({ app, allowedProblems }) => {
  // The host's refusal, as browsers log it.
  allowedProblems.push(/422/);
  const { page } = app;
  await openSample(app);
  await openPackages(page);
  await page.getByLabel('Choose a package…').setInputFiles({
    name: 'x.songsong',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('not a project'),
  });
  await expect(page.getByRole('alert')).toContainText('x.songsong');
});
