/** Texts come in: folders and several documents at once, and every choice with its preview before anything is stored. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from './app.ts';

const CHAPTERS = [
  [
    'Ghe chở đầy dưa hấu và bưởi, khách ở xa cũng biết ghe nào bán gì.',
    'Die Boote sind voll mit Melonen; man sieht von weitem, was verkauft wird.',
  ],
  [
    'Con đường mới qua đèo rút ngắn nửa ngày đi chợ của bà con vùng cao.',
    'Die neue Straße über den Pass verkürzt den Weg zum Markt um einen halben Tag.',
  ],
  [
    'Lớp học đầu tiên của bản mở cửa trong một ngôi nhà sàn bên bờ suối.',
    'Die erste Schulklasse des Dorfes hat in einem Pfahlbau am Bach begonnen.',
  ],
] as const;

/** Three pages of one site, each with its rendering, one folder a language. */
async function writeSite(folder: string): Promise<string> {
  const site = join(folder, 'pages');
  for (const lang of ['vi', 'de']) await mkdir(join(site, lang), { recursive: true });
  for (const [i, [vi, de]] of CHAPTERS.entries()) {
    await writeFile(join(site, 'vi', `chapter-${i + 1}.txt`), `Cổng thông tin Sông Quê\n\n${vi}\n`);
    await writeFile(join(site, 'de', `chapter-${i + 1}.txt`), `Portal Heimatfluss\n\n${de}\n`);
  }
  await writeFile(join(site, '.hidden'), 'nothing');
  return site;
}

/** As a person drops it from a file manager; the page itself cannot make a folder up. */
async function dropFolder(page: Page, folder: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const box = (await page.locator('.drop-zone').boundingBox())!;
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
}

const button = (page: Page, name: string) => page.getByRole('button', { name }).first();
const documentNamed = (page: Page, title: string) =>
  page.locator('.import-document', {
    has: page.locator('summary strong', { hasText: new RegExp(`^${title}$`) }),
  });

test('a folder that is dropped becomes a document for each name, with what recurs on its pages set aside', async ({
  app,
  emptyFolder,
}) => {
  const { page } = app;
  await dropFolder(page, await writeSite(emptyFolder));
  await expect(page.getByText('3 of 3 documents are ready.')).toBeVisible();
  const first = documentNamed(page, 'chapter-1');
  await expect(first.locator('.slot')).toHaveCount(2);
  await expect(first.locator('.kind-furniture', { hasText: 'Cổng thông tin Sông Quê' })).toBeVisible();
  await page.getByText('How texts are cut').click();
  await page.getByLabel('What recurs on three documents and more is page furniture').uncheck();
  await expect(first.locator('.kind-furniture')).toHaveCount(0);
  await page.getByLabel('What recurs on three documents and more is page furniture').check();
  await expect(first.locator('.kind-furniture')).toHaveCount(2);
  await page.getByLabel('Title of the document').first().fill('Chợ nổi');
  await button(page, 'Import and align').click();
  await button(page, 'Open the grid').click({ timeout: 30_000 });
  await expect(page.getByText('Ghe chở đầy dưa hấu').first()).toBeVisible();
  await expect(page.getByText('Cổng thông tin Sông Quê')).toHaveCount(0);
  await expect(page.getByText('Chợ nổi').first()).toBeVisible();
});

test('files of two documents are told apart by name; one can be moved, and an aligned file stands alone', async ({
  app,
  emptyFolder,
}) => {
  const { page } = app;
  const names = ['thu.vi.txt', 'thu.de.txt', 'tin.vi.txt', 'tin-de.txt', 'bang.csv'];
  const texts = [
    ...CHAPTERS[0],
    ...CHAPTERS[1],
    'vi;de\nXin chào các bạn;Guten Tag, Freunde\nTạm biệt;Auf Wiedersehen\n',
  ];
  for (const [i, name] of names.entries()) await writeFile(join(emptyFolder, name), texts[i]!);
  await app.chooseFiles(
    names.map((name) => join(emptyFolder, name)),
    () => button(page, 'Choose files…').click(),
  );
  await expect(page.getByText('3 of 3 documents are ready.')).toBeVisible();
  await expect(documentNamed(page, 'thu').locator('.slot')).toHaveCount(2);
  await expect(documentNamed(page, 'bang').getByText('Ready: aligned already.')).toBeVisible();
  const moved = page.locator('.slot', { hasText: 'tin-de.txt' });
  await moved.getByLabel('Document').selectOption({ label: 'thu' });
  await expect(documentNamed(page, 'thu').locator('.slot')).toHaveCount(3);
  await expect(page.getByText('2 of 3 documents are ready.')).toBeVisible();
  await expect(documentNamed(page, 'tin').getByText('Add at least one rendering.')).toBeVisible();
});

