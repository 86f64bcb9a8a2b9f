/** Versions from files that went out as units and came back: TMX, XLSX, CSV. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toOutUnit } from '../../src/core/format/memoryUnits.ts';
import { UNIT_FORMATS } from '../../src/core/format/write/registry.ts';
import { readBytesAs } from '../../src/services/read/index.ts';
import { type Harness, makeDocument, put, startServices } from './harness.ts';

const DE = [
  'Heute Morgen regnet es stark.',
  'Lan bleibt zu Hause und liest ein Buch.',
  'Mutter geht auf den Markt und kauft 3 Fische.',
  'Vater repariert das Dach.',
  'Am Nachmittag isst die ganze Familie.',
  'Das Baby schläft früh.',
];
const TEXTS = {
  vi: 'Sáng nay trời mưa to. Lan ở nhà đọc sách. Mẹ đi chợ mua 3 con cá. Cha sửa mái nhà. Chiều đến, cả nhà ăn cơm. Em bé ngủ sớm.\n',
  de: `${DE.join(' ')}\n`,
  zh: '今天早上下大雨。兰在家看书。妈妈去市场买了三条鱼。父亲修屋顶。下午，全家吃饭。宝宝早睡。\n',
};
const FORMATS = ['tmx', 'xlsx', 'csv'] as const;

async function open(harness: Harness) {
  const { client, services } = harness;
  const place = await makeDocument(harness, TEXTS);
  await services.idle();
  const versions = await client.versions.list(place);
  const of = (lang: string) => versions.find((one) => one.lang === lang && one.current)!.versionId;
  return { place, of };
}
const cellsOf = async ({ client }: Harness, place: { project: string; documentId: number }) =>
  (await client.grid.rows({ ...place, from: 0, to: 100, furniture: true })).cells;

/** The file as an export writes it, handed back with some sentences in other words. */
async function roundTrip(
  harness: Harness,
  project: string,
  format: (typeof FORMATS)[number],
  change: (text: string) => string,
): Promise<string> {
  const [file] = harness.services.prepareExport(project, { format });
  const pieces: Buffer[] = [];
  for await (const piece of file!.chunks())
    pieces.push(typeof piece === 'string' ? Buffer.from(piece) : Buffer.from(piece));
  const bytes = Buffer.concat(pieces);
  if (format !== 'xlsx') return put(harness.client, file!.name, change(bytes.toString('utf8')));
  const { units } = await readBytesAs(bytes, file!.name);
  const langs = ['vi', 'de', 'zh'];
  const columns = langs.map((lang) => ({ lang, label: '' }));
  const printer = UNIT_FORMATS.xlsx.print({ title: 'Thử', toolVersion: '0', createdAt: 0, columns });
  const parts = [printer.start()];
  for (const [i, unit] of units!.entries()) {
    const variants = unit.variants.map(({ lang, text }) => ({ lang, text: change(text) }));
    parts.push(printer.unit(toOutUnit({ ...unit, variants }, langs, i)));
  }
  const workbook = Buffer.concat([...parts, printer.end()].map((part) => Buffer.from(part)));
  return (await harness.client.files.put({ name: file!.name, base64: workbook.toString('base64') })).file;
}

test.each(FORMATS)('%s that comes back unchanged changes nothing, in any language', async (format) => {
  const harness = startServices();
  const { place, of } = await open(harness);
  const before = await cellsOf(harness, place);
  for (const lang of ['vi', 'de', 'zh']) {
    const file = await roundTrip(harness, place.project, format, (text) => text);
    const preview = await harness.client.versions.preview({ ...place, of: of(lang), file });
    expect(preview).toMatchObject({
      stale: 0,
      untouched: 0,
      counts: { same: DE.length, changed: 0, added: 0 },
    });
    expect(preview.aligned?.code).toBe(lang);
    const result = await harness.client.versions.add({ ...place, of: of(lang), file });
    expect(result.versionId).toBeNull();
  }
  expect(await cellsOf(harness, place)).toEqual(before);
});

test('changed sentences make exactly their groups stale; all else keeps what people said of it', async () => {
  const harness = startServices();
  const { client, services } = harness;
  const { place, of } = await open(harness);
  const beads = (await cellsOf(harness, place)).map(({ alignmentId, beadId }) => ({ alignmentId, beadId }));
  await client.edits.run({ ...place, command: { type: 'status', beads, status: 'confirmed' } });
  await services.idle();
  const before = await cellsOf(harness, place);
  const changed = fc.uniqueArray(fc.nat(DE.length - 1), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(changed, fc.constantFrom(...FORMATS), async (numbers, format) => {
      const renew = (text: string): string =>
        numbers.reduce(
          (now, n) => now.replace(DE[n]!, `Etwas ganz anderes steht hier: ${n} wirklich.`),
          text,
        );
      const file = await roundTrip(harness, place.project, format, renew);
      const { counts, stale } = await client.versions.add({ ...place, of: of('de'), file });
      expect(counts).toMatchObject({ changed: numbers.length, added: 0, removed: 0 });
      expect(stale).toBe(numbers.length);
      const after = await cellsOf(harness, place);
      for (const { status, segments } of after)
        expect(status === 'stale').toBe(segments.some(({ text }) => text.includes('wirklich')));
      await client.edits.undo(place);
      expect(await cellsOf(harness, place)).toEqual(before);
    }),
    { numRuns: 8 },
  );
});

test('what the file leaves out stays; what it adds goes to its group', async () => {
  const harness = startServices();
  const { client } = harness;
  const { place, of } = await open(harness);
  const table = [
    'vi\tde',
    'Chiều đến, cả nhà ăn cơm.\tAm Nachmittag isst die ganze Familie. Alle lachen.',
    'Sáng nay trời mưa to.\tHeute früh regnet es stark.',
  ].join('\n');
  const file = await put(client, 'sorted.tsv', table);
  const preview = await client.versions.preview({ ...place, of: of('de'), file });
  expect(preview).toMatchObject({
    untouched: 4,
    stale: 2,
    counts: { same: 4, changed: 2 },
    aligned: { units: 2 },
  });
  await client.versions.add({ ...place, of: of('de'), file });
  const cells = (await cellsOf(harness, place)).filter(({ segments }) => segments[0]?.text.match(/[a-z]/));
  expect(cells.flatMap(({ segments }) => segments.map(({ text }) => text))).toEqual([
    'Heute früh regnet es stark.',
    ...DE.slice(1, 4),
    'Am Nachmittag isst die ganze Familie. Alle lachen.',
    DE[5],
  ]);
});

test('a revised original makes its groups stale in every language', async () => {
  const harness = startServices();
  const { client } = harness;
  const { place, of } = await open(harness);
  const file = await roundTrip(harness, place.project, 'tmx', (text) =>
    text.replace('Cha sửa mái nhà', 'Cha lợp lại mái nhà'),
  );
  const { stale, counts } = await client.versions.add({ ...place, of: of('vi'), file });
  expect({ stale, changed: counts.changed }).toEqual({ stale: 2, changed: 1 });
  const rows = (await cellsOf(harness, place)).filter(({ status }) => status === 'stale');
  expect(rows.map(({ firstRow }) => firstRow)).toEqual([3, 3]);
});

test('a file without the language of the text is refused', async () => {
  const harness = startServices();
  const { client } = harness;
  const { place, of } = await open(harness);
  const file = await put(client, 'ru.tsv', 'vi\tru\nCha sửa mái nhà.\tОтец чинит крышу.');
  await expect(client.versions.preview({ ...place, of: of('de'), file })).rejects.toMatchObject({
    data: { code: 'language-wrong' },
  });
});
