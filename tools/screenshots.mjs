// npm run build && node tools/screenshots.mjs [--only NAME,…] [--theme light|dark] [--size 1280x800]: pictures of every screen with the
// sample project, in light and dark, at two sizes, into test-results/screens. For eyes; nothing is compared.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { obtainChromium } from './chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: { only: { type: 'string' }, theme: { type: 'string' }, size: { type: 'string' } },
});
const themes = values.theme ? [values.theme] : ['light', 'dark'];
const sizes = values.size ? [values.size] : ['1280x800', '1920x1080'];
const only = values.only?.split(',') ?? null;
const out = join(root, 'test-results/screens');
mkdirSync(out, { recursive: true });
const data = mkdtempSync(join(tmpdir(), 'songsong-screens-'));
const { executable, problem } = await obtainChromium();
if (!executable) throw new Error(problem);

const server = spawn(process.execPath, [join(root, 'bin/songsong.mjs'), 'serve', '--data', data], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const url = await new Promise((resolve) => {
  createInterface(server.stdout).on('line', (line) => {
    const found = /http:\/\/127\.0\.0\.1:\d+\/#\S+/.exec(line);
    if (found) resolve(found[0]);
  });
});
const browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox'] });

async function open(theme, size) {
  const [width, height] = size.split('x').map(Number);
  const context = await browser.newContext({ viewport: { width, height }, locale: 'en', colorScheme: theme });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole('banner').waitFor();
  return page;
}

const settled = async (page) => {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(350);
};
const focusGrid = (page) =>
  page.evaluate(() => document.querySelector('.grid [tabindex="0"]')?.focus({ preventScroll: true }));
const goTo = async (page, column, row) => {
  await focusGrid(page);
  await page.keyboard.press('Control+g');
  await page.getByRole('dialog').getByRole('textbox').fill(String(row));
  await page.keyboard.press('Enter');
  await page.keyboard.press(String(column));
};

/** Makes the state that the pictures show: something confirmed, merged, noted, kept. */
async function prepareState() {
  const page = await open('light', '1280x800');
  const shot = async (name) => {
    for (const theme of themes)
      for (const size of sizes) {
        const [width, height] = size.split('x').map(Number);
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme: theme });
        await take(page, name, theme, size);
      }
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.emulateMedia({ colorScheme: 'light' });
  };
  await shot('01-home-empty');
  await page.getByRole('button', { name: 'Open the sample project' }).first().click();
  await page.locator('.grid .cell.rendering[data-bead]').first().waitFor({ timeout: 60_000 });
  await shot('30-tour');
  await page.keyboard.press('Escape');
  await page
    .getByRole('button', { name: 'Leave the tour' })
    .click({ timeout: 2000 })
    .catch(() => undefined);
  const place = /#\/p\/([^/]+)\/(\d+)\//.exec(page.url());
  await shot('29-history-empty', place);
  for (const [column, row, key] of [
    [2, 1, 'Enter'],
    [2, 2, 'Enter'],
    [2, 3, 'Enter'],
    [3, 1, 'Enter'],
    [4, 2, 'Enter'],
    [2, 5, 'm'],
    [3, 9, 'u'],
    [4, 7, 'r'],
  ]) {
    await goTo(page, column, row);
    await page.keyboard.press(key);
    await page.waitForTimeout(250);
  }
  await goTo(page, 2, 8);
  await page.keyboard.press('t');
  await page.keyboard.type('Is “Gesprächsrunden” the word that the organisers use themselves?');
  await page.keyboard.press('Control+Enter');
  await page.waitForTimeout(400);
  await page.context().close();
  return { project: place[1], document: place[2] };
}

async function take(page, name, theme, size) {
  if (only && !only.some((one) => name.includes(one))) return;
  await settled(page);
  await page.screenshot({ path: join(out, `${name}-${theme}-${size}.png`) });
}

const samples = ['vi', 'de', 'ru', 'zh'].map((lang) => join(root, `samples/coffee.${lang}.txt`));

