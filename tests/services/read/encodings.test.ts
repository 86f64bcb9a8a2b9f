/** Encodings told by trial on texts of a page and of a few sentences, and mojibake repaired or named. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { ENCODINGS } from '../../../src/services/read/encodingNames.ts';
import { decodeBytes } from '../../../src/services/read/encodings.ts';
import { encodeVietnamese } from './vietnameseBytes.ts';

const sample = (lang: string): string =>
  readFileSync(join(import.meta.dirname, `../../../samples/coffee.${lang}.txt`), 'utf8').normalize('NFC');

const SHORT: Record<string, string> = {
  vi: 'Chợ nổi họp từ lúc trời chưa sáng. Những chiếc ghe chở đầy dưa hấu, khóm và bưởi đậu sát nhau. Người bán treo hàng lên cây sào cao để khách ở xa cũng biết ghe ấy bán gì.',
  de: 'Der schwimmende Markt öffnet, bevor es hell wird. Die Händler hängen ihre Früchte an lange Stangen, damit man von weitem sieht, was sie verkaufen.',
  ru: 'Плавучий рынок открывается ещё до рассвета. Торговцы вешают товар на длинные шесты, чтобы издалека было видно, что у них можно купить.',
  zh: '水上市场天还没亮就开始了。商贩们把货物挂在长长的竹竿上，让远处的客人也能知道这条船卖的是什么。',
};

/** What each encoding can hold, so that the test knows what must come back. */
const CASES: readonly [encoding: string, lang: string][] = [
  ['UTF-16LE', 'vi'],
  ['UTF-16BE', 'ru'],
  ['Windows-1258', 'vi'],
  ['TCVN3', 'vi'],
  ['VISCII', 'vi'],
  ['Windows-1251', 'ru'],
  ['KOI8-R', 'ru'],
  ['CP866', 'ru'],
  ['GB18030', 'zh'],
  ['Big5', 'zh'],
  ['Windows-1252', 'de'],
];
const holds = (text: string, encoding: string, bytes: Buffer): string =>
  ['Windows-1258', 'TCVN3', 'VISCII'].includes(encoding) ? text : iconv.decode(bytes, ENCODINGS[encoding]!);
const encode = (text: string, encoding: string): Buffer =>
  ['Windows-1258', 'TCVN3', 'VISCII'].includes(encoding)
    ? encodeVietnamese(text, encoding)
    : iconv.encode(text, ENCODINGS[encoding]!);
/** Traditional letters for Big5: simplified ones are not in it. */
const TRADITIONAL =
  '水上市場天還沒亮就開始了。商販們把貨物掛在長長的竹竿上，讓遠處的客人也能知道這條船賣的是什麼。';

describe('encodings', () => {
  for (const [encoding, lang] of CASES)
    for (const size of ['a page', 'a few sentences'])
      it(`are told: ${encoding}, ${size}`, () => {
        const text =
          encoding === 'Big5'
            ? TRADITIONAL.repeat(size === 'a page' ? 20 : 1)
            : size === 'a page'
              ? sample(lang)
              : SHORT[lang]!;
        const plain =
          encoding.startsWith('Windows') || encoding.startsWith('UTF')
            ? text
            : text.replace(/[“”’–—…]/g, '"');
        const bytes = encode(plain, encoding);
        const decoded = decodeBytes(bytes);
        expect(decoded.encoding).toBe(encoding);
        expect(decoded.text.normalize('NFC')).toBe(holds(plain, encoding, bytes).normalize('NFC'));
      });

  it('take what a person chose', () => {
    const bytes = encode(SHORT.ru!, 'KOI8-R');
    expect(decodeBytes(bytes, 'CP866').text).not.toBe(SHORT.ru);
    expect(decodeBytes(bytes, 'KOI8-R').text).toBe(SHORT.ru);
    expect(decodeBytes(bytes, 'KOI8-R').warnings).toEqual([]);
  });
});

describe('mojibake', () => {
  for (const codec of ['windows1252', 'windows1251'])
    for (const lang of ['vi', 'ru'])
      it(`of ${lang} read as ${codec} is repaired and named`, () => {
        const utf8 = Buffer.from(SHORT[lang]!, 'utf8');
        // As browsers do: places that a code page leaves empty pass through.
        const broken = [...utf8]
          .map((byte) => {
            const sign = iconv.decode(Buffer.from([byte]), codec);
            return sign === '\ufffd' ? String.fromCharCode(byte) : sign;
          })
          .join('');
        const { text, warnings } = decodeBytes(Buffer.from(broken, 'utf8'));
        expect(text).toBe(SHORT[lang]);
        expect(warnings.map((one) => one.code)).toEqual(['mojibake']);
      });

  it('that lost letters is named', () => {
    const lossy = SHORT.vi!.replace(/[ạảấầẩậắằẳặẹẻẽếềểễệỉịọỏốồổỗộớờởợụủứừửữựỳỵỷỹđơư]/gu, '?');
    const { warnings } = decodeBytes(Buffer.from(lossy, 'utf8'));
    expect(warnings.map((one) => one.code)).toEqual(['mojibake-lost']);
  });

  it('is not seen in whole texts', () => {
    for (const text of [...Object.values(SHORT), sample('vi'), sample('de'), sample('ru'), sample('zh')])
      expect(decodeBytes(Buffer.from(text, 'utf8'))).toEqual({ text, encoding: 'UTF-8', warnings: [] });
  });
});
