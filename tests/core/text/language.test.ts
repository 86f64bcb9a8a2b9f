import { describe, expect, it } from 'vitest';
import { guessLanguage } from '../../../src/core/text/index.ts';

const SENTENCES: Record<string, string> = {
  vi: 'Con đường làng chạy dọc theo bờ sông, hai bên là những hàng tre xanh.',
  de: 'Der Weg führt am Fluss entlang, und auf beiden Seiten stehen die Weiden.',
  ru: 'Дорога идёт вдоль реки, а по обеим сторонам растут ивы.',
  zh: '小路沿着河边延伸，两旁长满了柳树。',
  en: 'The path runs along the river, and there are willows on both sides of it.',
  fr: 'Le chemin suit la rivière, et des saules poussent sur les deux rives.',
  es: 'El camino sigue el río, y en las dos orillas crecen los sauces de la aldea.',
  ja: '道は川に沿って続いている。',
  uk: 'Дорога йде вздовж річки, а обабіч ростуть верби її діда.',
  ko: '길은 강을 따라 이어진다.',
};

describe('guessLanguage', () => {
  for (const [lang, text] of Object.entries(SENTENCES))
    it(`knows ${lang}`, () => expect(guessLanguage(text).lang).toBe(lang));

  it('is certain of a paragraph, not of a caption', () => {
    for (const lang of ['vi', 'de', 'ru', 'zh'])
      expect(guessLanguage(`${SENTENCES[lang]} ${SENTENCES[lang]}`)).toEqual({ lang, certain: true });
    expect(guessLanguage('Foto: N. N.').certain).toBe(false);
    expect(guessLanguage('12 / 2024')).toEqual({ lang: 'und', certain: false });
  });

  it('is not misled by a menu or names in another language', () => {
    const menu = 'Trang chủ\nThời sự\nThế giới\n';
    expect(guessLanguage(`${menu}${SENTENCES['de']} ${SENTENCES['de']} Bùi Thị Hạnh, Đỗ Văn Lộc.`).lang).toBe(
      'de',
    );
  });
});