async function walk(theme, size, place) {
  const page = await open(theme, size);
  page.on('pageerror', (error) => console.error(`${theme} ${size}: ${error}`));
  const go = async (screen, query = '') => {
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, `/p/${place.project}/${place.document}/${screen}${query}`);
    await page.waitForTimeout(500);
  };
  const shot = (name) => take(page, name, theme, size);
  const step = async (name, work) => {
    if (only && !only.some((one) => name.includes(one))) return;
    try {
      await work();
      await shot(name);
    } catch (error) {
      console.error(`${name} ${theme} ${size}: ${String(error).split('\n')[0]}`);
    }
  };
  const inGrid = async (query = '') => {
    await go('grid', query);
    await page.locator('.grid .cell.rendering[data-bead]').first().waitFor();
    await page
      .getByRole('button', { name: 'Leave the tour' })
      .click({ timeout: 300 })
      .catch(() => undefined);
    await focusGrid(page);
  };
  await step('02-home', async () => {
    await page.evaluate(() => {
      window.location.hash = '/home';
    });
  });
  await step('03-import', async () => {
    await page.evaluate(() => {
      window.location.hash = '/import';
    });
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose files…' }).first().click();
    await (await chooser).setFiles(samples);
    await page
      .getByText(/^Ready/)
      .first()
      .waitFor({ timeout: 20_000 });
  });
  await step('04-import-paste', async () => {
    await page.getByRole('button', { name: 'Paste a text…' }).click();
  });
  await page.keyboard.press('Escape');
  await step('05-prepare', () => go('prepare'));
  await step('06-prepare-edit', async () => {
    await go('prepare');
    await page.keyboard.press('2');
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('e');
  });
  await page.keyboard.press('Escape');
  await step('07-align', () => go('align'));
  await step('08-grid', () => inGrid('?row=3&column=1'));
  await step('09-grid-flag', async () => {
    await inGrid('?row=0&column=1');
    await page.keyboard.press('f');
    await page.waitForTimeout(500);
  });
  await step('10-grid-text-mode', async () => {
    await inGrid('?row=7&column=1');
    await goTo(page, 2, 8);
    await page.keyboard.press('e');
  });
  await page.keyboard.press('Escape');
  await step('11-candidates', async () => {
    await inGrid('?row=8&column=2');
    await goTo(page, 3, 9);
    await page.keyboard.press('k');
    await page.waitForTimeout(1200);
  });
  await page.keyboard.press('Escape');
  await step('12-notes', async () => {
    await inGrid('?row=7&column=1');
    await goTo(page, 2, 8);
  });
  await step('13-menu', async () => {
    await inGrid('?row=5&column=1');
    await page.locator('.grid [data-row="5"][data-column="2"]').click({ button: 'right' });
    await page.waitForTimeout(500);
  });
  await page.keyboard.press('Escape');
  await step('14-find', async () => {
    await inGrid();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('cà phê');
    await page.waitForTimeout(900);
  });
  await step('15-replace', async () => {
    await inGrid();
    await page.keyboard.press('Control+h');
    await page.waitForTimeout(900);
  });
  await page.keyboard.press('Escape');
  await step('16-filter', async () => {
    await inGrid('?status=auto&type=1:n,n:1,omission');
    await page.waitForTimeout(700);
  });
  await step('17-filter-empty', async () => {
    await go('grid', '?status=rejected');
    await page.waitForTimeout(1200);
  });
  await step('18-furniture', () => inGrid('?furniture=1'));
  await step('19-concordance-empty', () => go('concordance'));
  await step('20-concordance', async () => {
    await go('concordance');
    await page.getByRole('textbox').first().fill('cà phê');
    await page.waitForTimeout(1200);
  });
  await step('21-unaligned', async () => {
    await go('unaligned');
    await page.waitForTimeout(2500);
  });
  await step('22-map', async () => {
    await go('map');
    await page.waitForTimeout(600);
  });
  await step('23-flags', () => go('flags'));
  await step('24-review', () => go('review'));
  await step('25-compare', () => go('compare'));
  await step('26-report', () => go('report'));
  await step('27-export', async () => {
    await go('export');
    await page.waitForTimeout(600);
  });
  await step('28-history', () => go('history'));
  await step('31-settings', () =>
    page.evaluate(() => {
      window.location.hash = '/settings';
    }),
  );
  await step('32-keys', async () => {
    await inGrid();
    await page.keyboard.press('F1');
  });
  await page.keyboard.press('Escape');
  await step('33-palette', async () => {
    await inGrid();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('merge');
  });
  await page.keyboard.press('Escape');
  await step('34-glossary', () => go('glossary'));
  await step('35-glossary-concept', async () => {
    await page.getByRole('button', { name: 'Add a concept' }).first().click();
  });
  await page.keyboard.press('Escape');
  await step('36-decisions', async () => {
    await go('flags');
    await page.getByRole('button', { name: 'Decisions' }).click();
  });
  await step('37-packages', () => go('packages'));
  await step('38-border', async () => {
    await inGrid('?row=5&column=1');
    const edge = await page.locator('.grid [data-column="1"][data-row="4"] .cell-edge').boundingBox();
    await page.mouse.move(edge.x + 30, edge.y + 4);
    await page.mouse.down();
    await page.mouse.move(edge.x + 30, edge.y + 260, { steps: 5 });
    await page.waitForTimeout(600);
  });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await step('39-drag-sentence', async () => {
    await inGrid('?row=3&column=2');
    const number = await page.locator('.grid [data-column="2"][data-row="4"] .sentence-number').boundingBox();
    const target = await page.locator('.grid [data-column="2"][data-row="3"]').boundingBox();
    await page.mouse.move(number.x + number.width / 2, number.y + number.height / 2);
    await page.mouse.down();
    await page.mouse.move(number.x + 20, number.y - 25, { steps: 5 });
    await page.mouse.move(target.x + 60, target.y + 30, { steps: 5 });
    await page.waitForTimeout(600);
  });
  // Let go where nothing comes of it.
  await page.mouse.move(5, 5, { steps: 3 });
  await page.mouse.up();
  await step('40-all-commands', async () => {
    await inGrid('?row=5&column=1');
    await page.keyboard.press('F10');
    await page.waitForTimeout(700);
  });
  await page.keyboard.press('Escape');
  await step('41-column-menu', async () => {
    await inGrid();
    await page.locator('.head-menu').nth(1).click();
  });
  await page.keyboard.press('Escape');
  await step('42-go-to', async () => {
    await inGrid();
    await page.keyboard.press('Control+g');
  });
  await page.keyboard.press('Escape');
  await step('43-consequence', async () => {
    await inGrid('?row=5&column=0');
    await goTo(page, 1, 6);
    await page.keyboard.press('Alt+Backspace');
    await page.waitForTimeout(400);
  });
  await page.keyboard.press('Escape');
  await step('44-dismiss', async () => {
    await inGrid('?row=0&column=1');
    await page.keyboard.press('f');
    await page.getByRole('button', { name: 'With a reason…' }).first().click();
  });
  await page.keyboard.press('Escape');
  await step('45-note', async () => {
    await inGrid('?row=12&column=1');
    await page.keyboard.press('t');
  });
  await page.keyboard.press('Escape');
  await step('46-selection', async () => {
    await inGrid('?row=3&column=1');
    for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowDown');
  });
  await step('47-refused', async () => {
    await inGrid('?row=5&column=0');
    await goTo(page, 4, 6);
    await page.keyboard.press('s');
    await page.waitForTimeout(400);
  });
  await step('48-review-in', () => go('review-in'));
  await step('49-lost', async () => {
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, `/p/${place.project}/9999/grid`);
    await page.waitForTimeout(400);
  });
  await step('50-import-refused', async () => {
    await page.evaluate(() => {
      window.location.hash = '/import';
    });
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose files…' }).first().click();
    await (await chooser).setFiles([
      { name: 'old.doc', mimeType: 'application/msword', buffer: Buffer.from('d0cf11e0a1b11ae1', 'hex') },
      { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
    ]);
    await page.waitForTimeout(1200);
  });
  await page.context().close();
}

try {
  const place = await prepareState();
  for (const theme of themes) for (const size of sizes) await walk(theme, size, place);
} finally {
  await browser.close();
  server.kill('SIGTERM');
  rmSync(data, { recursive: true, force: true, maxRetries: 3 });
}
console.log(`pictures in ${out}`);
