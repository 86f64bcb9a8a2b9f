/** The glossary of a project: files in and out, one edit each, and the flags that follow from it. */
import { describe, expect, test } from 'vitest';
import { type Client, type Harness, makeDocument, put, startServices } from './harness.ts';

const TEXTS = {
  vi: 'Đại diện hợp tác xã đã trao đổi với nông dân về kế hoạch mới.\nTrời hôm nay rất đẹp và mát mẻ.\nHai bên đã ký bản ghi nhớ về nông nghiệp.\n',
  de: 'Der Vertreter der Kooperative sprach mit den Bauern über den neuen Plan.\nDas Wetter ist heute sehr schön und kühl.\nBeide Seiten unterzeichneten eine Absichtserklärung zur Landwirtschaft.\n',
};
const CSV =
  'concept,vi,de,de forbidden,note\n1,hợp tác xã,Genossenschaft,Kooperative,theo luật\n2,bản ghi nhớ,Absichtserklärung,,\n';

const open = async (): Promise<Harness & { project: string; documentId: number }> => {
  const harness = startServices();
  return { ...harness, ...(await makeDocument(harness, TEXTS)) };
};
const termCodes = async (client: Client, place: { project: string; documentId: number }): Promise<string[]> =>
  (await client.flags.list({ ...place, severities: ['critical', 'major', 'minor', 'note'] }))
    .filter(({ category }) => category === 'Terminology/Inconsistent with terminology resource')
    .map(({ messageCode }) => messageCode);

test('a file is previewed, imported as one edit, listed, searched and taken back', async () => {
  const { client, services, project, documentId } = await open();
  const file = await put(client, 'terms.csv', CSV);
  expect(await client.glossary.preview({ project, file })).toMatchObject({
    name: 'terms.csv',
    added: 2,
    changed: 0,
    same: 0,
    warnings: [],
  });
  const { jobId, ...done } = await client.glossary.import({ project, file });
  expect(done).toEqual({ added: 2, changed: 0, same: 0 });
  expect(await services.finished(jobId!)).toMatchObject({ state: 'done' });
  expect(await termCodes(client, { project, documentId })).toEqual(['term.forbidden']);
  const { total, concepts, counts } = await client.glossary.list({ project, text: 'GENOSSEN' });
  expect([total, concepts[0]?.note]).toEqual([1, 'theo luật']);
  expect(counts).toEqual({
    concepts: 2,
    terms: [
      { lang: 'de', status: 'forbidden', count: 1 },
      { lang: 'de', status: 'preferred', count: 2 },
      { lang: 'vi', status: 'preferred', count: 2 },
    ],
  });
  // Once more is nothing new.
  expect(await client.glossary.import({ project, file })).toEqual({
    added: 0,
    changed: 0,
    same: 2,
    jobId: null,
  });

  const undone = await client.glossary.step({ project, direction: 'undo' });
  await services.finished(undone.jobId!);
  expect(await termCodes(client, { project, documentId })).toEqual([]);
  expect((await client.glossary.list({ project })).total).toBe(0);
  const redone = await client.glossary.step({ project, direction: 'redo' });
  await services.finished(redone.jobId!);
  expect(await termCodes(client, { project, documentId })).toEqual(['term.forbidden']);
  expect(await client.glossary.step({ project, direction: 'redo' })).toMatchObject({ possible: false });
});

test('an import adds terms to the concepts that it shares', async () => {
  const { client, project } = await open();
  await client.glossary.import({ project, file: await put(client, 'a.csv', CSV) });
  const more = 'vi,ru,de\nhợp tác xã,кооператив,Kooperative\n';
  expect(await client.glossary.preview({ project, file: await put(client, 'b.csv', more) })).toMatchObject({
    added: 0,
    changed: 1,
  });
  await client.glossary.import({ project, file: await put(client, 'b.csv', more) });
  const { concepts } = await client.glossary.list({ project, text: 'hop tac xa' });
  expect(
    concepts.map(({ note, terms }) => [
      note,
      ...terms.map(({ lang, text, status }) => `${lang} ${status} ${text}`),
    ]),
  ).toEqual([
    [
      'theo luật',
      'vi preferred hợp tác xã',
      'de preferred Genossenschaft',
      'de preferred Kooperative',
      'ru preferred кооператив',
    ],
  ]);
});

