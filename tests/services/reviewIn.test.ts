import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readWorkbook } from '../../src/core/format/read/xlsx.ts';
import { type Harness, makeDocument, startServices } from './harness.ts';

const TEXTS = {
  vi: 'Trời mưa to. Lan ở nhà đọc sách.\n\nMẹ mua 3 con cá. Chiều đến, mẹ về nhà nấu cơm.\n',
  de: 'Es regnet stark. Lan bleibt zu Hause und liest.\n\nMutter kauft 3 Fische. Am Nachmittag kommt die Mutter nach Hause und kocht.\n',
  zh: '下大雨。兰在家看书。\n\n妈妈买了3条鱼。下午，妈妈回家做饭。\n',
};

const exportReview = async ({ client }: Harness, project: string): Promise<Buffer> => {
  const { files } = await client.exports.run({ project, options: { format: 'xlsx' } });
  expect(files).toMatchObject([{ encoding: 'base64', saved: false }]);
  return Buffer.from(files[0]!.content!, 'base64');
};
/** Changes the sheet's XML as a spreadsheet program would when a person types. */
function change(workbook: Buffer, ...edits: readonly [from: string | RegExp, to: string][]): Buffer {
  const parts = unzipSync(workbook);
  let sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
  for (const [from, to] of edits) {
    expect(sheet).toMatch(from);
    sheet = sheet.replace(from, () => to);
  }
  return Buffer.from(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(sheet) }));
}
const cellOf = (at: string, text: string): string =>
  `<c r="${at}" s="1" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
const takeIn = async ({ client }: Harness, project: string, bytes: Buffer, more: object = {}) => {
  const { file } = await client.files.put({ name: 'review.xlsx', base64: bytes.toString('base64') });
  return client.workbooks.takeIn({ project, file, ...more });
};
const textsOf = async ({ client }: Harness, project: string, documentId: number) => {
  const { cells } = await client.grid.rows({ project, documentId, from: 0, to: 20 });
  return cells.map(({ segments, status }) => [segments.map(({ text }) => text).join(' '), status]);
};

test('a workbook goes out for review, comes back, and one undo takes it back', async () => {
  const harness = startServices();
  const { project, documentId } = await makeDocument(harness, TEXTS);
  const workbook = await exportReview(harness, project);
  expect(readWorkbook(workbook, 'x').rows[1]!.slice(2, 5)).toEqual([
    'Trời mưa to.',
    'Es regnet stark.',
    '下大雨。',
  ]);
  const untouched = await takeIn(harness, project, workbook);
  expect(untouched).toEqual({ rows: 4, unchanged: 4, changes: [], editIds: [] });

  const before = await textsOf(harness, project, documentId);
  const changed = change(
    workbook,
    ['>Es regnet stark.<', '>Es regnet in Strömen &amp; kühlt ab.<'],
    [cellOf('G2', 'auto'), cellOf('G2', 'Reviewed')],
    [cellOf('F3', 'auto'), cellOf('F3', 'vielleicht')],
    ['<row r="4">', `<row r="4">${cellOf('H4', 'Wirklich drei?')}`],
  );
  const dry = await takeIn(harness, project, changed, { dryRun: true });
  expect(await textsOf(harness, project, documentId)).toEqual(before);
  const report = await takeIn(harness, project, changed, { reviewer: 'Lan' });
  expect(report.changes).toEqual(dry.changes);
  expect(report).toMatchObject({ rows: 4, unchanged: 1 });
  expect(
    report.changes.map(({ row, column, kind, after, outcome }) => [row, column, kind, after, outcome]),
  ).toEqual([
    ['d1-1', 'de', 'text', 'Es regnet in Strömen & kühlt ab.', 'applied'],
    ['d1-1', 'Status (zh)', 'status', 'reviewed', 'applied'],
    ['d1-2', 'Status (de)', 'status', 'vielleicht', 'unclear'],
    ['d1-3', 'Comment', 'comment', 'Wirklich drei?', 'applied'],
  ]);
  const after = await textsOf(harness, project, documentId);
  expect(after).toContainEqual(['Es regnet in Strömen & kühlt ab.', 'edited']);
  expect(after).toContainEqual(['下大雨。', 'reviewed']);
  const [edit] = await harness.client.edits.history({ project });
  expect(edit).toMatchObject({
    command: 'review-in',
    author: 'Lan',
    params: { name: 'review.xlsx', count: 3 },
  });

  const again = await takeIn(harness, project, changed);
  expect(again.changes.filter(({ outcome }) => outcome === 'applied')).toEqual([]);
  await harness.services.idle();
  await harness.client.edits.undo({ project, documentId });
  expect(await textsOf(harness, project, documentId)).toEqual(before);
});

test('what both sides changed is told and left alone; strange rows and files too', async () => {
  const harness = startServices();
  const { client } = harness;
  const { project, documentId } = await makeDocument(harness, TEXTS);
  const workbook = await exportReview(harness, project);
  const { cells } = await client.grid.rows({ project, documentId, from: 0, to: 10 });
  const cell = cells.find(({ segments }) => segments[0]?.text === 'Es regnet stark.')!;
  await client.edits.run({
    project,
    documentId,
    command: { type: 'edit-text', segmentId: cell.segments[0]!.id, text: 'Es gießt.' },
  });
  const changed = change(
    workbook,
    ['>Es regnet stark.<', '>Starker Regen.<'],
    ['>d1-2<', '>d9-9<'],
    ['>兰在家看书。<', '><'],
  );
  const { changes } = await takeIn(harness, project, changed);
  expect(changes.map(({ kind, outcome }) => [kind, outcome])).toEqual([
    ['text', 'conflict'],
    ['text', 'unclear'],
  ]);
  expect(changes[0]).toMatchObject({ before: 'Es gießt.', after: 'Starker Regen.' });
  const keyless = change(workbook, ['songsong-review-1', 'something']);
  await expect(takeIn(harness, project, keyless)).rejects.toMatchObject({ data: { code: 'review-invalid' } });
  await expect(takeIn(harness, project, Buffer.from('PK'))).rejects.toMatchObject({
    data: { code: 'file-invalid' },
  });
});

test('whatever texts come back by id are the texts of the project', async () => {
  const harness = startServices();
  const { project, documentId } = await makeDocument(harness, TEXTS);
  const anyText = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .map((text) =>
      text
        .replace(/[\p{C}\p{Z}\s]+/gu, ' ')
        .trim()
        .normalize('NFC'),
    )
    .filter((text) => text !== '');
  const escapeCell = (text: string): string =>
    text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const workbook = await exportReview(harness, project);
      const [, first] = readWorkbook(workbook, 'x').rows;
      const old = first![3]!;
      const changed = change(workbook, [/<c r="D2".*?<\/c>/, cellOf('D2', escapeCell(text))]);
      const { changes } = await takeIn(harness, project, changed);
      expect(changes.map(({ after, outcome }) => [after, outcome])).toEqual(
        old === text ? [] : [[text, 'applied']],
      );
      expect((await textsOf(harness, project, documentId)).map(([one]) => one)).toContain(text);
    }),
    { numRuns: 25, seed: 5 },
  );
});

test('what is signed off stays as it is; the rest of the workbook comes in', async () => {
  const harness = startServices();
  const { project, documentId } = await makeDocument(harness, TEXTS);
  const workbook = await exportReview(harness, project);
  const changed = change(
    workbook,
    ['>Es regnet stark.<', '>Es gießt.<'],
    ['>下大雨。<', '>下暴雨。<'],
    [cellOf('F3', 'auto'), cellOf('F3', 'reviewed')],
  );
  const { cells } = await harness.client.grid.rows({ project, documentId, from: 0, to: 1 });
  const { alignmentId } = cells.find(({ segments }) => segments[0]?.text === 'Es regnet stark.')!;
  await harness.client.review.signOff({ project, documentId, alignmentId });
  const { changes } = await takeIn(harness, project, changed);
  expect(changes.map(({ kind, after, outcome }) => [kind, after, outcome])).toEqual([
    ['text', 'Es gießt.', 'impossible'],
    ['text', '下暴雨。', 'applied'],
    ['status', 'reviewed', 'impossible'],
  ]);
  const texts = await textsOf(harness, project, documentId);
  expect(texts).toContainEqual(['Es regnet stark.', 'auto']);
  expect(texts).toContainEqual(['下暴雨。', 'edited']);
});
