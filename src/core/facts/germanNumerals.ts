/** German writes numbers, and what is made of them, in one word: `fünfundzwanzig`, `dreitägige`, `Neunzigerjahre`. */

import { numberWords } from './numberWords.ts';
import { lazy } from './tables.ts';

export interface BoundNumeral {
  readonly value: number;
  readonly kind: 'cardinal' | 'ordinal' | 'fraction' | 'decade';
  readonly unit: string | null;
}

/** Inflected forms, which are no parts of compounds. */
const NO_PART = /^(?:ein[^s].*|zweie[rn]|dreie[rn]|vieren|beid.*|bilat.*|doppelt.*|verd.*|verv.*)$/;

const parts = lazy(() => {
  const { words, stems, bound } = numberWords('de');
  const cardinals: [string, number][] = [];
  for (const [form, word] of words) {
    if (word.kind === 'cardinal' && !NO_PART.test(form)) cardinals.push([form, word.value]);
  }
  cardinals.sort((a, b) => b[0].length - a[0].length);
  return { cardinals, stems, bound };
});

const STARTS =
  /^(?:ein|zwei|zwo|drei|vier|fünf|sechs|sechz|sieb|acht|neun|zehn|elf|zwölf|zwanzig|hundert|tausend|erst|dritt|sechst)/;
const ORDINAL_ENDING = /^s?te[nrsm]?$/;
const FRACTION_ENDING = /^s?tel[ns]?$/;
const ADJECTIVE_ENDING = /^(?:e[nrsm]?)?$/;
const DECADE_ENDING = /^er(?:n|jahren?|-jahren?)?$/;

/** Reads the numeral at the head of a word: its value and what is left. */
const readCardinal = (word: string): { value: number; rest: string } | null => {
  const pending: number[] = [];
  const gather = (below: number): number => {
    let sum = 0;
    while (pending.length > 0 && pending.at(-1)! < below) sum += pending.pop()!;
    return sum;
  };
  let rest = word;
  for (;;) {
    if (rest.startsWith('hundert')) {
      pending.push((gather(100) || 1) * 100);
      rest = rest.slice(7);
    } else if (rest.startsWith('tausend')) {
      pending.push((gather(1000) || 1) * 1000);
      rest = rest.slice(7);
    } else if (rest.startsWith('einhalb') && pending.length > 0) {
      pending.push(0.5);
      rest = rest.slice(7);
      break;
    } else {
      const start = pending.length > 0 && rest.startsWith('und') ? rest.slice(3) : rest;
      const found = parts().cardinals.find(([form]) => start.startsWith(form));
      if (!found) break;
      const last = pending.at(-1) ?? 0;
      // `vierzig` is no 4 and no `elf` follows another unit: only unit + und + ten, or anything after hundred.
      if (last > 0 && last < 100 && !(start !== rest && last < 10 && found[1] >= 20 && found[1] < 100)) break;
      pending.push(found[1]);
      rest = start.slice(found[0].length);
    }
  }
  return pending.length > 0 ? { value: gather(Number.POSITIVE_INFINITY), rest } : null;
};

const numeralOf = (word: string): BoundNumeral | null => {
  for (const { stem, value } of parts().stems) {
    if (word.startsWith(stem) && /^e[nrsm]?$/.test(word.slice(stem.length)))
      return { value, kind: 'ordinal', unit: null };
  }
  const read = readCardinal(word);
  if (!read) return null;
  const { value, rest } = read;
  if (rest === '') return { value, kind: value % 1 ? 'fraction' : 'cardinal', unit: null };
  if (ORDINAL_ENDING.test(rest)) return { value, kind: 'ordinal', unit: null };
  if (FRACTION_ENDING.test(rest)) return { value: 1 / value, kind: 'fraction', unit: null };
  if (value >= 20 && value < 100 && value % 10 === 0 && DECADE_ENDING.test(rest))
    return { value, kind: 'decade', unit: null };
  for (const { form, unit } of parts().bound) {
    if (rest.startsWith(form) && ADJECTIVE_ENDING.test(rest.slice(form.length)))
      return { value, kind: 'cardinal', unit };
  }
  return null;
};

/** The numeral that a lower-case word is or begins with, if what follows makes an adjective, ordinal or fraction of it. */
export const readGermanNumeral = (word: string): BoundNumeral | null =>
  STARTS.test(word) ? numeralOf(word) : null;

/** What a digit number's second part says: `5-tägig`, `29-jährige`, `1990er`. */
export const readGermanBound = (
  word: string,
): { readonly unit: string | null; readonly scale: number } | null => {
  for (const { form, unit } of parts().bound) {
    if (word.startsWith(form) && ADJECTIVE_ENDING.test(word.slice(form.length))) return { unit, scale: 1 };
  }
  return null;
};
