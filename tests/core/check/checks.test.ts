/** Each check on a few sentences of its own: what it finds, and what it must leave alone. */
import { describe, expect, test } from 'vitest';
import { CHECKS, checkRendering, MESSAGES } from '../../../src/core/check/index.ts';
import { bundledLexicon } from '../../../src/core/lexicon/index.ts';
import { beadsOf, check, codes, inputOf, oneToOne, textOf, visible } from './texts.ts';

const MARKET = [
  'Chợ mở cửa lúc 6 giờ sáng và bán 250 loại trái cây.',
  'Doanh thu năm ngoái đạt 40 tỷ đồng.',
  'Hội chợ khai mạc ngày 12/5/2024 tại Huế.',
  'Người dân không được hút thuốc trong bệnh viện.',
];
const MARKT = [
  'Der Markt öffnet um 6 Uhr morgens und verkauft 250 Obstsorten.',
  'Der Umsatz erreichte im vergangenen Jahr 40 Milliarden Dong.',
  'Die Messe wurde am 12. Mai 2024 in Hue eröffnet.',
  'Die Einwohner dürfen im Krankenhaus nicht rauchen.',
];
const instead = (line: number, text: string): string[] =>
  MARKT.map((old, index) => (index === line ? text : old));

test('every message that a check explains itself with stands in the data', () => {
  for (const one of CHECKS)
    for (const code of one.explains) expect(MESSAGES.has(code), `${one.name}: ${code}`).toBe(true);
});

test('a faithful rendering gives no visible flag', () => {
  expect(codes(visible(check(MARKET, 'de', MARKT)))).toEqual([]);
});

describe('numbers, units and dates', () => {
  test('another scale word is critical and shows both values', () => {
    const [flag] = visible(
      check(MARKET, 'de', instead(1, 'Der Umsatz erreichte im vergangenen Jahr 40 Millionen Dong.')),
    );
    expect(flag).toMatchObject({ check: 'number', severity: 'critical', source: [1], target: [1] });
    expect(flag!.message).toContain('40,000,000,000');
    expect(flag!.message).toContain('40,000,000 ');
    expect(flag!.sourceSpan?.text).toBe('40 tỷ đồng');
  });
  test('another currency on the same value', () => {
    const found = visible(
      check(MARKET, 'de', instead(1, 'Der Umsatz erreichte im vergangenen Jahr 40 Milliarden Euro.')),
    );
    expect(codes(found)).toEqual(['unit.changed']);
  });
  test('another month', () => {
    const found = visible(
      check(MARKET, 'de', instead(2, 'Die Messe wurde am 12. Juni 2024 in Hue eröffnet.')),
    );
    expect(found.map((flag) => [flag.check, flag.severity])).toEqual([['date', 'critical']]);
  });
  test('a figure that moved to the next sentence is a note', () => {
    const result = check(
      ['Thư viện có 320 chỗ ngồi.', 'Nơi đây rất yên tĩnh.', 'Sách được cho mượn miễn phí.'],
      'de',
      [
        'Die Bibliothek ist groß.',
        'Es ist dort sehr ruhig, und es gibt 320 Plätze.',
        'Bücher werden kostenlos verliehen.',
      ],
    );
    expect(visible(result).filter((flag) => flag.check === 'number')).toEqual([]);
    expect(codes(result.flags)).toContain('number.moved');
  });
  test('numbers in words that count the same thing', () => {
    const found = visible(
      check(['Ba ngân hàng cho công ty vay.'], 'de', ['Zwei Banken gaben dem Unternehmen einen Kredit.']),
    );
    expect(codes(found)).toEqual(['number.counted']);
    const right = check(['Ba ngân hàng cho công ty vay.'], 'de', [
      'Drei Banken gaben dem Unternehmen einen Kredit.',
    ]);
    expect(visible(right)).toEqual([]);
  });

  test('a year that is put into words is a note', () => {
    const found = check(['Năm 2021 nhà máy có 40 công nhân.'], 'de', [
      'Im Vorjahr hatte das Werk 40 Arbeiter.',
    ]);
    expect(codes(visible(found))).toEqual([]);
    expect(codes(found.flags)).toContain('number.unsaid');
  });

  test('clause numbers are no quantities', () => {
    const found = visible(
      check(['1.4. Thư viện mở cửa hằng ngày.'], 'de', ['1.4. Die Bibliothek ist täglich geöffnet.']),
    );
    expect(found).toEqual([]);
  });
});

