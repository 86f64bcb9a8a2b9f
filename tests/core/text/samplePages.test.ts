/** The sample texts as pages: every line outside the article is furniture, and no line of the article is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cutText } from '../../../src/core/text/index.ts';

/** First words of the lines that frame each article. */
const OUTSIDE: Record<string, readonly string[]> = {
  vi: ['Phương Vy - '],
  de: [
    'HOCHLANDBOTE',
    'Startseite ›',
    'Samstag, 14.',
    'Teilen |',
    'Mehr zum Thema',
    'Kakao aus',
    'Wie der Pfeffer',
    'Sieben Fragen',
    '© Hochlandbote',
  ],
  ru: [
    'Вестник',
    'Главная /',
    '14 марта 2026, 19:40',
    'Поделиться:',
    'Читайте',
    'Какао с нагорья',
    'Как в Даклак',
    'Комментарии',
  ],
  zh: ['高原快报', '首页', '2026年3月14日 19:40', '字号：', '相关阅读', '高原可可', '胡椒是怎样', '责任编辑'],
};

for (const [lang, outside] of Object.entries(OUTSIDE))
  it(`tells the ${lang} article from its page`, () => {
    const raw = readFileSync(join(import.meta.dirname, `../../../samples/coffee.${lang}.txt`), 'utf8');
    const found = cutText(raw, lang).segments.filter((s) => s.kind === 'furniture');
    const lines = raw.split('\n').filter((line) => outside.some((start) => line.startsWith(start)));
    expect(lines.length).toBe(outside.length);
    expect(found.map((s) => s.text)).toEqual(lines);
  });

it('keeps a text with one dated line as it is', () => {
  const minutes = [
    'Biên bản họp tổ dân phố',
    'Thứ bảy, 14/3/2026, 19:40',
    'Có mặt: 12 người.',
    'Tổ trưởng trình bày kế hoạch sửa đường trong quý hai và xin ý kiến của bà con về mức đóng góp.',
    'In lại biên bản và gửi cho các hộ vắng mặt.',
  ];
  const { segments } = cutText(minutes.join('\n\n'), 'vi');
  expect(segments.filter((s) => s.kind === 'furniture')).toEqual([]);
});
