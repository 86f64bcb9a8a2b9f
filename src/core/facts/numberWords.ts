/** Number words of one language, as read from data/number-words.*.txt. */

import german from './data/number-words.de.txt?raw';
import russian from './data/number-words.ru.txt?raw';
import vietnamese from './data/number-words.vi.txt?raw';
import chinese from './data/number-words.zh.txt?raw';
import { PhraseTable, parseForms, parseRows, perLanguage } from './tables.ts';
import { tokenise } from './tokens.ts';

export type NumberWord =
  | { readonly kind: 'cardinal' | 'scale' | 'ordinal' | 'fraction'; readonly value: number }
  | { readonly kind: 'filler' | 'half' };

export interface BoundForm {
  readonly form: string;
  readonly unit: string | null;
}

export interface NumberWords {
  readonly words: ReadonlyMap<string, NumberWord>;
  /** Ordinal stems that take endings (Russian `двадцат~`). */
  readonly stems: readonly { readonly stem: string; readonly value: number }[];
  /** Fixed phrases of several words with their value. */
  readonly phrases: PhraseTable<NumberWord>;
  /** Phrases in which a number word is none. */
  readonly never: PhraseTable<true>;
  /** Nouns that prove a doubtful word before them to be a number (Vietnamese). */
  readonly counters: PhraseTable<true>;
  /** Second parts of compounds with a number: `tägig`, `летн`. */
  readonly bound: readonly BoundForm[];
  /** Words that say how much of a unit without a numeral: `сутки`, `полгода`. */
  readonly alone: ReadonlyMap<string, { readonly value: number; readonly unit: string }>;
}

const FILES: Readonly<Record<string, string>> = {
  vi: vietnamese,
  de: german,
  ru: russian,
  zh: chinese,
};

const parseWord = (head: string): NumberWord | null => {
  if (head === '+') return { kind: 'filler' };
  if (head === 'half') return { kind: 'half' };
  if (head.startsWith('fraction ')) return { kind: 'fraction', value: Number(head.slice(9)) };
  if (head.startsWith('*')) return { kind: 'scale', value: Number(head.slice(1)) };
  if (head.endsWith('th')) return { kind: 'ordinal', value: Number(head.slice(0, -2)) };
  return { kind: 'cardinal', value: Number(head) };
};

export const numberWords = perLanguage((lang): NumberWords => {
  const words = new Map<string, NumberWord>();
  const stems: { stem: string; value: number }[] = [];
  const phrases = new PhraseTable<NumberWord>();
  const never = new PhraseTable<true>();
  const counters = new PhraseTable<true>();
  const bound: BoundForm[] = [];
  const alone = new Map<string, { value: number; unit: string }>();
  for (const [head = '', forms = ''] of parseRows(FILES[lang] ?? '')) {
    if (head === 'never') {
      for (const form of parseForms(forms)) never.add(form, lang, true);
    } else if (head === 'counter') {
      for (const form of parseForms(forms)) counters.add(form, lang, true);
    } else if (head.startsWith('bound ')) {
      bound.push({ form: head.slice(6), unit: forms || null });
    } else if (head.startsWith('alone ')) {
      const [, value, unit = ''] = head.split(' ');
      for (const form of parseForms(forms)) alone.set(form, { value: Number(value), unit });
    } else if (head.startsWith('stem ')) {
      const value = Number(head.slice(5).replace('th', ''));
      for (const stem of parseForms(forms)) stems.push({ stem, value });
    } else {
      const word = parseWord(head)!;
      for (const form of parseForms(forms)) {
        if (tokenise(form, lang).length === 1) {
          if (!words.has(form)) words.set(form, word);
        } else phrases.add(form, lang, word);
      }
    }
  }
  return { words, stems, phrases, never, counters, bound, alone };
});
