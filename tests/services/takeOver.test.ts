/** Taking sentences over from another version: also where one was put in or taken out, several at once, as one edit. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findFaults, openStore } from '../../src/store/index.ts';
import { type Harness, makeDocument, put, startServices } from './harness.ts';

const DE = [
  'Heute Morgen regnet es stark.',
  'Lan bleibt zu Hause und liest ein Buch.',
  'Mutter geht auf den Markt und kauft 3 Fische.',
  'Vater repariert das Dach.',
  'Am Nachmittag isst die ganze Familie.',
  'Das Baby schläft früh.',
];
const VI = [
  'Sáng nay trời mưa to.',
  'Lan ở nhà đọc sách.',
  'Mẹ đi chợ mua 3 con cá.',
  'Cha sửa mái nhà.',
  'Chiều đến, cả nhà ăn cơm.',
  'Em bé ngủ sớm.',
];
const NEW = ['Ein Hund bellt dreimal laut.', 'Plötzlich geht das Licht aus.', 'Niemand weiß warum.'];
const texts = { vi: `${VI.join(' ')}\n`, de: `${DE.join(' ')}\n` };

type Place = Awaited<ReturnType<typeof makeDocument>>;
const rowsOf = ({ client }: Harness, place: Place) =>
  client.grid.rows({ ...place, from: 0, to: 200, furniture: true });

/** Sentences in other words, removed, and put in behind others. */
const revision = (sentences: readonly string[]) =>
  fc
    .tuple(
      fc.array(fc.constantFrom('keep', 'keep', 'change', 'drop'), {
        minLength: sentences.length,
        maxLength: sentences.length,
      }),
      fc.array(fc.nat(sentences.length), { maxLength: 3 }),
    )
    .map(([fates, insertions]) => {
      const revised = sentences.flatMap((text, i) => {
        const put = insertions.flatMap((at, n) => (at === i ? [NEW[n]!] : []));
        if (fates[i] === 'drop') return put;
        return [...put, fates[i] === 'change' ? text.replace(/\.$/, ' wirklich so.') : text];
      });
      return [...revised, ...insertions.flatMap((at, n) => (at === sentences.length ? [NEW[n]!] : []))];
    })
    .filter((list) => list.length > 1);

async function takeAll(harness: Harness, place: Place, from: number, to: number) {
  const { client } = harness;
  const { rows, revision: seen } = await client.versions.compare({
    ...place,
    texts: [{ versionId: from }, { versionId: to }],
  });
  const changes = rows.flatMap((row) => row.takes[0]!);
  if (changes.length === 0) return null;
  const command = { type: 'take-over', changes, label: 'Fassung 1' } as const;
  return client.edits.run({ ...place, command, seen: { revision: seen, window: 'w' } });
}

test.each([
  ['rendering', 'de', DE],
  ['original', 'vi', VI],
] as const)(
  'all of an older %s is taken over as one edit, and one undo takes it back',
  async (_, lang, sentences) => {
    const harness = startServices();
    const { client } = harness;
    const place = await makeDocument(harness, texts);
    const current = async () =>
      (await client.versions.list(place)).find((one) => one.lang === lang && one.current)!.versionId;
    const textsOf = async () =>
      (
        await client.prepare.sentences({ ...place, versionId: await current(), from: 0, limit: 200 })
      ).sentences.map(({ text }) => text);
    const old = await current();
    await fc.assert(
      fc.asyncProperty(revision(sentences), async (revised) => {
        const file = await put(client, 'neu.txt', `${revised.join('\n\n')}\n`);
        const { versionId } = await client.versions.add({ ...place, of: old, file });
        if (versionId === null) return;
        const before = await rowsOf(harness, place);
        const taken = await takeAll(harness, place, old, versionId);
        if (taken) {
          expect(taken.possible).toBe(true);
          expect(await textsOf()).toEqual(sentences);
          await client.edits.undo(place);
          const after = await rowsOf(harness, place);
          expect({ ...after, revision: 0 }).toEqual({ ...before, revision: 0 });
          await client.edits.redo(place);
          expect(await textsOf()).toEqual(sentences);
          await client.edits.undo(place);
        }
        await client.edits.undo(place);
        expect(await current()).toBe(old);
      }),
      { numRuns: 8 },
    );
    const file = await put(client, 'neu.txt', `${[NEW[0], ...sentences.slice(2), NEW[1]].join('\n\n')}\n`);
    const { versionId } = await client.versions.add({ ...place, of: old, file });
    await takeAll(harness, place, old, versionId!);
    await client.projects.close({ project: place.project });
    const store = openStore(`${harness.folder}/projects/Thử.songsong`);
    expect(findFaults(store)).toEqual([]);
    store.close();
  },
);

test('a sentence that was taken out goes back to the group of its original, and its notes are not lost', async () => {
  const harness = startServices();
  const { client } = harness;
  const place = await makeDocument(harness, texts);
  const version = async () =>
    (await client.versions.list(place)).find((one) => one.lang === 'de' && one.current)!.versionId;
  const old = await version();
  const file = await put(client, 'neu.txt', [...DE.slice(0, 3), ...DE.slice(4), NEW[0]].join('\n\n'));
  await client.versions.add({ ...place, of: old, file });
  const cells = (await rowsOf(harness, place)).cells;
  const extra = cells.flatMap(({ segments }) => segments).find(({ text }) => text === NEW[0])!;
  await client.edits.run({ ...place, command: { type: 'note', segmentId: extra.id, text: 'Woher?' } });
  const taken = await takeAll(harness, place, old, await version());
  expect(taken).toMatchObject({ possible: true, say: 'edit.taken-over-many', params: { count: 2 } });
  const after = (await rowsOf(harness, place)).cells;
  expect(after.map(({ segments }) => segments.map(({ text }) => text))).toEqual(DE.map((text) => [text]));
  const last = after.at(-1)!;
  const notes = await client.review.notesOn({
    project: place.project,
    segmentIds: last.segments.map(({ id }) => id),
  });
  expect(notes.map(({ text }) => text)).toEqual(['Woher?']);
});