describe('one concept', () => {
  test('is added, changed and removed, and the checks follow', async () => {
    const { client, services, ...place } = await open();
    const { project } = place;
    const terms = [
      { lang: 'vi', text: '  bản   ghi nhớ', status: 'preferred' as const },
      { lang: 'de', text: 'Memorandum', status: 'preferred' as const },
    ];
    const { id, jobId } = await client.glossary.save({ project, terms });
    await services.finished(jobId!);
    expect(await termCodes(client, place)).toEqual(['term.glossary']);
    const [flag] = (await client.flags.list(place)).filter(
      ({ messageCode }) => messageCode === 'term.glossary',
    );
    expect(flag).toMatchObject({ params: { preferred: 'Memorandum', target: 'Absichtserklärung' } });

    const changed = await client.glossary.save({
      project,
      id,
      terms: [...terms, { lang: 'de', text: 'Absichtserklärung', status: 'admitted' }],
    });
    await services.finished(changed.jobId!);
    expect(await termCodes(client, place)).toEqual([]);
    const removed = await client.glossary.remove({ project, ids: [id] });
    await services.finished(removed.jobId!);
    expect((await client.glossary.list({ project })).total).toBe(0);
    await client.glossary.step({ project, direction: 'undo' });
    expect((await client.glossary.list({ project })).concepts[0]?.terms).toHaveLength(3);
  });
  test('without terms, in no language or gone is refused', async () => {
    const { client, project } = await open();
    const term = { lang: 'vi', text: ' ', status: 'preferred' as const };
    await expect(client.glossary.save({ project, terms: [term] })).rejects.toMatchObject({
      data: { code: 'usage' },
    });
    await expect(
      client.glossary.save({ project, terms: [{ ...term, lang: '??', text: 'a' }] }),
    ).rejects.toMatchObject({ data: { code: 'usage' } });
    await expect(client.glossary.remove({ project, ids: [77] })).rejects.toMatchObject({
      data: { code: 'not-found' },
    });
  });
});

test('an edit is checked with the glossary too', async () => {
  const { client, services, ...place } = await open();
  const { jobId } = await client.glossary.import({
    project: place.project,
    file: await put(client, 'terms.csv', CSV),
  });
  await services.finished(jobId!);
  const { cells } = await client.grid.rows({ ...place, from: 0, to: 3 });
  const { segments } = cells.find((cell) => cell.segments[0]?.text.startsWith('Der Vertreter'))!;
  await client.edits.run({
    ...place,
    command: {
      type: 'edit-text',
      segmentId: segments[0]!.id,
      text: 'Der Vertreter der Genossenschaft sprach mit den Bauern über den neuen Plan.',
    },
  });
  await services.idle();
  expect(await termCodes(client, place)).toEqual([]);
  await client.edits.undo(place);
  expect(await termCodes(client, place)).toEqual(['term.forbidden']);
});

test.each(['csv', 'tbx', 'tbx2'] as const)(
  '%s goes out and comes back into another project',
  async (format) => {
    const { client, project } = await open();
    await client.glossary.import({ project, file: await put(client, 'terms.csv', CSV) });
    const out = await client.glossary.export({ project, format });
    const other = await client.projects.create({ name: 'Khác', sourceLang: 'vi' });
    const file = await put(client, out.name, out.content!);
    expect(await client.glossary.import({ project: other.key, file })).toMatchObject({ added: 2 });
    const plain = async (key: string) =>
      (await client.glossary.list({ project: key })).concepts.map(({ note, terms }) => ({ note, terms }));
    expect(await plain(other.key)).toEqual(await plain(project));
  },
);

test('an empty glossary is nothing to export, and a text is no glossary', async () => {
  const { client, project } = await open();
  await expect(client.glossary.export({ project, format: 'tbx' })).rejects.toMatchObject({
    data: { code: 'nothing-to-export' },
  });
  const file = await put(client, 'a.txt', 'Một câu văn.\nHai câu văn.\n');
  await expect(client.glossary.preview({ project, file })).rejects.toMatchObject({
    data: { code: 'file-invalid' },
  });
});
