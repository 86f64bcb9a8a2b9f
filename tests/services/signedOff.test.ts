/** A rendering that is signed off: every way in which it could change is refused, one by one, until it is reopened. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { EditCommand } from '../../src/contract/index.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { type Harness, makeDocument, put, startServices } from './harness.ts';

const TEXTS = {
  vi: 'Sáng nay trời mưa to. Lan ở nhà đọc sách. Mẹ đi chợ mua 3 con cá. Cha sửa mái nhà.\n',
  de: 'Heute Morgen regnet es stark. Lan bleibt zu Hause und liest ein Buch. Mutter geht auf den Markt und kauft 4 Fische. Vater repariert das Dach.\n',
  zh: '今天早上下大雨。兰在家看书。妈妈去市场买了三条鱼。父亲修屋顶。\n',
};

async function sign() {
  const harness = startServices({ author: 'Hà' });
  const { client, services } = harness;
  const place = await makeDocument(harness, TEXTS);
  await services.idle();
  const { rows, cells } = await client.grid.rows({ ...place, from: 0, to: 100 });
  const german = cells.filter(({ segments }) => /[a-z]/.test(segments[0]?.text ?? ''));
  const chinese = cells.filter((cell) => !german.includes(cell));
  const { alignmentId } = german[0]!;
  const snapshot = await client.snapshots.create({ ...place, name: 'Trước' });
  await client.edits.run({ ...place, command: { type: 'status', beads: [german[0]!], status: 'confirmed' } });
  await client.review.signOff({ ...place, alignmentId });
  const flag = (await client.flags.list(place)).find((one) => one.alignmentId === alignmentId)!;
  return { harness, client, services, place, rows, german, chinese, alignmentId, flag, snapshot };
}

/** What the original and the signed rendering are: sentences, groups and statuses. */
async function contentOf({ client }: Harness, place: { project: string; documentId: number }) {
  const { rows, cells } = await client.grid.rows({ ...place, from: 0, to: 100, furniture: true });
  const [signed] = await client.review.signOffs(place);
  const column = (await client.projects.get({ project: place.project })).documents[0]!.columns.find(
    ({ lang }) => lang === signed!.lang,
  );
  return {
    original: rows.map(({ source }) => source),
    groups: cells
      .filter(({ alignmentId }) => alignmentId === column?.alignmentId)
      .map(({ flags: _, worst: __, ...cell }) => cell),
  };
}

test('every edit of the signed rendering and of its original is refused in words; notes and others are free', async () => {
  const { harness, client, place, rows, german, chinese, alignmentId, flag } = await sign();
  const [first, second] = german;
  const bead = { alignmentId, beadId: first!.beadId };
  const segmentId = first!.segments[0]!.id;
  const original = rows[0]!.source!.id;
  const stamps = (await client.find.search({ ...place, query: { text: 'regnet' } })).hits.map(
    ({ stamp }) => stamp,
  );
  const refused: EditCommand[] = [
    { type: 'status', beads: [bead], status: 'rejected', reason: 'Sai' },
    { type: 'status', beads: [chinese[0]!, bead], status: 'reviewed' },
    { type: 'confirm-up-to', ...bead },
    { type: 'merge', ...bead },
    { type: 'merge-row', beads: [chinese[0]!, bead] },
    { type: 'split', ...bead },
    { type: 'first-up', alignmentId, beadId: second!.beadId },
    { type: 'last-down', ...bead },
    { type: 'move-border', ...bead, to: { segmentId: rows[1]!.source!.id, where: 'after' } },
    { type: 'push', ...bead },
    { type: 'pull', ...bead },
    { type: 'unlink', ...bead },
    {
      type: 'realign',
      ranges: [{ alignmentId, firstBeadId: first!.beadId, lastBeadId: second!.beadId }],
      grow: false,
    },
    { type: 'link', alignmentId, sourceSegmentId: original, targetSegmentId: second!.segments[0]!.id },
    { type: 'edit-text', segmentId, text: 'Anders.' },
    { type: 'edit-text', segmentId: original, text: 'Khác.' },
    { type: 'take-over', changes: [{ kind: 'replace', segmentId, text: 'Anders.' }], label: 'alt' },
    { type: 'take-over', changes: [{ kind: 'remove', segmentId }], label: 'alt' },
    { type: 'replace-text', segmentIds: [segmentId], stamps, texts: ['Anders.'] },
    { type: 'split-segment', segmentId, at: 6 },
    { type: 'join-segment', segmentId },
    { type: 'segment-kind', segmentIds: [segmentId], kind: 'furniture' },
    { type: 'decide-flag', flagId: flag.id, decision: 'dismissed', scope: 'here' },
  ];
  const before = await contentOf(harness, place);
  for (const command of refused) {
    const outcome = await client.edits.run({ ...place, command });
    expect([command.type, outcome.possible, outcome.say]).toEqual([command.type, false, 'edit.signed-off']);
  }
  for (const step of [client.edits.undo, client.edits.redo]) expect((await step(place)).possible).toBe(false);
  expect(await contentOf(harness, place)).toEqual(before);
  const free: EditCommand[] = [
    { type: 'note', segmentId, text: 'Später?' },
    { type: 'status', beads: [chinese[0]!], status: 'confirmed' },
  ];
  for (const command of free) expect((await client.edits.run({ ...place, command })).possible).toBe(true);
});

