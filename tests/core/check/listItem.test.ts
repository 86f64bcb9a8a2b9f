/** Members of a list that a rendering leaves out, and lists that are rendered otherwise. */
import { describe, expect, test } from 'vitest';
import { splitPieces } from '../../../src/core/check/pieces.ts';
import { check, visible } from './texts.ts';

const pieces = (text: string, lang: string): string[] =>
  splitPieces(text, lang).map(({ start, end, joined }) => `${joined ? '+' : '|'}${text.slice(start, end)}`);

describe('pieces of a sentence', () => {
  test('commas and joining words join; a colon, bracket or full stop does not', () => {
    expect(pieces('Chợ bán: cam, chuối và xoài (tươi).', 'vi')).toEqual([
      '|Chợ bán',
      '|cam',
      '+chuối',
      '+xoài',
      '|tươi',
    ]);
    expect(pieces('市场出售橙子、香蕉和芒果。', 'zh')).toEqual(['|市场出售橙子', '+香蕉', '+芒果']);
  });
  test('a comma inside a number is part of it, and one beside a quotation mark ends the quotation', () => {
    expect(pieces('Es wog 1,5 kg, sagte er', 'de')).toEqual(['|Es wog 1,5 kg', '+sagte er']);
    expect(pieces('„Komm mit“, sagte er und lachte', 'de')).toEqual(['|„Komm mit“', '|sagte er', '+lachte']);
  });
  test('joining words are whole words', () => {
    expect(pieces('Hundert Stunden und Minuten', 'de')).toEqual(['|Hundert Stunden', '+Minuten']);
  });
  test('places are those of the text, whatever it is', () => {
    for (const text of ['', ' , ', ',,và,', 'a', '、', 'và và và'])
      for (const { start, end } of splitPieces(text, 'vi')) {
        expect(start).toBeLessThan(end);
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
      }
  });
});

const SHOP = ['Cửa hàng bán gạo, muối, đường và trà.', 'Sáng nay trời mưa.'];
const found = (lang: string, rendering: string): string[] =>
  visible(
    check(SHOP, lang, [
      rendering,
      { de: 'Heute Morgen regnet es.', ru: 'Сегодня утром идёт дождь.', zh: '今天早上下雨。' }[lang]!,
    ]),
  )
    .filter((flag) => flag.check === 'partial-omission')
    .map((flag) => flag.sourceSpan?.text ?? '');

describe('a list of four', () => {
  test.each([
    ['de', 'Der Laden verkauft Reis, Zucker und Tee.', 'muối'],
    ['ru', 'Магазин продаёт рис, соль и чай.', 'đường'],
    ['zh', '商店出售大米、盐和茶。', 'đường'],
  ])('%s: the member that is missing is named', (lang, rendering, member) => {
    expect(found(lang, rendering)).toEqual([member]);
  });
  test.each([
    ['de', 'Der Laden verkauft Reis, Salz, Zucker und Tee.'],
    ['de', 'Der Laden verkauft Reis und Salz sowie Zucker und Tee.'],
    ['ru', 'Магазин продаёт рис, соль, сахар и чай.'],
    ['zh', '商店出售大米、盐、糖和茶。'],
    // A word that the lexicon does not know stands in the place of the member.
    ['de', 'Der Laden verkauft Reis, Meersalzflocken, Zucker und Tee.'],
  ])('%s: a complete one is left alone', (lang, rendering) => {
    expect(found(lang, rendering)).toEqual([]);
  });
});
