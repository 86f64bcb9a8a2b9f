/** Review: the queue, samples, signatures that freeze, the report, and edits of two people at once. */
import { expect, test } from 'vitest';
import type { EditCommand } from '../../src/contract/index.ts';
import { type Harness, makeDocument, put, startServices } from './harness.ts';

const TEXTS = {
  vi: 'Sáng nay trời mưa to. Lan ở nhà đọc sách. Mẹ đi chợ mua 3 con cá. Cha sửa mái nhà. Chiều đến, cả nhà ăn cơm. Em bé ngủ sớm.\n',
  de: 'Heute Morgen regnet es stark. Lan bleibt zu Hause und liest ein Buch. Mutter geht auf den Markt und kauft 4 Fische. Vater repariert das Dach. Am Nachmittag isst die ganze Familie. Das Baby schläft früh.\n',
};

async function start(harness: Harness) {
  const { project, documentId } = await makeDocument(harness, TEXTS);
  await harness.services.idle();
  const { cells } = await harness.client.grid.rows({ project, documentId, from: 0, to: 100 });
  const place = { project, documentId };
  return { place, cells, alignmentId: cells[0]!.alignmentId };
}

test('the queue names what is to be looked at, and many are set at once and undone at once', async () => {
  const harness = startServices({ author: 'Hà' });
  const { client } = harness;
  const { place, cells } = await start(harness);
  const flagged = await client.review.queue({ ...place, reasons: ['flags'] });
  expect(flagged.items.map(({ source }) => source)).toEqual(['Mẹ đi chợ mua 3 con cá.']);
  expect(flagged.items[0]).toMatchObject({ row: 2, lang: 'de', flags: 1 });
  const open = await client.review.queue({ ...place, reasons: ['unconfirmed'] });
  expect(open.beads).toHaveLength(cells.length);
  const command: EditCommand = { type: 'status', beads: open.beads, status: 'reviewed' };
  await client.edits.run({ ...place, command });
  expect((await client.review.queue({ ...place, reasons: ['unconfirmed'] })).total).toBe(0);
  await client.edits.undo(place);
  expect((await client.review.queue({ ...place, reasons: ['unconfirmed'] })).total).toBe(cells.length);
});

test('a sample gives an error rate with its confidence', async () => {
  const harness = startServices({ author: 'Hà' });
  const { client } = harness;
  const { place, alignmentId } = await start(harness);
  const drawn = await client.review.drawSample({ ...place, alignmentId, size: 4, seed: 7 });
  expect(drawn).toMatchObject({
    size: 4,
    population: 6,
    judged: 0,
    rate: null,
    interval: { low: 0, high: 1 },
  });
  const [first, ...rest] = drawn.beads;
  const reject: EditCommand = { type: 'status', beads: [first!], status: 'rejected', reason: 'sai nghĩa' };
  await client.edits.run({ ...place, command: reject });
  await client.edits.run({ ...place, command: { type: 'status', beads: rest, status: 'reviewed' } });
  const [judged] = await client.review.samples(place);
  expect(judged).toMatchObject({ judged: 4, errors: 1, rate: 0.25 });
  expect(judged!.interval.low).toBeCloseTo(0.0456, 3);
  expect(judged!.interval.high).toBeCloseTo(0.6994, 3);
  const again = await client.review.drawSample({ ...place, alignmentId, size: 4, seed: 7 });
  expect(again.beads).toEqual(drawn.beads);
});