test('neither aligning again, nor replacing, new versions, snapshots, decisions nor removing changes it', async () => {
  const { harness, client, services, place, alignmentId, flag, snapshot } = await sign();
  const before = await contentOf(harness, place);
  const refusal = { data: { code: 'edit-impossible' } };
  await services.finished((await client.jobs.align(place)).jobId);
  const { revision } = await client.grid.rows({ ...place, from: 0, to: 1 });
  const replaced = await client.find.replace({
    ...place,
    query: { text: 'Lan' },
    replacement: 'Lien',
    chosen: 'all',
    revision,
  });
  expect(replaced).toMatchObject({ possible: false, say: 'edit.signed-off' });
  for (const role of ['original', 'rendering'] as const) {
    const of = (await client.versions.list(place)).find((one) => one.role === role)!;
    const file = await put(
      client,
      'neu.txt',
      TEXTS[role === 'original' ? 'vi' : 'de'].replace(/^\S+/u, 'Xx'),
    );
    await expect(client.versions.add({ ...place, of: of.versionId, file })).rejects.toMatchObject(refusal);
  }
  expect(await client.snapshots.goBack({ ...place, snapshotId: snapshot.snapshotId })).toMatchObject({
    possible: false,
    say: 'edit.signed-off',
  });
  await expect(client.documents.remove(place)).rejects.toMatchObject(refusal);
  expect(await contentOf(harness, place)).toEqual(before);
  // A decision that was made before the signature cannot be taken back under it.
  await client.review.reopen({ ...place, alignmentId, reason: 'Ein Hinweis' });
  const dismiss: EditCommand = {
    type: 'decide-flag',
    flagId: flag.id,
    decision: 'dismissed',
    scope: 'check',
  };
  await client.edits.run({ ...place, command: dismiss });
  await client.review.signOff({ ...place, alignmentId });
  const [decision] = await client.decisions.list({ project: place.project });
  await expect(
    client.decisions.revoke({ project: place.project, ids: [decision!.id] }),
  ).rejects.toMatchObject(refusal);
  await expect(client.review.signOff({ ...place, alignmentId })).rejects.toMatchObject(refusal);
});

test('a package brings the others’ work in and says that the signed rendering was left alone', async () => {
  const { harness, client, place, alignmentId, german, chinese } = await sign();
  const { project } = place;
  await client.review.reopen({ ...place, alignmentId, reason: 'Für An' });
  const made = await client.packages.export({ project, name: 'Für An', documentIds: [place.documentId] });
  const path = join(temporaryFolder(), made.name);
  copyFileSync(join(harness.folder, 'projects', made.name), path);
  const away = startServices({ author: 'An', dataFolder: temporaryFolder() });
  const opened = away.services.openPath(path);
  const there = { project: opened.key, documentId: place.documentId };
  const confirm = (cell: (typeof german)[number]): EditCommand => ({
    type: 'status',
    beads: [cell],
    status: 'reviewed',
  });
  for (const cell of [german[1]!, chinese[1]!])
    await away.client.edits.run({ ...there, command: confirm(cell) });
  const note: EditCommand = { type: 'note', segmentId: german[1]!.segments[0]!.id, text: 'Gut so.' };
  await away.client.edits.run({ ...there, command: note });
  await away.client.projects.close({ project: opened.key });
  await client.review.signOff({ ...place, alignmentId });
  const before = await contentOf(harness, place);
  const file = harness.services.fileOf(path);
  const merged = await client.packages.merge({ project, file, take: ['signed-off/1/2'] });
  expect(merged.conflicts).toMatchObject([{ what: 'signed-off', lang: 'de' }]);
  expect(await contentOf(harness, place)).toEqual(before);
  const { cells } = await client.grid.rows({ ...place, from: 0, to: 100 });
  expect(cells.find(({ beadId }) => beadId === chinese[1]!.beadId)?.status).toBe('reviewed');
  expect((await client.review.notes(place)).map(({ text, author }) => [author, text])).toEqual([
    ['An', 'Gut so.'],
  ]);
});

test('the queue passes over what is signed off, and shows it locked where it is asked for', async () => {
  const { client, place, alignmentId } = await sign();
  const reasons = ['unconfirmed'] as const;
  const all = await client.review.queue({ ...place, reasons: [...reasons] });
  expect([...new Set(all.items.map(({ lang, signed }) => `${lang} ${signed}`))]).toEqual(['zh false']);
  const own = await client.review.queue({ ...place, reasons: [...reasons], alignmentId });
  expect([...new Set(own.items.map(({ lang, signed }) => `${lang} ${signed}`))]).toEqual(['de true']);
  const [fish] = (await client.review.queue({ ...place, reasons: ['flags'], alignmentId })).items;
  expect(fish).toMatchObject({ number: 3, flags: 1, messages: [expect.stringContaining('3')] });
});

test('whoever has not said a name is nobody yet', async () => {
  const { client } = startServices();
  expect(await client.app.info({})).toMatchObject({ reviewerKnown: false });
  await client.app.setReviewer({ name: 'Trần Thị Hà' });
  expect(await client.app.info({})).toMatchObject({ reviewer: 'Trần Thị Hà', reviewerKnown: true });
});
