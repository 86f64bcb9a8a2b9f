import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { toOutUnit } from '../../../src/core/format/memoryUnits.ts';
import { splitTable } from '../../../src/core/format/read/table.ts';
import { xliffReader } from '../../../src/core/format/read/xliff.ts';
import { readWorkbook } from '../../../src/core/format/read/xlsx.ts';
import { compareCell, printKey, readCell, readKey } from '../../../src/core/format/review.ts';
import { commaRow, fromTableCell, tableRow } from '../../../src/core/format/tables.ts';
import { readTmx } from '../../../src/core/format/tmxReader.ts';
import { UNIT_FORMAT_IDS, type UnitFormatId } from '../../../src/core/format/write/ids.ts';
import type { OutUnit } from '../../../src/core/format/write/model.ts';
import { PAGE_STYLE, PAGE_STYLE_DIGEST } from '../../../src/core/format/write/page.ts';
import { UNIT_FORMATS } from '../../../src/core/format/write/registry.ts';
import { cleanSegment } from '../../../src/core/format/write/xml.ts';

const HEAD = {
  title: 'Sông & núi',
  toolVersion: '0.1.0',
  createdAt: Date.UTC(2026, 0, 31, 9, 30),
  columns: [
    { lang: 'vi', label: '' },
    { lang: 'de', label: '' },
  ],
};
const print = (format: UnitFormatId, units: readonly OutUnit[], column?: number): Buffer => {
  const printer = UNIT_FORMATS[format].print(HEAD, column);
  const pieces = [printer.start(), ...units.map((unit) => printer.unit(unit)), printer.end()];
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece as string)));
};
const unit = (number: number, vi: string, de: string, more: Partial<OutUnit> = {}): OutUnit => ({
  id: `d1-${number}`,
  document: 'Truyện',
  changedAt: HEAD.createdAt,
  variants: [
    { column: 0, text: vi, statuses: [], score: null, sentences: [{ id: number, text: vi }] },
    {
      column: 1,
      text: de,
      statuses: ['confirmed'],
      score: 0.875,
      sentences: [{ id: 1000 + number, text: de }],
    },
  ],
  ...more,
});
const UNITS = [
  unit(1, 'Giá < 5 & > 3 “tỷ”.', '=cmd|"/c calc"!A1'),
  unit(2, 'Mưa.', '<script>alert(1)</script> Es regnet, sagt "Lan".'),
];
/** Throws where the file is not well-formed. */
function eventsOf(xml: string): { tags: string[]; text: string } {
  const parser = new SaxesParser({ xmlns: true });
  const tags: string[] = [];
  let text = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => tags.push(name));
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.write(xml).close();
  return { tags, text };
}

const anyText = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 40 })
  .filter((text) => cleanSegment(text) !== '');
const anyUnits = fc
  .array(fc.record({ vi: anyText, de: anyText, document: fc.constantFrom('A', 'B & C', '') }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((list) => list.map(({ vi, de, document }, i) => unit(i + 1, vi, de, { document })));
const textsOf = (units: readonly OutUnit[]): string[][] =>
  units.map(({ variants }) => variants.map(({ text }) => cleanSegment(text)));
/** Units as they come back from a reader of memories, with all that the writers know of them. */
const said = (units: readonly OutUnit[]) =>
  units.map(({ id, document, changedAt, variants }) => ({
    id,
    document: cleanSegment(document),
    changedAt,
    variants: variants.map(({ column, text, statuses, score }) => ({
      column,
      text: cleanSegment(text),
      statuses,
      score,
    })),
  }));

describe('round trips', () => {
  test('TMX gives back text, status, score, document, date and id', () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        const read = readTmx('x.tmx', print('tmx', units).toString()).units;
        expect(said(read.map((one, i) => toOutUnit(one, ['vi', 'de'], i)))).toEqual(said(units));
      }),
      { numRuns: 60 },
    );
  });

  test('XLIFF gives back text, status and score', async () => {
    await fc.assert(
      fc.asyncProperty(anyUnits, async (units) => {
        const text = print('xliff', units).toString();
        const { units: read } = await xliffReader.read({
          file: 'x.xlf',
          bytes: new Uint8Array(),
          text,
          options: {},
        });
        const back = read!.map((one, i) => toOutUnit(one, ['vi', 'de'], i));
        const variants = (list: readonly OutUnit[]) => said(list).map((one) => [one.id, one.variants]);
        expect(variants(back)).toEqual(variants(units));
      }),
      { numRuns: 60 },
    );
  });

  test('tables and workbooks give back the texts', () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        const wanted = textsOf(units);
        const body = (rows: readonly (readonly string[])[]) =>
          rows.slice(1).map((row) => [1, 2].map((i) => fromTableCell(row[i]!)));
        expect(body(splitTable(print('csv', units).toString().slice(1), ','))).toEqual(wanted);
        const lines = splitTable(print('tsv', units).toString(), '\t');
        expect(body(lines)).toEqual(wanted);
        const { rows } = readWorkbook(print('xlsx', units), 'x.xlsx');
        expect(rows.slice(1).map((row) => [2, 3].map((i) => cleanSegment(readCell(row[i]!))))).toEqual(
          wanted,
        );
        const keys = rows.slice(1).map((row) => readKey(row[1]!));
        keys.forEach((key, i) => {
          expect(compareCell(rows[i + 1]![3]!, key!.get(1)!.sentences)).toEqual([]);
          expect(key!.get(1)!.status).toBe('confirmed');
        });
      }),
      { numRuns: 40 },
    );
  });

  test('JSON gives back everything', () => {
    const { units } = JSON.parse(print('json', UNITS).toString()) as {
      units: { id: string; variants: { text: string }[] }[];
    };
    expect(units.map(({ id, variants }) => [id, ...variants.map(({ text }) => text)])).toEqual(
      UNITS.map(({ id, variants }) => [id, ...variants.map(({ text }) => text)]),
    );
  });
});

