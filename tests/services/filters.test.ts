import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BeadType, Cell, GridFilter } from '../../src/contract/index.ts';
import { beadStatus, beadType, segmentKind, severity } from '../../src/contract/index.ts';
import { AppError } from '../../src/core/errors.ts';
import { foldLoose } from '../../src/core/text/index.ts';
import { DocumentTables } from '../../src/services/documentTables.ts';
import { runEdit, stepHistory } from '../../src/services/edits/run.ts';
import { applyFilter } from '../../src/services/filters/apply.ts';
import { seekInFilter, windowOfFilter } from '../../src/services/filters/rows.ts';
import { flagsOfBead } from '../../src/services/flagViews.ts';
import { readWindow } from '../../src/services/grid.ts';
import { OpenProject } from '../../src/services/openProjects.ts';
import { getBead, openStore } from '../../src/store/index.ts';
import { makeDocument, startServices } from './harness.ts';
import { type Dice, makeCommand } from './randomEdits.ts';

const TEXTS = {
  vi: 'BÁO LÀNG\n\nSáng nay trời mưa to. Lan ở nhà đọc sách. Mẹ đi chợ mua 3 con cá. Cha sửa mái nhà.\n\nChiều đến, cả nhà ăn cơm. Em bé ngủ sớm. Đêm xuống, trăng lên cao.\n\nChia sẻ\n',
  de: 'Heute Morgen regnet es stark. Lan bleibt zu Hause und liest ein Buch. Mutter geht auf den Markt und kauft 4 Fische. Vater repariert das Dach.\n\nAm Nachmittag isst die ganze Familie. Das Baby schläft früh. Es schnarcht. In der Nacht steht der Mond hoch.\n',
  zh: '今天早上下大雨。兰在家看书。妈妈去市场买了三条鱼。\n\n下午，全家吃饭。宝宝早睡。夜幕降临，月亮高高升起。\n',
};

async function openAgain(): Promise<{ project: OpenProject; documentId: number }> {
  const harness = startServices();
  const { project, documentId } = await makeDocument(harness, TEXTS);
  await harness.client.projects.close({ project });
  const path = join(harness.folder, 'projects', 'Thử.songsong');
  return { project: new OpenProject(openStore(path), () => undefined), documentId };
}

/** The same answer cell by cell, from what the grid shows. */
function fitsCell(project: OpenProject, documentId: number, cell: Cell, filter: GridFilter): boolean {
  const { store } = project;
  const index = project.index(documentId);
  const flags = flagsOfBead(store, index, getBead(store, cell.beadId)!).filter(
    ({ decision, targetSegmentIds, sourceSegmentIds }) =>
      decision === null &&
      // The grid counts a flag where its first target sentence stands.
      (targetSegmentIds[0] === undefined
        ? sourceSegmentIds[0] !== undefined
        : cell.segments.some(({ id }) => id === targetSegmentIds[0])),
  );
  const window = readWindow(store, index, 1, { from: 0, to: 500, furniture: true });
  const sources = window.rows
    .slice(cell.firstRow, cell.firstRow + cell.rowSpan)
    .flatMap(({ source }) => source ?? []);
  const segments = [...sources, ...cell.segments];
  const [s, t] = [sources.length, cell.segments.length];
  const type: BeadType =
    t === 0 ? 'omission' : s === 0 ? 'addition' : s > 1 ? (t > 1 ? 'n:m' : 'n:1') : t > 1 ? '1:n' : '1:1';
  return (
    (filter.alignmentIds?.includes(cell.alignmentId) ?? true) &&
    (filter.statuses?.includes(cell.status) ?? true) &&
    (filter.types?.includes(type) ?? true) &&
    (filter.kinds === undefined || segments.some(({ kind }) => filter.kinds!.includes(kind))) &&
    (filter.scoreBelow === undefined || (cell.score !== null && cell.score < filter.scoreBelow)) &&
    ((filter.severities === undefined && filter.checks === undefined) ||
      flags.some(
        (flag) =>
          (filter.severities?.includes(flag.severity) ?? true) &&
          (filter.checks?.includes(flag.check) ?? true),
      )) &&
    (filter.text === undefined ||
      segments.some(({ text }) => foldLoose(text).includes(foldLoose(filter.text!.text))))
  );
}

