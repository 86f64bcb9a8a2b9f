import { expect, test } from 'vitest';
import type { EditCommand } from '../../src/contract/index.ts';
import { makeDocument, startServices } from './harness.ts';

const NUMERALS = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu'];
const TEXTS = {
  vi: NUMERALS.map((word, i) => `Trang ${i + 101} kể chuyện thứ ${word}.`).join('\n\n'),
  de: NUMERALS.map((_, i) => `Seite ${i + 101} erzählt eine Geschichte.`).join('\n\n'),
};
type To = Extract<EditCommand, { type: 'move-border' }>['to'];

/** Six rows beside six; sentences are named by their last digit. */
async function sitDown() {
  const harness = startServices();
  const place = await makeDocument(harness, TEXTS);
  const { client } = harness;
  const read = async () => {
    const { rows, cells } = await client.grid.rows({ ...place, from: 0, to: 100 });
    return { rows, cells: [...cells].sort((a, b) => a.firstRow - b.firstRow) };
  };
  const digit = (text: string): string => /\d+/.exec(text)?.[0].at(-1) ?? '?';
  const shape = async (): Promise<string> => {
    const { rows, cells } = await read();
    return cells
      .map(({ firstRow, rowSpan, segments }) => {
        const sources = rows.slice(firstRow, firstRow + rowSpan).flatMap(({ source }) => source ?? []);
        return `${sources.map(({ text }) => digit(text)).join('')}|${segments.map(({ text }) => digit(text)).join('')}`;
      })
      .join(' ');
  };
  const bead = async (row: number) => {
    const { cells } = await read();
    const { alignmentId, beadId } = cells.find(({ firstRow }) => firstRow === row)!;
    return { alignmentId, beadId };
  };
  const sentence = async (side: 'vi' | 'de', number: number): Promise<number> => {
    const { rows, cells } = await read();
    const all =
      side === 'vi' ? rows.flatMap(({ source }) => source ?? []) : cells.flatMap((one) => one.segments);
    return all.find(({ text }) => digit(text) === String(number))!.id;
  };
  const run = (command: EditCommand) => client.edits.run({ ...place, command });
  const move = async (row: number, to: To) => run({ type: 'move-border', ...(await bead(row)), to });
  const undo = () => client.edits.undo(place);
  return { shape, bead, sentence, run, move, undo };
}

const START = '1|1 2|2 3|3 4|4 5|5 6|6';

test('down: several sentences of one side, and whole groups on the way', async () => {
  const desk = await sitDown();
  const to = async (side: 'vi' | 'de', number: number, where: 'before' | 'after') => ({
    segmentId: await desk.sentence(side, number),
    where,
  });
  expect(await desk.move(1, await to('de', 3, 'after'))).toMatchObject({ possible: true, focusRow: 1 });
  expect(await desk.shape()).toBe('1|1 2|23 3| 4|4 5|5 6|6');
  await desk.undo();
  expect(await desk.shape()).toBe(START);
  await desk.move(1, await to('vi', 3, 'after'));
  expect(await desk.shape()).toBe('1|1 23|2 |3 4|4 5|5 6|6');
  await desk.undo();
  // 3 is passed as a whole; of 4 the rendering alone.
  await desk.move(1, await to('de', 4, 'after'));
  expect(await desk.shape()).toBe('1|1 23|234 4| 5|5 6|6');
  await desk.undo();
  expect(await desk.shape()).toBe(START);
});

test('up: what stands after the new place goes to the next group', async () => {
  const desk = await sitDown();
  await desk.move(2, { segmentId: await desk.sentence('de', 3), where: 'before' });
  expect(await desk.shape()).toBe('1|1 2|2 3| 4|34 5|5 6|6');
  await desk.undo();
  await desk.move(2, { segmentId: await desk.sentence('de', 2), where: 'before' });
  expect(await desk.shape()).toBe('1|1 2| 34|234 5|5 6|6');
  await desk.undo();
  expect(await desk.shape()).toBe(START);
});

test('to where another group begins or ends: all between become one', async () => {
  const desk = await sitDown();
  const fourth = (await desk.bead(3)).beadId;
  await desk.move(1, { beadId: fourth, where: 'after' });
  expect(await desk.shape()).toBe('1|1 234|234 5|5 6|6');
  await desk.undo();
  const second = (await desk.bead(1)).beadId;
  await desk.move(3, { beadId: second, where: 'before' });
  expect(await desk.shape()).toBe('1|1 2345|2345 6|6');
  await desk.undo();
  expect(await desk.shape()).toBe(START);
});

test('what cannot be, with the reason', async () => {
  const desk = await sitDown();
  const own = await desk.bead(1);
  expect(await desk.move(1, { beadId: own.beadId, where: 'after' })).toMatchObject({ say: 'edit.already' });
  const last = { segmentId: await desk.sentence('de', 5), where: 'before' as const };
  expect(await desk.move(5, last)).toMatchObject({ possible: false, say: 'edit.no-bead-after' });
  await desk.run({ type: 'status', beads: [await desk.bead(2)], status: 'confirmed' });
  const passing = { segmentId: await desk.sentence('de', 4), where: 'after' as const };
  expect(await desk.move(1, passing)).toMatchObject({ possible: false, say: 'edit.wall-next' });
  expect(await desk.shape()).toBe(START);
});

test('a crossing link where it is asked for', async () => {
  const desk = await sitDown();
  const { alignmentId } = await desk.bead(0);
  const ends = {
    sourceSegmentId: await desk.sentence('vi', 2),
    targetSegmentId: await desk.sentence('de', 3),
  };
  const outcome = await desk.run({ type: 'link', alignmentId, ...ends, crossing: true });
  expect(outcome.say).toBe('edit.linked-crossing');
  expect(await desk.shape()).toBe(START);
});
