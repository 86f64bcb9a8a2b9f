import { describe, expect, test } from 'vitest';
import {
  bundledLexicon,
  countVietnameseWords,
  lexiconProblems,
  parseLexicon,
  vietnameseWords,
} from '../../../src/core/lexicon/index.ts';

const lexicon = parseLexicon([
  [
    '# sample',
    'thương mại | Handel~, Handels* | торгов~ | 贸易',
    'kim ngạch | Volumen | объем~ | 额',
    'nước, quốc gia | Land, Länd~ | стран~ | 国家, 国',
    'nước | Wasser* | вод~ | 水',
    'hòa bình | Frieden~ | мир~ | 和平',
    'chính phủ | Regierung* | правительств~ | 政府',
    'thủ tướng | Premierminister~, Regierungschef~ | премьер-министр~ | 总理',
    'hợp tác toàn diện | umfassende Zusammenarbeit | всесторонн~ сотрудничеств~ | 全面合作',
  ].join('\n'),
]);
const seen = (text: string, lang: string) =>
  lexicon.mentions(text, lang).map(({ start, end, concepts }) => `${text.slice(start, end)}:${concepts}`);

describe('mentions', () => {
  test('the longest form wins, and a word of two meanings keeps both', () => {
    expect(seen('Hai nước hợp tác toàn diện về thương mại.', 'vi')).toEqual([
      'nước:2,3',
      'hợp tác toàn diện:7',
      'thương mại:0',
    ]);
  });
  test('stems take the endings of their language and nothing else', () => {
    expect(seen('Странами торговали; водосток, объёмы', 'ru')).toEqual([
      'Странами:2',
      'торговали:0',
      'объёмы:1',
    ]);
  });
  test('forms of several words are found inflected', () => {
    expect(seen('о всесторонним сотрудничеством', 'ru')).toEqual(['всесторонним сотрудничеством:7']);
  });
  test('German compounds are split, with linking letters', () => {
    expect(seen('Das Handelsvolumen der Länder', 'de')).toEqual(['Handels:0', 'volumen:1', 'Länder:2']);
    expect(seen('Friedensregierung', 'de')).toEqual(['Frieden:4', 'regierung:5']);
  });
  test('a stem beats the family it belongs to', () => {
    expect(seen('Regierungschefs, Regierungssprecher', 'de')).toEqual([
      'Regierungschefs:6',
      'Regierungssprecher:5',
    ]);
  });
  test('both places of a Vietnamese tone mark', () => {
    expect(seen('Hoà bình', 'vi')).toEqual(['Hoà bình:4']);
  });
  test('Chinese from left to right, longest first', () => {
    expect(seen('两国政府全面合作', 'zh')).toEqual(['国:2', '政府:5', '全面合作:7']);
  });
  test('regional codes use the language, unknown languages have no mentions', () => {
    expect(lexicon.mentions('贸易', 'zh-CN')).toHaveLength(1);
    expect(lexicon.mentions('commerce', 'fr')).toEqual([]);
  });
});

test('a file may be of other languages', () => {
  const own = parseLexicon(['languages: de | fr\nHaus, Häus~ | maison, maisons']);
  expect(own.mentions('les maisons', 'fr')).toEqual([{ start: 4, end: 11, concepts: [0] }]);
  expect(own.forms(0, 'de')).toEqual(['Haus', 'Häus~']);
});

test('problems are named with their line', () => {
  expect(lexiconProblems('# x\nmột hai ba bốn năm sáu bảy tám chín | ein | | \nđơn | | |')).toEqual([
    'line 2: “một hai ba bốn năm sáu bảy tám chín” (vi) is longer than four words or eight characters',
    'line 3: only one language has a form',
  ]);
});

test('the bundled lexicon has the four languages of the project', () => {
  const bundle = bundledLexicon();
  expect(bundledLexicon()).toBe(bundle);
  if (bundle.size > 0) expect([...bundle.langs].sort()).toEqual(['de', 'ru', 'vi', 'zh']);
});

test('Vietnamese words are counted by the words of two and three syllables that have entries', () => {
  const words = vietnameseWords(['hoà bình | Frieden~\nhợp tác xã | Genossenschaft~\nnhà | Haus']);
  expect(countVietnameseWords('nhà hoà bình', words)).toBe(2);
  expect(countVietnameseWords('hợp tác xã hòa bình', words)).toBe(2);
  expect(countVietnameseWords('bốn mùa hoa lá', words)).toBe(4);
});
