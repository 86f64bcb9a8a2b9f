import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toOutUnit } from '../../src/core/format/memoryUnits.ts';
import { type TmxUnit, writeTmx } from '../../src/core/format/tmx.ts';
import { readTmx } from '../../src/core/format/tmxReader.ts';
import { cleanSegment } from '../../src/core/format/write/xml.ts';
import { strangeText } from '../core/format/strangeText.ts';
import { put, startServices } from './harness.ts';

const HEADER = { sourceLang: 'vi', toolVersion: '1', createdAt: 0 };
const tmxOf = (units: readonly TmxUnit[]): string => [...writeTmx(HEADER, units)].join('');

const status = fc.constantFrom(
  'auto',
  'edited',
  'confirmed',
  'needs-review',
  'reviewed',
  'rejected',
  'stale',
);
const text = strangeText.map(cleanSegment);
const pair = fc.record({ vi: text, de: text, status, score: fc.option(fc.integer({ min: 0, max: 1000 })) });

test('a memory of a pair goes in and out as it was: texts, statuses, scores, in order', async () => {
  const { client } = startServices();
  const { key: project } = await client.projects.create({ name: 'Bộ nhớ', sourceLang: 'vi' });
  await fc.assert(
    fc.asyncProperty(fc.array(pair, { minLength: 1, maxLength: 12 }), async (pairs) => {
      const units = pairs.map(
        (one, i): TmxUnit => ({
          id: String(i),
          properties: [
            { type: 'x-songsong:status', value: one.status },
            ...(one.score === null
              ? []
              : [{ type: 'x-songsong:score', value: (one.score / 1000).toFixed(3) }]),
          ],
          variants: [
            { lang: 'vi', text: one.vi },
            { lang: 'de-AT', text: one.de },
          ],
        }),
      );
      const file = await put(client, 'in.tmx', tmxOf(units));
      const { id } = await client.documents.importTmx({ project, file, title: 'Bộ nhớ' });
      const statuses = [...new Set(pairs.map((one) => one.status))];
      const { files } = await client.exports.run({ project, options: { documentIds: [id], statuses } });
      const said = (list: readonly TmxUnit[]) =>
        list.map((unit, i) => toOutUnit(unit, ['vi', 'de-AT'], i).variants);
      expect(said(readTmx('x', files[0]!.content!).units)).toEqual(said(units));
    }),
    { numRuns: 20 },
  );
});

test('languages that come late, are missing or stand first keep their places', async () => {
  const { client } = startServices();
  const { key: project } = await client.projects.create({ name: 'Bộ nhớ', sourceLang: 'vi' });
  const unit = (...variants: [lang: string, text: string][]): TmxUnit => ({
    variants: variants.map(([lang, one]) => ({ lang, text: one })),
  });
  const units = [
    unit(['de', 'eins'], ['vi', 'một']),
    unit(['vi', 'hai'], ['de', 'zwei']),
    unit(['vi', 'ba'], ['ru', 'три'], ['vi', 'ba nữa']),
    unit(['de', 'vier'], ['ru', 'четыре']),
    unit(['vi', 'năm'], ['de', 'fünf'], ['ru', 'пять']),
  ];
  const file = await put(client, 'in.tmx', tmxOf(units));
  const document = await client.documents.importTmx({ project, file, title: 'Bộ nhớ' });
  expect(document.columns.map(({ lang, sentences, beads }) => [lang, sentences, beads])).toEqual([
    ['vi', 4, 0],
    ['de', 4, 5],
    ['ru', 3, 5],
  ]);
  const { files } = await client.exports.run({ project, options: {} });
  expect(
    readTmx('x', files[0]!.content!).units.map(({ variants }) => variants.map((one) => one.text).join('=')),
  ).toEqual(['một=eins', 'hai=zwei', 'ba=три', 'năm=fünf=пять']);
  const { total } = await client.grid.rows({ project, documentId: document.id, from: 0, to: 10 });
  expect(total).toBe(6);
});

test('what was imported in bulk is found by search, and later edits are recorded', async () => {
  const { client } = startServices();
  const { key: project } = await client.projects.create({ name: 'Bộ nhớ', sourceLang: 'vi' });
  const units = Array.from(
    { length: 2500 },
    (_, i): TmxUnit => ({
      variants: [
        { lang: 'vi', text: `câu số ${i}` },
        { lang: 'de', text: `Satz Nummer ${i}` },
      ],
    }),
  );
  const file = await put(client, 'in.tmx', tmxOf(units));
  const { id: documentId } = await client.documents.importTmx({ project, file, title: 'Bộ nhớ' });
  const rowsOf = async (text: string): Promise<(number | null)[]> => {
    for (;;) {
      const { complete, hits } = await client.find.search({ project, documentId, query: { text } });
      if (complete) return hits.map(({ row }) => row);
    }
  };
  expect(await rowsOf('Nummer 2499')).toEqual([2499]);
  const { cells } = await client.grid.rows({ project, documentId, from: 7, to: 8 });
  const segmentId = cells[0]!.segments[0]!.id;
  const command = { type: 'edit-text' as const, segmentId, text: 'Ein Papagei spricht.' };
  await client.edits.run({ project, documentId, command });
  expect(await rowsOf('Papagei')).toEqual([7]);
  await client.edits.undo({ project, documentId });
  const { cells: back } = await client.grid.rows({ project, documentId, from: 7, to: 8 });
  expect(back[0]!.segments[0]!.text).toBe('Satz Nummer 7');
});

test('while a memory comes in others may read and not write; one that breaks off leaves nothing', async () => {
  const { client, services, folder } = startServices();
  const { key: project } = await client.projects.create({ name: 'Bộ nhớ', sourceLang: 'vi' });
  const units = Array.from(
    { length: 3000 },
    (_, i): TmxUnit => ({
      variants: [
        { lang: 'vi', text: `câu ${i} ${'x'.repeat(200)}` },
        { lang: 'de', text: `Satz ${i}` },
      ],
    }),
  );
  const whole = tmxOf(units);
  const broken = await put(client, 'in.tmx', whole.slice(0, -200));
  await expect(client.documents.importTmx({ project, file: broken, title: 'Hỏng' })).rejects.toMatchObject({
    data: { code: 'tmx-invalid' },
  });
  expect((await client.projects.get({ project })).documents).toEqual([]);
  let blocked: unknown = null;
  const import_ = services.importMemory(project, {
    source: Buffer.from(whole),
    name: 'in.tmx',
    title: 'Bộ nhớ',
    onProgress: (done) => {
      if (done > 0 && blocked === null)
        blocked = put(client, 'other.tmx', tmxOf(units.slice(0, 2)))
          .then((file) => client.documents.importTmx({ project, file, title: 'Khác' }))
          .catch((error: unknown) => error);
    },
  });
  const id = await import_;
  expect(await blocked).toMatchObject({ data: { code: 'project-busy' } });
  expect((await client.projects.get({ project })).documents.map((one) => one.id)).toEqual([id]);
  expect(folder).not.toBe('');
});