describe('omission and addition', () => {
  test('a sentence of the original without a counterpart', () => {
    const alignment = beadsOf([
      [[0], [0]],
      [[1], []],
      [[2], [1]],
      [[3], [2]],
    ]);
    const found = visible(check(MARKET, 'de', [MARKT[0]!, MARKT[2]!, MARKT[3]!], alignment));
    expect(found).toMatchObject([{ check: 'omission', severity: 'major', source: [1], target: [] }]);
    expect(check(MARKET, 'de', [MARKT[0]!, MARKT[2]!, MARKT[3]!], alignment).verdict.kind).toBe('gaps');
  });
  test('of a partly parallel text the additions are one note', () => {
    const more = Array.from(
      { length: 8 },
      (_, index) => `Ein weiterer Absatz Nummer ${index} erzählt von ganz anderen Dingen am Fluss.`,
    );
    const alignment = beadsOf([
      ...MARKET.map((_, i) => [[i], [i]] as const),
      ...more.map((_, i) => [[], [i + 4]] as const),
    ]);
    const result = check(MARKET, 'de', [...MARKT, ...more], alignment);
    expect(result.verdict.kind).toBe('partial');
    const additions = result.flags.filter((flag) => flag.check === 'addition');
    expect(additions).toMatchObject([
      { messageCode: 'addition.rollup', severity: 'note', params: { count: 8 } },
    ]);
  });
});

test('a repeated sentence', () => {
  const alignment = beadsOf([
    [[0], [0]],
    [[1], [1]],
    [[], [2]],
    [[2], [3]],
    [[3], [4]],
  ]);
  const found = visible(
    check(MARKET, 'de', [MARKT[0]!, MARKT[1]!, MARKT[1]!, MARKT[2]!, MARKT[3]!], alignment),
  );
  expect(found).toMatchObject([{ check: 'duplicate', target: [2], params: { line: 2 } }]);
});

describe('text left in the original’s language', () => {
  test('a whole sentence', () => {
    const found = visible(check(MARKET, 'de', instead(3, MARKET[3]!)));
    expect(found).toMatchObject([
      { check: 'untranslated', messageCode: 'untranslated.segment', severity: 'major' },
    ]);
  });
  test('a phrase inside a sentence, in each language', () => {
    for (const [lang, sentence] of [
      ['de', 'Sie kochten gemeinsam nước mắm gừng und aßen am Fluss.'],
      ['ru', 'Они вместе готовили nước mắm gừng и ели у реки.'],
      ['zh', '他们一起做nước mắm gừng，在河边吃饭。'],
    ] as const) {
      const found = checkRendering({
        source: null,
        target: textOf(lang, [sentence]),
        alignment: beadsOf([[[], [0]]]),
      });
      expect(visible(found)).toMatchObject([
        { check: 'untranslated', targetSpan: { text: 'nước mắm gừng' } },
      ]);
    }
  });
  test('names with marks, codes and addresses are left alone', () => {
    const lines = [
      'Trần Bảo Ngọc traf Lê Thị Ánh in Đồng Hới.',
      'Die Nummer lautet 15/2021/QĐ-UBND.',
      'Post an phòng@đồnghới.vn.',
    ];
    const found = checkRendering({
      source: null,
      target: textOf('de', lines),
      alignment: beadsOf(lines.map((_, i) => [[], [i]])),
    });
    expect(visible(found)).toEqual([]);
  });
});

describe('negation', () => {
  test('a prohibition that became a permission', () => {
    const found = visible(check(MARKET, 'de', instead(3, 'Die Einwohner dürfen im Krankenhaus rauchen.')));
    expect(found).toMatchObject([{ check: 'negation', messageCode: 'negation.lost', severity: 'major' }]);
  });
  test('a question particle denies nothing', () => {
    expect(
      visible(check(['Chị có nhớ con đường này không?'], 'de', ['Erinnern Sie sich an diese Straße?'])),
    ).toEqual([]);
  });
});

