import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readWorkbook } from '../../src/core/format/read/xlsx.ts';
import { songsong } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'songsong-formats-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const run = async (...words: string[]) => {
  const outcome = await songsong(words, { cwd: folder, env: { XDG_DATA_HOME: folder } });
  if (outcome.code !== 0) throw new Error(`${words.join(' ')}: ${outcome.code} ${outcome.err}`);
  return outcome;
};
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

const MEMORY = `<?xml version="1.0"?><tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="vi" datatype="plaintext"/><body>
<tu tuid="a"><prop type="x-songsong:status">confirmed</prop><tuv xml:lang="vi"><seg>Chợ đông.</seg></tuv><tuv xml:lang="de"><seg>Der Markt ist voll.</seg></tuv></tu>
<tu tuid="b"><tuv xml:lang="vi"><seg>=1+1</seg></tuv><tuv xml:lang="de"><seg>Zwei &amp; mehr.</seg></tuv></tu>
</body></tmx>`;

beforeAll(() => writeFileSync(join(folder, 'in.tmx'), MEMORY));

test('a memory becomes a project, which goes out for review and takes it in', async () => {
  await run('convert', 'in.tmx', 'texts.songsong');
  await run('export', 'texts.songsong', '-o', 'review.xlsx');
  expect(readWorkbook(readFileSync(join(folder, 'review.xlsx')), 'x').rows.map((row) => row[2])).toEqual([
    'vi',
    'Chợ đông.',
    '=1+1',
  ]);
  const { out, err } = await run('review-in', 'texts.songsong', 'review.xlsx', '--format', 'json');
  expect(JSON.parse(out)).toMatchObject({ schema: 'songsong/review@1', rows: 2, unchanged: 2, changes: [] });
  expect(err).toContain('2 rows in review.xlsx: 0 changes taken in');
  const confirmed = await run('export', 'texts.songsong', '--confirmed-only', '--format', 'tsv');
  expect(confirmed.out.split('\n')[1]).toMatch(/^d1-1\tChợ đông\.\tDer Markt ist voll\.\tconfirmed\t\tin\t/);
  await run('export', 'texts.songsong', '--format', 'project-json', '-o', 'all.json');
  expect(JSON.parse(read('all.json'))).toMatchObject({
    schema: 'songsong/whole-project@1',
    documents: [
      { texts: [{ lang: 'vi' }, { lang: 'de' }], alignments: [{ groups: [{ status: 'confirmed' }, {}] }] },
    ],
  });
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('wrong wishes are usage errors in words', async () => {
  const wrong = async (...words: string[]) => {
    const { code, err, out } = await songsong(words, { cwd: folder, env: { XDG_DATA_HOME: folder } });
    expect(out).toBe('');
    return [code, err.split('\n')[0]];
  };
  expect(await wrong('convert', 'in.tmx', 'x.unknown')).toMatchObject([
    2,
    expect.stringContaining('add --to'),
  ]);
  expect(await wrong('convert', 'in.tmx', 'x.html', '--to', 'flags-html')).toMatchObject([
    2,
    expect.anything(),
  ]);
  expect(await wrong('convert', 'missing.tmx', 'x.xlf')).toMatchObject([
    3,
    expect.stringContaining('missing.tmx'),
  ]);
  expect(await wrong('export', 'texts.songsong', '--statuses', 'fine')).toMatchObject([
    2,
    expect.stringContaining('“fine”'),
  ]);
});

const PAGES = [
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

test('what would be added is shown before anything is stored, and the choices are heeded', async () => {
  mkdirSync(join(folder, 'site'));
  for (const [i, [vi, de]] of PAGES.entries()) {
    const page = (lang: string, line: string, text: string) =>
      writeFileSync(join(folder, `site/bai-${i}.${lang}.txt`), `${line}\n\n${text}\n`);
    page('vi', 'Cổng thông tin Sông Quê', vi);
    page('de', 'Portal Heimatfluss', de);
  }
  await run('new', 'site.songsong');
  const preview = async (...words: string[]) =>
    (await run('add', 'site.songsong', 'site', '--dry-run', ...words)).out;
  const compared = await preview();
  expect(compared.match(/\[furniture\]/g)).toHaveLength(6);
  expect(compared).toContain(
    'bai-0.vi.txt: original, vi, plain text in UTF-8, 1 sentences, 1 pieces of page furniture',
  );
  expect(await preview('--no-compare')).not.toContain('[furniture]');
  expect(await preview('--no-furniture')).not.toContain('[furniture]');
  writeFileSync(
    join(folder, 'halves.srx'),
    '<srx version="2.0"><body><languagerules><languagerule languagerulename="x"><rule break="yes"><beforebreak>[,;]\\s</beforebreak><afterbreak></afterbreak></rule></languagerule></languagerules><maprules><languagemap languagepattern=".*" languagerulename="x"/></maprules></body></srx>',
  );
  expect(await preview('--rules', 'halves.srx', '--no-compare')).toMatch(
    /^ {4}Ghe chở đầy dưa hấu và bưởi,\s*$/m,
  );
  const empty = JSON.parse((await run('export', 'site.songsong', '--format', 'project-json')).out);
  expect(empty.documents).toEqual([]);
  await run('add', 'site.songsong', 'site');
  const stored = JSON.parse((await run('export', 'site.songsong', '--format', 'project-json')).out);
  expect(stored.documents.map(({ title }: { title: string }) => title)).toEqual(['bai 0', 'bai 1', 'bai 2']);
});

test('the columns and the encoding of a table may be named when it is converted', async () => {
  // KOI8-R: 0xd0 is “п”, 0xcf “о”, 0xcc “л”, 0xc5 “е”.
  const field = Buffer.from([0xd0, 0xcf, 0xcc, 0xc5]);
  const rows = ['x;Feld;', 'y;Felder;'].flatMap((row) => [Buffer.from(row), field, Buffer.from('\n')]);
  writeFileSync(join(folder, 'koi.csv'), Buffer.concat(rows));
  await run('convert', 'koi.csv', 'koi.tmx', '--encoding', 'koi8-r', '--columns', 'C=ru,B=de');
  expect(read('koi.tmx')).toMatch(
    /srclang="ru"[\s\S]*<tuv xml:lang="ru"><seg>поле<\/seg><\/tuv>\s*<tuv xml:lang="de"><seg>Feld</,
  );
});
