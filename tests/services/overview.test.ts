import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '../../src/core/errors.ts';
import { runEdit, stepHistory } from '../../src/services/edits/run.ts';
import { OpenProject } from '../../src/services/openProjects.ts';
import { createSnapshot, goBackTo, listSnapshots } from '../../src/services/snapshots.ts';
import { openStore } from '../../src/store/index.ts';
import { makeDocument, startServices } from './harness.ts';
import { type Dice, dumpTables, makeCommand } from './randomEdits.ts';

const PAGES = ['mở cửa hàng', 'bán 12 quả cam', 'đóng cửa lúc 9 giờ', 'gặp ông Tuấn', 'về nhà', 'ngủ say'];
const SEITEN = [
  'öffnet den Laden',
  'verkauft 12 Orangen',
  'schließt um 9 Uhr',
  'trifft Herrn Tuan',
  'geht heim',
  'schläft fest',
];
const TEXTS = {
  vi: PAGES.map((text, i) => `Trang ${i + 201}: cô ấy ${text}.`).join('\n\n'),
  de: SEITEN.map((text, i) => `Seite ${i + 201}: sie ${text}.`).join('\n\n'),
};

test('sentences without a partner, with candidates and evidence in words', async () => {
  const harness = startServices();
  const place = await makeDocument(harness, TEXTS);
  const { client } = harness;
  expect(await client.unaligned.list(place)).toMatchObject({ total: 0, sentences: [] });
  const { cells } = await client.grid.rows({ ...place, from: 0, to: 50 });
  const cell = cells.find(({ firstRow }) => firstRow === 3)!;
  const bead = { alignmentId: cell.alignmentId, beadId: cell.beadId };
  await client.edits.run({ ...place, command: { type: 'unlink', ...bead } });

  const list = await client.unaligned.list(place);
  expect(list.byRendering).toMatchObject([{ lang: 'de', source: 1, target: 1 }]);
  const [omission, addition] = list.sentences;
  expect(omission).toMatchObject({ side: 'source', lang: 'vi', row: 3, number: 4 });
  expect(addition).toMatchObject({ side: 'target', lang: 'de', row: 4, number: 4 });
  const [best] = omission!.candidates;
  expect(best).toMatchObject({ segmentId: addition!.segmentId, taken: false, confirmed: false });
  expect(
    best!.evidence.some(({ say, params }) => say === 'evidence.shared' && /204/.test(String(params['list']))),
  ).toBe(true);
  const asked = { ...place, alignmentId: bead.alignmentId, segmentId: addition!.segmentId };
  const [back] = await client.inspector.candidates(asked);
  expect(back!.segmentId).toBe(omission!.segmentId);

  const beads = list.sentences.map(({ alignmentId, beadId }) => ({ alignmentId, beadId }));
  await client.edits.run({ ...place, command: { type: 'status', beads: [beads[0]!], status: 'confirmed' } });
  expect((await client.unaligned.list(place)).total).toBe(1);
  expect((await client.unaligned.list({ ...place, accepted: true, side: 'source' })).total).toBe(1);
});

test('the map has a point for each group, or for each square', async () => {
  const harness = startServices();
  const place = await makeDocument(harness, TEXTS);
  const { client } = harness;
  const { cells } = await client.grid.rows({ ...place, from: 0, to: 50 });
  const { alignmentId } = cells[0]!;
  await client.edits.run({
    ...place,
    command: { type: 'status', beads: [{ alignmentId, beadId: cells[0]!.beadId }], status: 'confirmed' },
  });
  const fine = await client.map.points({ ...place, alignmentId });
  expect(fine).toMatchObject({ sourceTotal: 6, targetTotal: 6, links: [] });
  expect(fine.points.map(({ x, y, row }) => [x, y, row])).toEqual(
    [0, 1, 2, 3, 4, 5].map((i) => [i + 0.5, i + 0.5, i]),
  );
  expect(fine.points.map(({ confirmed }) => confirmed)).toEqual([1, 0, 0, 0, 0, 0]);
  await client.edits.run({ ...place, command: { type: 'unlink', alignmentId, beadId: cells[5]!.beadId } });
  const sum = (of: 'omissions' | 'additions', points: typeof fine.points): number =>
    points.reduce((total, point) => total + point[of], 0);
  const { points } = await client.map.points({ ...place, alignmentId });
  expect([sum('omissions', points), sum('additions', points)]).toEqual([1, 1]);
});

