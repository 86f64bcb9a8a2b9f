/** Flags weighed over the renderings: in a project as on the command line, and after edits as after a check of everything. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { FlagView } from '../../src/contract/index.ts';
import { alignFiles } from '../../src/services/oneShot.ts';
import { type Client, type Harness, makeDocument, startServices } from './harness.ts';

const LANGS = ['de', 'ru', 'zh'] as const;
const sample = (lang: string): string =>
  fileURLToPath(new URL(`../../samples/coffee.${lang}.txt`, import.meta.url));

interface Place {
  readonly project: string;
  readonly documentId: number;
}
const openSample = async (): Promise<Harness & Place> => {
  const harness = startServices();
  const { key, documents } = await harness.client.projects.openSample({});
  return { ...harness, project: key, documentId: documents[0]!.id };
};
const placeOf = ({ project, documentId }: Place): Place => ({ project, documentId });
const ALL = ['critical', 'major', 'minor', 'note'] as const;
const flagsOf = (client: Client, place: Place): Promise<FlagView[]> =>
  client.flags.list({ ...place, severities: [...ALL], decided: true, furniture: true });

const say = (
  lang: string,
  code: string,
  confidence: number,
  params: FlagView['params'],
  message: string,
): string => [lang, code, confidence, params['witnesses'] ?? '', params['alike'] ?? '', message].join(' | ');
const print = (flags: readonly FlagView[]): string[] =>
  flags
    .map(({ lang, messageCode, confidence, params, message }) =>
      say(lang, messageCode, confidence, params, message),
    )
    .sort();

test('a project says the same as the command line of the same files', async () => {
  const { client, ...place } = await openSample();
  const stored = print(await flagsOf(client, placeOf(place)));
  const { targets } = await alignFiles({
    source: { name: 'vi', path: sample('vi'), lang: 'vi' },
    targets: LANGS.map((lang) => ({ name: lang, path: sample(lang), lang })),
  });
  const printed = targets
    .flatMap(({ lang, flags }) =>
      flags.map(({ messageCode, confidence, params, message }) =>
        say(lang, messageCode, confidence, params, message),
      ),
    )
    .sort();
  expect(stored).toEqual(printed);
  expect(stored.filter((line) => / \| (?:\w\w, )?\w\w \| /.test(line)).length).toBeGreaterThan(0);
});

/** Changes a text and waits for its rows to be checked again. */
const rewrite = async (
  { client, services }: Pick<Harness, 'client' | 'services'>,
  place: Place,
  lang: string,
  change: (text: string) => string,
): Promise<boolean> => {
  const { cells } = await client.grid.rows({ ...place, from: 0, to: 200 });
  const [document] = (await client.projects.get({ project: place.project })).documents;
  const { alignmentId } = document!.columns.find((column) => column.lang === lang)!;
  for (const { segments } of cells.filter((cell) => cell.alignmentId === alignmentId))
    for (const { id, text } of segments) {
      if (change(text) === text) continue;
      await client.edits.run({ ...place, command: { type: 'edit-text', segmentId: id, text: change(text) } });
      await services.idle();
      return true;
    }
  return false;
};

test('after edits flags are as after a check of the whole document, and undo takes them back', async () => {
  const { client, services, ...rest } = await openSample();
  const place = placeOf(rest);
  const before = print(await flagsOf(client, place));
  const number = /\d{2,}/u;
  let edits = 0;
  for (const lang of LANGS)
    if (await rewrite({ client, services }, place, lang, (text) => text.replace(number, '7351'))) edits += 1;
  expect(edits).toBe(3);
  const numbers = (flags: readonly FlagView[]): string[] =>
    print(
      flags.filter(({ check }) => ['number', 'date', 'unit', 'omission', 'addition', 'name'].includes(check)),
    );
  const edited = numbers(await flagsOf(client, place));
  expect(edited).not.toEqual(before);
  const { jobId } = await client.jobs.check(place);
  await services.finished(jobId);
  expect(numbers(await flagsOf(client, place))).toEqual(edited);
  for (let i = 0; i < edits + 1; i++) await client.edits.undo(place);
  expect(print(await flagsOf(client, place))).toEqual(before);
});

test('a number that differs in one language alone points there; when the others follow, it is less sure', async () => {
  const harness = startServices();
  const { client, services } = harness;
  const place = await makeDocument(harness, {
    vi: 'Nhà máy mới tuyển 350 công nhân trong tháng này.\nTrời hôm nay rất đẹp.\n',
    de: 'Die neue Fabrik stellt in diesem Monat 350 Arbeiter ein.\nDas Wetter ist heute sehr schön.\n',
    ru: 'Новый завод в этом месяце нанимает 350 рабочих.\nСегодня очень хорошая погода.\n',
    zh: '新工厂本月招聘530名工人。\n今天天气很好。\n',
  });
  const confidenceIn = async (lang: string): Promise<number | undefined> =>
    (await flagsOf(client, place)).find((flag) => flag.lang === lang && flag.check === 'number')?.confidence;
  const [flag] = await flagsOf(client, place);
  expect(flag).toMatchObject({ lang: 'zh', check: 'number', params: { witnesses: 'de, ru' } });
  const alone = await confidenceIn('zh');
  await rewrite(harness, place, 'de', (text) => text.replace('350', '530'));
  expect(await confidenceIn('zh')).toBeLessThan(alone!);
  await rewrite(harness, place, 'ru', (text) => text.replace('350', '530'));
  const all = await flagsOf(client, place);
  expect(all.map(({ lang, params }) => [lang, params['alike']])).toEqual([
    ['de', 'ru, zh'],
    ['ru', 'de, zh'],
    ['zh', 'de, ru'],
  ]);
  await client.edits.undo(place);
  await client.edits.undo(place);
  expect(await confidenceIn('zh')).toBe(alone);
  await services.idle();
});

test('what is signed off stays as it was, and bears witness all the same', async () => {
  const harness = startServices();
  const { client, services } = harness;
  const place = await makeDocument(harness, {
    vi: 'Nhà máy mới tuyển 350 công nhân trong tháng này.\nTrời hôm nay rất đẹp.\n',
    de: 'Die neue Fabrik stellt in diesem Monat 350 Arbeiter ein.\nDas Wetter ist heute sehr schön.\n',
    zh: '新工厂本月招聘530名工人。\n今天天气很好。\n',
  });
  const [flag] = await flagsOf(client, place);
  expect(flag).toMatchObject({ lang: 'zh', params: { witnesses: 'de' } });
  await client.review.signOff({ ...place, alignmentId: flag!.alignmentId });
  await rewrite(harness, place, 'de', (text) => text.replace('350', '530'));
  const after = await flagsOf(client, place);
  expect(after.find(({ lang }) => lang === 'zh')).toEqual(flag);
  expect(after.find(({ lang }) => lang === 'de')?.params['alike']).toBe('zh');
  expect(await client.edits.undo(place)).toMatchObject({ possible: true });
  const { jobId } = await client.glossary.save({
    project: place.project,
    terms: [
      { lang: 'vi', text: 'công nhân', status: 'preferred' },
      { lang: 'de', text: 'Beschäftigter', status: 'preferred' },
      { lang: 'zh', text: '职工', status: 'preferred' },
    ],
  });
  await services.finished(jobId!);
  const terms = (await flagsOf(client, place)).filter(({ check }) => check === 'term');
  expect(terms.map(({ lang }) => lang)).toEqual(['de']);
  expect(await client.edits.undo(place)).toMatchObject({ possible: true });
});
