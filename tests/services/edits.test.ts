import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Cell, EditCommand } from '../../src/contract/index.ts';
import { EDIT_DONE, EDIT_IMPOSSIBLE, HISTORY } from '../../src/contract/sayings.ts';
import { type Harness, makeDocument, startServices } from './harness.ts';

const NUMERALS = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu'];

/** Six sentences beside six, aligned 1:1 by what they say. */
const TEXTS = {
  vi: NUMERALS.map((word, i) => `Trang ${i + 101} kể chuyện thứ ${word}.`).join('\n\n'),
  de: NUMERALS.map((_, i) => `Seite ${i + 101} erzählt eine Geschichte.`).join('\n\n'),
};

interface Desk {
  readonly harness: Harness;
  readonly project: string;
  readonly documentId: number;
  cells(): Promise<Cell[]>;
  /** Each bead as the last digits of its page numbers: `1|1 2|2 3|` … */
  shape(): Promise<string>;
  run(command: EditCommand): ReturnType<Harness['client']['edits']['run']>;
  /** The bead that begins at this row. */
  at(row: number): Promise<{ alignmentId: number; beadId: number }>;
}

async function sitDown(): Promise<Desk> {
  const harness = startServices();
  const { client } = harness;
  const { project, documentId } = await makeDocument(harness, TEXTS);
  const window = () => client.grid.rows({ project, documentId, from: 0, to: 100 });
  const cells = async () => [...(await window()).cells].sort((a, b) => a.firstRow - b.firstRow);
  return {
    harness,
    project,
    documentId,
    cells,
    shape: async () => {
      const { rows, cells: all } = await window();
      const digit = (text: string): string => /\d+/.exec(text)?.[0].at(-1) ?? '?';
      return [...all]
        .sort((a, b) => a.firstRow - b.firstRow)
        .map((cell) => {
          const sources = rows
            .slice(cell.firstRow, cell.firstRow + cell.rowSpan)
            .flatMap(({ source }) => (source ? [digit(source.text)] : []));
          return `${sources.join('')}|${cell.segments.map(({ text }) => digit(text)).join('')}`;
        })
        .join(' ');
    },
    run: (command) => client.edits.run({ project, documentId, command }),
    at: async (row) => {
      const cell = (await cells()).find(({ firstRow }) => firstRow === row)!;
      return { alignmentId: cell.alignmentId, beadId: cell.beadId };
    },
  };
}

