/** What every host owes the page: that it starts, that its policy holds, that work survives an end in good order and a bad one. */
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

// Here the app makes the sample project itself.
test.use({ madeSample: false });

const openSample = async (page: Page) => {
  await page
    .getByRole('button', { name: /open the sample/i })
    .first()
    .click();
  await expect(page.getByRole('grid')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Diễn đàn Cà phê Hồ Lắk').first()).toBeVisible();
};

test('starts at home, and opens the sample project', async ({ app }) => {
  await expect(app.page.getByRole('grid')).toBeHidden();
  await openSample(app.page);
  for (const heading of ['Tiếng Việt', 'Deutsch', 'Русский', '中文'])
    await expect(app.page.getByRole('columnheader', { name: new RegExp(heading) })).toBeVisible();
});

test('the page cannot run foreign scripts, styles or requests', async ({ app, allowedProblems }) => {
  allowedProblems.push(/Content Security Policy|Refused to|Fetch API cannot load/);
  const seen = await app.page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.planted = true';
    document.head.append(script);
    const blocked = (await fetch('https://example.com/').catch(() => null)) === null;
    return {
      planted: 'planted' in window,
      blocked,
      node: typeof (globalThis as { process?: unknown }).process,
    };
  });
  expect(seen).toEqual({ planted: false, blocked: true, node: 'undefined' });
});

test('the window shows nothing but the app @desktop', async ({ app, allowedProblems }) => {
  allowedProblems.push(/example\.com|ERR_ABORTED/);
  const before = app.page.url();
  await app.page.evaluate(() => {
    window.location.href = 'https://example.com/';
  });
  await app.page.waitForTimeout(300);
  expect(app.page.url()).toBe(before);
  await app.page.evaluate(() => void window.open('about:blank', '_blank'));
  await expect.poll(() => app.page.context().pages().length).toBe(1);
});

test('an edit is still there after an end in good order, and after a kill', async ({ app }) => {
  const confirmed = (count: number) =>
    expect(app.page.getByRole('columnheader', { name: /Deutsch/ })).toContainText(`${count} of`);
  await openSample(app.page);
  await confirmed(0);
  await app.page.keyboard.press('Enter');
  await confirmed(1);
  await app.restart();
  await openSample(app.page);
  await confirmed(1);
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('Enter');
  await confirmed(2);
  await app.killAndRestart();
  await openSample(app.page);
  await confirmed(2);
});
