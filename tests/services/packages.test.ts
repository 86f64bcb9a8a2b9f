/** Packages: merging one back equals having worked in place; what both sides changed is listed and not overwritten. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '../../src/core/errors.ts';
import { runEdit, stepHistory } from '../../src/services/edits/run.ts';
import { OpenProject } from '../../src/services/openProjects.ts';
import { exportPackage } from '../../src/services/packages/exportPackage.ts';
import { mergePackage } from '../../src/services/packages/mergePackage.ts';
import {
  allBeads,
  currentAlignments,
  findFaults,
  insertAlignment,
  insertBeads,
  openStore,
  type Store,
  showAlignment,
} from '../../src/store/index.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { makeDocument, startServices } from './harness.ts';
import { type Dice, dumpTables, makeCommand } from './randomEdits.ts';

const TEXTS = {
  vi: 'Sáng nay trời mưa to. Lan ở nhà đọc sách. Mẹ đi chợ mua 3 con cá. Cha sửa mái nhà. Chiều đến, cả nhà ăn cơm. Em bé ngủ sớm.\n',
  de: 'Heute Morgen regnet es stark. Lan bleibt zu Hause und liest ein Buch. Mutter geht auf den Markt und kauft 4 Fische. Vater repariert das Dach. Am Nachmittag isst die ganze Familie. Das Baby schläft früh.\n',
  zh: '今天早上下大雨。兰在家看书。妈妈去市场买了三条鱼。父亲修屋顶。下午，全家吃饭。宝宝早睡。\n',
};

async function startProject(): Promise<{ path: string; documentId: number }> {
  const harness = startServices();
  const { project, documentId } = await makeDocument(harness, TEXTS);
  await harness.services.idle();
  await harness.client.projects.close({ project });
  return { path: join(harness.folder, 'projects', 'Thử.songsong'), documentId };
}
const open = (path: string): OpenProject => new OpenProject(openStore(path), () => undefined);
const requestOn = (project: OpenProject, documentId: number) => ({
  project,
  documentId,
  furniture: true,
  author: 'An',
  now: () => 0,
});

/** What there is, whatever ids it has: sentences by rank, groups by cut, notes and links by their sentences. */
function contentOf(store: Store): unknown {
  const rows = (sql: string): unknown[] => store.db.prepare(sql).all();
  return {
    segments: rows('SELECT version_id, rank, text, kind, paragraph FROM segment ORDER BY version_id, rank'),
    beads: rows(
      'SELECT source_id, target_id, source_to, target_to, status, score, reviewer, reason FROM bead JOIN alignment ON alignment.id = alignment_id WHERE is_current = 1 ORDER BY source_id, target_id, source_to, target_to',
    ),
    notes: rows(
      'SELECT version_id, rank, note.text, author, resolved_at FROM note JOIN segment ON segment.id = segment_id ORDER BY version_id, rank, note.id',
    ),
    decisions: rows('SELECT scope, "key", verdict, reason FROM decision ORDER BY scope, "key"'),
    links: rows(
      'SELECT source_id, target_id, s.rank AS source, t.rank AS target FROM link JOIN alignment ON alignment.id = alignment_id JOIN segment s ON s.id = source_segment_id JOIN segment t ON t.id = target_segment_id WHERE is_current = 1 ORDER BY source_id, target_id, s.rank, t.rank',
    ),
  };
}

/** As aligning again does: other groups under an alignment of another id. `keep` says which of the old borders stay. */
function alignAgain(store: Store, documentId: number, keep: (border: number) => boolean): void {
  store.history.record({ documentId, command: 'align', params: {}, args: null, author: 'An', at: 0 }, () => {
    for (const { id, sourceId, targetId } of currentAlignments(store, documentId)) {
      const old = allBeads(store, id);
      const fresh = insertAlignment(store, { sourceId, targetId, engine: 'test', createdAt: 0 });
      insertBeads(
        store,
        fresh,
        old.filter((_, i) => i === old.length - 1 || keep(i)).map((bead) => ({ ...bead, score: 0.5 })),
      );
      showAlignment(store, fresh);
    }
  });
}

test('merging a package back equals having done its edits in place, and undo takes it back', async () => {
  const { path, documentId } = await startProject();
  const folder = temporaryFolder();
  let copies = 0;
  const dice = fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000));
  fc.assert(
    fc.property(fc.array(dice, { minLength: 1, maxLength: 25 }), (throws: Dice[]) => {
      const name = (kind: string): string => join(folder, `${copies++}-${kind}.songsong`);
      const [homePath, packagePath] = [name('home'), name('package')];
      copyFileSync(path, homePath);
      const home = open(homePath);
      exportPackage(home, { path: packagePath, documentIds: [documentId], langs: null, by: 'An', at: 0 });
      const away = open(packagePath);
      const untouched = contentOf(home.store);
      expect(contentOf(away.store)).toEqual(untouched);
      for (const one of throws)
        try {
          if (one[0] % 10 === 0) {
            alignAgain(away.store, documentId, (border) => (one[1] >> (border % 8)) % 2 === 0);
            away.changed(documentId);
          } else runEdit(requestOn(away, documentId), makeCommand(away.store, documentId, one));
        } catch (error) {
          if (!(error instanceof AppError) || error.code !== 'not-found') throw error;
        }
      const wanted = contentOf(away.store);
      away.store.close();
      const before = dumpTables(home.store);
      const told = mergePackage(home, packagePath, 'Bình', 1, { dryRun: true });
      expect(dumpTables(home.store)).toEqual(before);
      const { conflicts, taken } = mergePackage(home, packagePath, 'Bình', 1);
      expect([told.taken, told.conflicts]).toEqual([taken, conflicts]);
      expect(conflicts).toEqual([]);
      expect(contentOf(home.store)).toEqual(wanted);
      expect(findFaults(home.store)).toEqual([]);
      expect(mergePackage(home, packagePath, 'Bình', 2).taken).toBe(0);
      // A merge that brought nothing is no edit.
      if (taken > 0) stepHistory(requestOn(home, documentId), 'undo');
      expect(dumpTables(home.store)).toEqual(before);
      home.store.close();
    }),
    { numRuns: 12 },
  );
});

