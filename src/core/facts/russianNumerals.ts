/** Russian joins numbers in the genitive to adjectives: `двухдневный`, `пятилетие`, `двадцатипятиэтажный`. */

import type { BoundNumeral } from './germanNumerals.ts';
import { numberWords } from './numberWords.ts';
import { lazy } from './tables.ts';

const parts = lazy(() => {
  const { words, stems, bound } = numberWords('ru');
  const heads: [string, number][] = [];
  for (const [form, word] of words) {
    if (word.kind === 'cardinal' && /(?:и|х|ста|одно|сорока|сто|двух)$/.test(form))
      heads.push([form, word.value]);
    if (word.kind === 'fraction' && form === 'полутора') heads.push([form, word.value]);
  }
  heads.push(['одно', 1]);
  heads.sort((a, b) => b[0].length - a[0].length);
  return { heads, stems, bound };
});

const STARTS =
  /^(?:одно|дву|двад|двен|двес|тре|три|чет|сор|пят|шес|сем|вос|дев|дес|сто|сот|одиннад|полутора|тысяч)/;
const ORDINAL_ENDING = /^(?:ый|ая|ое|ые|ого|ой|ую|ом|ым|ых|ому|ыми)$/;
const ADJECTIVE_ENDING = /^(?:[а-я]{0,4})$/;

/** The numeral that a lower-case word (е for ё) is or begins with. */
export const readRussianNumeral = (word: string): BoundNumeral | null => {
  if (word.length < 6 || !STARTS.test(word)) return null;
  for (const { stem, value } of parts().stems) {
    if (word.startsWith(stem) && ORDINAL_ENDING.test(word.slice(stem.length)))
      return { value, kind: 'ordinal', unit: null };
  }
  let rest = word;
  let value = 0;
  for (;;) {
    const head = parts().heads.find(([form, size]) => rest.startsWith(form) && (value === 0 || size < value));
    if (!head) break;
    value += head[1];
    rest = rest.slice(head[0].length);
  }
  return value > 0 ? boundTo(value, rest) : null;
};

/** Second parts that multiply: `двухмиллионный`, `25-тысячная`. */
const SCALES: Readonly<Record<string, number>> = { тысячн: 1e3, миллионн: 1e6, миллиардн: 1e9 };

const boundTo = (value: number, rest: string): BoundNumeral | null => {
  for (const { form, unit } of parts().bound) {
    if (rest.startsWith(form) && ADJECTIVE_ENDING.test(rest.slice(form.length)))
      return { value: value * (SCALES[form] ?? 1), kind: 'cardinal', unit };
  }
  return null;
};

/** What a digit number's second part says: `29-летний`, `3-дневного`. */
export const readRussianBound = (
  word: string,
): { readonly unit: string | null; readonly scale: number } | null => {
  for (const { form, unit } of parts().bound) {
    if (word.startsWith(form) && ADJECTIVE_ENDING.test(word.slice(form.length)))
      return { unit, scale: SCALES[form] ?? 1 };
  }
  return null;
};
