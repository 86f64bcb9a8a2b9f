/** Names found in texts and matched across languages; persons and sentences are invented or public office names. */
import { describe, expect, test } from 'vitest';
import {
  extractNames,
  findName,
  isSamePerson,
  type NameMention,
  nameEvidence,
  namesOfDocument,
} from '../../../src/core/facts/index.ts';

const person = (text: string): NameMention => ({ start: 0, end: text.length, text, kind: 'person', key: '' });
const namesIn = (text: string, lang: string): string[] =>
  extractNames(text, lang).map((n) => `${n.text}:${n.kind}`);

describe('names in Vietnamese', () => {
  test('the person after a title, not the title', () => {
    expect(namesIn('Tổng Bí thư Trần Gia Khiêm tiếp Bộ trưởng Đặng Thu Hà.', 'vi')).toEqual([
      'Trần Gia Khiêm:person',
      'Đặng Thu Hà:person',
    ]);
  });
  test('a given name after a form of address', () => {
    const [full, given] = extractNames('Ông Lý Quốc Bảo đến. Lát sau, ông Bảo phát biểu.', 'vi');
    expect(given!.text).toBe('Bảo');
    expect(isSamePerson(full!, given!)).toBe(true);
  });
  test('namesakes of countries', () => {
    expect(namesIn('Hôm qua anh Đức bay sang Đức.', 'vi')).toEqual(['Đức:person', 'Đức:place']);
  });
  test('places, organisations, foreign names', () => {
    expect(namesIn('Theo TTXVN, Jonas Feldmann rời Hải Phòng sang Nhật Bản dự họp của LHQ.', 'vi')).toEqual([
      'TTXVN:organisation',
      'Jonas Feldmann:other',
      'Hải Phòng:place',
      'Nhật Bản:place',
      'LHQ:organisation',
    ]);
  });
  test('the first word of a sentence is no part of a name', () => {
    expect(namesIn('Theo Đặng Thu Hà, trời sẽ mưa.', 'vi')).toEqual(['Đặng Thu Hà:person']);
  });
});

test('the same place has the same key in all languages', () => {
  const keys = (
    [
      ['Họ đến Hà Nội.', 'vi'],
      ['Sie kamen nach Hanoi.', 'de'],
      ['Они приехали в Ханой.', 'ru'],
      ['他们到了河内。', 'zh'],
    ] as const
  ).map(([text, lang]) => extractNames(text, lang)[0]!.key);
  expect(new Set(keys).size).toBe(1);
});

const FOUND: readonly (readonly [string, string, string])[] = [
  ['Đặng Thu Hà', 'de', 'sagte Dang Thu Ha'],
  ['Đặng Thu Hà', 'de', 'Đặng Thu Hà sagte'],
  ['Trần Gia Khiêm', 'de', 'Tran Gia Khiems Rede'],
  ['Đặng Thu Hà', 'ru', 'сказала Данг Тху Ха'],
  ['Trịnh Xuân Sáng', 'ru', 'с Чинь Суан Сангом'],
  ['Trịnh Xuân Sáng', 'ru', 'Чинь Суан Шанг'],
  ['Quảng Ninh', 'ru', 'в Куангнине'],
  ['Trần Gia Khiêm', 'zh', '陈嘉谦表示'],
  ['Đặng Thu Hà', 'zh', '邓秋河说'],
  ['Lưu Kiến Hoa', 'de', 'Liu Jianhua'],
  ['Trương Văn Minh', 'ru', 'Чжан Вэньмина'],
  ['Kim Min Hee', 'ru', 'Ким Мин Хи'],
  ['Kim Min Hee', 'zh', '金敏姬'],
  ['Jonas Feldmann', 'ru', 'Йонас Фельдман'],
  ['Marta Lindqvist', 'ru', 'с Мартой Линдквист'],
];
const NOT_FOUND: readonly (readonly [string, string, string])[] = [
  ['Đặng Thu Hà', 'de', 'sagte Dang Thu Hang'],
  ['Phạm Minh Đạo', 'ru', 'Фам Бинь Дао'],
  ['Đặng Thu Hà', 'ru', 'Нгуен Тху Ха'],
  ['Trần Gia Khiêm', 'zh', '陈嘉诚表示'],
  ['Bảo', 'de', 'sagte Tam'],
  ['Marta Lindqvist', 'ru', 'Марта Петрова'],
];

describe('a source name in a target text', () => {
  test.each(FOUND)('%s is in %s: %s', (name, lang, text) => {
    expect(findName(person(name), 'vi', text, lang)).not.toBeNull();
  });
  test.each(NOT_FOUND)('%s is not in %s: %s', (name, lang, text) => {
    const found = findName(person(name), 'vi', text, lang);
    expect(found === null || found.certainty < 0.75).toBe(true);
  });
  test('places and organisations by table', () => {
    const mention = (text: string): NameMention => extractNames(text, 'vi')[0]!;
    expect(findName(mention('thăm Hàn Quốc'), 'vi', '访问韩国', 'zh')).toMatchObject({ start: 2, end: 4 });
    expect(findName(mention('của ASEAN'), 'vi', 'саммит АСЕАН', 'ru')).toMatchObject({ start: 7 });
    expect(findName(mention('nước Pháp'), 'vi', 'die französische Regierung', 'de')).not.toBeNull();
    expect(findName(mention('nước Pháp'), 'vi', 'die deutsche Regierung', 'de')).toBeNull();
  });
});

test('absence is evidence only where the form can be predicted', () => {
  expect(nameEvidence(person('Đặng Thu Hà'), 'ru')).toBe('strong');
  expect(nameEvidence(person('Jonas Feldmann'), 'ru')).toBe('weak');
  expect(nameEvidence(person('Jonas Feldmann'), 'zh')).toBe('none');
});

test('given names of a document are known at the beginning of a sentence, too', () => {
  const texts = ['Anh hỏi Thảo rất khẽ.', 'Lúc ấy Thảo cười.', 'Kinh tế và ngành Kinh tế.', 'Thảo im lặng.'];
  const known = namesOfDocument(texts, 'vi');
  expect([...known]).toEqual(['thảo']);
  expect(extractNames(texts[3]!, 'vi', known).map((name) => name.text)).toEqual(['Thảo']);
  expect(extractNames(texts[3]!, 'vi')).toEqual([]);
});
