import { expect, test } from 'vitest';
import type { AppEvent } from '../../src/contract/index.ts';
import { findFaults, openStore } from '../../src/store/index.ts';
import { makeDocument, put, startServices } from './harness.ts';

const appError = (code: string) => ({ code: 'APP_ERROR', data: { code } });

test('the sample project opens aligned and flagged, and opens again as it was', async () => {
  const { client, services, folder } = startServices();
  const sample = await client.projects.openSample({});
  const [document] = sample.documents;
  expect(document!.columns.map(({ lang, role }) => [lang, role])).toEqual([
    ['vi', 'original'],
    ['de', 'rendering'],
    ['ru', 'rendering'],
    ['zh', 'rendering'],
  ]);
  for (const column of document!.columns.slice(1)) {
    expect(column.beads).toBeGreaterThan(20);
    expect(column.verdict).not.toBeNull();
  }
  expect(document!.openFlags).toBeGreaterThan(0);
  const window = await client.grid.rows({
    project: sample.key,
    documentId: document!.id,
    from: 0,
    to: 60,
  });
  expect(window.rows.length).toBe(Math.min(60, window.total));
  expect(new Set(window.cells.map((cell) => cell.alignmentId)).size).toBe(3);
  await client.projects.close({ project: sample.key });
  const again = await client.projects.openSample({});
  // Revisions count the changes since a project was opened.
  expect(again.documents).toEqual(sample.documents.map((one) => ({ ...one, revision: expect.any(Number) })));
  const recent = await client.projects.recent({});
  expect(recent.map(({ name, exists }) => ({ name, exists }))).toEqual([{ name: sample.name, exists: true }]);
  await services.close();
  const store = openStore(`${folder}/projects/sample.songsong`);
  expect(findFaults(store)).toEqual([]);
  store.close();
});

test('texts are previewed, added and aligned', async () => {
  const harness = startServices();
  const { client } = harness;
  const vi = await put(client, 'truyện.txt', 'Trời mưa to. Lan ở nhà đọc sách.\n\nChiều đến, mẹ về.\n');
  const de = await put(
    client,
    'de.txt',
    'Es regnet stark. Lan bleibt zu Hause und liest.\n\nAm Nachmittag kommt die Mutter zurück.\n',
  );
  const preview = await client.documents.preview({
    slots: [
      { file: vi, role: 'original' },
      { file: de, role: 'rendering' },
    ],
  });
  expect(preview.map(({ lang, sentences, encoding }) => ({ lang, sentences, encoding }))).toEqual([
    { lang: 'vi', sentences: 3, encoding: 'UTF-8' },
    { lang: 'de', sentences: 3, encoding: 'UTF-8' },
  ]);
  const { key: project } = await client.projects.create({ name: 'Truyện: một/hai' });
  const slots = [
    { file: de, role: 'rendering' as const, lang: 'de' },
    { file: vi, role: 'original' as const, lang: 'vi' },
  ];
  const document = await client.documents.add({ project, title: 'Mưa', slots });
  expect(document.columns.map(({ lang }) => lang)).toEqual(['vi', 'de']);
  const before = await client.grid.rows({ project, documentId: document.id, from: 0, to: 100 });
  expect(before).toMatchObject({ total: 3, cells: [] });
  const { jobId } = await client.jobs.align({ project, documentId: document.id });
  expect(await harness.services.finished(jobId)).toMatchObject({ state: 'done', progress: 1 });
  const after = await client.grid.rows({ project, documentId: document.id, from: 0, to: 100 });
  expect(
    after.cells.map(({ firstRow, rowSpan, segments }) => [firstRow, rowSpan, segments[0]?.text]),
  ).toEqual([
    [0, 1, 'Es regnet stark.'],
    [1, 1, 'Lan bleibt zu Hause und liest.'],
    [2, 1, 'Am Nachmittag kommt die Mutter zurück.'],
  ]);
  expect(after.revision).toBeGreaterThan(before.revision);
  await client.documents.remove({ project, documentId: document.id });
  expect((await client.projects.get({ project })).documents).toEqual([]);
});

test('wrong input is refused in codes', async () => {
  const { client } = startServices();
  const { key: project } = await client.projects.create({ name: 'P' });
  const vi = await put(client, 'a.txt', 'Trời mưa to. Lan ở nhà đọc sách với mẹ và các em của mình.');
  const other = await put(client, 'b.txt', 'Trời nắng. Lan ra đồng với mẹ và các em của mình từ sáng sớm.');
  const add = (slots: { file: string; role: 'original' | 'rendering' }[]) =>
    client.documents.add({ project, title: 'T', slots });
  await expect(add([{ file: vi, role: 'rendering' }])).rejects.toMatchObject(appError('usage'));
  await expect(
    add([
      { file: vi, role: 'original' },
      { file: other, role: 'rendering' },
    ]),
  ).rejects.toMatchObject(appError('language-same'));
  await expect(client.documents.preview({ slots: [{ file: 'no', role: 'original' }] })).rejects.toMatchObject(
    appError('not-found'),
  );
  const binary = await put(client, 'x.docx', 'PK\u0003\u0004\0\0');
  await expect(
    client.documents.preview({ slots: [{ file: binary, role: 'original' }] }),
  ).rejects.toMatchObject(appError('file-invalid'));
  await expect(client.projects.get({ project: 'nobody' })).rejects.toMatchObject(appError('not-found'));
  await expect(client.desktop.chooseFiles({ kind: 'texts' })).rejects.toMatchObject(appError('usage'));
  await expect(client.grid.rows({ project, documentId: 99, from: 0, to: 1 })).rejects.toMatchObject(
    appError('not-found'),
  );
});

test('a client that comes back hears what it missed, in order', async () => {
  const harness = startServices();
  await makeDocument(harness, { vi: 'Trời mưa. Lan đọc sách.', de: 'Es regnet. Lan liest ein Buch.' });
  const abort = new AbortController();
  const seen: AppEvent[] = [];
  for await (const event of await harness.client.app.events({ after: 0 }, { signal: abort.signal })) {
    seen.push(event);
    if (event.body.type === 'job' && event.body.job.state === 'done') break;
  }
  const ids = seen.map((event) => event.eventId);
  expect(ids).toEqual([...ids].sort((a, b) => a - b));
  expect(new Set(ids).size).toBe(ids.length);
  expect(seen.map((event) => event.body.type)).toContain('changed');
  const half = ids[ids.length >> 1]!;
  for await (const event of await harness.client.app.events({ after: half })) {
    expect(event.eventId).toBe(half + 1);
    break;
  }
});
