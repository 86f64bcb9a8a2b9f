/** Quantities that need more than a numeral and a unit: quarters of a year, working days, separators that could mean two things. */
import { expect, test } from 'vitest';
import { compareQuantities, extractQuantities, isRounded } from '../../../src/core/facts/index.ts';

const said = (text: string, lang: string): string[] =>
  extractQuantities(text, lang).map(
    ({ text: words, values, unit }) => `${words} = ${values.join('/')} ${unit ?? ''}`,
  );

test.each([
  ['vi', 'Giao hàng vào quý III.', 'quý III = 3 quarter'],
  ['vi', 'Giao hàng vào quý tư.', 'quý tư = 4 quarter'],
  ['de', 'Lieferung im dritten Quartal.', 'dritten Quartal = 3 quarter'],
  ['de', 'Lieferung im 3. Quartal.', '3. Quartal = 3 quarter'],
  ['de', 'Lieferung in Q3.', 'Q3 = 3 quarter'],
  ['ru', 'Поставка в III квартале.', 'III квартале = 3 quarter'],
  ['ru', 'Поставка в четвёртом квартале.', 'четвёртом квартале = 4 quarter'],
  ['zh', '第三季度交货。', '第三季度 = 3 quarter'],
])('a quarter of a year in %s: %s', (lang, text, quantity) => {
  expect(said(text, lang)).toEqual([quantity]);
});

test('working days are days, in Russian too, where the adjective comes first', () => {
  expect(said('trong 15 ngày làm việc', 'vi')).toEqual(['15 ngày làm việc = 15 day']);
  expect(said('в течение 15 рабочих дней', 'ru')).toEqual(['15 рабочих дней = 15 day']);
  expect(said('innerhalb von 15 Werktagen', 'de')).toEqual(['15 Werktagen = 15 day']);
});

test('a full stop before three figures groups thousands in Vietnamese and German', () => {
  const [source] = extractQuantities('Doanh thu đạt 4.215 tỷ đồng.', 'vi');
  expect(source?.values).toEqual([4215e9]);
  expect(extractQuantities('4.215 Milliarden Dong', 'de')[0]?.values).toEqual([4215e9]);
  const [wrong] = extractQuantities('4,215 Milliarden Dong', 'de');
  expect(wrong?.values).toContain(4.215e9);
});

test('a third decimal that is 0 is none', () => {
  const found = compareQuantities(
    extractQuantities('Doanh thu đạt 3.420 tỷ đồng.', 'vi'),
    extractQuantities('Umsatz von 3,42 Milliarden Dong', 'de'),
  );
  expect(found.changed).toHaveLength(1);
});

test.each([
  ['ru', '25-тысячная толпа', '25-тысячная = 25000 '],
  ['ru', '23 сорокафутовых контейнера', '23 = 23 '],
  ['ru', 'в течение суток', 'суток = 1 day'],
  ['zh', '二十世纪三十年代', '三十年代 = 1930 decade'],
  ['zh', '八成熟', '八成 = 80/0.8 '],
  ['vi', 'sản lượng gấp rưỡi', 'gấp rưỡi = 1.5 '],
  ['vi', 'Năm 2019 con đường này mở cửa.', '2019 = 2019 '],
])('in %s: %s', (lang, text, quantity) => {
  expect(said(text, lang)).toContain(quantity);
});

test.each([
  ['vi', 'lúc 8 giờ kém 15'],
  ['de', 'um Viertel vor acht'],
  ['ru', 'без четверти восемь'],
  ['zh', '差一刻八点'],
])('a time of day as it is said in %s: %s', (lang, text) => {
  expect(extractQuantities(text, lang)[0]?.values).toEqual([7.75, 19.75]);
});

test('a score is no time of day where the other side has its figures', () => {
  const found = compareQuantities(
    extractQuantities('Đội nhà thắng 25-19 ở hiệp hai.', 'vi'),
    extractQuantities('Die Heimmannschaft gewann den zweiten Satz 25:19.', 'de'),
  );
  expect([...found.changed, ...found.missing, ...found.added]).toEqual([]);
});

test('a figure for a number word is found where its value stands for something else, too', () => {
  const found = compareQuantities(
    extractQuantities('Hiệp 1 kết thúc sau bảy phút.', 'vi'),
    extractQuantities('上半场1在1分钟后结束。', 'zh'),
  );
  expect(found.changed.map(({ source, target }) => `${source.text} ${target.text}`)).toEqual([
    'bảy phút 1分钟',
  ]);
});

test('a rendering may round where another scale word brings it about', () => {
  const [source] = extractQuantities('1.846 tỷ đồng', 'vi');
  const rounds = (text: string): boolean => isRounded(source!, extractQuantities(text, 'de')[0]!);
  expect(rounds('1,85 Billionen Dong')).toBe(true);
  expect(rounds('1,86 Billionen Dong')).toBe(false);
  expect(rounds('1850 Milliarden Dong')).toBe(false);
});