test('a signature freezes the rendering until it is reopened; notes may be written', async () => {
  const harness = startServices();
  const { client } = harness;
  const { place, cells, alignmentId } = await start(harness);
  await client.app.setReviewer({ name: 'Trần Thị Hà' });
  const name = { alignmentId, beadId: cells[0]!.beadId };
  const confirm: EditCommand = { type: 'status', beads: [name], status: 'confirmed' };
  await client.edits.run({ ...place, command: { type: 'status', beads: [name], status: 'needs-review' } });
  const signed = await client.review.signOff({ ...place, alignmentId, remark: 'Kiểm tra xong' });
  expect(signed).toMatchObject({ reviewer: 'Trần Thị Hà', lang: 'de', reopened: null });
  const refused = { possible: false, say: 'edit.signed-off', params: { lang: 'de' } };
  const segmentId = cells[0]!.segments[0]!.id;
  expect(await client.edits.run({ ...place, command: confirm })).toMatchObject(refused);
  expect(
    await client.edits.run({ ...place, command: { type: 'edit-text', segmentId, text: 'Es regnet.' } }),
  ).toMatchObject(refused);
  expect(await client.edits.undo(place)).toMatchObject(refused);
  const note: EditCommand = { type: 'note', segmentId, text: '@Lan xem lại' };
  expect(await client.edits.run({ ...place, command: note })).toMatchObject({ possible: true });
  const { versionId } = (await client.versions.list(place)).find(({ lang }) => lang === 'de')!;
  const file = await put(client, 'neu.txt', TEXTS.de.replace('stark', 'heftig'));
  await expect(client.versions.add({ ...place, of: versionId, file })).rejects.toMatchObject({
    data: { code: 'edit-impossible' },
  });
  await client.review.reopen({ ...place, alignmentId, reason: 'Lỗi mới' });
  expect(await client.edits.run({ ...place, command: confirm })).toMatchObject({ possible: true });
  expect((await client.review.signOffs(place))[0]).toMatchObject({ reopened: { reason: 'Lỗi mới' } });
  const [thread] = await client.review.notes(place);
  expect(thread).toMatchObject({ text: '@Lan xem lại', author: 'Trần Thị Hà', row: 0, resolved: false });
});

test('the report tells coverage, flags, versions, rejections and signatures; texts stay texts', async () => {
  const harness = startServices({ author: 'Hà' });
  const { client, services } = harness;
  const { place, cells, alignmentId } = await start(harness);
  const { versionId } = (await client.versions.list(place)).find(({ lang }) => lang === 'de')!;
  const file = await put(
    client,
    'neu.txt',
    TEXTS.de.replace('repariert das Dach', 'repariert <b>das Dach</b>'),
  );
  await client.versions.add({ ...place, of: versionId, file, label: 'Lektorat <1>' });
  await services.idle();
  const { items } = await client.review.queue({ ...place, reasons: ['stale'] });
  const reject: EditCommand = { type: 'status', beads: items, status: 'rejected', reason: 'Auszeichnung' };
  await client.edits.run({ ...place, command: reject });
  const alignment = items[0]!.alignmentId;
  expect(alignment).not.toBe(alignmentId);
  await client.review.signOff({ ...place, alignmentId: alignment });
  const { parts, sentences } = await client.review.report(place);
  const [part] = parts;
  expect(sentences).toBe(6);
  expect(part).toMatchObject({ lang: 'de', groups: cells.length, omissions: 0, additions: 0 });
  expect(part!.versions[0]!.counts).toMatchObject({ changed: 1, same: 5 });
  expect(part!.rejected[0]).toMatchObject({ row: 3, reason: 'Auszeichnung', reviewer: 'Hà' });
  expect(part!.flags.some(({ category, open }) => category.startsWith('Accuracy') && open > 0)).toBe(true);
  expect(part!.signOffs).toHaveLength(1);
  const files = { project: place.project, documentIds: [place.documentId] };
  const { content: html } = await client.review.reportFile({ ...files, format: 'html' });
  expect(html).toContain('repariert &lt;b&gt;das Dach&lt;/b&gt;');
  expect(html).not.toContain('<b>das Dach');
  expect(html).toContain('<th>Status</th><th class="number">Groups</th>');
});

test('two windows: the later of two edits to one row is refused, and to different rows both hold', async () => {
  const harness = startServices();
  const { client } = harness;
  const { place, cells, alignmentId } = await start(harness);
  const { revision } = await client.grid.rows({ ...place, from: 0, to: 10 });
  const edit = (window: string, cell: number, status: 'confirmed' | 'rejected') =>
    client.edits.run({
      ...place,
      command: { type: 'status', beads: [{ alignmentId, beadId: cells[cell]!.beadId }], status },
      seen: { revision, window },
    });
  await edit('one', 0, 'confirmed');
  await expect(edit('two', 0, 'rejected')).rejects.toMatchObject({ data: { code: 'edit-conflict' } });
  expect(await edit('two', 1, 'rejected')).toMatchObject({ possible: true });
  expect(await edit('one', 0, 'rejected')).toMatchObject({ possible: true });
});

