/** Quantities that need more than a numeral and a unit: quarters of a year, working days, separators that could mean two things. */
import { expect, test } from 'vitest';
import { compareQuantities, extractQuantities } from '../../../src/core/facts/index.ts';

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