describe('beads', () => {
  test('merge, split, up, down, unlink and back', async () => {
    const desk = await sitDown();
    expect(await desk.shape()).toBe('1|1 2|2 3|3 4|4 5|5 6|6');
    expect(await desk.run({ type: 'merge', ...(await desk.at(1)) })).toMatchObject({
      say: 'edit.merged',
      focusRow: 1,
    });
    expect(await desk.shape()).toBe('1|1 23|23 4|4 5|5 6|6');
    await desk.run({ type: 'first-up', ...(await desk.at(1)) });
    expect(await desk.shape()).toBe('1|12 23|3 4|4 5|5 6|6');
    await desk.run({ type: 'last-down', ...(await desk.at(1)) });
    expect(await desk.shape()).toBe('1|12 23| 4|34 5|5 6|6');
    await desk.run({ type: 'split', ...(await desk.at(0)) });
    expect(await desk.shape()).toBe('1|1 |2 23| 4|34 5|5 6|6');
    await desk.run({ type: 'unlink', ...(await desk.at(4)) });
    expect(await desk.shape()).toBe('1|1 |2 23| 4| |34 5|5 6|6');
    expect((await desk.cells()).map(({ status }) => status)).toEqual([
      'edited',
      'edited',
      'edited',
      'edited',
      'edited',
      'auto',
      'auto',
    ]);
    for (const shape of [
      '1|1 |2 23| 4|34 5|5 6|6',
      '1|12 23| 4|34 5|5 6|6',
      '1|12 23|3 4|4 5|5 6|6',
      '1|1 23|23 4|4 5|5 6|6',
      '1|1 2|2 3|3 4|4 5|5 6|6',
    ]) {
      await desk.harness.client.edits.undo({ project: desk.project, documentId: desk.documentId });
      expect(await desk.shape()).toBe(shape);
    }
  });

  test('push and pull shift a column up to the next wall, and are each other’s inverse', async () => {
    const desk = await sitDown();
    await desk.run({ type: 'status', beads: [await desk.at(4)], status: 'confirmed' });
    await desk.run({ type: 'push', ...(await desk.at(1)) });
    expect(await desk.shape()).toBe('1|1 2| 3|2 4|34 5|5 6|6');
    await desk.run({ type: 'pull', ...(await desk.at(1)) });
    expect(await desk.shape()).toBe('1|1 2|2 3|34 4| 5|5 6|6');
    expect(await desk.run({ type: 'push', ...(await desk.at(3)) })).toMatchObject({
      possible: false,
      say: 'edit.wall-next',
    });
    expect(await desk.run({ type: 'pull', ...(await desk.at(4)) })).toMatchObject({ say: 'edit.wall' });
  });

  test('link joins what lies together and crosses what does not', async () => {
    const desk = await sitDown();
    await desk.run({ type: 'unlink', ...(await desk.at(2)) });
    expect(await desk.shape()).toBe('1|1 2|2 3| |3 4|4 5|5 6|6');
    const rows = (await desk.harness.client.grid.rows({ ...desk, from: 0, to: 50 })).rows;
    const cells = await desk.cells();
    const link = (row: number, cell: number) =>
      desk.run({
        type: 'link',
        alignmentId: cells[0]!.alignmentId,
        sourceSegmentId: rows[row]!.source!.id,
        targetSegmentId: cells[cell]!.segments[0]!.id,
      });
    expect(await link(2, 3)).toMatchObject({ say: 'edit.linked' });
    expect(await desk.shape()).toBe('1|1 2|2 3|3 4|4 5|5 6|6');
    expect(await link(0, 5)).toMatchObject({ say: 'edit.linked-crossing' });
    expect(await desk.shape()).toBe('1|1 2|2 3|3 4|4 5|5 6|6');
    expect(await link(0, 5)).toMatchObject({ possible: false, say: 'edit.already-linked' });
  });

  test('a dry run tells and changes nothing', async () => {
    const desk = await sitDown();
    const { project, documentId } = desk;
    const dry = (command: EditCommand) => desk.harness.client.edits.dryRun({ project, documentId, command });
    expect(await dry({ type: 'merge', ...(await desk.at(0)) })).toMatchObject({
      possible: true,
      editId: null,
    });
    expect(await dry({ type: 'merge', ...(await desk.at(5)) })).toMatchObject({
      possible: false,
      say: 'edit.no-bead-after',
    });
    expect(await dry({ type: 'split', ...(await desk.at(0)) })).toMatchObject({ say: 'edit.one-to-one' });
    expect(await dry({ type: 'first-up', ...(await desk.at(0)) })).toMatchObject({
      say: 'edit.no-bead-before',
    });
    expect(await desk.shape()).toBe('1|1 2|2 3|3 4|4 5|5 6|6');
    await expect(desk.run({ type: 'merge', alignmentId: 99, beadId: 1 })).rejects.toMatchObject({
      data: { code: 'not-found' },
    });
  });

  test('confirmed work stays when the rest is aligned again', async () => {
    const desk = await sitDown();
    const { project, documentId } = desk;
    const { client, services } = desk.harness;
    await desk.run({ type: 'merge', ...(await desk.at(1)) });
    await desk.run({ type: 'status', beads: [await desk.at(1)], status: 'confirmed' });
    const align = async () => services.finished((await client.jobs.align({ project, documentId })).jobId);
    expect((await align()).state).toBe('done');
    expect(await desk.shape()).toBe('1|1 23|23 4|4 5|5 6|6');
    expect((await desk.cells())[1]!.status).toBe('confirmed');
    await client.edits.undo({ project, documentId });
    await client.edits.undo({ project, documentId });
    expect((await desk.cells())[1]!.status).toBe('edited');
    expect((await align()).state).toBe('done');
    expect(await desk.shape()).toBe('1|1 2|2 3|3 4|4 5|5 6|6');
    await client.edits.undo({ project, documentId });
    expect(await desk.shape()).toBe('1|1 23|23 4|4 5|5 6|6');
  });
});

