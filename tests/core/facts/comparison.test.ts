/** Pairs of phrases and whether their facts agree; the sentences are invented. */
import { describe, expect, test } from 'vitest';
import { compareFacts, extractFacts } from '../../../src/core/facts/index.ts';

const differences = (source: string, lang: string, target: string): number => {
  const { quantities, dates } = compareFacts(extractFacts(source, 'vi'), extractFacts(target, lang));
  return [quantities, dates].reduce(
    (sum, part) => sum + part.missing.length + part.added.length + part.changed.length,
    0,
  );
};

const AGREE: readonly (readonly [string, string, string])[] = [
  ['vốn 240 tỷ USD vào năm 2035', 'de', 'Kapital von 240 Milliarden US-Dollar bis 2035'],
  ['vốn 240 tỷ USD vào năm 2035', 'ru', 'капитал в 240 миллиардов долларов США к 2035 году'],
  ['vốn 240 tỷ USD vào năm 2035', 'zh', '到2035 年资金达到2400 亿美元'],
  ['240 tỷ USD', 'de', '240 Mrd. US-Dollar'],
  ['240 tỷ USD', 'ru', '240 млрд долларов'],
  ['240 tỷ USD', 'zh', '两千四百亿美元'],
  ['240 tỷ USD', 'zh', '２４００亿美元'],
  ['Trong 6 ngày', 'de', 'Während der sechs Tage'],
  ['Trong 6 ngày', 'ru', 'В течение шести дней'],
  ['Trong 6 ngày', 'zh', '六天内'],
  ['Trong sáu ngày', 'de', 'In 6 Tagen'],
  ['hai nước', 'de', 'beide Länder'],
  ['hai nước', 'ru', 'обе страны'],
  ['cả hai nước', 'zh', '两国'],
  ['hơn 420.000 hộ dân', 'ru', 'более 420 000 домохозяйств'],
  ['hơn 420.000 hộ dân', 'ru', 'более 420\u00a0тыс. домохозяйств'],
  ['hơn 420.000 hộ dân', 'de', 'mehr als 420.000 Haushalte'],
  ['hơn 420.000 hộ dân', 'zh', '42万多户家庭'],
  ['2.345,6 km', 'de', '2.345,6 km'],
  ['2.345,6 km', 'ru', '2\u00a0345,6 км'],
  ['giảm 4,5%', 'de', 'um 4,5 Prozent'],
  ['giảm 4,5%', 'ru', 'на 4,5 процента'],
  ['giảm 40%', 'zh', '下降百分之四十'],
  ['ngày 17/9/2024', 'de', '17. September 2024'],
  ['ngày 17/9', 'ru', '17 сентября'],
  ['ngày 9/7', 'zh', '7月9日'],
  ['ngày 2 tháng 9 năm 1945', 'zh', '1945年9月2日'],
  ['tháng Ba năm 2022', 'ru', 'в марте 2022 года'],
  ['thế kỷ 19', 'ru', 'XIX век'],
  ['thế kỷ 19', 'de', 'im 19. Jahrhundert'],
  ['những năm 1980', 'de', 'in den 1980er Jahren'],
  ['thập niên 80', 'zh', '20世纪80年代'],
  ['3 triệu rưỡi đồng', 'de', '3,5 Millionen Dong'],
  ['2,5 triệu người', 'zh', '250万人'],
  ['30 nghìn tỷ đồng', 'de', '30 Billionen Dong'],
  ['30 nghìn tỷ đồng', 'ru', '30 трлн донгов'],
  ['30 nghìn tỷ đồng', 'zh', '30万亿越南盾'],
  ['9 giờ tối', 'de', '21 Uhr'],
  ['lúc 19 giờ', 'ru', 'в 7 часов вечера'],
  ['ba mươi tám người', 'de', 'achtunddreißig Menschen'],
  ['38 người', 'ru', 'тридцать восемь человек'],
  ['7 nguyên tắc', 'de', 'sieben Grundsätze'],
];

const DIFFER: readonly (readonly [string, string, string])[] = [
  ['240 tỷ USD', 'de', '240 Millionen US-Dollar'],
  ['240 tỷ USD', 'de', '240 Billionen US-Dollar'],
  ['240 tỷ USD', 'zh', '240亿美元'],
  ['240 tỷ USD', 'ru', '240 миллионов долларов'],
  ['Trong 6 ngày', 'de', 'Während der fünf Tage'],
  ['hơn 420.000 hộ dân', 'zh', '420万户家庭'],
  ['giảm 4,5%', 'de', 'um 45 Prozent'],
  ['ngày 17/9', 'de', 'am 18. September'],
  ['ký 60 hợp đồng', 'de', 'unterzeichneten 16 Verträge'],
  ['ký 60 hợp đồng', 'de', 'unterzeichneten Verträge'],
];

describe('facts of a phrase and its rendering', () => {
  test.each(AGREE)('%s = %s %s', (source, lang, target) => {
    expect(differences(source, lang, target)).toBe(0);
  });
  test.each(DIFFER)('%s ≠ %s %s', (source, lang, target) => {
    expect(differences(source, lang, target)).toBeGreaterThan(0);
  });
});

describe('what looks like a date or a scale and is none', () => {
  test('clause numbers, months of a year, megawatts', () => {
    expect(differences('3.2. Kho nằm ở cảng.', 'de', '3.2. Das Lager liegt am Hafen.')).toBe(0);
    expect(differences('Trong 8 tháng năm 2023', 'ru', 'За 8 месяцев 2023 года')).toBe(0);
    expect(differences('công suất 600 MW', 'zh', '装机容量600兆瓦')).toBe(0);
    expect(differences('nặng 5 kg', 'zh', '重5千克')).toBe(0);
  });
  test('another rank is a change', () => {
    expect(differences('chiếc cốc thứ ba', 'zh', '第五个杯子')).toBe(1);
  });
});