test('snapshots over the contract', async () => {
  const harness = startServices();
  const place = await makeDocument(harness, TEXTS);
  const { client } = harness;
  const rows = async () => (await client.grid.rows({ ...place, from: 0, to: 50 })).cells;
  const before = await rows();
  const made = await client.snapshots.create({ ...place, name: 'Trước khi sửa' });
  expect(made).toMatchObject({ name: 'Trước khi sửa', author: 'me', steps: 0, nextEditId: null });
  const merged = await client.edits.run({
    ...place,
    command: { type: 'merge', alignmentId: before[0]!.alignmentId, beadId: before[0]!.beadId },
  });
  const { snapshotId } = made;
  expect(await client.snapshots.list(place)).toMatchObject([{ steps: 1, nextEditId: merged.editId }]);
  const after = await rows();
  expect(await client.snapshots.goBack({ ...place, snapshotId })).toMatchObject({ say: 'edit.gone-back' });
  expect(await client.snapshots.list(place)).toMatchObject([{ steps: 0, nextEditId: null }]);
  expect(await rows()).toEqual(before);
  await client.edits.undo(place);
  expect(await rows()).toEqual(after);
  await client.snapshots.remove({ ...place, snapshotId });
  expect(await client.snapshots.list(place)).toEqual([]);
  await expect(client.snapshots.goBack({ ...place, snapshotId })).rejects.toMatchObject({
    data: { code: 'not-found' },
  });
});

test('going back to any snapshot restores every row, whatever was done, undone and given up since', async () => {
  const harness = startServices();
  const { project: key, documentId } = await makeDocument(harness, TEXTS);
  await harness.client.projects.close({ project: key });
  const path = join(harness.folder, 'projects', 'Thử.songsong');
  const project = new OpenProject(openStore(path), () => undefined);
  const request = { project, documentId, furniture: true, author: 'An', now: () => 0 };
  const snapshots: { id: number; tables: ReturnType<typeof dumpTables> }[] = [];
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000)) },
    { weight: 3, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
    { weight: 2, arbitrary: fc.constant('keep' as const) },
    { weight: 2, arbitrary: fc.nat(100) },
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      for (const one of steps) {
        // The alignment itself stays.
        const isAlignment = project.store.history.peek(documentId, 'undo')?.command === 'align';
        if (one === 'undo' && isAlignment) continue;
        if (one === 'undo' || one === 'redo') stepHistory(request, one);
        else if (one === 'keep') {
          const { snapshotId } = createSnapshot(project, documentId, { name: 'x', author: 'An', at: 0 });
          snapshots.push({ id: snapshotId, tables: dumpTables(project.store) });
        } else if (typeof one === 'number') {
          const snapshot = snapshots[one % Math.max(1, snapshots.length)];
          if (!snapshot) continue;
          const before = dumpTables(project.store);
          const { possible } = goBackTo(request, snapshot.id);
          expect(dumpTables(project.store)).toEqual(snapshot.tables);
          expect(
            listSnapshots(project, documentId).find(({ snapshotId }) => snapshotId === snapshot.id),
          ).toMatchObject({ steps: 0 });
          for (const { snapshotId, steps } of listSnapshots(project, documentId)) {
            const kept = snapshots.find(({ id }) => id === snapshotId);
            if (steps === 0 && kept) expect(kept.tables).toEqual(snapshot.tables);
          }
          if (possible && one % 2) {
            stepHistory(request, 'undo');
            expect(dumpTables(project.store)).toEqual(before);
          }
        } else
          try {
            runEdit(request, makeCommand(project.store, documentId, one as Dice));
          } catch (error) {
            if (!(error instanceof AppError) || error.code !== 'not-found') throw error;
          }
      }
    }),
    { numRuns: 15 },
  );
  project.close();
});
