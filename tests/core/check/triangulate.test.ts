/** One language alone is surer, all alike less sure; without witnesses nothing changes. */
import { describe, expect, test } from 'vitest';
import { placesOfAdded, renderedSegments, triangulate } from '../../../src/core/check/index.ts';
import type { Flag } from '../../../src/core/model.ts';
import { check, oneToOne } from './texts.ts';

const SOURCE = ['Nhà máy mới tuyển 350 công nhân trong tháng này.', 'Trời hôm nay rất đẹp.'];
const RIGHT = {
  de: ['Die neue Fabrik stellt in diesem Monat 350 Arbeiter ein.', 'Das Wetter ist heute sehr schön.'],
  ru: ['Новый завод в этом месяце нанимает 350 рабочих.', 'Сегодня очень хорошая погода.'],
  zh: ['新工厂本月招聘350名工人。', '今天天气很好。'],
};
const wrong = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => line.replace('350', '530'));
const run = (texts: Readonly<Record<string, readonly string[]>>): Record<string, readonly Flag[]> => {
  const langs = Object.keys(texts);
  const beads = oneToOne(SOURCE.length).beads;
  const flags = triangulate(
    langs.map((lang) => ({
      target: { lang },
      flags: check(SOURCE, lang, texts[lang]!).flags,
      rendered: renderedSegments(beads),
    })),
  );
  return Object.fromEntries(langs.map((lang, index) => [lang, flags[index]!]));
};
const numberIn = (flags: readonly Flag[] = []): Flag => flags.find((flag) => flag.check === 'number')!;

describe('a number that differs', () => {
  const alone = numberIn(check(SOURCE, 'zh', wrong(RIGHT.zh)).flags);
  test('in one language alone points there', () => {
    const flag = numberIn(run({ ...RIGHT, zh: wrong(RIGHT.zh) })['zh']);
    expect(flag.confidence).toBeGreaterThan(alone.confidence);
    expect(flag.params['witnesses']).toBe('de, ru');
  });
  test('in all of them points at the original', () => {
    const all = run({ de: wrong(RIGHT.de), ru: wrong(RIGHT.ru), zh: wrong(RIGHT.zh) });
    expect(numberIn(all['zh']).confidence).toBeLessThan(alone.confidence);
    expect(numberIn(all['zh']).params['alike']).toBe('de, ru');
  });
  test('in two of three stays as it is', () => {
    const two = run({ ...RIGHT, ru: wrong(RIGHT.ru), zh: wrong(RIGHT.zh) });
    expect(numberIn(two['zh'])).toEqual(alone);
  });
});

test('one rendering alone keeps its flags', () => {
  const flags = check(SOURCE, 'de', wrong(RIGHT.de)).flags;
  expect(triangulate([{ target: { lang: 'de' }, flags, rendered: new Set([0, 1]) }])).toEqual([flags]);
});

describe('a sentence without an original', () => {
  const beads = [
    { source: [0], target: [0] },
    { source: [], target: [1] },
    { source: [1], target: [2] },
  ];
  const added = {
    check: 'addition',
    confidence: 0.8,
    source: [],
    target: [1],
    sourceSpan: null,
    params: {},
  };
  const rendering = (lang: string, has: boolean) => ({
    target: { lang },
    flags: has ? [added] : [],
    rendered: renderedSegments(beads),
    places: has ? placesOfAdded(beads) : new Map<number, number>(),
  });
  test('in one language alone is surer an addition', () => {
    const [flags] = triangulate([rendering('de', true), rendering('ru', false), rendering('zh', false)]);
    expect(flags?.[0]?.confidence).toBeGreaterThan(added.confidence);
    expect(flags?.[0]?.params).toMatchObject({ witnesses: 'ru, zh' });
  });
  test('in all of them is missing in the original as we have it', () => {
    const [flags] = triangulate([rendering('de', true), rendering('ru', true)]);
    expect(flags?.[0]?.confidence).toBeLessThan(added.confidence);
    expect(flags?.[0]?.params).toMatchObject({ alike: 'ru', alone: 0.8 });
  });
  test('in two of three stays as it is', () => {
    const [flags] = triangulate([rendering('de', true), rendering('ru', true), rendering('zh', false)]);
    expect(flags?.[0]).toEqual(added);
  });
});

test('weighing again, or after a rendering is gone, starts from the flag as it was', () => {
  const beads = oneToOne(SOURCE.length).beads;
  const renderings = Object.entries({ ...RIGHT, zh: wrong(RIGHT.zh) }).map(([lang, lines]) => ({
    target: { lang },
    flags: check(SOURCE, lang, lines).flags,
    rendered: renderedSegments(beads),
  }));
  const once = triangulate(renderings);
  const weighed = renderings.map((one, index) => ({ ...one, flags: once[index]! }));
  expect(triangulate(weighed)).toEqual(once);
  expect(triangulate(weighed.slice(2))).toEqual([renderings[2]!.flags]);
});
