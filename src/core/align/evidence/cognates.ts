/** Words that look the same in both languages after folding: names, brands, foreign words, in Latin or Cyrillic letters. */
import { scanWords } from '../../lexicon/words.ts';
import type { RawUnit, WordEvidence } from '../model.ts';
import { PARAMETERS } from '../parameters.ts';

const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'z',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'c',
  ч: 'c',
  ш: 's',
  щ: 's',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'u',
  я: 'a',
};

/** Letters without marks, Cyrillic in Latin letters. */
export const fold = (word: string): string => {
  const bare = word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll('ß', 'ss');
  let result = '';
  for (const letter of bare) result += CYRILLIC[letter] ?? letter;
  return result;
};

export const cognates: WordEvidence = {
  id: 'cognate',
  expected: false,
  claims: false,
  read: (text, _lang, isFree) => {
    const units: RawUnit[] = [];
    const bounds = scanWords(text);
    for (let at = 0; at < bounds.length; at += 2) {
      const [start, end] = [bounds[at]!, bounds[at + 1]!];
      const word = text.slice(start, end);
      if (!isFree(start, end) || word.toLowerCase() === word) continue;
      const key = fold(word);
      if (key.length >= 2)
        units.push({ key, start, end, meanings: [`c${key}`], recall: PARAMETERS.recall.cognate });
    }
    return units;
  },
};
