/** The letters behind the bytes of RTF: one-byte code pages. In others (Chinese, Japanese) RTF writes `\u` beside the bytes. */
import codePages from './data/codepages.txt?raw';

/** Code pages by the numbers that fonts name their character sets with (`\fcharset`). */
const BY_CHARSET: Readonly<Record<number, number>> = {
  0: 1252,
  161: 1253,
  162: 1254,
  163: 1258,
  186: 1257,
  204: 1251,
  238: 1250,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
};

let pages: ReadonlyMap<number, readonly string[]> | undefined;
const allPages = (): ReadonlyMap<number, readonly string[]> => {
  pages ??= new Map(
    codePages
      .split(/\r?\n/)
      .filter((line) => /^\d/.test(line))
      .map((line) => {
        const [number = '', letters = ''] = line.split(' ', 2);
        const plain = letters.replace(/\\u([0-9a-f]{4})/g, (_, hex: string) =>
          String.fromCharCode(Number.parseInt(hex, 16)),
        );
        return [Number(number), [...plain].map((letter) => (letter === '⍰' ? '\ufffd' : letter))] as const;
      }),
  );
  return pages;
};

export const codePageOf = (charset: number): number | null => BY_CHARSET[charset] ?? null;

/** U+FFFD for what the page does not hold, and for pages of several bytes a letter. */
export const letterOf = (byte: number, codePage: number): string =>
  byte < 0x80 ? String.fromCharCode(byte) : (allPages().get(codePage)?.[byte - 0x80] ?? '\ufffd');
