/** What goes out and comes back is what it was, in every format that can hold it, also with texts that nobody would write. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toOutUnit } from '../../../src/core/format/memoryUnits.ts';
import { tableReader } from '../../../src/core/format/read/table.ts';
import { xliffReader } from '../../../src/core/format/read/xliff.ts';
import type { TmxUnit } from '../../../src/core/format/tmx.ts';
import { readTmx, type TmxFileHeader } from '../../../src/core/format/tmxReader.ts';
import type { OutUnit } from '../../../src/core/format/write/model.ts';
import { UNIT_FORMATS } from '../../../src/core/format/write/registry.ts';
import { cleanSegment } from '../../../src/core/format/write/xml.ts';
import { strangeText as anyText } from './strangeText.ts';

const LANGS = ['vi', 'de', 'ru'];

const unitsOf = (columns: number) =>
  fc
    .array(
      fc.record({
        texts: fc.array(anyText, { minLength: columns, maxLength: columns }),
        document: fc.oneof(fc.constant(''), anyText),
        status: fc.constantFrom('auto', 'confirmed', 'needs-review', 'stale'),
        score: fc.option(fc.integer({ min: 0, max: 1000 })),
        changed: fc.option(fc.integer({ min: 0, max: 4_000_000_000 })),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((list) =>
      list.map(
        ({ texts, document, status, score, changed }, i): OutUnit => ({
          id: `d1-${i + 1}`,
          document,
          changedAt: changed === null ? null : changed * 1000,
          variants: texts.map((text, column) => ({
            column,
            text,
            statuses: column === 0 ? [] : [status],
            score: column === 0 || score === null ? null : score / 1000,
          })),
        }),
      ),
    );

const print = (
  format: 'tmx' | 'xliff' | 'csv' | 'tsv',
  units: readonly OutUnit[],
  columns: number,
): string => {
  const printer = UNIT_FORMATS[format].print({
    title: 'Chợ',
    toolVersion: '0.1.0',
    createdAt: 0,
    columns: LANGS.slice(0, columns).map((lang) => ({ lang, label: '' })),
  });
  return [printer.start(), ...units.map((unit) => printer.unit(unit)), printer.end()].join('');
};
const back = (units: readonly TmxUnit[], columns: number): OutUnit[] =>
  units.map((unit, i) => {
    const { properties: _, ...said } = toOutUnit(unit, LANGS.slice(0, columns), i + 1);
    return said;
  });
/** As every format holds it: without control characters and breaks, trimmed, NFC. */
const held = (units: readonly OutUnit[]): OutUnit[] =>
  units.map((unit) => ({
    ...unit,
    document: cleanSegment(unit.document),
    variants: unit.variants.map((one) => ({ ...one, text: cleanSegment(one.text) })),
  }));

const runs = { numRuns: 150 };

test.each([2, 3])('TMX of %i languages', (columns) => {
  fc.assert(
    fc.property(unitsOf(columns), (units) => {
      const written = print('tmx', units, columns);
      const read: { header: TmxFileHeader | null; units: TmxUnit[] } = readTmx('x.tmx', written);
      expect(back(read.units, columns)).toEqual(held(units));
      expect(print('tmx', back(read.units, columns), columns)).toBe(written);
    }),
    runs,
  );
});

test('XLIFF', async () => {
  await fc.assert(
    fc.asyncProperty(unitsOf(2), async (units) => {
      const text = print('xliff', units, 2);
      const read = await xliffReader.read({ file: 'x.xlf', bytes: new Uint8Array(), text, options: {} });
      expect(back(read.units!, 2)).toEqual(held(units));
      expect(print('xliff', back(read.units!, 2), 2)).toBe(text);
    }),
    runs,
  );
});

test.each([
  ['csv', 2],
  ['csv', 3],
  ['tsv', 2],
  ['tsv', 3],
] as const)('%s of %i languages, guards before formulas taken off again', async (format, columns) => {
  await fc.assert(
    fc.asyncProperty(unitsOf(columns), async (units) => {
      const written = print(format, units, columns);
      const text = written.replace(/^\ufeff/, '');
      const read = await tableReader.read({
        file: `x.${format}`,
        bytes: new Uint8Array(),
        text,
        options: {},
      });
      expect(back(read.units!, columns)).toEqual(held(units));
      expect(print(format, back(read.units!, columns), columns)).toBe(written);
    }),
    runs,
  );
});
