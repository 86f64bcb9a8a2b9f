import { expect, test } from 'vitest';
import { type Block, markRecurring } from '../../../src/core/text/index.ts';

const page = (...texts: string[]): Block[] =>
  texts.map((text, i) => ({ kind: 'paragraph', text, start: 0, end: text.length, line: i + 1 }));
const kinds = (blocks: readonly Block[]): string => blocks.map(({ kind }) => kind[0]).join('');

const ARTICLES = [
  'Ghe chở đầy dưa hấu và bưởi, khách ở xa cũng biết ghe bán gì từ sáng sớm.',
  'Con đường mới qua đèo rút ngắn nửa ngày đi chợ của bà con vùng cao phía bắc.',
  'Lớp học đầu tiên của bản mở cửa trong một ngôi nhà sàn cũ bên bờ suối nhỏ.',
];
const pages = ARTICLES.map((article, i) =>
  page('Cổng thông tin Sông Quê', `${i + 4} ý kiến`, article, 'Đọc nhiều nhất trong tuần'),
);

test('what recurs on three pages is furniture, numbers in short lines aside', () => {
  for (const [i, one] of pages.entries())
    expect(
      kinds(
        markRecurring(
          one,
          pages.filter((_, j) => j !== i),
        ),
      ),
    ).toBe('ffpf');
});

test('two pages are no site', () => {
  expect(kinds(markRecurring(pages[0]!, [pages[1]!]))).toBe('pppp');
});

test('versions of one text are no pages of a site, even where their numbers differ', () => {
  const versions = [1, 2, 3].map((number) => page(`Chương ${number}`, ARTICLES[0]!, ARTICLES[1]!));
  expect(kinds(markRecurring(versions[0]!, versions.slice(1)))).toBe('ppp');
  const tables = [17, 25, 31].map((price) =>
    page(`Giá dưa hấu hôm nay ở chợ nổi là ${price} nghìn đồng một ki lô, cao hơn hôm qua khá nhiều.`),
  );
  expect(kinds(markRecurring(tables[0]!, tables.slice(1)))).toBe('p');
});
