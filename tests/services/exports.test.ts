import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTmx } from '../../src/core/format/tmxReader.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { makeDocument, put, startServices } from './harness.ts';

const TEXTS = {
  vi: 'Trời mưa to. Lan ở nhà đọc sách.\n\nMẹ mua 3 con cá. Chiều đến, mẹ về nhà nấu cơm.\n',
  de: 'Es regnet stark. Lan bleibt zu Hause und liest.\n\nMutter kauft 3 Fische. Am Nachmittag kommt die Mutter nach Hause und kocht.\n',
  zh: '下大雨。兰在家看书。\n\n妈妈买了3条鱼。下午，妈妈回家做饭。\n',
};
const options = (more: object = {}) => ({ options: { format: 'tmx' as const, ...more } });

test('a project goes out as TMX and comes back as it was', async () => {
  const harness = startServices();
  const { client } = harness;
  const { project, documentId } = await makeDocument(harness, TEXTS);
  const { cells } = await client.grid.rows({ project, documentId, from: 0, to: 10 });
  const { alignmentId, beadId } = cells[0]!;
  await client.edits.run({
    project,
    documentId,
    command: { type: 'status', beads: [{ alignmentId, beadId }], status: 'confirmed' },
  });
  const preflight = await client.exports.preflight({ project, ...options() });
  expect(preflight).toMatchObject({ units: 4, variants: 12, unconfirmed: 7, coarsened: 0 });
  expect(preflight.sample[0]).toEqual({ vi: 'Trời mưa to.', de: 'Es regnet stark.', zh: '下大雨。' });

  const { files } = await client.exports.run({
    project,
    ...options({ codes: { vi: 'vi-VN', zh: 'zh-CN' } }),
  });
  expect(files.map(({ name, saved }) => [name, saved])).toEqual([['Thử.tmx', false]]);
  const tmx = files[0]!.content!;
  const read = readTmx('x', tmx);
  expect(read.header).toEqual({ sourceLang: 'vi-VN', tool: 'SongSong' });
  expect(read.units.map((unit) => unit.variants.map(({ lang }) => lang))).toEqual(
    Array(4).fill(['vi-VN', 'de', 'zh-CN']),
  );

  const file = await put(client, 'back.tmx', tmx);
  const back = await client.documents.importTmx({ project, file, title: 'Trở lại' });
  expect(
    back.columns.map(({ lang, label, sentences, beads, confirmed }) => ({
      lang,
      label,
      sentences,
      beads,
      confirmed,
    })),
  ).toEqual([
    { lang: 'vi', label: 'vi-VN', sentences: 4, beads: 0, confirmed: 0 },
    { lang: 'de', label: '', sentences: 4, beads: 4, confirmed: 1 },
    { lang: 'zh', label: 'zh-CN', sentences: 4, beads: 4, confirmed: 0 },
  ]);
  const again = await client.exports.run({
    project,
    ...options({ documentIds: [back.id], codes: { vi: 'vi-VN', zh: 'zh-CN' } }),
  });
  const texts = (content: string): string[][] =>
    readTmx('x', content).units.map((unit) => unit.variants.map(({ text }) => text));
  expect(texts(again.files[0]!.content!)).toEqual(texts(tmx));
});

test('pairs go into a file each; statuses and languages choose', async () => {
  const harness = startServices();
  const { project } = await makeDocument(harness, TEXTS);
  const run = async (more: object) => (await harness.client.exports.run({ project, ...options(more) })).files;
  expect((await run({ shape: 'pairs' })).map(({ name }) => name)).toEqual(['Thử.vi-de.tmx', 'Thử.vi-zh.tmx']);
  expect((await run({ shape: 'pairs', langs: ['zh'] })).map(({ name }) => name)).toEqual(['Thử.vi-zh.tmx']);
  const [table] = await run({ format: 'tsv' });
  expect(
    table!
      .content!.split('\n')
      .slice(0, 2)
      .map((line) => line.split('\t').slice(0, 4)),
  ).toEqual([
    ['unit', 'vi', 'de', 'zh'],
    ['d1-1', 'Trời mưa to.', 'Es regnet stark.', '下大雨。'],
  ]);
  const [json] = await run({ format: 'json' });
  expect(JSON.parse(json!.content!)).toMatchObject({ units: [{ id: 'd1-1' }, {}, {}, {}] });
  await expect(run({ statuses: ['confirmed'] })).rejects.toMatchObject({
    data: { code: 'nothing-to-export' },
  });
});

test('on the desktop the host asks where to save', async () => {
  const folder = temporaryFolder();
  let answer: string | null = join(folder, 'mine.tmx');
  const harness = startServices({ host: { kind: 'desktop', chooseSaveTarget: async () => answer } });
  const { project } = await makeDocument(harness, TEXTS);
  const { files } = await harness.client.exports.run({ project, ...options() });
  expect(files).toMatchObject([{ name: 'Thử.tmx', content: null, saved: true }]);
  expect(readFileSync(answer, 'utf8')).toContain('<seg>Es regnet stark.</seg>');
  answer = null;
  expect((await harness.client.exports.run({ project, ...options() })).files[0]).toMatchObject({
    saved: false,
  });
  expect(readdirSync(folder)).toEqual(['mine.tmx']);
  answer = join(folder, 'none', 'x.tmx');
  await expect(harness.client.exports.run({ project, ...options() })).rejects.toMatchObject({
    data: { code: 'file-unwritable' },
  });
});

test('nothing aligned, nothing to export; no TMX is refused in words', async () => {
  const { client } = startServices();
  const { key: project } = await client.projects.create({ name: 'Không' });
  await expect(client.exports.run({ project, ...options() })).rejects.toMatchObject({
    data: { code: 'nothing-to-export' },
  });
  const file = await put(client, 'x.tmx', '<html/>');
  await expect(client.documents.importTmx({ project, file, title: 'X' })).rejects.toMatchObject({
    data: { code: 'tmx-invalid' },
  });
  expect((await client.projects.get({ project })).documents).toEqual([]);
});
