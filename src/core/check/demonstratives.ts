/** Whether a word of pointing back stands beside a stretch of a text (data/demonstratives.txt). */
import text from './data/demonstratives.txt?raw';
import { foldWord } from './words.ts';

const PATTERNS: ReadonlyMap<string, RegExp> = new Map(
  text
    .split('\n')
    .filter((line) => /^[a-z]{2} /u.test(line))
    .map((line) => {
      const lang = line.slice(0, 2);
      const words = line
        .slice(3)
        .split(',')
        .map((word) => foldWord(word.trim()).replace('*', '\\p{L}*'))
        .join('|');
      const pattern =
        lang === 'vi'
          ? `^\\s*(?:${words})(?!\\p{L})`
          : lang === 'zh'
            ? `(?:${words})[个项种一]?$`
            : `(?<!\\p{L})(?:${words})\\s*$`;
      return [lang, new RegExp(pattern, 'u')];
    }),
);

/** Vietnamese behind the stretch, other languages before it. */
export const isPointedAt = (sentence: string, start: number, end: number, lang: string): boolean => {
  const base = lang.slice(0, 2);
  const beside = base === 'vi' ? sentence.slice(end) : sentence.slice(0, start);
  return PATTERNS.get(base)?.test(foldWord(beside)) ?? false;
};