const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });
const anyFilter = fc.record(
  {
    statuses: some(beadStatus.options),
    severities: some(severity.options),
    checks: some(['number', 'addition', 'omission', 'length']),
    scoreBelow: fc.constantFrom(0.3, 0.6, 0.9, 0.99, 1),
    types: some(beadType.options),
    kinds: some(segmentKind.options),
    text: fc
      .constantFrom('a', 'nha', 'mua', 'liest', '月', 'fische')
      .map((text) => ({ text, mode: 'loose' as const, at: 'anywhere' as const, matchCase: false })),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<GridFilter>;

describe('filters', () => {
  test('leave the rows that looking at every cell leaves, also after random edits', async () => {
    const { project, documentId } = await openAgain();
    const dice = fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000));
    await fc.assert(
      fc.asyncProperty(
        fc.array(dice, { maxLength: 6 }),
        fc.nat(3),
        anyFilter,
        async (throws, back, filter) => {
          const request = { project, documentId, furniture: true, author: 'An', now: () => 0 };
          let done = 0;
          for (const one of throws as Dice[])
            try {
              if (runEdit(request, makeCommand(project.store, documentId, one)).outcome.possible) done++;
            } catch (error) {
              if (!(error instanceof AppError) || error.code !== 'not-found') throw error;
            }
          // Not the alignment itself.
          for (let i = 0; i < Math.min(back, done); i++) stepHistory(request, 'undo');
          const index = project.index(documentId);
          // The tables that were kept up are those made anew.
          const anew = new DocumentTables(project.store, index);
          for (const { id } of index.alignments)
            expect(project.tables(documentId).beads(id)).toEqual(anew.beads(id));
          for (const { id } of index.versions)
            expect(project.tables(documentId).ids(id)).toEqual(anew.ids(id));

          const { rows, groups } = await applyFilter(project, documentId, filter, true);
          const window = readWindow(project.store, index, 1, { from: 0, to: 500, furniture: true });
          const fitting = window.cells.filter((cell) => fitsCell(project, documentId, cell, filter));
          const expected = new Set(
            fitting.flatMap(({ firstRow, rowSpan }) =>
              Array.from({ length: rowSpan }, (_, i) => firstRow + i),
            ),
          );
          expect([...rows]).toEqual([...expected].sort((a, b) => a - b));
          expect(groups).toBe(fitting.length);

          const shown = await windowOfFilter(project, {
            documentId,
            filter,
            furniture: true,
            from: 1,
            to: 4,
          });
          expect(shown.rows.map((row) => row.index)).toEqual([...rows].slice(1, 4));
          expect(shown.rows).toEqual(shown.rows.map((row) => window.rows[row.index]));
          for (const direction of ['next', 'previous'] as const) {
            const asked = {
              documentId,
              filter,
              furniture: true,
              row: 3,
              direction,
              what: 'unconfirmed' as const,
            };
            const found = await seekInFilter(project, asked);
            if (found.row !== null) expect(expected.has(found.row)).toBe(true);
          }
        },
      ),
      { numRuns: 40 },
    );
    project.close();
  });

  test('counts say what each value would leave', async () => {
    const { project, documentId } = await openAgain();
    await fc.assert(
      fc.asyncProperty(anyFilter, async (filter) => {
        const { counts } = await applyFilter(project, documentId, filter, false);
        for (const { value, count } of counts.statuses) {
          const one = { ...filter, statuses: [value] } as GridFilter;
          expect((await applyFilter(project, documentId, one, false)).groups).toBe(count);
        }
        for (const { value, count } of counts.types) {
          const one = { ...filter, types: [value] } as GridFilter;
          expect((await applyFilter(project, documentId, one, false)).groups).toBe(count);
        }
        for (const { value, count } of counts.checks) {
          const one = { ...filter, checks: [value] };
          expect((await applyFilter(project, documentId, one, false)).groups).toBe(count);
        }
        for (const { value, count } of counts.scoreBelow) {
          const one = { ...filter, scoreBelow: Number(value) };
          expect((await applyFilter(project, documentId, one, false)).groups).toBe(count);
        }
      }),
      { numRuns: 40 },
    );
    project.close();
  });

  test('over the contract: ranges, furniture, a window of scattered rows', async () => {
    const harness = startServices();
    const place = await makeDocument(harness, TEXTS);
    const text = { text: 'nhà' };
    const { rows, total, ranges } = await harness.client.filters.apply({ ...place, filter: { text } });
    expect({ rows, total, ranges }).toMatchObject({ rows: 3, ranges: [2, 3, 4, 6] });
    const window = await harness.client.grid.rows({ ...place, from: 0, to: 10, filter: { text } });
    expect(window.total).toBe(3);
    expect(window.rows.map(({ index }) => index)).toEqual([2, 4, 5]);
    const all = await harness.client.filters.apply({
      ...place,
      filter: { kinds: ['furniture', 'metadata'] },
      furniture: true,
    });
    expect(all.rows).toBe(all.total - total);
  });
});
