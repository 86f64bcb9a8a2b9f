/** A reviewer's hour: a revised rendering comes in, is compared, taken back in parts, judged, signed and reported. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { test } from './app.ts';
import { focusedCell, goTo as goToCell, openSample, SAMPLES } from './grid.ts';

const goTo = (page: Page, screen: string) =>
  page.getByRole('navigation').getByRole('link', { name: screen, exact: true }).click();

/** The German text with three sentences that say a little more than before. */
async function revise(folder: string): Promise<string> {
  const text = await readFile(SAMPLES[1]!, 'utf8');
  let done = 0;
  const revised = text.replace(/([\p{L}]{4,}) ([\p{L}]{4,}) ([\p{L}]{4,})\./gu, (whole, a, b, c) =>
    done++ < 3 ? `${a} ${b} ${c} tatsächlich.` : whole,
  );
  expect(done).toBeGreaterThanOrEqual(3);
  const path = join(folder, 'lektorat.txt');
  await writeFile(path, revised);
  return path;
}

/** The page as it would be printed: the text of each sheet. */
async function printPages(page: Page, path: string): Promise<string[]> {
  const pdf = await page.pdf({ path, preferCSSPageSize: true });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)));
  return text.map((one) => one.normalize('NFC').replace(/\s+/g, ' '));
}

test('a reviewer’s hour', async ({ app, emptyFolder }) => {
  test.setTimeout(180_000);
  const { page } = app;
  await openSample(app);
  await goTo(page, 'Settings');
  const name = page.getByRole('textbox', { name: /^Your name/ });
  await name.fill('Trần Thị Hà');
  await name.blur();
  await page.goBack();

  await expect(focusedCell(page)).toBeVisible();
  await goToCell(page, 'de', 4);
  await page.keyboard.press('e');
  await page.keyboard.press('Home');
  for (let i = 0; i < 9; i++) await page.keyboard.press('Shift+ArrowRight');
  const words = await page.evaluate(() => {
    const field = document.activeElement as HTMLTextAreaElement;
    return field.value.slice(field.selectionStart, field.selectionEnd).trim();
  });
  await page.keyboard.press('Alt+t');
  const note = page.getByRole('complementary').getByRole('textbox').first();
  await expect(note).toBeFocused();
  await note.pressSequentially('Bitte den Ton prüfen @thị');
  await expect(page.getByRole('option', { name: 'Trần Thị Hà' })).toBeVisible();
  await note.press('Enter');
  await expect(note).toHaveValue('Bitte den Ton prüfen @Trần Thị Hà ');
  await note.press('Control+Enter');
  await expect(page.getByRole('complementary').getByText('Bitte den Ton prüfen')).toBeVisible();
  await expect(page.locator('.grid .noted')).toHaveText([words]);

  await goTo(page, 'Compare');
  await page.getByRole('combobox', { name: 'Text' }).selectOption({ label: 'Deutsch' });
  const file = await revise(emptyFolder);
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'New version from a file…' }).click();
  await (await asked).setFiles(file);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('3 changed, 0 moved, 0 added, 0 removed');
  await dialog.getByRole('textbox').fill('Lektorat');
  await dialog.getByRole('button', { name: 'Take it in' }).click();
  const rows = page.locator('[data-compare-row]');
  await expect(rows).toHaveCount(3);
  await expect(rows.first().locator('ins')).toContainText('tatsächlich');

  await rows.first().focus();
  await page.keyboard.press('v');
  await expect(rows).toHaveCount(2);
  await rows.first().focus();
  await page.keyboard.press('v');
  await expect(rows).toHaveCount(1);
  await expect(page.locator('.change-counts')).toContainText('1 changed');

  await goTo(page, 'Review');
  await page.getByRole('radio', { name: /^For me/ }).check();
  const threads = page.getByRole('article').filter({ hasText: '@Trần' });
  await expect(threads.locator('.mention')).toHaveText('@Trần Thị Hà');
  await expect(threads.locator('mark')).toHaveText(words);
  const answer = threads.getByRole('textbox');
  await answer.fill('Geprüft, @An.');
  await answer.press('Enter');
  await expect(threads).toContainText('Trần Thị Hà: Geprüft, @An.');
  await threads.getByRole('button', { name: 'Resolve' }).click();
  await expect(threads).toHaveCount(0);
  await page.getByRole('radio', { name: /^All/ }).check();
  await expect(threads).toHaveClass(/resolved/);

  const queue = page.locator('[data-queue-row]');
  for (const reason of ['Open flags', 'Low score', 'Needs review'])
    await page.getByRole('checkbox', { name: new RegExp(`^${reason}`) }).uncheck();
  await expect(queue).toHaveCount(3);
  await queue.last().focus();
  await page.keyboard.press('q');
  await page.getByRole('dialog').getByRole('textbox').fill('Zusatz ohne Vorlage @An');
  await page.getByRole('dialog').getByRole('button', { name: 'Reject', exact: true }).click();
  await expect(queue).toHaveCount(2);
  await page.getByRole('button', { name: 'Mark all as reviewed' }).click();
  await expect(queue).toHaveCount(0);

  const german = page.locator('.signature').filter({ hasText: 'Deutsch' });
  await german.getByRole('button', { name: 'Sign off…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign off', exact: true }).click();
  await expect(german).toContainText('Signed by Trần Thị Hà');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('This rendering is signed off.', { exact: false }).first()).toBeVisible();

  await goTo(page, 'Report');
  const part = page.locator('.report-part').filter({ hasText: 'Lektorat' });
  await expect(part).toContainText('Signed off by Trần Thị Hà');
  await expect(part).toContainText('Zusatz ohne Vorlage @An');
  await expect(part.getByRole('table', { name: 'What changed between versions' })).toContainText(
    'coffee.de.txt',
  );
  // The page saves by the browser's download; the desktop's dialogs have no part in it.
  if (app.host === 'web') {
    const pages = await printPages(page, test.info().outputPath('report.pdf'));
    // No further: Chromium draws ị from pieces, and a PDF's text has no letter for a piece.
    expect(pages.join(' ')).toContain('Signed off by Trần Th');
    expect(pages.join(' ')).toContain('Zusatz ohne Vorlage @An');
    for (const text of pages) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toContain('Save as HTML');
      expect(text).not.toContain('Glossary');
    }
    const saved = await app.saveFile(() => page.getByRole('button', { name: 'Save as HTML' }).click());
    expect(saved.text).toContain('Signed off by Trần Thị Hà');
  }
});
