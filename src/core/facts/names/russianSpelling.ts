/** Vietnamese syllables in Russian letters: practical transcription and the variants of the press (data/vi-ru.txt). */

import file from '../data/vi-ru.txt?raw';
import { lazy, parseRows } from '../tables.ts';
import { likeness, stripTones } from './letters.ts';

interface Spelling {
  readonly initials: readonly string[];
  readonly forms: readonly string[];
}

const tables = lazy(() => {
  const initials: [string, string[]][] = [];
  const finals: [string, string[]][] = [];
  const nuclei = new Map<string, string[]>();
  for (const [row = ''] of parseRows(file)) {
    const [kind, latin = '', ...russian] = row.split(/\s+/);
    const forms = russian.map((form) => form.replaceAll('ё', 'е'));
    if (kind === 'initial') initials.push([latin, forms]);
    else if (kind === 'final') finals.push([latin, forms]);
    else nuclei.set(latin, forms);
  }
  const byLength = (a: [string, string[]], b: [string, string[]]): number => b[0].length - a[0].length;
  return { initials: initials.sort(byLength), finals: finals.sort(byLength), nuclei };
});

const SOFTENED: readonly (readonly [RegExp, string])[] = [
  [/([нзт])ьа/g, '$1я'],
  [/([нзт])ье/g, '$1е'],
  [/([нзт])ьо/g, '$1е'],
  [/([нзт])ьу/g, '$1ю'],
  [/([нзт])ьи/g, '$1и'],
  [/([нзт])ьэ/g, '$1е'],
  [/([нзт])ьы/g, '$1ы'],
];

const soften = (form: string): string => SOFTENED.reduce((text, [from, to]) => text.replace(from, to), form);

const NO_SOUND = [''];

/** All spellings (lower case, е for ё) of one Vietnamese syllable. */
export const spellInRussian = (syllable: string): Spelling => {
  const { initials, finals, nuclei } = tables();
  let rest = stripTones(syllable);
  const initial = initials.find(([latin]) => rest.startsWith(latin) && rest.length > latin.length);
  if (initial) rest = rest.slice(initial[0].length);
  const final = finals.find(([latin]) => rest.endsWith(latin) && rest.length > latin.length);
  if (final) rest = rest.slice(0, -final[0].length);
  const heads = initial?.[1] ?? NO_SOUND;
  const nucleus = nuclei.get(rest) ?? (rest === '' ? NO_SOUND : null);
  if (!nucleus) return { initials: heads, forms: [] };
  const forms = new Set<string>();
  for (const head of heads)
    for (const middle of nucleus)
      for (const tail of final?.[1] ?? NO_SOUND) forms.add(soften(head + middle + tail));
  return { initials: heads, forms: [...forms] };
};

export const CASE_ENDING =
  /^(?:о?й?ск(?:ий|ая|ое|ие|ого|ой|ую|ом|им|их|ими|ому)|ой|ом|ем|ым|ою|ею|ами|ах|ов|ей|у|е|а|ю|я|и|ы|)$/;
const STRIP_ENDING = /(?:ой|ом|ем|ым|ою|ей|у|е|а|ю|я|и|ы)$/;

/** How well a Russian word (lower case, е for ё) renders one syllable: 0 where the initial consonant is of another class. */
export const russianLikeness = (syllable: string, word: string): number => {
  const { initials, forms } = spellInRussian(syllable);
  const fitsInitial = initials.some((initial) => word.startsWith(initial.replace('ь', '')));
  if (!fitsInitial) return 0;
  const stem = word.replace(STRIP_ENDING, '');
  // Soft stems lose their sign before an ending: Чинь, Чиня.
  const stems = [word, stem, `${stem}ь`, `${stem}й`].filter((form) => form.length > 1);
  let best = 0;
  for (const form of forms) for (const candidate of stems) best = Math.max(best, likeness(form, candidate));
  return best;
};