test('aligned again on both sides: the groups that both changed are named, and those of one side come in', async () => {
  const { path, documentId } = await startProject();
  const home = open(path);
  const packagePath = join(temporaryFolder(), 'part.songsong');
  exportPackage(home, { path: packagePath, documentIds: [documentId], langs: ['de'], by: 'An', at: 0 });
  const away = open(packagePath);
  const cuts = (project: OpenProject): string[] =>
    allBeads(project.store, project.index(documentId).alignments[0]!.id).map(
      ({ sourceTo, targetTo }) => `${sourceTo}/${targetTo}`,
    );
  const before = cuts(home);
  expect(before.length).toBeGreaterThan(4);
  // Here the first border goes, there the last but one.
  alignAgain(home.store, documentId, (border) => border !== 0);
  home.changed(documentId);
  alignAgain(away.store, documentId, (border) => border !== before.length - 2);
  away.store.close();
  const { conflicts, taken } = mergePackage(home, packagePath, 'Bình', 1);
  expect(cuts(home)).toEqual(before.filter((_, i) => i !== 0 && i !== before.length - 2));
  expect(taken).toBeGreaterThan(0);
  expect(conflicts).toEqual([]);
  home.store.close();
});

test('a text that is new in the package is said to stay behind', async () => {
  const { path, documentId } = await startProject();
  const home = open(path);
  const packagePath = join(temporaryFolder(), 'part.songsong');
  exportPackage(home, { path: packagePath, documentIds: [documentId], langs: null, by: 'An', at: 0 });
  const away = openStore(packagePath);
  away.db.exec(
    `INSERT INTO version (document_id, column_rank, role, lang, label, source_name, imported_at)
     SELECT document_id, 9, 'rendering', 'ru', 'Сказка', 'ru.txt', 0 FROM version LIMIT 1`,
  );
  away.close();
  const { conflicts } = mergePackage(home, packagePath, 'Bình', 1);
  expect(conflicts).toEqual([expect.objectContaining({ what: 'version', theirs: 'Сказка' })]);
  home.store.close();
});

test('what both changed is a conflict and stays as it is here; the rest comes in', async () => {
  const { path, documentId } = await startProject();
  const home = open(path);
  const packagePath = join(temporaryFolder(), 'part.songsong');
  exportPackage(home, { path: packagePath, documentIds: [documentId], langs: ['de'], by: 'An', at: 0 });
  const away = open(packagePath);
  expect(away.index(documentId).alignments.map(({ target }) => target.lang)).toEqual(['de']);
  const sentences = (project: OpenProject) =>
    project.store.db
      .prepare(
        "SELECT segment.id, text FROM segment JOIN version ON version.id = version_id WHERE lang = 'de' ORDER BY rank",
      )
      .all() as { id: number; text: string }[];
  const [first, second] = sentences(home);
  const edit = (project: OpenProject, segmentId: number, text: string) =>
    runEdit(requestOn(project, documentId), { type: 'edit-text', segmentId, text });
  edit(home, first!.id, 'Heute früh gießt es.');
  edit(away, first!.id, 'Heute früh schüttet es.');
  edit(away, second!.id, 'Lan liest zu Hause.');
  away.store.close();
  const { conflicts } = mergePackage(home, packagePath, 'Bình', 1);
  expect(conflicts).toContainEqual(
    expect.objectContaining({
      what: 'sentence',
      ours: 'Heute früh gießt es.',
      theirs: 'Heute früh schüttet es.',
    }),
  );
  expect(
    sentences(home)
      .slice(0, 2)
      .map(({ text }) => text),
  ).toEqual(['Heute früh gießt es.', 'Lan liest zu Hause.']);
  // Merged once more with theirs asked for, what they wrote comes in, and one undo takes it back.
  const again = mergePackage(home, packagePath, 'Bình', 2, { take: conflicts.map(({ key }) => key) });
  expect(again.conflicts).toEqual([]);
  expect(sentences(home)[0]?.text).toBe('Heute früh schüttet es.');
  stepHistory(requestOn(home, documentId), 'undo');
  expect(sentences(home)[0]?.text).toBe('Heute früh gießt es.');
  home.store.close();
});