describe('sentences, flags and notes', () => {
  test('split and join of an original sentence', async () => {
    const desk = await sitDown();
    const first = (await desk.harness.client.grid.rows({ ...desk, from: 0, to: 9 })).rows[0]!.source!;
    await desk.run({ type: 'split-segment', segmentId: first.id, at: 9 });
    const rows = (await desk.harness.client.grid.rows({ ...desk, from: 0, to: 9 })).rows;
    expect(rows.slice(0, 2).map(({ source }) => [source!.number, source!.text])).toEqual([
      [1, 'Trang 101'],
      [2, 'kể chuyện thứ một.'],
    ]);
    expect((await desk.cells())[0]).toMatchObject({ firstRow: 0, rowSpan: 2, sourceCount: 2 });
    await desk.run({ type: 'join-segment', segmentId: rows[0]!.source!.id });
    await desk.run({ type: 'join-segment', segmentId: first.id });
    expect(await desk.shape()).toBe('1|12 3|3 4|4 5|5 6|6');
    await expect(desk.run({ type: 'join-segment', segmentId: first.id })).rejects.toMatchObject({
      data: { code: 'not-found' },
    });
  });

  test('a wrong number is flagged after the edit, the flag follows undo, and a dismissal follows the text', async () => {
    const desk = await sitDown();
    const { project, documentId } = desk;
    const { client, services } = desk.harness;
    const flags = () => client.flags.list({ project, documentId, check: 'number' });
    expect(await flags()).toEqual([]);
    const { id } = (await desk.cells())[1]!.segments[0]!;
    await desk.run({ type: 'edit-text', segmentId: id, text: 'Seite 702 erzählt eine Geschichte.' });
    await services.idle();
    const [flag] = await flags();
    expect(flag).toMatchObject({ check: 'number', row: 1, lang: 'de' });
    expect((await desk.cells())[1]).toMatchObject({ flags: 1 });
    await desk.run({
      type: 'decide-flag',
      flagId: flag!.id,
      decision: 'dismissed',
      scope: 'here',
      reason: 'so gewollt',
    });
    expect(await flags()).toEqual([]);
    const check = await client.jobs.check({ project, documentId });
    expect((await services.finished(check.jobId)).state).toBe('done');
    expect(await flags()).toEqual([]);
    expect(await client.flags.list({ project, documentId, check: 'number', decided: true })).toMatchObject([
      { decision: 'dismissed', reason: 'so gewollt' },
    ]);
    await desk.run({ type: 'edit-text', segmentId: id, text: 'Seite 802 erzählt eine Geschichte.' });
    await services.idle();
    expect(await flags()).toMatchObject([{ decision: null }]);
    for (let i = 0; i < 4; i++) await client.edits.undo({ project, documentId });
    expect(await client.flags.list({ project, documentId, check: 'number', decided: true })).toEqual([]);
    await client.edits.redo({ project, documentId });
    expect(await flags()).toMatchObject([{ decision: null, row: 1 }]);
  });

  test('notes are threads that can be resolved', async () => {
    const desk = await sitDown();
    const { project } = desk;
    const { id: segmentId } = (await desk.cells())[0]!.segments[0]!;
    const notes = () => desk.harness.client.review.notesOn({ project, segmentIds: [segmentId] });
    await desk.run({ type: 'note', segmentId, text: 'Stimmt das?' });
    const [first] = await notes();
    await desk.run({ type: 'note', segmentId, text: 'Ja.', parentId: first!.noteId });
    await desk.run({ type: 'resolve-note', noteId: first!.noteId, resolved: true });
    expect((await notes()).map(({ text, parentId, resolved }) => ({ text, parentId, resolved }))).toEqual([
      { text: 'Stimmt das?', parentId: null, resolved: true },
      { text: 'Ja.', parentId: first!.noteId, resolved: false },
    ]);
    const history = await desk.harness.client.edits.history({ project });
    expect(history.map(({ command }) => command)).toEqual([
      'resolve-note',
      'note',
      'note',
      'align',
      'import',
    ]);
    for (const { command } of history) expect(HISTORY).toHaveProperty([`history.${command}`]);
  });

  test('seek finds what is open, and the overview marks it', async () => {
    const desk = await sitDown();
    const { project, documentId } = desk;
    const { client } = desk.harness;
    await desk.run({ type: 'confirm-up-to', ...(await desk.at(2)) });
    await desk.run({ type: 'merge', ...(await desk.at(4)) });
    const seek = (
      row: number,
      what: 'unconfirmed' | 'not-one-to-one' | 'flag',
      direction: 'next' | 'previous',
    ) => client.grid.seek({ project, documentId, row, what, direction }).then((found) => found.row);
    expect(await seek(0, 'unconfirmed', 'next')).toBe(3);
    expect(await seek(2, 'unconfirmed', 'previous')).toBeNull();
    expect(await seek(0, 'not-one-to-one', 'next')).toBe(4);
    expect(await seek(0, 'flag', 'next')).toBeNull();
    const [marks] = await client.grid.overview({ project, documentId, buckets: 6 });
    expect(marks!.marks).toBe('cccaea');
  });
});

test('every saying of an edit has its English', async () => {
  const folder = fileURLToPath(new URL('../../src/services/edits', import.meta.url));
  const sources = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const said = new Set(sources.flatMap((text) => text.match(/'edit\.[a-z-]+'/g) ?? []));
  expect(said.size).toBeGreaterThan(30);
  const known = new Set([...Object.keys(EDIT_DONE), ...Object.keys(EDIT_IMPOSSIBLE)]);
  expect([...said].map((code) => code.slice(1, -1)).filter((code) => !known.has(code))).toEqual([]);
});
