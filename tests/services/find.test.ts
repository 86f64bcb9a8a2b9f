import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextQuery } from '../../src/contract/index.ts';
import { foldExact, foldLoose } from '../../src/core/text/index.ts';
import { runBounded } from '../../src/services/find/bounded.ts';
import { compileQuery, findSpans } from '../../src/services/find/pattern.ts';
import { type Harness, makeDocument, startServices } from './harness.ts';

const TEXTS = {
  vi: 'Đường phố Hà Nội đông vui.\n\nCô Lý uống cà phê ở phố cổ.\n\nHòa bình là điều quý giá.\n\nTrời mưa suốt đêm.',
  de: 'Die Straßen von Hanoi sind belebt.\n\nFrau Ly trinkt Kaffee in der Altstadt.\n\nFrieden ist etwas Kostbares.\n\nEs regnet die ganze Nacht, die Strassen sind nass.',
  zh: '河内的街道很热闹。\n\n李女士在老街喝咖啡。\n\n和平是宝贵的。\n\n雨下了一整夜。',
};
const query = (text: string, more: Partial<TextQuery> = {}): TextQuery => ({
  text,
  mode: 'loose',
  at: 'start',
  matchCase: false,
  ...more,
});

async function lookFor(
  { client }: Harness,
  place: { project: string; documentId: number },
  ...asked: Parameters<typeof query>
) {
  const look = () => client.find.search({ ...place, query: query(...asked) });
  let page = await look();
  // A slow machine answers before it has looked through everything; asked again, it goes on.
  while (!page.complete) page = await look();
  expect(page.total).toBe(page.languages.reduce((sum, { total }) => sum + total, 0));
  return page.hits.map(
    ({ row, lang, text, spans }) =>
      `${row} ${lang} ${spans.map(({ start, end }) => text.slice(start, end)).join('/')}`,
  );
}

describe('search', () => {
  test('exact, loose, within words, with capitals, in one language', async () => {
    const harness = startServices();
    const place = await makeDocument(harness, TEXTS);
    const find = (...asked: Parameters<typeof query>) => lookFor(harness, place, ...asked);
    expect(await find('pho')).toEqual(['0 vi phố', '1 vi phố']);
    expect(await find('pho', { mode: 'exact' })).toEqual([]);
    expect(await find('duong pho')).toEqual(['0 vi Đường phố']);
    expect(await find('hoà bình', { mode: 'exact' })).toEqual(['2 vi Hòa bình']);
    expect(await find('strasse')).toEqual(['0 de Straße', '3 de Strasse']);
    expect(await find('strasse', { at: 'word' })).toEqual([]);
    expect(await find('straßen', { at: 'word' })).toEqual(['0 de Straßen', '3 de Strassen']);
    expect(await find('stadt')).toEqual([]);
    expect(await find('stadt', { at: 'anywhere' })).toEqual(['1 de stadt']);
    expect(await find('stadt', { at: 'anywhere', matchCase: true })).toEqual(['1 de stadt']);
    expect(await find('Stadt', { at: 'anywhere', matchCase: true })).toEqual([]);
    expect(await find('街')).toEqual(['0 zh 街', '1 zh 街']);
    expect(await find('ly')).toEqual(['1 vi Lý', '1 de Ly']);
    expect(await find('nacht, die')).toEqual(['3 de Nacht, die']);
    expect(await find('nacht die')).toEqual([]);
    expect(await find(',')).toEqual(['3 de ,']);
    expect(await find('(\\p{Lu})\\w+ in', { mode: 'regex', matchCase: true })).toEqual(['1 de Kaffee in']);
    const german = await harness.client.find.search({ ...place, langs: ['de'], query: query('ly') });
    expect(german.hits.map(({ lang }) => lang)).toEqual(['de']);
  });

  test('pages in the order of rows, from a row on, over all documents', async () => {
    const harness = startServices();
    const place = await makeDocument(harness, TEXTS);
    const asked = { ...place, query: query('i', { at: 'anywhere' as const }) };
    const all = await harness.client.find.search(asked);
    expect(all.hits.map(({ row }) => row)).toEqual([...all.hits.map(({ row }) => row)].sort());
    const second = await harness.client.find.search({ ...asked, from: 2, limit: 2, nearRow: 2 });
    expect(second.hits).toEqual(all.hits.slice(2, 4));
    expect(second.near).toBe(all.hits.findIndex(({ row }) => row! >= 2));
    const { documentId: _, ...everywhere } = asked;
    expect((await harness.client.find.search(everywhere)).hits).toEqual(all.hits);
  });

  test('sees edits at once', async () => {
    const harness = startServices();
    const place = await makeDocument(harness, TEXTS);
    const [hit] = (await harness.client.find.search({ ...place, query: query('mưa') })).hits;
    await harness.client.edits.run({
      ...place,
      command: { type: 'edit-text', segmentId: hit!.segmentId, text: 'Gió thổi suốt đêm.' },
    });
    expect(await lookFor(harness, place, 'mưa')).toEqual([]);
    expect(await lookFor(harness, place, 'gio thoi')).toEqual(['3 vi Gió thổi']);
  });

  test('a wrong pattern and one that goes astray are refused in words', async () => {
    const harness = startServices();
    const place = await makeDocument(harness, { ...TEXTS, de: `${'a'.repeat(60)}!` });
    const look = (text: string) =>
      harness.client.find.search({ ...place, query: query(text, { mode: 'regex' }) });
    await expect(look('(')).rejects.toMatchObject({
      data: { code: 'pattern-invalid', params: { pattern: '(', reason: 'Unterminated group' } },
    });
    await expect(look('(a+)+$')).rejects.toMatchObject({ data: { code: 'pattern-slow' } });
    expect(() => runBounded('x', () => JSON.parse('{'))).toThrow(SyntaxError);
  });

  test('concordance: partners side by side, whichever language the word is in', async () => {
    const harness = startServices();
    const place = await makeDocument(harness, TEXTS);
    const look = async (text: string) => {
      const { lines } = await harness.client.concordance.search({ ...place, query: query(text) });
      return lines.map(({ row, hit, columns }) => ({
        row,
        lang: hit.lang,
        texts: columns.map(({ sentences }) => sentences.map((one) => one.text).join(' ')),
      }));
    };
    const texts = [
      'Cô Lý uống cà phê ở phố cổ.',
      'Frau Ly trinkt Kaffee in der Altstadt.',
      '李女士在老街喝咖啡。',
    ];
    expect(await look('ca phe')).toEqual([{ row: 1, lang: 'vi', texts }]);
    expect(await look('kaffee')).toEqual([{ row: 1, lang: 'de', texts }]);
    expect(await look('咖啡')).toEqual([{ row: 1, lang: 'zh', texts }]);
  });
});

