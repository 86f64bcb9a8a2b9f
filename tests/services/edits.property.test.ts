import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '../../src/core/errors.ts';
import { DocumentIndex } from '../../src/services/documentIndex.ts';
import { runEdit, stepHistory } from '../../src/services/edits/run.ts';
import { readWindow } from '../../src/services/grid.ts';
import { OpenProject } from '../../src/services/openProjects.ts';
import { hasBodyText, summariseDocument } from '../../src/services/summaries.ts';
import { allBeads, findFaults, isWall, openStore } from '../../src/store/index.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { makeDocument, startServices } from './harness.ts';
import { type Dice, dumpTables, makeCommand } from './randomEdits.ts';

const TEXTS = {
  vi: 'BÁO LÀNG\n\nSáng nay trời mưa to. Lan ở nhà đọc sách. Mẹ đi chợ mua 3 con cá. Cha sửa mái nhà.\n\nChiều đến, cả nhà ăn cơm. Em bé ngủ sớm. Đêm xuống, trăng lên cao.\n\nChia sẻ\n',
  de: 'Heute Morgen regnet es stark. Lan bleibt zu Hause und liest ein Buch. Mutter geht auf den Markt und kauft 4 Fische. Vater repariert das Dach.\n\nAm Nachmittag isst die ganze Familie. Das Baby schläft früh. Es schnarcht. In der Nacht steht der Mond hoch.\n',
  zh: '今天早上下大雨。兰在家看书。妈妈去市场买了三条鱼。\n\n下午，全家吃饭。宝宝早睡。夜幕降临，月亮高高升起。\n',
};

/** What can be checked of any state: cuts and references, and that the kept index and figures equal those made anew. */
function expectSound(project: OpenProject, documentId: number): void {
  const anew = new OpenProject(project.store, () => undefined);
  // A revision counts the changes since the project was opened, so a project that is opened anew counts from the start.
  const revision = project.revision(documentId);
  expect(summariseDocument(project, documentId)).toEqual({
    ...summariseDocument(anew, documentId),
    revision,
  });
  expect(summariseDocument(project, documentId).columns).toMatchObject(countByHand(project, documentId));
  for (const { id } of project.index(documentId).alignments)
    expect(project.tables(documentId).beads(id)).toEqual(anew.tables(documentId).beads(id));
  expect(findFaults(project.store)).toEqual([]);
  for (const furniture of [false, true]) {
    const kept = project.index(documentId).rowsWith(furniture);
    expect(kept).toEqual(new DocumentIndex(project.store, documentId).rowsWith(furniture));
    const window = readWindow(project.store, project.index(documentId), 1, { from: 0, to: 500, furniture });
    const inCells = window.cells.flatMap((cell) => cell.segments.map(({ id }) => id));
    expect(new Set(inCells).size).toBe(inCells.length);
    const visible = project.store.db
      .prepare(
        `SELECT count(*) FROM segment JOIN version ON version.id = version_id WHERE role = 'rendering' ${
          furniture ? '' : "AND kind NOT IN ('furniture', 'metadata')"
        }`,
      )
      .pluck()
      .get();
    expect(inCells.length).toBe(visible);
  }
}

/** Beads with body text, asked one by one. */
function countByHand(project: OpenProject, documentId: number): { beads: number; confirmed: number }[] {
  const { store } = project;
  const { alignments, versions } = project.index(documentId);
  return versions.map(({ id }) => {
    const alignment = alignments.find(({ targetId }) => targetId === id);
    const body = alignment
      ? allBeads(store, alignment.id).filter((bead) => hasBodyText(store, alignment, bead))
      : [];
    return { beads: body.length, confirmed: body.filter(isWall).length };
  });
}

/** A project with an aligned document, closed; `copy` gives a fresh copy of its file. */
async function prepareProject() {
  const harness = startServices();
  const { project: key, documentId } = await makeDocument(harness, TEXTS);
  const path = join(harness.folder, 'projects', 'Thử.songsong');
  await harness.client.projects.close({ project: key });
  const folder = temporaryFolder();
  let copies = 0;
  return {
    documentId,
    copy: (): string => {
      const copy = join(folder, `${copies++}.songsong`);
      copyFileSync(path, copy);
      return copy;
    },
  };
}

const open = (path: string): OpenProject => new OpenProject(openStore(path), () => undefined);
const requestOn = (project: OpenProject, documentId: number) => ({
  project,
  documentId,
  furniture: true,
  author: 'An',
  now: () => 0,
});
const dice = fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000));

/** Carries out what is possible of it; gives the number of edits that changed something. */
function carryOut(project: OpenProject, documentId: number, one: Dice): number {
  try {
    const command = makeCommand(project.store, documentId, one);
    return runEdit(requestOn(project, documentId), command).outcome.possible ? 1 : 0;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not-found') throw error;
    return 0;
  }
}

test('random edits keep every invariant; undo restores every row, redo does them again, also after a restart', async () => {
  const { documentId, copy } = await prepareProject();
  fc.assert(
    fc.property(fc.array(dice, { minLength: 5, maxLength: 60 }), (throws: Dice[]) => {
      const path = copy();
      let project = open(path);
      const before = dumpTables(project.store);
      let done = 0;
      for (const one of throws) done += carryOut(project, documentId, one);
      expectSound(project, documentId);
      const after = dumpTables(project.store);
      const restart = (): void => {
        project.close();
        project = open(path);
      };
      restart();
      for (let i = 0; i < done; i++)
        expect(stepHistory(requestOn(project, documentId), 'undo').possible).toBe(true);
      expectSound(project, documentId);
      expect(dumpTables(project.store)).toEqual(before);
      restart();
      for (let i = 0; i < done; i++)
        expect(stepHistory(requestOn(project, documentId), 'redo').possible).toBe(true);
      expect(stepHistory(requestOn(project, documentId), 'redo').possible).toBe(false);
      expectSound(project, documentId);
      expect(dumpTables(project.store)).toEqual(after);
      project.close();
    }),
    { numRuns: 20 },
  );
});

test('a thousand edits in a row: sound all along, and undone to the last row', async () => {
  const { documentId, copy } = await prepareProject();
  fc.assert(
    fc.property(fc.array(dice, { minLength: 1000, maxLength: 1000 }), (throws) => {
      const project = open(copy());
      const before = dumpTables(project.store);
      let done = 0;
      throws.forEach((one, at) => {
        done += carryOut(project, documentId, one);
        if (at % 50 === 49) expectSound(project, documentId);
      });
      expect(done).toBeGreaterThan(300);
      for (let left = done; left > 0; left--) {
        expect(stepHistory(requestOn(project, documentId), 'undo').possible).toBe(true);
        if (left % 100 === 0) expectSound(project, documentId);
      }
      expectSound(project, documentId);
      expect(dumpTables(project.store)).toEqual(before);
      project.close();
    }),
    { numRuns: 1, endOnFailure: true },
  );
});
