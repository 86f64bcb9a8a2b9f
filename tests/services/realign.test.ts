/** Stretches aligned again as one edit, and what confirming teaches: in other documents and in the beads that are left. */
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { type Harness, makeDocument, put, startServices } from './harness.ts';
import { dumpTables } from './randomEdits.ts';

const LESSON = {
  vi: 'Mua một khatim.\n\nTìm thấy solvan.\n\nTrời mưa.\n\nCửa đóng.\n\nMẹ cười.\n\nAnh đi đâu?\n\nHai giờ rồi.\n',
  de: 'Kauf einen Grömpel.\n\nDas Plirr ist gefunden.\n\nEs regnet.\n\nDie Tür ist zu.\n\nMutter lacht.\n\nWohin gehst du?\n\nEs ist zwei Uhr.\n',
};
const TASK = {
  vi: 'Đây là brulon.\n\nĐây là khatim.\n\nĐây là solvan.\n\nKia là tumbek.\n',
  de: 'Da ist Grömpel.\n\nDa ist Plirr.\n\nDort ist Sompf.\n',
};
const RIGHT = [
  'Đây là brulon.|',
  'Đây là khatim.|Da ist Grömpel.',
  'Đây là solvan.|Da ist Plirr.',
  'Kia là tumbek.|Dort ist Sompf.',
];
type Place = { project: string; documentId: number };

/** All recorded rows of the project, out of a copy of its file. */
function dumpProject({ folder }: Harness) {
  const file = join(folder, 'projects', 'Thử.songsong');
  const copy = join(temporaryFolder(), 'copy.songsong');
  for (const end of ['', '-wal']) if (existsSync(file + end)) copyFileSync(file + end, copy + end);
  const store = openStore(copy);
  const rows = dumpTables(store);
  store.close();
  return rows;
}
const cellsOf = async ({ client }: Harness, place: Place) =>
  (await client.grid.rows({ ...place, from: 0, to: 100 })).cells;
async function shapes(harness: Harness, place: Place) {
  const { rows, cells } = await harness.client.grid.rows({ ...place, from: 0, to: 100 });
  return cells.map(
    (cell) =>
      `${rows.slice(cell.firstRow, cell.firstRow + cell.sourceCount).map((row) => row.source?.text)}|${cell.segments.map(({ text }) => text)}`,
  );
}
async function addDocument({ client, services }: Harness, project: string, texts: Record<string, string>) {
  const slots = await Promise.all(
    Object.entries(texts).map(async ([lang, text]) => ({
      file: await put(client, `${lang}.txt`, text),
      role: lang === 'vi' ? ('original' as const) : ('rendering' as const),
      lang,
    })),
  );
  const document = await client.documents.add({ project, title: 'Hai', slots });
  const place = { project, documentId: document.id };
  const { jobId } = await client.jobs.align(place);
  expect((await services.finished(jobId)).state).toBe('done');
  return place;
}
const confirmAll = async (harness: Harness, place: Place) => {
  const beads = (await cellsOf(harness, place)).map(({ alignmentId, beadId }) => ({ alignmentId, beadId }));
  const outcome = await harness.client.edits.run({
    ...place,
    command: { type: 'status', beads, status: 'confirmed' },
  });
  expect(outcome.possible).toBe(true);
};

test('what was confirmed in one document decides in the next one, and no longer when it is not confirmed', async () => {
  const harness = startServices();
  const lesson = await makeDocument(harness, LESSON);
  expect(await shapes(harness, await addDocument(harness, lesson.project, TASK))).not.toEqual(RIGHT);
  await confirmAll(harness, lesson);
  const taught = await addDocument(harness, lesson.project, TASK);
  expect(await shapes(harness, taught)).toEqual(RIGHT);
  await harness.client.edits.undo(lesson);
  const again = await addDocument(harness, lesson.project, TASK);
  expect(await shapes(harness, again)).not.toEqual(RIGHT);
});

