import { expect, test } from 'vitest';
import { makeDocument, startServices } from './harness.ts';

const LINES = Array.from({ length: 12 }, (_, i) => `Trang ${i + 201}: cô ấy bán ${i + 3} quả cam.`);
const ZEILEN = Array.from({ length: 12 }, (_, i) => `Seite ${i + 201}: sie verkauft ${i + 3} Orangen.`);

test('pages of a text with its kinds counted, by kind too', async () => {
  const harness = startServices();
  const place = await makeDocument(harness, { vi: LINES.join('\n\n'), de: ZEILEN.join('\n\n') });
  const { client } = harness;
  const { documents } = await client.projects.get(place);
  const german = documents[0]!.columns[1]!.versionId;
  const asked = { ...place, versionId: german };
  const all = await client.prepare.sentences(asked);
  expect(all.total).toBe(12);
  expect(all.sentences.map(({ text }) => text)).toEqual(ZEILEN);
  expect(Object.values(all.counts).reduce((sum, count) => sum + count, 0)).toBe(12);

  const segmentIds = all.sentences.slice(2, 5).map(({ id }) => id);
  const command = { type: 'segment-kind', segmentIds, kind: 'furniture' } as const;
  const outcome = await client.edits.run({ ...place, command });
  expect(outcome).toMatchObject({ possible: true, params: { count: 3, kind: 'furniture' } });
  const left = await client.prepare.sentences({ ...asked, kinds: ['furniture', 'metadata'] });
  expect(left.total).toBe(3);
  expect(left.sentences.map(({ number }) => number)).toEqual([3, 4, 5]);
  const second = await client.prepare.sentences({ ...asked, from: 10, limit: 5 });
  expect(second.sentences.map(({ number }) => number)).toEqual([11, 12]);
  expect(second.sentences[0]!.paragraphStart).toBe(true);

  await client.edits.undo(place);
  expect(await client.prepare.sentences(asked)).toEqual(all);
});

test('a text of another document is not found', async () => {
  const harness = startServices();
  const place = await makeDocument(harness, { vi: LINES.join('\n\n'), de: ZEILEN.join('\n\n') });
  await expect(harness.client.prepare.sentences({ ...place, versionId: 999 })).rejects.toMatchObject({
    data: { code: 'not-found' },
  });
});
