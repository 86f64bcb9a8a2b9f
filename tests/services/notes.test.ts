/** Notes on words of a sentence, as the services keep them through edits of all kinds. */
import { expect, test } from 'vitest';
import type { EditCommand } from '../../src/contract/index.ts';
import { makeDocument, put, startServices } from './harness.ts';

const TEXTS = {
  vi: 'Sáng nay trời mưa to. Lan ở nhà đọc sách. Mẹ đi chợ mua cá.\n',
  de: 'Heute Morgen regnet es stark. Lan bleibt zu Hause und liest ein Buch. Mutter geht auf den Markt und kauft Fische.\n',
};

async function sitDown(author = 'Hà') {
  const harness = startServices({ author });
  const { client } = harness;
  const place = await makeDocument(harness, TEXTS);
  await harness.services.idle();
  const run = async (command: EditCommand) => client.edits.run({ ...place, command });
  const german = async () => {
    const { cells } = await client.grid.rows({ ...place, from: 0, to: 100 });
    return cells.flatMap(({ segments }) => segments);
  };
  const second = (await german())[1]!;
  const noteOn = async (quote: string, text = 'Stimmt das?', segment = second) => {
    const start = segment.text.indexOf(quote);
    const span = { start, end: start + quote.length, quote };
    return run({ type: 'note', segmentId: segment.id, text, span });
  };
  /** The words of each note as they are now, with the sentence that it is on. */
  const words = async () =>
    (await client.review.notes(place)).map(({ sentence, span }) => [
      span && sentence.slice(span.start, span.end),
      sentence,
    ]);
  return { harness, client, place, run, german, second, noteOn, words };
}

test('a note on words follows them through edits, splits and joins, and back by undo', async () => {
  const { client, place, run, german, second, noteOn, words } = await sitDown();
  await noteOn('liest ein Buch');
  await noteOn('zu Hause');
  expect(await client.review.notesOn({ project: place.project, segmentIds: [second.id] })).toMatchObject([
    { quote: 'liest ein Buch', span: { start: 24, end: 38 } },
    { quote: 'zu Hause' },
  ]);
  await run({
    type: 'edit-text',
    segmentId: second.id,
    text: 'Lan bleibt heute zu Hause und liest ein dickes Buch.',
  });
  expect((await words()).map(([quote]) => quote)).toEqual(['liest ein dickes Buch', 'zu Hause']);
  const text = (await german())[1]!.text;
  await run({ type: 'split-segment', segmentId: second.id, at: text.indexOf(' und') });
  expect((await words()).sort()).toEqual([
    ['liest ein dickes Buch', 'und liest ein dickes Buch.'],
    ['zu Hause', 'Lan bleibt heute zu Hause'],
  ]);
  const [, part] = await german();
  await run({ type: 'join-segment', segmentId: part!.id });
  expect((await words()).map(([quote]) => quote)).toEqual(['liest ein dickes Buch', 'zu Hause']);
  await run({ type: 'edit-text', segmentId: second.id, text: 'Lan geht spazieren.' });
  expect((await client.review.notes(place)).find(({ quote }) => quote === 'zu Hause')).toMatchObject({
    span: null,
  });
  for (let i = 0; i < 4; i++) await client.edits.undo(place);
  expect(await words()).toEqual([
    ['liest ein Buch', second.text],
    ['zu Hause', second.text],
  ]);
});

test('replacing everywhere and a new version take notes along with their words', async () => {
  const { client, place, german, noteOn, words } = await sitDown();
  await noteOn('liest ein Buch');
  const replaced = await client.find.replace({
    ...place,
    query: { text: 'zu Hause' },
    replacement: 'daheim',
    chosen: 'all',
    revision: (await client.grid.rows({ ...place, from: 0, to: 1 })).revision,
  });
  expect(replaced.possible).toBe(true);
  expect(await words()).toEqual([['liest ein Buch', 'Lan bleibt daheim und liest ein Buch.']]);
  const of = (await client.versions.list(place)).find(({ role }) => role === 'rendering')!;
  const revised = (await german())
    .map(({ text }) => text.replace('Lan bleibt', 'Die kleine Lan bleibt'))
    .join(' ');
  const file = await put(client, 'de2.txt', `${revised}\n`);
  await client.versions.add({ ...place, of: of.versionId, file });
  expect(await words()).toEqual([['liest ein Buch', 'Die kleine Lan bleibt daheim und liest ein Buch.']]);
});

test('words that moved since they were selected are found; words that are gone are refused', async () => {
  const { client, place, run, second, words } = await sitDown();
  const span = { start: 24, end: 38, quote: 'liest ein Buch' };
  await run({ type: 'edit-text', segmentId: second.id, text: `Auch ${second.text}` });
  expect((await run({ type: 'note', segmentId: second.id, text: 'So?', span })).say).toBe(
    'edit.noted-on-words',
  );
  expect((await words())[0]![0]).toBe('liest ein Buch');
  await run({ type: 'edit-text', segmentId: second.id, text: 'Lan schläft.' });
  const refused = await run({ type: 'note', segmentId: second.id, text: 'So?', span });
  expect([refused.possible, refused.say]).toEqual([false, 'edit.words-gone']);
  expect(await client.review.notes(place)).toHaveLength(1);
});

test('threads are for those whom they call; whoever resolves is named', async () => {
  const { client, place, run, noteOn } = await sitDown('Trần Thị Hà');
  await noteOn('Buch', 'Besser „Heft“, @Trần Thị Hà?');
  await noteOn('Hause', 'Gut so, @An.');
  const threads = await client.review.notes(place);
  expect(threads.map(({ forMe, quote }) => [quote, forMe])).toEqual([
    ['Buch', true],
    ['Hause', false],
  ]);
  expect(await client.review.names({ project: place.project })).toEqual(['Trần Thị Hà']);
  await run({ type: 'resolve-note', noteId: threads[0]!.noteId, resolved: true });
  expect(await client.review.notes(place)).toMatchObject([
    { quote: 'Hause' },
    { quote: 'Buch', resolved: true, resolvedBy: 'Trần Thị Hà', forMe: false },
  ]);
  await run({ type: 'resolve-note', noteId: threads[0]!.noteId, resolved: false });
  expect((await client.review.notes(place)).every(({ resolvedBy }) => resolvedBy === null)).toBe(true);
});
