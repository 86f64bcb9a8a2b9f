import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutLines, cutText } from '../../../src/core/text/index.ts';

const visible = (s: string): string => s.normalize('NFC').replace(/[\s\uFEFF]/gu, '');

/** Texts of all sorts: sentences, quotations, marks, page furniture, broken lines, decomposed letters. */
const anyText = fc
  .array(
    fc.constantFrom(
      'Trời mưa. ',
      'Nước lên. '.normalize('NFD'),
      '“Đi!” ông nói. ',
      '– Về – bà gọi. ',
      'Am 3. Mai. ',
      '。',
      '“好！”',
      '他说：',
      '...',
      '(',
      ')',
      '"',
      '\n',
      '\n\n',
      '\r\n',
      ' ',
      '\t',
      '• ',
      '1. ',
      'Ảnh: An',
      'Comment (0)',
      'Quelle: https://a.vn/b',
      'No data',
      'date 2025-01-02 ',
      'Xem thêm',
      'т. е. ',
      'А. Б. ',
      '!?',
      ';',
      '…',
      '\u00A0',
      '3,5 %',
      '---',
      '한'.normalize('NFD'),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));
const anyLang = fc.constantFrom('vi', 'de', 'ru', 'zh', 'en', 'th');

describe('cutText', () => {
  it('covers every visible sign exactly once and in order, at places that say the same', () => {
    fc.assert(
      fc.property(anyText, anyLang, (raw, lang) => {
        const { segments } = cutText(raw, lang);
        expect(segments.map((s) => visible(s.text)).join('')).toBe(visible(raw));
        let before = 0;
        for (const s of segments) {
          expect(s.start).toBeGreaterThanOrEqual(before);
          before = s.end;
          expect(visible(raw.slice(s.start, s.end))).toBe(visible(s.text));
          expect(s.text).toBe(s.text.trim());
          expect(s.text).not.toBe('');
          expect(s.line).toBe(raw.slice(0, s.start).split(raw.includes('\n') ? '\n' : '\r').length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds nothing more to cut in a sentence that it cut', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('vi', 'de', 'ru', 'zh'),
        fc.array(fc.constantFrom('Es regnet. ', 'Trời mưa. ', '他来了。', 'Дождь идёт. '), {
          minLength: 1,
          maxLength: 8,
        }),
        (lang, sentences) => {
          for (const segment of cutText(sentences.join(''), lang).segments)
            expect(cutText(segment.text, lang).segments.map((s) => s.text)).toEqual([segment.text]);
        },
      ),
    );
  });

  it('joins the lines of a text broken at a fixed width', () => {
    const raw = [
      'Der alte Leuchtturm stand seit mehr als hundert Jahren auf der Klippe',
      'über dem Dorf. Jeden Abend stieg der Wärter die Treppe hinauf, um das',
      'Licht anzuzünden, und jeden Morgen kam er wieder herunter.',
      '',
      'Im Winter war der Weg dorthin oft so vereist, dass er im Turm schlief',
      'und erst nach Tagen zurückkam.',
    ].join('\n');
    const { segments } = cutText(raw, 'de');
    expect(segments.map((s) => [s.line, s.paragraph])).toEqual([
      [1, 0],
      [2, 0],
      [5, 1],
    ]);
    expect(segments[0]!.text).toBe(
      'Der alte Leuchtturm stand seit mehr als hundert Jahren auf der Klippe über dem Dorf.',
    );
  });

  it('tells headings, captions, lists and metadata from text', () => {
    const raw = [
      'date 2024-05-06 Một ngày ở bến',
      'Chợ họp từ lúc trời chưa sáng. Người mua kẻ bán đã đông.',
      'Chợ nổi lúc bình minh. Ảnh: Thanh Hà',
      '• gạo',
      '• muối',
      'Điều 2. Giá cả',
      '2.1. Giá do hai bên thỏa thuận.',
    ].join('\n\n');
    expect(cutText(raw, 'vi').segments.map((s) => [s.kind, s.text.slice(0, 12).trim()])).toEqual([
      ['metadata', 'date 2024-05'],
      ['heading', 'Một ngày ở b'],
      ['text', 'Chợ họp từ l'],
      ['text', 'Người mua kẻ'],
      ['caption', 'Chợ nổi lúc'],
      ['caption', 'Ảnh: Thanh H'],
      ['list', '• gạo'],
      ['list', '• muối'],
      ['heading', 'Điều 2. Giá'],
      ['list', '2.1. Giá do'],
    ]);
  });
});

describe('kinds', () => {
  it('are list for rows of a table, and never heading for two sentences', () => {
    const raw = 'Gạo\t1,2\t1,5\nMáy kêu to quá!!! Có ai bị vậy chưa ạ? :(\nTheo dõi giá gạo quý II';
    expect(cutText(raw, 'vi').segments.map((s) => s.kind)).toEqual(['list', 'text', 'text', 'heading']);
  });
});

describe('cutLines', () => {
  it('keeps each line, blank ones too, but opens none after the last line break', () => {
    const { segments } = cutLines('Một. Hai.\n\n Ba \r\nBốn\n', 'vi');
    expect(segments.map((s) => [s.text, s.line])).toEqual([
      ['Một. Hai.', 1],
      ['', 2],
      ['Ba', 3],
      ['Bốn', 4],
    ]);
  });

  it('yields as many segments as the file has lines', () => {
    fc.assert(
      fc.property(
        anyText.filter((s) => s.includes('\n')),
        anyLang,
        (raw, lang) => {
          const { segments } = cutLines(raw, lang);
          expect(segments.length).toBe(raw.replace(/\n$/, '').split('\n').length);
          for (const s of segments) expect(visible(raw.slice(s.start, s.end))).toBe(visible(s.text));
        },
      ),
    );
  });
});
