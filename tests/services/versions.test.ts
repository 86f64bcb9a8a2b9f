/** Versions: what a revised text keeps, what it makes stale, and what undo takes back. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findFaults, openStore } from '../../src/store/index.ts';
import { type Harness, makeDocument, put, startServices } from './harness.ts';
import { dumpTables } from './randomEdits.ts';

const SENTENCES_DE = [
  'Heute Morgen regnet es stark.',
  'Lan bleibt zu Hause und liest ein Buch.',
  'Mutter geht auf den Markt und kauft 3 Fische.',
  'Vater repariert das Dach.',
  'Am Nachmittag isst die ganze Familie.',
  'Das Baby schläft früh.',
  'In der Nacht steht der Mond hoch.',
  'Die Großmutter erzählt eine alte Geschichte.',
];
const VI =
  'Sáng nay trời mưa to. Lan ở nhà đọc sách. Mẹ đi chợ mua 3 con cá. Cha sửa mái nhà. Chiều đến, cả nhà ăn cơm. Em bé ngủ sớm. Đêm xuống, trăng lên cao. Bà kể một câu chuyện cũ.\n';
const TEXTS = { vi: VI, de: `${SENTENCES_DE.join(' ')}\n` };

const windowOf = (harness: Harness, project: string, documentId: number) =>
  harness.client.grid.rows({ project, documentId, from: 0, to: 500, furniture: true });
const cellsOf = async (harness: Harness, project: string, documentId: number) =>
  (await windowOf(harness, project, documentId)).cells;
const currentGerman = async ({ client }: Harness, project: string, documentId: number) =>
  (await client.versions.list({ project, documentId })).find(
    ({ lang, current }) => lang === 'de' && current,
  )!;

test('a text that did not change changes nothing', async () => {
  const harness = startServices();
  const { client, services } = harness;
  const { project, documentId } = await makeDocument(harness, TEXTS);
  await services.idle();
  const of = (await currentGerman(harness, project, documentId)).versionId;
  const before = await windowOf(harness, project, documentId);
  const file = await put(client, 'de.txt', TEXTS.de);
  const result = await client.versions.add({ project, documentId, of, file });
  expect(result).toMatchObject({
    versionId: null,
    stale: 0,
    counts: { same: SENTENCES_DE.length, changed: 0 },
  });
  expect(await windowOf(harness, project, documentId)).toEqual(before);
  expect(await client.versions.list({ project, documentId })).toHaveLength(2);
});

test('a version with some changed sentences makes exactly their groups stale, and undo takes it back', async () => {
  const harness = startServices();
  const { client, services } = harness;
  const { project, documentId } = await makeDocument(harness, TEXTS);
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.nat(SENTENCES_DE.length - 1), { minLength: 1, maxLength: 5 }),
      async (changed) => {
        const before = await cellsOf(harness, project, documentId);
        const beads = before.map(({ alignmentId, beadId }) => ({ alignmentId, beadId }));
        await client.edits.run({
          project,
          documentId,
          command: { type: 'status', beads, status: 'confirmed' },
        });
        await services.idle();
        const confirmed = await cellsOf(harness, project, documentId);
        const text = SENTENCES_DE.map((one, i) =>
          changed.includes(i) ? one.replace('.', ' wirklich.') : one,
        );
        const of = (await currentGerman(harness, project, documentId)).versionId;
        const file = await put(client, 'neu.txt', `${text.join(' ')}\n`);
        const preview = await client.versions.preview({ project, documentId, of, file });
        const { stale, counts } = await client.versions.add({ project, documentId, of, file });
        await services.idle();
        const after = await cellsOf(harness, project, documentId);
        const holdsChange = (segments: readonly { text: string }[]) =>
          segments.some((segment) => segment.text.includes('wirklich'));
        expect(
          after.filter(({ status }) => status === 'stale').every((cell) => holdsChange(cell.segments)),
        ).toBe(true);
        expect(
          after.filter((cell) => holdsChange(cell.segments)).every(({ status }) => status === 'stale'),
        ).toBe(true);
        expect(
          after.filter(({ status }) => status !== 'stale').every(({ status }) => status === 'confirmed'),
        ).toBe(true);
        expect(stale).toBe(after.filter(({ status }) => status === 'stale').length);
        expect(preview).toMatchObject({ stale, counts, untouched: 0, aligned: null });
        expect(counts.changed).toBe(changed.length);
        await client.edits.undo({ project, documentId });
        expect(await cellsOf(harness, project, documentId)).toEqual(confirmed);
        await client.edits.redo({ project, documentId });
        expect((await cellsOf(harness, project, documentId)).map(({ status }) => status)).toEqual(
          after.map(({ status }) => status),
        );
        await client.edits.undo({ project, documentId });
        await client.edits.undo({ project, documentId });
      },
    ),
    { numRuns: 15 },
  );
  const path = `${harness.folder}/projects/Thử.songsong`;
  await client.projects.close({ project });
  const store = openStore(path);
  expect(findFaults(store)).toEqual([]);
  store.close();
});

test('a revised original makes its group stale in every language; notes and dismissals stay', async () => {
  const harness = startServices();
  const { client, services } = harness;
  const zh =
    '今天早上下大雨。兰在家看书。妈妈去市场买了三条鱼。父亲修屋顶。下午，全家吃饭。宝宝早睡。夜幕降临，月亮高高升起。奶奶讲了一个老故事。\n';
  const { project, documentId } = await makeDocument(harness, {
    ...TEXTS,
    de: TEXTS.de.replace('3 Fische', '4 Fische'),
    zh,
  });
  await services.idle();
  const flags = await client.flags.list({ project, documentId });
  const number = flags.find(({ check, lang }) => check === 'number' && lang === 'de')!;
  const decide = { type: 'decide-flag', flagId: number.id, decision: 'dismissed', scope: 'here' } as const;
  await client.edits.run({ project, documentId, command: decide });
  const { rows } = await windowOf(harness, project, documentId);
  const noted = rows[4]!.source!;
  await client.edits.run({
    project,
    documentId,
    command: { type: 'note', segmentId: noted.id, text: 'Xem lại @An' },
  });
  const of = (await client.versions.list({ project, documentId }))[0]!;
  expect(of.role).toBe('original');
  const file = await put(client, 'vi2.txt', VI.replace('Lan ở nhà đọc sách', 'Lan ở nhà đọc báo'));
  const { stale } = await client.versions.add({ project, documentId, of: of.versionId, file });
  await services.idle();
  expect(stale).toBe(2);
  const after = await windowOf(harness, project, documentId);
  expect(after.cells.filter(({ status }) => status === 'stale').map(({ firstRow }) => firstRow)).toEqual([
    1, 1,
  ]);
  const still = await client.flags.list({ project, documentId, decided: true });
  expect(still.find(({ check, lang }) => check === 'number' && lang === 'de')?.decision).toBe('dismissed');
  const cell = after.cells.find(({ firstRow }) => firstRow === 4)!;
  const here = after.rows[cell.firstRow]!.source!;
  const notes = await client.review.notesOn({ project, segmentIds: [here.id] });
  expect(notes.map(({ text }) => text)).toEqual(['Xem lại @An']);
  const changed = after.rows[1]!.source!;
  const [change] = await client.versions.changes({ project, segmentIds: [changed.id, noted.id] });
  expect(change).toMatchObject({ segmentId: changed.id, kind: 'changed', before: 'Lan ở nhà đọc sách.' });
});

test('a moved paragraph is followed by links', async () => {
  const harness = startServices();
  const { client } = harness;
  const { project, documentId } = await makeDocument(harness, TEXTS);
  const of = (await currentGerman(harness, project, documentId)).versionId;
  const moved = [...SENTENCES_DE.slice(2), ...SENTENCES_DE.slice(0, 2)];
  const file = await put(client, 'neu.txt', `${moved.join(' ')}\n`);
  const { counts } = await client.versions.add({ project, documentId, of, file });
  expect(counts).toMatchObject({ moved: 2, changed: 0, added: 0, removed: 0 });
  await client.projects.close({ project });
  const store = openStore(`${harness.folder}/projects/Thử.songsong`);
  expect(dumpTables(store)['link']).toHaveLength(2);
  expect(findFaults(store)).toEqual([]);
  store.close();
});

test('compares versions, a state before an edit and a file; takes a sentence over', async () => {
  const harness = startServices();
  const { client } = harness;
  const { project, documentId } = await makeDocument(harness, TEXTS);
  const old = await currentGerman(harness, project, documentId);
  const text = SENTENCES_DE.map((one) => one.replace('repariert das Dach', 'flickt das Dach'));
  text.splice(6, 0, 'Es schnarcht.');
  const file = await put(client, 'neu.txt', `${text.join(' ')}\n`);
  await client.versions.add({ project, documentId, of: old.versionId, file, label: 'Lektorat' });
  const fresh = await currentGerman(harness, project, documentId);
  expect(fresh).toMatchObject({ label: 'Lektorat', revision: 2 });
  const compare = (onlyChanges = true) =>
    client.versions.compare({
      project,
      documentId,
      texts: [{ versionId: old.versionId }, { versionId: fresh.versionId }],
      onlyChanges,
    });
  const compared = await compare();
  expect(compared.counts).toEqual([{ same: 7, changed: 1, moved: 0, added: 1, removed: 0 }]);
  expect(compared.rows).toHaveLength(2);
  const [row] = compared.rows;
  expect(row!.original.map((one) => one.text)).toEqual(['Cha sửa mái nhà.']);
  expect(row!.cells[1]![0]!.words.filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'removed', text: 'repariert' },
    { kind: 'added', text: 'flickt' },
  ]);
  const all = await compare(false);
  expect(all.rows.flatMap(({ cells }) => cells[1]!.map((piece) => piece.text))).toEqual(text);
  expect(row!.takes).toEqual([
    [{ kind: 'replace', segmentId: expect.any(Number), text: 'Vater repariert das Dach.' }],
    [],
  ]);
  const command = { type: 'take-over', changes: row!.takes[0]!, label: 'Fassung 1' } as const;
  const taken = await client.edits.run({ project, documentId, command });
  expect(taken).toMatchObject({ possible: true, say: 'edit.taken-over' });
  expect((await compare()).counts).toEqual([{ same: 8, changed: 0, moved: 0, added: 1, removed: 0 }]);
  const past = await client.versions.compare({
    project,
    documentId,
    texts: [
      { versionId: fresh.versionId, beforeEdit: taken.editId! },
      { versionId: fresh.versionId },
      { file },
    ],
  });
  expect(past.counts[0]).toMatchObject({ changed: 1 });
  expect(past.counts[1]).toMatchObject({ changed: 0, same: 9 });
  const kept = await client.versions.keep({
    project,
    documentId,
    versionId: fresh.versionId,
    label: 'Vor der Abgabe',
  });
  expect((await client.versions.list({ project, documentId })).map(({ label }) => label)).toContain(
    'Vor der Abgabe',
  );
  await client.versions.restore({ project, documentId, versionId: old.versionId });
  expect((await compare(false)).titles).toHaveLength(2);
  expect(kept.versionId).toBeGreaterThan(fresh.versionId);
});

test('a new version is judged anew: its verdict and all flags are those of a fresh check, and undo takes them back', async () => {
  const harness = startServices();
  const { client, services } = harness;
  const { project, documentId } = await makeDocument(harness, TEXTS);
  const of = (await currentGerman(harness, project, documentId)).versionId;
  const verdict = async () =>
    (await client.projects.get({ project })).documents[0]!.columns.find(({ lang }) => lang === 'de')!
      .verdict!;
  const flags = async () =>
    (await client.flags.list({ project, documentId })).map(({ check, severity, message }) => [
      check,
      severity,
      message,
    ]);
  const [before, flagsBefore] = [await verdict(), await flags()];
  expect(before.kind).toBe('complete');
  const half = `${SENTENCES_DE.slice(0, 4).join(' ').replace('3 Fische', '4 Fische')}\n`;
  const file = await put(client, 'halb.txt', half);
  const { jobId } = await client.versions.add({ project, documentId, of, file });
  expect((await services.finished(jobId!)).state).toBe('done');
  const [after, flagsAfter] = [await verdict(), await flags()];
  expect(after.kind).not.toBe('complete');
  expect(flagsAfter.some(([check]) => check === 'number')).toBe(true);
  await client.edits.undo({ project, documentId });
  expect([await verdict(), await flags()]).toEqual([before, flagsBefore]);
  await client.edits.redo({ project, documentId });
  expect([await verdict(), await flags()]).toEqual([after, flagsAfter]);
  await services.finished((await client.jobs.check({ project, documentId })).jobId);
  expect([await verdict(), await flags()]).toEqual([after, flagsAfter]);
});
