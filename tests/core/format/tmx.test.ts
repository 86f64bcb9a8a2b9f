import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanSegment, type TmxUnit, writeTmx } from '../../../src/core/format/tmx.ts';
import { readTmx } from '../../../src/core/format/tmxReader.ts';

const HEADER = { sourceLang: 'vi', toolVersion: '0.1.0', createdAt: Date.UTC(2026, 0, 31, 9, 30) };
const print = (units: TmxUnit[]): string => [...writeTmx(HEADER, units)].join('');
const file = (body: string, head = ''): string =>
  `<?xml version="1.0"?>${head}<tmx version="1.4"><header srclang="vi" creationtool="x"/><body>${body}</body></tmx>`;
const text = (tmx: string): string[] =>
  readTmx('x.tmx', tmx).units.flatMap((unit) => unit.variants.map((one) => one.text));

const DTD = fileURLToPath(new URL('../../../../shared/gold/tmx14.dtd', import.meta.url));
const hasXmllint = ((): boolean => {
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

describe('TMX written', () => {
  test('looks as tools expect it', () => {
    const unit = {
      id: 'd1-1',
      changedAt: HEADER.createdAt,
      properties: [{ type: 'x-songsong:status', value: 'confirmed' }],
      variants: [
        { lang: 'vi-VN', text: 'Giá < 5 & > 3 “tỷ”' },
        { lang: 'zh-CN', text: '价格\u0000\u0007' },
      ],
    };
    expect(print([unit])).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE tmx SYSTEM "tmx14.dtd">
      <tmx version="1.4">
        <header creationtool="SongSong" creationtoolversion="0.1.0" segtype="block" o-tmf="songsong" adminlang="en" srclang="vi" datatype="plaintext" creationdate="20260131T093000Z"/>
        <body>
          <tu tuid="d1-1" changedate="20260131T093000Z">
            <prop type="x-songsong:status">confirmed</prop>
            <tuv xml:lang="vi-VN"><seg>Giá &lt; 5 &amp; &gt; 3 “tỷ”</seg></tuv>
            <tuv xml:lang="zh-CN"><seg>价格</seg></tuv>
          </tu>
        </body>
      </tmx>
      "
    `);
  });

  test('leaves out what has no text on two sides', () => {
    const empty = {
      variants: [
        { lang: 'vi', text: 'Một' },
        { lang: 'de', text: ' \u0001 ' },
      ],
    };
    expect(readTmx('x', print([empty, { variants: [] }])).units).toEqual([]);
  });

  const anyText = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
  const anyUnit: fc.Arbitrary<TmxUnit> = fc.record({
    id: fc.stringMatching(/^[a-z0-9-]{1,8}$/),
    properties: fc.array(fc.record({ type: fc.constant('x-note'), value: anyText }), { maxLength: 2 }),
    variants: fc.uniqueArray(
      fc.record({ lang: fc.constantFrom('vi', 'de-DE', 'ru', 'zh-Hant-TW'), text: anyText }),
      { minLength: 2, maxLength: 4, selector: (one) => one.lang },
    ),
  });
  const expected = (units: TmxUnit[]) =>
    units
      .map(({ id, properties, variants }) => ({
        id,
        properties: properties!.map(({ type, value }) => ({ type, value: cleanSegment(value) })),
        variants: variants
          .map((one) => ({ lang: one.lang, text: cleanSegment(one.text) }))
          .filter((one) => one.text !== ''),
      }))
      .filter(({ variants }) => variants.length > 1);

  test('is read back as it was, whatever the texts', () => {
    fc.assert(
      fc.property(fc.array(anyUnit, { maxLength: 5 }), (units) => {
        const { header, units: read } = readTmx('x.tmx', print(units));
        expect(header).toEqual({ sourceLang: 'vi', tool: 'SongSong' });
        expect(read).toEqual(expected(units));
      }),
    );
  });

  test.skipIf(!hasXmllint || !existsSync(DTD))('is valid against the DTD, whatever the texts', () => {
    const folder = mkdtempSync(join(tmpdir(), 'songsong-tmx-'));
    try {
      const samples = fc.sample(fc.array(anyUnit, { minLength: 1, maxLength: 20 }), { numRuns: 5, seed: 7 });
      samples.forEach((units, i) => {
        const path = join(folder, `${i}.tmx`);
        writeFileSync(path, print(units));
        execFileSync('xmllint', ['--nonet', '--noout', '--dtdvalid', DTD, path], { stdio: 'pipe' });
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('TMX read', () => {
  test('takes inline tags out and keeps what they mark', () => {
    const seg = (inner: string): string => file(`<tu><tuv xml:lang="vi"><seg>${inner}</seg></tuv></tu>`);
    expect(text(seg('Một <bpt i="1">&lt;b&gt;</bpt>hai<ept i="1">&lt;/b&gt;</ept> ba'))).toEqual([
      'Một hai ba',
    ]);
    expect(text(seg('A <hi type="x">B <ph>x<sub>ẩn</sub></ph></hi>C'))).toEqual(['A B C']);
    expect(text(seg('<![CDATA[a < b]]> &amp;\n  c'))).toEqual(['a < b & c']);
  });

  test('knows the language of old files', () => {
    const { units } = readTmx('x', file('<tu><tuv lang="DE-DE"><seg>Ja</seg></tuv></tu>'));
    expect(units[0]!.variants).toEqual([{ lang: 'DE-DE', text: 'Ja' }]);
  });

  const refused = (tmx: string): unknown => {
    try {
      return readTmx('x.tmx', tmx);
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  test('refuses what is no TMX, with a code', () => {
    expect(refused('')).toBe('tmx-invalid');
    expect(refused('Xin chào')).toBe('tmx-invalid');
    expect(refused('<html><body/></html>')).toBe('tmx-invalid');
    expect(refused(file('<tu><tuv xml:lang="vi"><seg>a</tuv></tu>'))).toBe('tmx-invalid');
    expect(refused(file('<tu><tuv><seg>a</seg></tuv></tu>'))).toBe('tmx-invalid');
    expect(refused(file('').slice(0, -8))).toBe('tmx-invalid');
    expect(refused(file('<a>'.repeat(100) + '</a>'.repeat(100)))).toBe('tmx-invalid');
  });

  test('neither expands entities nor opens files', () => {
    const bomb = `<!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa">${Array.from(
      { length: 9 },
      (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`,
    ).join('')}]>`;
    expect(refused(file('<tu><tuv xml:lang="vi"><seg>&j;</seg></tuv></tu>', bomb))).toBe('tmx-invalid');
    const outside = '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
    expect(refused(file('<tu><tuv xml:lang="vi"><seg>&x;</seg></tuv></tu>', outside))).toBe('tmx-invalid');
    expect(text(file('<tu><tuv xml:lang="vi"><seg>Được</seg></tuv></tu>', outside))).toEqual(['Được']);
  });
});