describe('hostile texts', () => {
  test('are well-formed in every format of XML, and no mark-up', () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        for (const format of ['tmx', 'xliff', 'tei'] as const) {
          const { text } = eventsOf(print(format, units).toString());
          for (const one of textsOf(units).flat()) expect(text).toContain(one);
        }
        for (const format of ['xlsx', 'docx'] as const)
          for (const [name, bytes] of Object.entries(unzipSync(print(format, units))))
            if (/\.(xml|rels)$/.test(name)) eventsOf(strFromU8(bytes));
      }),
      { numRuns: 30 },
    );
    const page = print('html', UNITS).toString();
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  test('become no formulas', () => {
    expect(tableRow(['=1+1', '+49', '-x', '@a', '＝1', 'a\tb\r\nc', '5', 7])).toBe(
      "'=1+1\t'+49\t'-x\t'@a\t'＝1\ta b c\t5\t7\n",
    );
    expect(tableRow(['\t=1+1'])).toBe("'=1+1\n");
    expect(commaRow(['=A1', 'a,b', '"q"'])).toBe('\'=A1,"a,b","""q"""\r\n');
    const sheet = strFromU8(unzipSync(print('xlsx', UNITS))['xl/worksheets/sheet1.xml']!);
    expect(sheet).not.toMatch(/<f[ >]/);
    expect(sheet).toMatch(/s="2" t="inlineStr"><is><t xml:space="preserve">=cmd/);
    expect(readWorkbook(print('xlsx', [unit(1, 'a_x0041_b', 'B')]), 'x').rows[1]!.map(readCell)[2]).toBe(
      'a_x0041_b',
    );
  });
});

test('pages allow one style sheet by its digest and nothing else', () => {
  expect(createHash('sha256').update(PAGE_STYLE).digest('base64')).toBe(PAGE_STYLE_DIGEST);
  expect(print('html', UNITS).toString()).toContain(
    `default-src 'none'; style-src 'sha256-${PAGE_STYLE_DIGEST}'`,
  );
});

test('a Word document holds a heading and a table for each document', async () => {
  const { value, messages } = await mammoth.convertToHtml({ buffer: print('docx', UNITS) });
  expect(value).toContain('<h1>Truyện</h1>');
  expect(value.match(/<tr>/g)).toHaveLength(3);
  expect(value).toContain('&lt;script&gt;');
  expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
});

test('TEI links lead to segments that are there', () => {
  const tei = print('tei', [...UNITS, unit(3, 'Nắng.', 'Sonne.', { document: 'Khác' })]).toString();
  const ids = new Set([...tei.matchAll(/xml:id="([^"]+)"/g)].map(([, id]) => id));
  const targets = [...tei.matchAll(/target="([^"]+)"/g)].flatMap(([, list]) => list!.split(' '));
  expect(ids.size).toBe(6);
  expect(targets.map((target) => target.slice(1)).filter((id) => !ids.has(id))).toEqual([]);
  expect(eventsOf(tei).tags.filter((tag) => tag === 'TEI')).toHaveLength(2);
});

test('vertical text keeps marks apart and glues them', () => {
  const de = print('vertical', [unit(1, 'Mưa to.', 'Es regnet, sagt sie.')], 1).toString();
  expect(de.split('\n')).toEqual([
    '<doc title="Truyện" lang="de">',
    '<align id="d1-1" status="confirmed">',
    '<s>',
    'Es',
    'regnet',
    '<g/>',
    ',',
    'sagt',
    'sie',
    '<g/>',
    '.',
    '</s>',
    '</align>',
    '</doc>',
    '',
  ]);
  const alone = { ...unit(1, 'Mưa.', ''), variants: [unit(1, 'Mưa.', '').variants[0]!] };
  expect(print('vertical', [alone], 1).toString()).toContain('<align id="d1-1">\n</align>');
});

test('every format prints nothing but its frame without units, and the same bytes twice', () => {
  for (const format of UNIT_FORMAT_IDS) {
    expect(print(format, UNITS).equals(print(format, UNITS)), format).toBe(true);
    expect(print(format, []).length, format).toBeLessThan(print(format, UNITS).length);
  }
});

test('cells of several sentences say which one changed', () => {
  const sentences = ['Eins.', 'Zwei.', 'Drei.'].map((text, i) => ({ id: i + 1, text }));
  const key = readKey(
    printKey([{ column: 1, text: '', statuses: ['auto', 'edited'], score: null, sentences }]),
  )!;
  expect(key.get(1)!.status).toBe('auto edited');
  const compare = (cell: string) => compareCell(cell, key.get(1)!.sentences);
  expect(compare('Eins.\nZwei.\nDrei.')).toEqual([]);
  expect(compare('Eins.\nZwo.\nDrei.')).toEqual([{ sentence: 1, text: 'Zwo.' }]);
  expect(compare('Eins.\nZwo.\nUnd mehr.\nDrei.')).toEqual([{ sentence: 1, text: 'Zwo. Und mehr.' }]);
  expect(compare('Eins. Zwei.\nDrei.')).toBe('unclear');
  expect(compare(' \n ')).toBe('unclear');
  expect(readKey('1=x:y')).toBeNull();
});
