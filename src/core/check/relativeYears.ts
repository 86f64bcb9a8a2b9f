/** Whether a sentence says a year without its figure: `Vorjahr`, `годом ранее`, `去年` (data/relativeYears.txt). */
import text from './data/relativeYears.txt?raw';
import { readWords } from './words.ts';

interface Forms {
  readonly whole: ReadonlySet<string>;
  readonly stems: readonly string[];
  /** Of a language that writes no spaces. */
  readonly inside: readonly string[];
}

const FORMS: ReadonlyMap<string, Forms> = new Map(
  text
    .split('\n')
    .filter((line) => line.includes('|') && !line.startsWith('#'))
    .map((line) => {
      const [lang = '', column = ''] = line.split('|').map((part) => part.trim());
      const forms = column.split(',').map((form) => form.trim().toLowerCase());
      const isSpaced = lang !== 'zh';
      return [
        lang,
        {
          whole: new Set(isSpaced ? forms.filter((form) => !form.endsWith('*')) : []),
          stems: isSpaced ? forms.filter((form) => form.endsWith('*')).map((form) => form.slice(0, -1)) : [],
          inside: isSpaced ? [] : forms,
        },
      ];
    }),
);

export const saysYearInWords = (sentence: string, lang: string): boolean => {
  const forms = FORMS.get(lang.slice(0, 2));
  if (!forms) return false;
  return (
    forms.inside.some((form) => sentence.includes(form)) ||
    readWords(sentence).some(
      ({ fold }) => forms.whole.has(fold) || forms.stems.some((stem) => fold.startsWith(stem)),
    )
  );
};