test('encoding, language, furniture and rules can be changed, and the preview shows what comes of it', async ({
  app,
  emptyFolder,
}) => {
  const { page } = app;
  // KOI8-R: “Рынок открыт.”
  const russian = Buffer.from([0xf2, 0xd9, 0xce, 0xcf, 0xcb, 0x20, 0xcf, 0xd4, 0xcb, 0xd2, 0xd9, 0xd4, 0x2e]);
  await writeFile(join(emptyFolder, 'goc.txt'), `${CHAPTERS[0][0]}\n\nChia sẻ bài viết lên Facebook\n`);
  await writeFile(join(emptyFolder, 'rynok.txt'), russian);
  await writeFile(
    join(emptyFolder, 'halves.srx'),
    '<srx version="2.0"><body><languagerules><languagerule languagerulename="x"><rule break="yes"><beforebreak>[,;]\\s</beforebreak><afterbreak></afterbreak></rule></languagerule></languagerules><maprules><languagemap languagepattern=".*" languagerulename="x"/></maprules></body></srx>',
  );
  await app.chooseFiles([join(emptyFolder, 'goc.txt'), join(emptyFolder, 'rynok.txt')], () =>
    button(page, 'Choose files…').click(),
  );
  const original = page.locator('.slot', { hasText: 'goc.txt' });
  const rendering = page.locator('.slot', { hasText: 'rynok.txt' });
  await expect(original.getByLabel('Role')).toHaveValue('original');
  await rendering.getByLabel('Encoding').selectOption('Windows-1251');
  await expect(rendering).not.toContainText('Рынок открыт.');
  await rendering.getByLabel('Encoding').selectOption('KOI8-R');
  await expect(rendering).toContainText('Рынок открыт.');
  await rendering.getByLabel('Language').selectOption('ru');
  await page.getByText('How texts are cut').click();
  await page.getByLabel(/^One sentence a line/).check();
  await expect(original.locator('li')).toHaveCount(2);
  await page.getByLabel(/^One sentence a line/).uncheck();
  const chosen = page.waitForEvent('filechooser');
  await button(page, 'Choose SRX rules…').click();
  await (await chosen).setFiles(join(emptyFolder, 'halves.srx'));
  await expect(page.getByText('Sentences end by the rules of halves.srx.')).toBeVisible();
  await expect(original.locator('li').first()).toHaveText('Ghe chở đầy dưa hấu và bưởi,');
  await button(page, 'Built-in rules').click();
  await expect(original.locator('li').first()).toHaveText(CHAPTERS[0][0]);
  await expect(page.getByText('Ready: an original and 1 rendering.')).toBeVisible();
});

test('columns of a table are assigned by hand', async ({ app, emptyFolder }) => {
  const { page } = app;
  await writeFile(
    join(emptyFolder, 'bang.tsv'),
    'Một hai ba\tEins zwei drei\tRaz dva tri\nBốn năm\tVier fünf\tChetyre\n',
  );
  await app.chooseFiles([join(emptyFolder, 'bang.tsv')], () => button(page, 'Choose files…').click());
  const card = page.locator('.slot');
  await expect(card.locator('.slot-sample')).toBeVisible();
  await card.getByLabel('Column A').selectOption('vi');
  await card.getByLabel('Column B').selectOption('');
  await card.getByLabel('Column C').selectOption('ru');
  await expect(card.locator('li').first()).toHaveText('Một hai ba | Raz dva tri');
  await button(page, 'Import and align').click();
  await expect(page.getByRole('columnheader', { name: /Русский/ })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('Chetyre')).toBeVisible();
});
