/** Dismissals reach as far as they say, outlive re-checks, re-alignments and re-imports, die with the text, and can be revoked. */
import { describe, expect, test } from 'vitest';
import type { FlagView } from '../../src/contract/index.ts';
import { type Client, type Harness, makeDocument, put, startServices } from './harness.ts';

const TEXTS = {
  vi: 'Nhà máy mới tuyển 350 công nhân trong tháng này.\nTrời hôm nay rất đẹp và mát mẻ.\nNhà máy cũ tuyển 350 công nhân vào năm ngoái.\nMọi người đều vui vẻ ra về.\n',
  de: 'Die neue Fabrik stellt in diesem Monat 530 Arbeiter ein.\nDas Wetter ist heute sehr schön und kühl.\nDie alte Fabrik stellte im vergangenen Jahr 530 Arbeiter ein.\nAlle gingen fröhlich nach Hause.\n',
  ru: 'Новый завод в этом месяце нанимает 530 рабочих.\nСегодня очень хорошая и прохладная погода.\nСтарый завод в прошлом году нанял 350 рабочих.\nВсе весело разошлись по домам.\n',
};
interface Place {
  readonly project: string;
  readonly documentId: number;
}
const open = async (): Promise<Harness & { place: Place }> => {
  const harness = startServices();
  return { ...harness, place: await makeDocument(harness, TEXTS) };
};
const numbers = async (client: Client, place: Place, decided = true): Promise<FlagView[]> =>
  (await client.flags.list({ ...place, decided })).filter(({ check }) => check === 'number');
const openIn = async (client: Client, place: Place): Promise<string[]> =>
  (await numbers(client, place, false)).map(({ lang }) => lang);
const dismiss = async (
  client: Client,
  place: Place,
  scope: 'here' | 'pair' | 'check' | 'check-everywhere',
  reason = 'so bestellt',
): Promise<void> => {
  const [flag] = await numbers(client, place);
  await client.edits.run({
    ...place,
    command: { type: 'decide-flag', flagId: flag!.id, decision: 'dismissed', scope, reason },
  });
};

describe('a dismissal reaches', () => {
  test.each([
    ['here', ['ru', 'de']],
    ['pair', ['ru']],
    ['check', ['ru']],
    ['check-everywhere', []],
  ] as const)('%s', async (scope, left) => {
    const { client, place } = await open();
    expect((await openIn(client, place)).sort()).toEqual(['de', 'de', 'ru']);
    await dismiss(client, place, scope);
    expect((await openIn(client, place)).sort()).toEqual([...left].sort());
    await client.edits.undo(place);
    expect(await openIn(client, place)).toHaveLength(3);
  });
});

describe('a dismissal holds', () => {
  test('over a new check and a new alignment', async () => {
    const { client, services, place } = await open();
    await dismiss(client, place, 'here');
    for (const job of ['check', 'align'] as const) {
      const { jobId } = await client.jobs[job](place);
      expect((await services.finished(jobId)).state).toBe('done');
      expect(await openIn(client, place)).toHaveLength(2);
      const decided = (await numbers(client, place)).filter(({ decision }) => decision !== null);
      expect(decided.map(({ reason }) => reason)).toEqual(['so bestellt']);
    }
  });
  test('over a new version in which the pair stays, and the text imported once more', async () => {
    const { client, services, place } = await open();
    await dismiss(client, place, 'here');
    const { documents } = await client.projects.get({ project: place.project });
    const of = documents[0]!.columns.find(({ lang }) => lang === 'de')!.versionId;
    const file = await put(client, 'de.txt', TEXTS.de.replace('schön und kühl', 'kühl und schön'));
    await client.versions.add({ ...place, of, file, label: 'zweite' });
    const { jobId } = await client.jobs.check(place);
    await services.finished(jobId);
    expect(await openIn(client, place)).toHaveLength(2);
    // The same texts as another document.
    const slots = await Promise.all(
      Object.entries(TEXTS).map(async ([lang, text]) => ({
        file: await put(client, `${lang}.txt`, text),
        role: lang === 'vi' ? ('original' as const) : ('rendering' as const),
        lang,
      })),
    );
    const again = await client.documents.add({ project: place.project, title: 'Lại', slots });
    const other = { project: place.project, documentId: again.id };
    await services.finished((await client.jobs.align(other)).jobId);
    expect(await openIn(client, other)).toHaveLength(2);
  });
  test('not over a change of the text', async () => {
    const { client, services, place } = await open();
    await dismiss(client, place, 'here');
    const [flag] = (await numbers(client, place)).filter(({ decision }) => decision !== null);
    await client.edits.run({
      ...place,
      command: {
        type: 'edit-text',
        segmentId: flag!.targetSegmentIds[0]!,
        text: 'Die neue Fabrik stellt in diesem Monat 531 Arbeiter ein.',
      },
    });
    await services.idle();
    expect(await openIn(client, place)).toHaveLength(3);
    const [decision] = await client.decisions.list({ project: place.project });
    expect(decision).toMatchObject({ flags: 0, check: 'number', reason: 'so bestellt' });
  });
});

test('decisions are listed in words and revoked', async () => {
  const { client, place } = await open();
  const { project } = place;
  await dismiss(client, place, 'pair');
  await dismiss(client, place, 'check-everywhere', '');
  const list = await client.decisions.list({ project });
  expect(list.map(({ scope, lang, flags, source, target }) => [scope, lang, flags, source, target])).toEqual([
    ['check', null, 3, '', ''],
    ['pair', 'de', 2, '350 công nhân', '530 Arbeiter'],
  ]);
  expect(list[1]).toMatchObject({
    decision: 'dismissed',
    reason: 'so bestellt',
    messageCode: 'number.changed',
  });
  expect(list[1]!.message).toContain('350');
  expect(await client.decisions.revoke({ project, ids: list.map(({ id }) => id) })).toEqual({ revoked: 2 });
  expect(await openIn(client, place)).toHaveLength(3);
  expect(await client.decisions.list({ project })).toEqual([]);
  await expect(client.decisions.revoke({ project, ids: [list[0]!.id] })).rejects.toMatchObject({
    data: { code: 'not-found' },
  });
});
