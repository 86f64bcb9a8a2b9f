/** Glossaries go out as CSV and TBX and come back the same; files of others in their layouts; hostile files are refused. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../src/core/errors.ts';
import {
  type GlossaryEntry,
  printGlossary,
  readGlossary,
  readGlossaryRows,
  readTbx,
  TERM_STATUSES,
} from '../../../src/core/format/glossary/index.ts';

const read = (text: string, file = 'terms.csv') => readGlossary({ file, text, bytes: new Uint8Array() });
const terms = (text: string, file?: string) =>
  read(text, file).entries.map((entry) =>
    entry.terms.map(({ lang, text, status }) => `${lang} ${status} ${text}`),
  );

/** Signs that files use for themselves are likely. */
const word = fc
  .stringMatching(/^[a-zà-ỹа-я一-龥|;\\'"=+,@<>& -]{1,12}$/u)
  .map((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .filter((text) => text !== '');
const entries: fc.Arbitrary<readonly GlossaryEntry[]> = fc.array(
  fc.record({
    note: fc.oneof(fc.constant(''), word),
    terms: fc.uniqueArray(
      fc.record({
        lang: fc.constantFrom('vi', 'de', 'ru', 'zh', 'zh-Hant', 'id', 'fr', 'de-AT'),
        text: word,
        status: fc.constantFrom(...TERM_STATUSES),
      }),
      { minLength: 1, maxLength: 6, selector: ({ lang, text }) => `${lang} ${text}` },
    ),
  }),
  { minLength: 1, maxLength: 6 },
);
/** A table keeps terms by language and status, a TBX by language. */
const sorted = (list: readonly GlossaryEntry[]) =>
  list.map(({ note, terms }) => ({
    note,
    terms: [...terms].sort((a, b) => `${a.lang} ${a.text}`.localeCompare(`${b.lang} ${b.text}`)),
  }));

describe('what goes out comes back the same', () => {
  test.each(['csv', 'tbx', 'tbx2'] as const)('%s', (format) => {
    fc.assert(
      fc.property(entries, (list) => {
        const printed = [...printGlossary(format, 'Thử & <test>', list)].join('');
        expect(sorted(read(printed).entries)).toEqual(sorted(list));
      }),
      { numRuns: 300 },
    );
  });
});

describe('tables of others', () => {
  test('wide, with headings in words', () => {
    expect(
      terms(
        'STT,Tiếng Việt,Tiếng Đức,German (forbidden),Ghi chú\n1,hợp tác,Zusammenarbeit; Kooperation,Kollaboration,hay gặp\n',
      ),
    ).toEqual([
      [
        'vi preferred hợp tác',
        'de preferred Zusammenarbeit',
        'de preferred Kooperation',
        'de forbidden Kollaboration',
      ],
    ]);
  });
  test('long, one term a row', () => {
    expect(
      terms(
        'concept\tlanguage\tterm\tstatus\n7\tvi\thợp tác\t\n7\tGerman\tZusammenarbeit\tpreferred\n7\tde\tKollaboration\tdeprecated\n',
      ),
    ).toEqual([['vi preferred hợp tác', 'de preferred Zusammenarbeit', 'de forbidden Kollaboration']]);
  });
  test('without headings the languages are guessed, and it is told', () => {
    const { entries, warnings } = readGlossaryRows(
      [
        ['hợp tác kinh tế', 'wirtschaftliche Zusammenarbeit'],
        ['quan hệ ngoại giao', 'diplomatische Beziehungen'],
        ['hội nghị thượng đỉnh', 'das Gipfeltreffen der Staaten'],
      ],
      'terms.csv',
    );
    expect(entries.map(({ terms }) => terms.map(({ lang }) => lang))).toEqual([
      ['vi', 'de'],
      ['vi', 'de'],
      ['vi', 'de'],
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(['columns-guessed']);
  });
  test('a table without languages is refused', () => {
    expect(() => terms('a1,b2\n1,2\n')).toThrow(AppError);
  });
});

describe('TBX of others', () => {
  const entry = (inner: string) => `<conceptEntry id="a">${inner}</conceptEntry>`;
  const version3 = (style: string, inner: string) =>
    `<?xml version="1.0"?><tbx type="TBX-Min" style="${style}" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><tbxHeader/><text><body>${entry(inner)}</body></text></tbx>`;
  test('version 3, data categories as tags', () => {
    const { entries } = readTbx(
      version3(
        'dct',
        '<basic:definition>Làm việc cùng nhau</basic:definition><langSec xml:lang="vi"><termSec><term>hợp tác</term></termSec></langSec><langSec xml:lang="de"><termSec><term>Zusammen<hi>arbeit</hi></term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec><termSec><term>Kollaboration</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec><termSec><term>Kooperation</term><min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec>',
      ),
      'a.tbx',
    );
    expect(entries).toEqual([
      {
        note: 'Làm việc cùng nhau',
        terms: [
          { lang: 'vi', text: 'hợp tác', status: 'preferred' },
          { lang: 'de', text: 'Zusammenarbeit', status: 'preferred' },
          { lang: 'de', text: 'Kollaboration', status: 'forbidden' },
          { lang: 'de', text: 'Kooperation', status: 'admitted' },
        ],
      },
    ]);
  });
  test('version 2 with a document type, term groups and nested notes', () => {
    const text = `<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd"><martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader><text><body><termEntry id="1"><descripGrp><descrip type="definition">Họp cấp cao</descrip></descripGrp><langSet xml:lang="vi-VN"><ntig><termGrp><term>hội đàm</term><termNote type="partOfSpeech">noun</termNote></termGrp></ntig></langSet><langSet xml:lang="ru"><tig><term>переговоры</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote><note>о термине</note></tig></langSet></termEntry></body></text></martif>`;
    expect(terms(text, 'a.tbx')).toEqual([['vi-VN preferred hội đàm', 'ru forbidden переговоры']]);
    expect(read(text).entries[0]!.note).toBe('Họp cấp cao');
  });
  test.each([
    [
      'an entity',
      `<!DOCTYPE tbx [<!ENTITY a "aaaa">]><tbx><text><body>${entry('<langSec xml:lang="vi"><termSec><term>&a;</term></termSec></langSec>')}</body></text></tbx>`,
    ],
    [
      'an external entity',
      `<!DOCTYPE tbx [<!ENTITY a SYSTEM "file:///etc/passwd">]><tbx><text><body>${entry('<langSec xml:lang="vi"><termSec><term>&a;</term></termSec></langSec>')}</body></text></tbx>`,
    ],
    ['another root', '<tmx version="1.4"><body/></tmx>'],
    ['a language that is not named', version3('dca', '<langSec><termSec><term>a</term></termSec></langSec>')],
    [
      'an endless term',
      version3(
        'dca',
        `<langSec xml:lang="vi"><termSec><term>${'a'.repeat(30_000)}</term></termSec></langSec>`,
      ),
    ],
    ['a thousand levels', `<tbx>${'<p>'.repeat(1000)}`],
    ['a cut-off file', '<tbx><text><body><conceptEntry><langSec xml:lang="vi">'],
    ['no terms', '<tbx><text><body/></text></tbx>'],
  ])('%s is refused', (_, text) => {
    expect(() => read(text, 'bad.tbx')).toThrow(AppError);
  });
});

describe('whatever comes in is read or refused in words', () => {
  const refusedOrRead = (text: string): void => {
    try {
      for (const { terms } of read(text, 'a.tbx').entries) expect(terms.length).toBeGreaterThan(0);
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
    }
  };
  const list: readonly GlossaryEntry[] = [
    { note: 'một “ghi chú”', terms: [{ lang: 'vi', text: 'hợp tác', status: 'preferred' }] },
    { note: '', terms: [{ lang: 'de', text: 'A & B <c>', status: 'forbidden' }] },
  ];
  test.each(['csv', 'tbx', 'tbx2'] as const)('%s with stretches cut out, doubled and exchanged', (format) => {
    const whole = [...printGlossary(format, 'Thử', list)].join('');
    const place = fc.nat(whole.length);
    fc.assert(
      fc.property(place, place, fc.constantFrom('', '<', '"', '\u0000', '&a;', '|', '\\'), (a, b, sign) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        refusedOrRead(whole.slice(0, from) + sign + whole.slice(to));
        refusedOrRead(whole.slice(0, to) + sign + whole.slice(from));
      }),
      { numRuns: 400 },
    );
  });
  test('any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), refusedOrRead), { numRuns: 500 });
  });
});
