import { describe, expect, test } from 'vitest';
import { namesOf } from '../../../../src/core/align/evidence/names.ts';
import { dates, numbers } from '../../../../src/core/align/evidence/numbers.ts';
import { shared } from './texts.ts';

describe('numbers by value', () => {
  test.each([
    ['150 Milliarden', 'de'],
    ['150 млрд', 'ru'],
    ['1500亿', 'zh'],
  ])('150 tỷ is %s', (text, lang) => {
    expect(shared(numbers, ['hơn 150 tỷ đồng', 'vi'], [text, lang])).toEqual(['n150000000000']);
  });
  test('other values are not shared', () => {
    expect(shared(numbers, ['15 tấn', 'vi'], ['51 Tonnen', 'de'])).toEqual([]);
  });
});

describe('dates', () => {
  test.each([
    ['am 7. März 1994', 'de'],
    ['7 марта 1994 года', 'ru'],
    ['1994年3月7日', 'zh'],
  ])('ngày 7/3/1994 is %s', (text, lang) => {
    expect(shared(dates, ['ngày 7/3/1994', 'vi'], [text, lang])).toEqual(['d7.3', 'n1994']);
  });
});

describe('names', () => {
  const source = ['Ông Trần Văn Hải đến Hà Nội.', 'Bà Mai ở nhà.', 'Tổ chức WQZ ra thông báo.'];
  const evidence = (targetLang: string, target: readonly string[], sourceLang = 'vi') =>
    namesOf({ sourceLang, targetLang, source, target });

  test.each([
    ['de', 'Herr Tran Van Hai kam nach Hanoi.'],
    ['ru', 'Чан Ван Хай прибыл в Ханой.'],
    ['zh', '陈文海抵达河内。'],
  ])('a person and a town in %s', (lang, text) => {
    const [names] = evidence(lang, [text]);
    expect(shared(names!, [source[0]!, 'vi'], [text, lang])).toEqual([
      'Nperson:tran van hai',
      expect.stringContaining('Nplace:'),
    ]);
  });
  test('names that the other text never says are no units, and left to other evidence', () => {
    const [names] = evidence('de', ['Niemand kam.']);
    expect(names!.read(source[0]!, 'vi', () => true)).toEqual([]);
  });
  test('another person of the same surname is not found', () => {
    const text = 'Чан Бинь Минь прибыл.';
    const [names] = evidence('ru', [text]);
    expect(shared(names!, [source[0]!, 'vi'], [text, 'ru'])).toEqual([]);
  });
  test('the Vietnamese text may be the rendering', () => {
    const text = 'Чан Ван Хай прибыл в Ханой.';
    const [names] = namesOf({ sourceLang: 'ru', targetLang: 'vi', source: [text], target: source });
    expect(shared(names!, [text, 'ru'], [source[0]!, 'vi'])).toContain('Nperson:tran van hai');
  });
});
