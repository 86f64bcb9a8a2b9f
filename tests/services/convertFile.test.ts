import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTmx } from '../../src/core/format/tmxReader.ts';
import type { UnitFormatId } from '../../src/core/format/write/ids.ts';
import { convertFile } from '../../src/services/convertFile.ts';
import { writeBeside } from '../../src/services/files.ts';
import { temporaryFolder } from '../store/temporary.ts';

const MEMORY = `<?xml version="1.0"?><tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="vi" datatype="plaintext"/><body>
<tu tuid="a" changedate="20260131T093000Z"><prop type="x-songsong:status">confirmed</prop><prop type="client">Chợ</prop><tuv xml:lang="de"><seg>Der Markt ist voll.</seg></tuv><tuv xml:lang="vi"><seg>Chợ đông.</seg></tuv></tu>
<tu tuid="b"><tuv xml:lang="vi"><seg>=1+1</seg></tuv><tuv xml:lang="de"><seg>Zwei &amp; mehr.</seg></tuv><tuv xml:lang="ru"><seg>Два.</seg></tuv></tu>
</body></tmx>`;

const PROGRAM = { version: '0.1.0', at: Date.UTC(2026, 4, 1) };
async function convert(folder: string, from: string, to: UnitFormatId): Promise<string[]> {
  const path = join(folder, from);
  const files = await convertFile({
    path,
    name: from,
    to,
    title: `${to}-of-${from.split('.')[0]}`,
    program: PROGRAM,
  });
  for (const { name, chunks } of files) await writeBeside(join(folder, name), chunks());
  return files.map(({ name }) => name);
}

test('a memory goes into other formats and comes back', async () => {
  const folder = temporaryFolder();
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  writeFileSync(join(folder, 'in.tmx'), MEMORY);
  const [tmx] = await convert(folder, 'in.tmx', 'tmx');
  const { units } = readTmx('x', read(tmx!));
  expect(units[0]).toEqual({
    id: 'a',
    changedAt: Date.UTC(2026, 0, 31, 9, 30),
    properties: [
      { type: 'client', value: 'Chợ' },
      { type: 'x-songsong:status', value: 'confirmed' },
    ],
    variants: [
      { lang: 'vi', text: 'Chợ đông.' },
      { lang: 'de', text: 'Der Markt ist voll.' },
    ],
  });
  const [json] = await convert(folder, 'in.tmx', 'json');
  const [back] = await convert(folder, json!, 'tmx');
  expect(readTmx('x', read(back!)).units.map(({ variants }) => variants)).toEqual(
    units.map(({ variants }) => variants),
  );
  const pairs = await convert(folder, 'in.tmx', 'xliff');
  expect(pairs).toEqual(['xliff-of-in.vi-de.xlf', 'xliff-of-in.vi-ru.xlf']);
  const [table] = await convert(folder, pairs[0]!, 'csv');
  expect(read(table!)).toContain("'=1+1");
  const [last] = await convert(folder, table!, 'tmx');
  expect(readTmx('x', read(last!)).units.map(({ variants }) => variants.map(({ lang }) => lang))).toEqual([
    ['vi', 'de'],
    ['vi', 'de'],
  ]);
  expect(await convert(folder, 'in.tmx', 'vertical')).toHaveLength(3);
});

test('what is no aligned file is refused in words', async () => {
  const folder = temporaryFolder();
  const refused = async (name: string, content: string): Promise<string> => {
    writeFileSync(join(folder, name), content);
    return convert(folder, name, 'tmx').then(
      () => 'taken',
      (error: { code: string }) => error.code,
    );
  };
  expect(await refused('a.txt', 'Chợ đông. Trời mưa.')).toBe('usage');
  expect(await refused('b.json', '{"schema":"other"}')).toBe('file-invalid');
  expect(await refused('c.json', '{')).toBe('file-invalid');
  expect(await refused('d.tmx', '<tmx><header/><body></body></tmx>')).toBe('nothing-to-export');
  expect(await refused('e.tmx', '<tmx><header')).toBe('tmx-invalid');
});
