import { describe, expect, it } from 'vitest';
import { foldExact, foldLoose, isStopWord, splitWords } from '../../../src/core/text/index.ts';

const words = (text: string, lang: string): string[] => splitWords(text, lang).map((word) => word.text);

describe('splitWords', () => {
  it('takes Vietnamese syllables, German and Russian words', () => {
    expect(words('Sông Hồng, mùa lũ.', 'vi')).toEqual(['Sông', 'Hồng', 'mùa', 'lũ']);
    expect(words('Der Zug fährt um 8.', 'de')).toEqual(['Der', 'Zug', 'fährt', 'um', '8']);
    expect(words('Ещё «не» вечер', 'ru')).toEqual(['Ещё', 'не', 'вечер']);
  });

  it('takes Chinese words by the dictionary, with their places', () => {
    const text = '我们喜欢喝茶，你呢？';
    const found = splitWords(text, 'zh');
    expect(found.map((word) => word.text)).toEqual(['我们', '喜欢', '喝茶', '你', '呢']);
    for (const word of found) expect(text.slice(word.start, word.end)).toBe(word.text);
  });
});

describe('isStopWord', () => {
  it('knows function words in all their forms, and no others', () => {
    for (const [lang, list] of Object.entries({
      vi: 'và của được không',
      de: 'dessen wären Am',
      ru: 'которыми Её были',
      zh: '的 我们 因为',
    }))
      for (const word of list.split(' ')) expect(isStopWord(word, lang), word).toBe(true);
    for (const [lang, list] of Object.entries({
      vi: 'sông kinh tế',
      de: 'Fluss gehen',
      ru: 'река',
      zh: '河流 经济',
    }))
      for (const word of list.split(' ')) expect(isStopWord(word, lang), word).toBe(false);
  });
});

describe('folding', () => {
  it('takes a stress mark from и and leaves й a letter', () => {
    expect(foldLoose('и\u0301ли')).toBe('или');
    expect(foldLoose('и\u0306од')).toBe('йод');
    expect(foldLoose('\u0439\u0301')).toBe('й');
  });

  it('unifies what is read the same', () => {
    expect(foldExact('hòa bình')).toBe(foldExact('hoà bình'));
    expect(foldExact('tỷ')).toBe(foldExact('tỉ'));
    expect(foldExact('quý')).toBe('quý');
    expect(foldExact('“Ёлка”－１')).toBe('"елка"-1');
    expect(foldExact('Hòa')).not.toBe(foldExact('hoa'));
  });

  it('drops tone marks and diacritics where asked', () => {
    expect(foldLoose('Đường Lý Thường Kiệt')).toBe('duong li thuong kiet');
    expect(foldLoose('Straße über Öl')).toBe('strasse uber ol');
    expect(foldLoose('Чай, ёж')).toBe('чай, еж');
  });

  it('folds what is folded to itself', () => {
    for (const s of ['Hòa Bình', 'Große Ｘ', 'Йод Ё', 'thùy mỵ', '‘a’']) {
      expect(foldExact(foldExact(s))).toBe(foldExact(s));
      expect(foldLoose(foldLoose(s))).toBe(foldLoose(s));
    }
  });
});
