/** A term under another name in one place, a wrong noun, and words that say the opposite; and what is none of these. */
import { describe, expect, test } from 'vitest';
import { check, visible } from './texts.ts';

const SOURCE = [
  'Lắp khay sấy vào ngăn giữa của máy.',
  'Trước khi bật máy, hãy kiểm tra khay sấy.',
  'Rửa khay sấy bằng nước ấm.',
  'Không đặt khay sấy lên bàn gỗ.',
  'Lau khô khay sấy sau khi rửa.',
];
const DE = [
  'Setzen Sie den Dörreinsatz in das mittlere Fach der Maschine ein.',
  'Prüfen Sie vor dem Einschalten der Maschine den Dörreinsatz.',
  'Waschen Sie den Dörreinsatz mit warmem Wasser.',
  'Stellen Sie den Dörreinsatz nicht auf den Holztisch.',
  'Trocknen Sie den Dörreinsatz nach dem Waschen ab.',
];
const instead = (lines: readonly string[], at: number, line: string): string[] =>
  lines.map((one, index) => (index === at ? line : one));

describe('a term that this document alone teaches', () => {
  test('is rendered alike', () => {
    expect(visible(check(SOURCE, 'de', DE))).toEqual([]);
  });
  test('stands under another name in one place', () => {
    const target = instead(DE, 2, 'Waschen Sie die Schublade mit warmem Wasser.');
    expect(visible(check(SOURCE, 'de', target))).toMatchObject([
      {
        messageCode: 'term.minority',
        source: [2],
        sourceSpan: { text: 'khay sấy' },
        targetSpan: { text: 'Schublade' },
      },
    ]);
  });
  test('is left out without a word in its stead', () => {
    const target = instead(DE, 4, 'Nach dem Waschen trocknen Sie ihn ab.');
    expect(visible(check(SOURCE, 'de', target)).filter((flag) => flag.check === 'term')).toEqual([]);
  });
  test('is called by a word that points back', () => {
    const target = instead(DE, 2, 'Waschen Sie dieses Teil mit warmem Wasser.');
    expect(visible(check(SOURCE, 'de', target)).filter((flag) => flag.check === 'term')).toEqual([]);
  });
});

describe('opposites', () => {
  const text = ['Doanh thu của xưởng tăng 12% so với năm ngoái.'];
  test.each([
    ['de', 'Der Umsatz der Werkstatt sank gegenüber dem Vorjahr um 12 %.'],
    ['ru', 'Выручка мастерской снизилась по сравнению с прошлым годом на 12 %.'],
    ['zh', '作坊的营业收入比去年下降了12%。'],
  ])('%s: more became less', (lang, line) => {
    expect(check(text, lang, [line]).flags).toMatchObject([
      { messageCode: 'negation.opposite', severity: 'major' },
    ]);
  });
  test.each([
    ['de', 'Der Umsatz der Werkstatt stieg gegenüber dem Vorjahr um 12 %.'],
    ['ru', 'Выручка мастерской выросла по сравнению с прошлым годом на 12 %.'],
    ['zh', '作坊的营业收入比去年增长了12%。'],
  ])('%s: more is more', (lang, line) => {
    expect(visible(check(text, lang, [line]))).toEqual([]);
  });
  test('a denied opposite says the same', () => {
    const flags = visible(check(['Giá gạo không tăng.'], 'de', ['Der Reispreis blieb nicht aus, er sank.']));
    expect(flags.filter((flag) => flag.messageCode === 'negation.opposite')).toEqual([]);
  });
  test('no longer is not still', () => {
    const flags = check(['Ông lão không còn bán hàng ở chợ.'], 'de', [
      'Der alte Mann verkauft noch auf dem Markt.',
    ]).flags;
    expect(flags.some((flag) => flag.check === 'negation' && flag.severity === 'major')).toBe(true);
  });
});

describe('a noun that the lexicon knows for another one', () => {
  const source = [
    'Chủ tịch thành phố mời các bác sĩ trẻ đến bệnh viện mới.',
    'Bệnh viện có nhiều phòng và một thư viện lớn.',
  ];
  const first = {
    de: 'Der Präsident der Stadt lädt die jungen Ärzte in das neue Krankenhaus ein.',
    ru: 'Президент города пригласил молодых врачей в новую больницу.',
  };
  test.each([
    ['de', 'Das Krankenhaus hat viele Zimmer und einen großen Bahnhof.', 'Bahnhof'],
    ['ru', 'В больнице много комнат и большой вокзал.', 'вокзал'],
  ] as const)('%s', (lang, wrong, word) => {
    expect(visible(check(source, lang, [first[lang], wrong]))).toMatchObject([
      { messageCode: 'term.wrong', sourceSpan: { text: 'thư viện' }, targetSpan: { text: word } },
    ]);
  });
  test('the right one is not flagged', () => {
    const right = 'Das Krankenhaus hat viele Zimmer und eine große Bibliothek.';
    expect(visible(check(source, 'de', [first.de, right]))).toEqual([]);
  });
});