test('a stretch is aligned again as one edit: walls and what lies outside stay, undo puts every row back', async () => {
  const harness = startServices();
  const { client, services } = harness;
  const lesson = await makeDocument(harness, LESSON);
  const place = await addDocument(harness, lesson.project, TASK);
  await confirmAll(harness, lesson);
  await services.idle();
  const before = await cellsOf(harness, place);
  const { alignmentId } = before[0]!;
  const last = before.at(-1)!;
  const range = { alignmentId, firstBeadId: before[0]!.beadId, lastBeadId: last.beadId };
  const command = { type: 'realign' as const, ranges: [range] };
  expect((await client.edits.dryRun({ ...place, command })).possible).toBe(true);
  const wrong = await shapes(harness, place);
  const rows = dumpProject(harness);
  const outcome = await client.edits.run({ ...place, command });
  expect(outcome).toMatchObject({ possible: true, say: 'edit.realigned', focusRow: 0 });
  expect(await shapes(harness, place)).toEqual(RIGHT);
  await services.idle();
  expect((await client.edits.undo(place)).params).toMatchObject({ command: 'realign' });
  expect(dumpProject(harness)).toEqual(rows);
  expect(await shapes(harness, place)).toEqual(wrong);
  await client.edits.redo(place);
  expect(await shapes(harness, place)).toEqual(RIGHT);
  await services.idle();
  expect(
    await client.edits.run({ ...place, command: { ...command, ranges: [await wholeRange(harness, place)] } }),
  ).toMatchObject({ possible: false, say: 'edit.realign-same' });
});

const wholeRange = async (harness: Harness, place: Place) => {
  const cells = await cellsOf(harness, place);
  return {
    alignmentId: cells[0]!.alignmentId,
    firstBeadId: cells[0]!.beadId,
    lastBeadId: cells.at(-1)!.beadId,
  };
};

test('confirmed groups are walls: a wrong one stays, and where all is confirmed nothing is done', async () => {
  const harness = startServices();
  const { client } = harness;
  const lesson = await makeDocument(harness, LESSON);
  const place = await addDocument(harness, lesson.project, TASK);
  await confirmAll(harness, lesson);
  const wall = (await cellsOf(harness, place)).find(({ segments }) => segments.length > 0)!;
  const name = { alignmentId: wall.alignmentId, beadId: wall.beadId };
  await client.edits.run({ ...place, command: { type: 'status', beads: [name], status: 'confirmed' } });
  const confirmed = (await shapes(harness, place))[0]!;
  const ranges = [await wholeRange(harness, place)];
  await client.edits.run({ ...place, command: { type: 'realign', ranges } });
  expect((await shapes(harness, place))[0]).toBe(confirmed);
  await confirmAll(harness, place);
  expect(
    await client.edits.dryRun({
      ...place,
      command: { type: 'realign', ranges: [await wholeRange(harness, place)] },
    }),
  ).toMatchObject({ possible: false, say: 'edit.all-confirmed' });
});

test('after a confirmation the groups beside it are judged anew, as part of the same edit', async () => {
  const harness = startServices();
  const { client, services } = harness;
  const place = await makeDocument(harness, TASK);
  const rows = dumpProject(harness);
  const before = await cellsOf(harness, place);
  const [first, ...rest] = before;
  await client.edits.run({
    ...place,
    command: {
      type: 'status',
      beads: [{ alignmentId: first!.alignmentId, beadId: first!.beadId }],
      status: 'confirmed',
    },
  });
  await services.idle();
  const after = (await cellsOf(harness, place)).slice(1);
  expect(after.map(({ beadId }) => beadId)).toEqual(rest.map(({ beadId }) => beadId));
  expect(after.map(({ score }) => score)).not.toEqual(rest.map(({ score }) => score));
  expect(await client.edits.undo(place)).toMatchObject({ params: { command: 'status' } });
  expect(dumpProject(harness)).toEqual(rows);
});
