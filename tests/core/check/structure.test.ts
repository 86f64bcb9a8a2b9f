/** The first member of a list, sentences with only names in common, long additions, a slogan in two forms. */
import { describe, expect, test } from 'vitest';
import { checkRendering } from '../../../src/core/check/index.ts';
import { bundledLexicon } from '../../../src/core/lexicon/index.ts';
import { beadsOf, check, codes, textOf, visible } from './texts.ts';

describe('the first member of a list', () => {
  const source = ['Chủ tịch tỉnh yêu cầu các trường, bệnh viện, ngân hàng và công ty mở cửa vào thứ Hai.'];
  test('is missing', () => {
    const flags = visible(
      check(source, 'de', [
        'Der Vorsitzende der Provinz forderte, dass Krankenhäuser, Banken und Firmen am Montag öffnen.',
      ]),
    );
    expect(flags).toMatchObject([
      { messageCode: 'partial-omission.item', sourceSpan: { text: 'các trường' } },
    ]);
  });
  test('is there', () => {
    const flags = visible(
      check(source, 'de', [
        'Der Vorsitzende der Provinz forderte, dass Schulen, Krankenhäuser, Banken und Firmen am Montag öffnen.',
      ]),
    );
    expect(flags).toEqual([]);
  });
});

describe('a caption', () => {
  const source = textOf('vi', ['Bà Trần Thị Lan và ông Vũ Văn Khánh trồng cây trong vườn.'], ['caption']);
  const run = (line: string) =>
    checkRendering({
      source,
      target: textOf('ru', [line], ['caption']),
      alignment: beadsOf([[[0], [0]]]),
      lexicon: bundledLexicon(),
    }).flags;
  test('that has only names in common with its partner', () => {
    expect(run('Чан Тхи Лан и Ву Ван Кхань подписывают договор на заводе.')).toMatchObject([
      { check: 'omission', messageCode: 'omission.names', severity: 'minor' },
    ]);
  });
  test('that says the same', () => {
    expect(codes(run('Чан Тхи Лан и Ву Ван Кхань сажают деревья в саду.'))).not.toContain('omission.names');
  });
});

describe('a slogan', () => {
  const alone = (lines: readonly string[]) =>
    checkRendering({
      source: null,
      target: textOf('de', lines),
      alignment: beadsOf(lines.map((_, at) => [[], [at]] as const)),
    }).flags;
  test('in two forms', () => {
    expect(
      alone([
        'Der Bürgermeister sprach vom Geist der „vier Brücken“ am Fluss.',
        'Niemand wusste, was mit „4 Brücken“ gemeint war.',
      ]),
    ).toMatchObject([{ messageCode: 'term.target', severity: 'minor', target: [0, 1] }]);
  });
  test('in one', () => {
    expect(
      alone([
        'Der Bürgermeister sprach vom Geist der „vier Brücken“ am Fluss.',
        'Niemand wusste, was mit „Vier Brücken.“ gemeint war.',
      ]),
    ).toEqual([]);
  });
});

test('a sentence that the alignment hid in a bead is an addition', () => {
  const flags = visible(
    check(
      ['Bác sĩ khám cho bệnh nhân và viết đơn thuốc mới.'],
      'de',
      [
        'Der Arzt untersuchte den Patienten und schrieb ein neues Rezept.',
        'Draußen im Garten spielten zwei kleine Kinder mit einem Hund.',
      ],
      beadsOf([[[0], [0, 1]]]),
    ),
  );
  expect(flags).toMatchObject([{ check: 'addition', messageCode: 'addition.span', target: [1] }]);
});

describe('parties', () => {
  const source = ['Bên A trả tiền vận chuyển; Bên B mua bảo hiểm cho máy móc.'];
  test.each([
    ['de', 'Partei B bezahlt den Transport; Partei A kauft die Versicherung für die Maschinen.'],
    ['ru', 'Сторона Б оплачивает перевозку; Сторона А покупает страховку для машин.'],
    ['zh', '乙方支付运输费；甲方为机器购买保险。'],
  ])('%s: exchanged', (lang, line) => {
    expect(visible(check(source, lang, [line]))).toMatchObject([
      { check: 'name', messageCode: 'name.exchanged', severity: 'critical' },
    ]);
  });
  test('in their places, whatever the order of words', () => {
    const line =
      'Der Transport wird von Partei A bezahlt; die Versicherung für die Maschinen kauft Partei B.';
    expect(visible(check(source, 'de', [line]))).toEqual([]);
  });
});