test('an edit that would swallow what another window did meanwhile is refused, named or not', async () => {
  const harness = startServices();
  const { client } = harness;
  const { place, cells, alignmentId } = await start(harness);
  const name = (cell: number) => ({ alignmentId, beadId: cells[cell]!.beadId });
  const { revision } = await client.review.queue(place);
  const { versionId } = (await client.versions.list(place)).find(({ lang }) => lang === 'de')!;
  const texts = [{ versionId }, { versionId }];
  expect((await client.versions.compare({ ...place, texts })).revision).toBe(revision);
  const reject: EditCommand = { type: 'status', beads: [name(1)], status: 'rejected', reason: 'Sai' };
  await client.edits.run({ ...place, command: reject, seen: { revision, window: 'one' } });
  const merge: EditCommand = { type: 'merge', ...name(0) };
  await expect(
    client.edits.run({ ...place, command: merge, seen: { revision, window: 'two' } }),
  ).rejects.toMatchObject({ data: { code: 'edit-conflict' } });
  const queue = await client.review.queue({ ...place, reasons: ['rejected'] });
  expect(queue.items).toMatchObject([{ beadId: name(1).beadId, reason: 'Sai' }]);
  // Whoever looked again may do it.
  const seen = { revision: queue.revision, window: 'two' };
  expect(await client.edits.run({ ...place, command: merge, seen })).toMatchObject({ possible: true });
});

test('of two renderings in one language, signing one leaves the other free; samples keep to theirs', async () => {
  const harness = startServices();
  const { client } = harness;
  const { key: project } = await client.projects.create({ name: 'Hai bản', sourceLang: 'vi' });
  const slot = async (name: string, lang: string, text: string) => ({
    file: await put(client, name, text),
    role: lang === 'vi' ? ('original' as const) : ('rendering' as const),
    lang,
  });
  const slots = [
    await slot('vi.txt', 'vi', TEXTS.vi),
    await slot('eins.txt', 'de', TEXTS.de),
    await slot('zwei.txt', 'de', TEXTS.de.replace('stark', 'heftig')),
  ];
  const { id: documentId } = await client.documents.add({ project, title: 'Mưa', slots });
  const place = { project, documentId };
  await harness.services.finished((await client.jobs.align(place)).jobId);
  const { cells } = await client.grid.rows({ ...place, from: 0, to: 50 });
  const [one, two] = [...new Set(cells.map(({ alignmentId }) => alignmentId))].sort((a, b) => a - b);
  const reviewed = (alignmentId: number) =>
    client.edits.run({
      ...place,
      command: {
        type: 'status',
        beads: [cells.find((cell) => cell.alignmentId === alignmentId)!].map(({ beadId }) => ({
          alignmentId,
          beadId,
        })),
        status: 'reviewed',
      },
    });
  await client.review.drawSample({ ...place, alignmentId: two!, size: 2, seed: 1 });
  await client.review.signOff({ ...place, alignmentId: one! });
  expect(await reviewed(one!)).toMatchObject({ possible: false, say: 'edit.signed-off' });
  expect(await reviewed(two!)).toMatchObject({ possible: true });
  await client.review.signOff({ ...place, alignmentId: two! });
  await client.review.reopen({ ...place, alignmentId: one!, reason: 'Sót một câu' });
  expect(await reviewed(one!)).toMatchObject({ possible: true });
  const { parts } = await client.review.report(place);
  expect(parts.map(({ signOffs }) => signOffs.map(({ reopened }) => reopened?.reason ?? null))).toEqual([
    ['Sót một câu'],
    [null],
  ]);
  expect(parts.map(({ samples }) => samples.length)).toEqual([0, 1]);
  expect((await client.review.samples(place))[0]).toMatchObject({ alignmentId: two });
});