describe('patterns', () => {
  const letters = fc.constantFrom(...'aàãâăeéêiíoóôơuúyýđdßsslthkhHYÝĐÄäöéёейи ,-–“"\u0301雨天街ﬁ№');
  const text = fc.array(letters, { maxLength: 14 }).map((all) => all.join('').normalize('NFC'));

  test('y at the end of a word is i, with or without tone marks, also where the query goes on', () => {
    const hits = (body: string, text: string): string[] =>
      findSpans(compileQuery(query(text)), body).map(({ start, end }) => body.slice(start, end));
    for (const asked of ['tỷ đồng', 'tỉ đồng', 'ty dong', 'ti dong']) {
      expect(hits('Thu 150 tỷ đồng.', asked)).toEqual(['tỷ đồng']);
      expect(hits('Thu 150 tỉ đồng.', asked)).toEqual(['tỉ đồng']);
    }
    expect(hits('Ông Lý Thường Kiệt', 'ly thuong')).toEqual(['Lý Thường']);
    expect(hits('Nhật, Mỹ, Anh', 'my,')).toEqual(['Mỹ,']);
    expect(hits('Kylie lynch', 'ki')).toEqual([]);
    const within = compileQuery(query('ly', { at: 'anywhere' }));
    expect(findSpans(within, 'Kelly, Lý').map(({ start }) => start)).toEqual([3, 7]);
  });

  test('loose and exact hits are the places whose fold is the fold of the query', () => {
    fc.assert(
      fc.property(
        text,
        fc.nat(13),
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        (body, from, size, loose) => {
          // A mark on a ligature composes with its last letter only after folding: nobody writes it, and find does not.
          if (/[ﬁ№]\p{M}/u.test(body)) return;
          const part = body.slice(from, from + size);
          const fold = loose ? foldLoose : foldExact;
          if (fold(part).trim() === '' || /^[\p{M}\s]|\s$/u.test(part)) return;
          const pattern = compileQuery(query(part, { mode: loose ? 'loose' : 'exact', at: 'anywhere' }));
          const spans = findSpans(pattern, body);
          expect(spans.length).toBeGreaterThan(0);
          for (const { start, end } of spans) {
            const found = body.slice(start, end);
            const read = (one: string): string =>
              fold(one)
                .replaceAll('y', 'i')
                .replace(/[ýĩỳỷỹỵíìỉị]/g, 'i');
            expect(read(found)).toBe(read(part));
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
