/** axe finds nothing on any screen, in light and in dark. @browser: the pages are the same in every host. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { type AppDriver, test } from './app.ts';
import { focusedCell, goTo, openSample, SAMPLES } from './grid.ts';

/** Rules broken, each with the elements that break it. */
const findFaults = async (page: Page, rules?: string[]): Promise<readonly string[]> => {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.html.slice(0, 200)}`),
  );
};

const openScreen = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
};

/** By the menu of all commands: screens that are not among the links at the left. */
const openByMenu = async (page: Page, command: string): Promise<void> => {
  await page.getByRole('button', { name: /^All commands/ }).click();
  await page.getByRole('menuitem', { name: command }).click();
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
};

type Visits = readonly (readonly [string, (app: AppDriver) => Promise<void>])[];

const workPlaces: Visits = [
  [
    'home',
    async ({ page }) => expect(page.getByRole('heading', { name: 'Projects', exact: true })).toBeVisible(),
  ],
  [
    'import',
    async (app) => {
      await app.chooseFiles(SAMPLES, () =>
        app.page.getByRole('button', { name: 'Choose files…' }).first().click(),
      );
      await expect(app.page.getByText('Ready: an original and 3 renderings.')).toBeVisible();
    },
  ],
  [
    'grid',
    async (app) => {
      await app.page.getByRole('button', { name: 'SongSong: go to the projects' }).click();
      await openSample(app);
      await goTo(app.page, 'de', 2);
      await app.page.keyboard.press('Enter');
      await expect(focusedCell(app.page)).toBeVisible();
    },
  ],
  ['text mode', async ({ page }) => page.keyboard.press('e')],
  [
    'find',
    async ({ page }) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+h');
      await page.getByRole('textbox', { name: 'Words to find' }).fill('Kaffee');
      await page.getByRole('textbox', { name: 'Replace with' }).fill('Tee');
      await expect(page.locator('ins').first()).toBeVisible();
    },
  ],
  [
    'filter',
    async ({ page }) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('l');
      const bar = page.getByRole('toolbar', { name: 'Filter of the rows' });
      await bar.getByText('Links', { exact: true }).click();
      await bar.getByRole('checkbox', { name: /^omission/ }).check();
      await expect(bar.getByRole('status')).toHaveText(/rows$/);
    },
  ],
  [
    'candidates',
    async ({ page }) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Shift+L');
      await page.keyboard.press('2');
      await page.keyboard.press('k');
      await expect(
        page.getByRole('region', { name: 'Candidates' }).getByRole('listitem').first(),
      ).toBeVisible();
    },
  ],
  [
    'unaligned',
    async ({ page }) => {
      await openScreen(page, 'Unaligned');
      await expect(page.getByRole('article').first()).toBeVisible();
    },
  ],
  [
    'words in context',
    async ({ page }) => {
      await openScreen(page, 'Words');
      await page.getByRole('textbox', { name: 'Words to find' }).fill('ca phe');
      await expect(page.locator('mark').first()).toBeVisible();
    },
  ],
  [
    'map',
    async ({ page }) => {
      await openScreen(page, 'Map');
      await expect(page.getByRole('button', { name: /^Dot plot/ })).toHaveCount(3);
    },
  ],
  ['flags', async ({ page }) => openScreen(page, 'Flags')],
  [
    'decisions',
    async ({ page }) => {
      await page.getByRole('button', { name: 'Decisions' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Decisions' })).toBeVisible();
    },
  ],
  ['glossary', async ({ page }) => openScreen(page, 'Glossary')],
  [
    'a concept of the glossary',
    async ({ page }) => {
      await page.getByRole('button', { name: 'Add a concept' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: 'Term: Tiếng Việt' }).fill('nông dân');
      await dialog.getByRole('textbox', { name: 'Term: Deutsch' }).fill('Landwirt');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await expect(page.locator('.concept-table')).toContainText('Landwirt');
    },
  ],
  [
    'prepare',
    async ({ page }) => {
      await openScreen(page, 'Prepare');
      await expect(page.getByRole('option').first()).toBeFocused();
    },
  ],
  [
    'prepare: the text of a sentence',
    async ({ page }) => {
      await page.keyboard.press('e');
      await expect(page.getByRole('textbox', { name: /^Text of sentence/ })).toBeFocused();
    },
  ],
];

const surroundings: Visits = [
  [
    'verdict',
    async (app) => {
      const { page } = app;
      await openSample(app);
      await openScreen(page, 'Verdict');
      await expect(page.getByText('How it is aligned')).toBeVisible();
    },
  ],
  ['compare', async ({ page }) => openScreen(page, 'Compare')],
  ['review', async ({ page }) => openScreen(page, 'Review')],
  ['report', async ({ page }) => openScreen(page, 'Report')],
  ['packages', async ({ page }) => openByMenu(page, 'Work in parts: packages out and in')],
  ['from review', async ({ page }) => openByMenu(page, 'Take in a workbook from review')],
  ['history', async ({ page }) => openScreen(page, 'History')],
  [
    'export',
    async ({ page }) => {
      await page.getByRole('button', { name: 'Export TMX' }).click();
      await expect(page.getByRole('table')).toBeVisible();
    },
  ],
  [
    'menu of all commands',
    async ({ page }) => {
      await openScreen(page, 'Grid');
      await expect(focusedCell(page)).toBeVisible();
      await page.keyboard.press('F10');
      await expect(page.getByRole('menuitem').first()).toBeFocused();
    },
  ],
  [
    'menu of a cell',
    async ({ page }) => {
      await page.keyboard.press('Escape');
      await focusedCell(page).click({ button: 'right' });
      await expect(page.getByRole('menuitem').first()).toBeFocused();
    },
  ],
  [
    'dialog: what an edit of the original means',
    async ({ page }) => {
      await page.keyboard.press('Escape');
      await goTo(page, 'vi', 3);
      await page.keyboard.press('Alt+Backspace');
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  ],
  [
    'dialog: dismissing a flag with a reason',
    async ({ page }) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('f');
      await page.getByRole('button', { name: 'With a reason…' }).first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  ],
  [
    'palette',
    async ({ page }) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('dialog', { name: 'Commands' }).getByRole('option').first()).toBeVisible();
    },
  ],
  [
    'keys',
    async ({ page }) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('F1');
      await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    },
  ],
  [
    'settings',
    async ({ page }) => {
      await page.keyboard.press('Escape');
      await openScreen(page, 'Settings');
    },
  ],
];

for (const [title, visits] of [
  ['where the work is done', workPlaces],
  ['what surrounds it, menus and dialogs', surroundings],
] as const)
  test(`${title}, in light and in dark @browser`, async ({ app }) => {
    test.setTimeout(300_000);
    const { page } = app;
    for (const [name, visit] of visits)
      await test.step(name, async () => {
        await visit(app);
        expect.soft(await findFaults(page), name).toEqual([]);
        // Colours are all that differs in the dark.
        await page.emulateMedia({ colorScheme: 'dark' });
        await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
        expect.soft(await findFaults(page, ['color-contrast']), `${name}, dark`).toEqual([]);
        await page.emulateMedia({ colorScheme: 'light' });
      });
  });
