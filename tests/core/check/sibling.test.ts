/** Another thing of the same class in place of a word: quarter and month, seller and buyer. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundledLexicon } from '../../../src/core/lexicon/index.ts';
import { check, visible } from './texts.ts';

const siblingsText = readFileSync(
  join(import.meta.dirname, '../../../src/core/check/data/siblings.txt'),
  'utf8',
);

const found = (source: string, lang: string, target: string): string[] =>
  visible(check([source], lang, [target]))
    .filter(({ check: kind }) => kind === 'term')
    .map(({ sourceSpan, targetSpan }) => `${sourceSpan?.text} ${targetSpan?.text}`);

test.each([
  [
    'Báo cáo của mỗi quý do kế toán ký.',
    'de',
    'Den Bericht jedes Monats unterschreibt die Buchhaltung.',
    'quý Monats',
  ],
  ['Bên bán chịu chi phí vận chuyển.', 'ru', 'Покупатель несёт расходы на перевозку.', 'Bên bán Покупатель'],
  ['Bên thuê trả tiền điện hằng tháng.', 'zh', '出租人每月支付电费。', 'Bên thuê 出租人'],
])('%s', (source, lang, target, pair) => {
  expect(found(source, lang, target)).toEqual([pair]);
});

test('a word for the same thing, a wider word and a part of a compound are left alone', () => {
  expect(
    found('Con thuyền rời bến lúc sáng sớm.', 'de', 'Das Schiff verließ den Steg am frühen Morgen.'),
  ).toEqual([]);
  expect(found('Kim ngạch xuất khẩu năm nay tăng mạnh.', 'ru', 'Экспорт в этом году сильно вырос.')).toEqual(
    [],
  );
  expect(found('Bà nấu một nồi cháo.', 'de', 'Die Frau kochte einen Topf Reissuppe.')).toEqual([]);
});

test('words without bars are words of the lexicon', () => {
  const lexicon = bundledLexicon();
  const known = new Set(
    Array.from({ length: lexicon.size }, (_, concept) => lexicon.forms(concept, 'vi'))
      .flat()
      .map((form) => form.toLowerCase()),
  );
  const words = siblingsText
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^[#=]/u.test(line) && !line.includes('|'))
    .flatMap((line) => line.split(/[,/]/u))
    .map((word) =>
      word
        .replace(/\(.*\)/u, '')
        .trim()
        .toLowerCase(),
    );
  const own = new Set(
    siblingsText
      .split('\n')
      .filter((line) => line.includes('|'))
      .flatMap((line) =>
        line
          .split('|')[0]!
          .split(',')
          .map((word) => word.trim().toLowerCase()),
      ),
  );
  expect(words.filter((word) => !known.has(word) && !own.has(word))).toEqual([]);
});
