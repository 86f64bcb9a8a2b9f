/** What each reader makes of its format; files made here. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { groupByName, languageInName } from '../../../src/core/format/read/index.ts';
import { writeSrx } from '../../../src/core/format/srx.ts';
import { cutBlocks, cutIntoBlocks, cutText, markRecurring } from '../../../src/core/text/index.ts';
import { cutFile } from '../../../src/services/cutFile.ts';
import { readBytesAs } from '../../../src/services/read/index.ts';
import { DE, docxParts, paragraph, pdf, VI, WELL_FORMED, zip } from './wellFormed.ts';

const blocksOf = async (bytes: Buffer, name: string): Promise<[string, string][]> =>
  (await readBytesAs(bytes, name)).blocks.map(({ kind, text }) => [kind, text]);
const pairs = VI.map((text, i) => [
  { lang: 'vi', text },
  { lang: 'de', text: DE[i]! },
]);

describe('readers', () => {
  it('take headings, lists, cells, notes, running heads and tracked changes of RTF, in old code pages too', async () => {
    const text = String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}{\f2\fcharset163 C;}}
{\stylesheet{\s3 heading 1;}}{\*\generator Nobody;}{\info{\title Unseen}}{\header B\'e1o S\'f4ng Qu\'ea}
\pard\s3 Ti\u234?u \u273\'d0\u7873?\par
\pard{\listtext 1.\tab}M\u7909?c m\u7897?t\par
\pard Gi\'e1 {\v unseen }\ldblquote 5\~%\rdblquote{\deleted old} {\f1\'cc\'ee\'f1\'f2} {\f2 n\'f4\'cc\'e0}{\footnote Ghi ch\'fa.}\line xu\u7889?ng\par
\pard\intbl \'d4 m\u7897?t\cell \'d4 hai\cell\row
{\pict\bin4 }}}}}\pard {\uc2\u38446\'c8\'ee}\u-10179?\u-8704?\par}`;
    const bytes = Buffer.from(text, 'latin1');
    expect(await blocksOf(bytes, 'a.rtf')).toEqual([
      ['furniture', 'Báo Sông Quê'],
      ['heading', 'Tiêu đề'],
      ['list', 'Mục một'],
      ['paragraph', 'Giá “5\u00a0%” Мост nồà\nxuống'],
      ['cell', 'Ô một'],
      ['cell', 'Ô hai'],
      ['paragraph', '阮😀'],
      ['paragraph', 'Ghi chú.'],
    ]);
    expect((await readBytesAs(bytes, 'a.rtf')).warnings).toEqual([{ code: 'tracked-changes', params: {} }]);
    await expect(readBytesAs(bytes.subarray(0, -2), 'a.rtf')).rejects.toMatchObject({ code: 'file-invalid' });
  });

  it('take headings, lists, cells, notes and tracked changes of DOCX', async () => {
    const body = [
      paragraph('Tiêu đề', '<w:pStyle w:val="T2"/>'),
      paragraph('Mục một', '<w:numPr><w:numId w:val="1"/></w:numPr>'),
      `<w:tbl><w:tr><w:tc>${paragraph('Ô một')}</w:tc></w:tr></w:tbl>`,
      '<w:p><w:r><w:t>Còn lại</w:t></w:r><w:del><w:r><w:t>cũ</w:t></w:r></w:del><w:ins><w:r><w:t> mới</w:t></w:r></w:ins></w:p>',
    ].join('');
    const note =
      '<w:footnotes xmlns:w="w"><w:footnote w:type="separator"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:footnote><w:footnote><w:p><w:r><w:t>Ghi chú.</w:t></w:r></w:p></w:footnote></w:footnotes>';
    const bytes = zip(docxParts(body, { 'word/footnotes.xml': note }));
    expect(await blocksOf(bytes, 'a.docx')).toEqual([
      ['heading', 'Tiêu đề'],
      ['list', 'Mục một'],
      ['cell', 'Ô một'],
      ['paragraph', 'Còn lại mới'],
      ['paragraph', 'Ghi chú.'],
    ]);
    expect((await readBytesAs(bytes, 'a.docx')).warnings.map(({ code }) => code)).toEqual([
      'tracked-changes',
    ]);
  });

  it('tell the format by content and say so where the name says another', async () => {
    const { format, warnings } = await readBytesAs(WELL_FORMED['word.docx']!, 'letter.txt');
    expect(format).toBe('docx');
    expect(warnings.map(({ code }) => code)).toEqual(['wrong-extension']);
  });

  for (const name of ['memory.tmx', 'old.xlf', 'new.xlf', 'catalogue.po', 'table.csv', 'sheet.xlsx'])
    it(`give the pairs of ${name}`, async () => {
      const { units } = await readBytesAs(WELL_FORMED[name]!, name);
      expect(units?.map((unit) => unit.variants)).toEqual(pairs);
    });

  it('take the columns that a person chose', async () => {
    const table = Buffer.from('1\tJa.\tДа.\n2\tNein.\tНет.\n');
    const columns = [
      { index: 2, lang: 'ru' },
      { index: 1, lang: 'de' },
    ];
    const { units } = await readBytesAs(table, 'a.tsv', { columns });
    expect(units?.[1]?.variants).toEqual([
      { lang: 'ru', text: 'Нет.' },
      { lang: 'de', text: 'Nein.' },
    ]);
  });

  it('take the article of a web page and set the rest aside', async () => {
    const blocks = await blocksOf(WELL_FORMED['page.html']!, 'page.html');
    expect(blocks.filter(([kind]) => kind === 'furniture').map(([, text]) => text)).toEqual([
      'Trang chủ',
      '©',
    ]);
    expect(blocks.some(([, text]) => text.includes('var x'))).toBe(false);
  });

  for (const name of ['cues.srt', 'cues.vtt'])
    it(`take the speech of ${name}`, async () => {
      expect((await blocksOf(WELL_FORMED[name]!, name)).map(([, text]) => text)).toEqual(VI);
    });

  it('take Markdown without its marks', async () => {
    const blocks = await blocksOf(WELL_FORMED['notes.md']!, 'notes.md');
    expect(blocks.slice(0, 4)).toEqual([
      ['heading', VI[0]],
      ['paragraph', `${VI[1]} ${VI[2]}`],
      ['list', VI[1]],
      ['list', VI[2]],
    ]);
  });

  it('join the lines of a PDF, and set running heads and page numbers aside', async () => {
    const page = (number: number): string[] => [
      'Jahresbericht der Genossenschaft',
      `Der schwimmende Markt oeffnet jeden Morgen lange vor Sonnenaufgang am Fluss-`,
      'ufer, und die Boote sind dann schon voll mit Melonen, Ananas und Pomelos.',
      String(number),
    ];
    const document = await readBytesAs(pdf([page(1), page(2), page(3)]), 'a.pdf');
    expect(document.warnings.map(({ code }) => code)).toEqual(['pdf-quality']);
    const body = document.blocks.filter(({ kind }) => kind !== 'furniture').map(({ text }) => text);
    expect(body.every((text) => text.includes('am Flussufer, und'))).toBe(true);
    expect(document.blocks.filter(({ kind }) => kind === 'furniture').length).toBe(6);
  });
});

describe('blocks', () => {
  it('of a plain text are cut as the text itself', () => {
    const text = 'Tiêu đề\n\nCâu một. Câu hai!\r\nCâu ba?\n\n- mục một\n- mục hai\n';
    expect(cutBlocks(cutIntoBlocks(text), 'vi')).toEqual(cutText(text, 'vi'));
  });

  it('that recur on other pages of a site are furniture', () => {
    const page = (article: string) =>
      cutIntoBlocks(`Báo Ven Sông\n\n${article}\n\nĐã xem ${article.length} lần`);
    const [first, ...others] = ['Bài thứ nhất.', 'Bài nữa.', 'Bài khác hẳn.'].map(page);
    expect(markRecurring(first!, others).map(({ kind }) => kind)).toEqual([
      'furniture',
      'paragraph',
      'furniture',
    ]);
  });
});

describe('names of files', () => {
  it('say the language, and what belongs together', () => {
    expect(languageInName('bao-cao.vi.docx')).toEqual({ lang: 'vi', stem: 'bao cao' });
    expect(languageInName('zh-CN/page.html').lang).toBe('zh');
    expect(languageInName('video.txt').lang).toBeNull();
    const names = ['a/bao-cao.vi.docx', 'a/bao-cao.de.docx', 'a/thu_vn.txt', 'a/thu_ru.txt', 'a/x.txt'];
    expect(groupByName(names, (name) => name).map(({ files }) => files.map(({ lang }) => lang))).toEqual([
      ['vi', 'de'],
      ['vi', 'ru'],
      [null],
    ]);
  });
});

describe('rules of a person’s own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'songsong-rules-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  it('cut in the place of the built-in ones', async () => {
    const rules = join(folder, 'mine.srx');
    writeFileSync(rules, [...writeSrx(['de'])].join('').replaceAll('[.!?…]+', '[;.!?…]+'));
    const path = join(folder, 'a.txt');
    writeFileSync(path, 'Die Boote sind voll; der Markt ist laut. Das hört man von weitem.');
    const texts = async (srx?: string) =>
      (await cutFile({ path, name: 'a.txt', lang: 'de', rules: srx })).segments.map(({ text }) => text);
    expect(await texts()).toHaveLength(2);
    expect(await texts(rules)).toHaveLength(2);
    writeFileSync(
      rules,
      '<srx version="2.0"><body><languagerules><languagerule languagerulename="d"><rule break="yes"><beforebreak>;</beforebreak><afterbreak>\\s</afterbreak></rule></languagerule></languagerules><maprules><languagemap languagepattern="de" languagerulename="d"/></maprules></body></srx>',
    );
    expect(await texts(rules)).toEqual([
      'Die Boote sind voll;',
      'der Markt ist laut. Das hört man von weitem.',
    ]);
  });
});
