/** `songsong compare` and `songsong revise`, as a person calls them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { songsong } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'songsong-compare-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const run = async (...words: string[]): Promise<string> => {
  const { code, out, err } = await songsong(words, { cwd: folder, env: { XDG_DATA_HOME: folder } });
  if (code !== 0) throw new Error(`${words.join(' ')}: ${code} ${err}`);
  return out;
};
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);

const VI =
  'Sáng nay trời mưa to. Mẹ đi chợ mua 3 con cá. Cha sửa mái nhà. Chiều đến, cả nhà ăn cơm. Đêm xuống, trăng lên cao.\n';
const OLD =
  'Heute Morgen regnet es stark. Mutter geht auf den Markt und kauft 3 Fische. Vater repariert das Dach. Am Nachmittag isst die ganze Familie. In der Nacht steht der Mond hoch.\n';
const NEW = OLD.replace('repariert das Dach', 'flickt <b>das</b> Dach').replace(
  'In der Nacht',
  'Es ist still. In der Nacht',
);

test('two renderings are compared word by word beside their original, as JSON and as a page', async () => {
  write('vi.txt', VI);
  write('alt.txt', OLD);
  write('neu.txt', NEW);
  const files = ['alt.txt', 'neu.txt', '--original', 'vi.txt', '--lang', 'de'];
  const compared = JSON.parse(await run('compare', ...files, '--format', 'json'));
  expect(compared).toMatchObject({
    schema: 'songsong/comparison@1',
    lang: 'de',
    originalLang: 'vi',
    counts: { same: 4, changed: 1, added: 1, removed: 0, moved: 0 },
  });
  expect(compared.rows).toHaveLength(5);
  const row = compared.rows.find((one: { original: string[] }) => one.original[0] === 'Cha sửa mái nhà.');
  expect(row).toMatchObject({ changed: true, before: ['Vater repariert das Dach.'] });
  expect(row.after[0].words.filter(({ kind }: { kind: string }) => kind === 'added')[0].text).toContain(
    'flickt',
  );
  await run('compare', ...files, '-o', 'changes.html');
  const page = readFileSync(join(folder, 'changes.html'), 'utf8');
  expect(page).toMatch(/<del>repariert/);
  expect(page).toContain('&lt;b&gt;');
  expect(page).not.toContain('<b>das');
  expect(page).toContain('<td lang="vi"><p>Cha sửa mái nhà.</p></td>');
});

test('a memory that came back revises a text of a project; a dry run says first what would change', async () => {
  const units = [
    ['Chợ đông.', 'Der Markt ist voll.'],
    ['Trời mưa.', 'Es regnet.'],
    ['Cha sửa mái nhà.', 'Vater repariert das Dach.'],
  ];
  const memory = (change: (text: string) => string): string =>
    `<?xml version="1.0"?><tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="vi" datatype="plaintext"/><body>${units
      .map(
        ([vi, de]) =>
          `<tu><tuv xml:lang="vi"><seg>${vi}</seg></tuv><tuv xml:lang="de"><seg>${change(de!)}</seg></tuv></tu>`,
      )
      .join('')}</body></tmx>`;
  write(
    'in.tmx',
    memory((text) => text),
  );
  write(
    'back.tmx',
    memory((text) => text.replace('Es regnet.', 'Draußen gießt es.')),
  );
  await run('convert', 'in.tmx', 'texts.songsong');
  const said = await run('revise', 'texts.songsong', 'back.tmx', '--dry-run');
  expect(said).toContain('back.tmx (de of 3 units): 1 changed, 0 moved, 0 added, 0 removed, 2 the same');
  expect(said).toContain('1 groups would become stale');
  const done = JSON.parse(
    await run('revise', 'texts.songsong', 'back.tmx', '--label', 'Mai', '--format', 'json'),
  );
  expect(done).toMatchObject({
    schema: 'songsong/revision@1',
    stale: 1,
    untouched: 0,
    counts: { changed: 1 },
  });
  const rows = (await run('export', 'texts.songsong', '--format', 'tsv'))
    .split('\n')
    .map((line) => line.split('\t'));
  expect(rows.slice(1, 4).map(([, , de, status]) => [de, status])).toEqual([
    ['Der Markt ist voll.', 'auto'],
    ['Draußen gießt es.', 'stale'],
    ['Vater repariert das Dach.', 'auto'],
  ]);
});