describe('names', () => {
  test('another person of a like name', () => {
    const found = visible(
      check(['Bà Lê Thị Ánh Tuyết khai trương cửa hàng.'], 'de', ['Le Thi Anh Nga eröffnete das Geschäft.']),
    );
    expect(found).toMatchObject([{ check: 'name', messageCode: 'name.swapped', severity: 'critical' }]);
  });
  test('the spelling of the language is the same name', () => {
    for (const [lang, sentence] of [
      ['de', 'Le Thi Anh Tuyet eröffnete das Geschäft.'],
      ['ru', 'Ле Тхи Ань Тует открыла магазин.'],
    ] as const)
      expect(visible(check(['Bà Lê Thị Ánh Tuyết khai trương cửa hàng.'], lang, [sentence]))).toEqual([]);
  });
  test('a title in the other gender than elsewhere', () => {
    const lines = [
      'Direktor Tran Bao Long kam.',
      'Später sprach Direktor Tran Bao Long.',
      'Direktorin Tran Bao Long dankte allen.',
    ];
    const found = checkRendering({
      source: null,
      target: textOf('de', lines),
      alignment: beadsOf(lines.map((_, i) => [[], [i]])),
    });
    expect(visible(found)).toMatchObject([{ messageCode: 'name.title', severity: 'major', target: [2] }]);
  });
});

describe('terms', () => {
  test('an official term that lost a word', () => {
    const found = visible(
      check(['Hai nước nâng cấp quan hệ lên Đối tác chiến lược toàn diện.'], 'de', [
        'Beide Länder werteten ihre Beziehungen zu einer strategischen Partnerschaft auf.',
      ]),
    );
    expect(found).toMatchObject([{ messageCode: 'partial-omission.term', params: { word: 'toàn diện' } }]);
  });
});

test('a member missing in a numbered series is a note', () => {
  const lines = ['Erstens wird gebaut.', 'Zweitens wird geplant.', 'Viertens wird gespart.'];
  const found = checkRendering({
    source: null,
    target: textOf('de', lines),
    alignment: beadsOf(lines.map((_, i) => [[], [i]])),
  });
  expect(found.flags).toMatchObject([
    { messageCode: 'punctuation.sequence', severity: 'note', params: { missing: 3 } },
  ]);
});

describe('the verdict', () => {
  test('no original', () => {
    const result = checkRendering({
      source: null,
      target: textOf('de', MARKT),
      alignment: beadsOf(MARKT.map((_, i) => [[], [i]])),
    });
    expect(result.verdict.kind).toBe('no-original');
  });
  test('a text that is no translation gets one sentence and no comparing flag', () => {
    const source = textOf('vi', ['Ông Đỗ Văn Khang đến thăm làng gốm.', 'Làng có 120 lò nung.']);
    const target = textOf('de', ['Le Minh Duc sprach über Fußball.', 'Die Mannschaft gewann.']);
    const alignment = beadsOf([
      [[0], []],
      [[1], []],
      [[], [0]],
      [[], [1]],
    ]);
    const result = checkRendering({ source, target, alignment, lexicon: bundledLexicon() });
    expect(result.verdict.kind).toBe('not-a-translation');
    expect(result.verdict.reasons.join(' ')).toContain('Đỗ Văn Khang');
    expect(result.flags).toEqual([]);
  });
});

test('a kind that is switched off is not reported', () => {
  const input = inputOf(
    MARKET,
    'de',
    instead(1, 'Der Umsatz erreichte im vergangenen Jahr 40 Millionen Dong.'),
    oneToOne(4),
  );
  expect(visible(checkRendering({ ...input, options: { off: ['number'] } }))).toEqual([]);
});

describe('a person with another syllable, in running text', () => {
  const source = [
    'Bác sĩ Trịnh Thị Mai, Giám đốc bệnh viện, phát biểu hôm qua.',
    'Buổi họp kéo dài hai giờ.',
  ];
  test.each([
    ['de', 'Die Ärztin Trinh Thi Lan, Direktorin des Krankenhauses, sprach gestern.', 'Trinh Thi Lan'],
    ['zh', '医院院长郑氏兰医生昨天发言。', '郑氏兰'],
  ])('%s', (lang, rendering, name) => {
    const rest = lang === 'de' ? 'Die Sitzung dauerte zwei Stunden.' : '会议持续了两个小时。';
    const flags = visible(check(source, lang, [rendering, rest])).filter((flag) => flag.check === 'name');
    expect(flags.map((flag) => [flag.messageCode, flag.targetSpan?.text])).toEqual([['name.swapped', name]]);
  });
  test.each([
    ['de', 'Die Ärztin Trinh Thi Mai, Direktorin des Krankenhauses, sprach gestern.'],
    ['zh', '医院院长郑氏梅医生昨天发言。'],
  ])('%s, the right one', (lang, rendering) => {
    const rest = lang === 'de' ? 'Die Sitzung dauerte zwei Stunden.' : '会议持续了两个小时。';
    expect(visible(check(source, lang, [rendering, rest])).filter((flag) => flag.check === 'name')).toEqual(
      [],
    );
  });
});
