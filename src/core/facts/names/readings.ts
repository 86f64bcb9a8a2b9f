/** Readings of name characters: Hán-Việt, pinyin, Palladius, Korean. */

import hanViet from '../data/han-viet.txt?raw';
import korean from '../data/korean.txt?raw';
import palladius from '../data/palladius.txt?raw';
import pinyin from '../data/pinyin.txt?raw';
import { lazy, parseForms, parseRows } from '../tables.ts';
import { stripTones } from './letters.ts';

const append = (map: Map<string, string[]>, key: string, value: string): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

const readPairs = (file: string): [string, string[]][] =>
  file
    .split('\n')
    .filter((line) => line.includes('=') && !line.startsWith('#'))
    .map((line) => {
      const [key = '', values = ''] = line.split('=');
      return [key.trim(), values.trim().split(/\s+/)];
    });

const hanVietTables = lazy(() => {
  const characters = new Map<string, string[]>();
  const toneless = new Map<string, string[]>();
  const readings = new Map<string, string[]>();
  for (const [syllable, values] of readPairs(hanViet)) {
    for (const character of values) {
      append(characters, syllable, character);
      append(toneless, stripTones(syllable), character);
      append(readings, character, syllable);
    }
  }
  return { characters, toneless, readings };
});

/** Characters that a Vietnamese syllable (lower case) is usually written with. */
export const charactersOf = (syllable: string): readonly string[] =>
  hanVietTables().characters.get(syllable) ?? [];

export const hasHanVietReading = (character: string): boolean => hanVietTables().readings.has(character);

/** Whether a character may be read as this syllable: 1 as it stands, 0.8 with another tone, 0 no. */
export const readsAs = (character: string, syllable: string): number => {
  if (charactersOf(syllable).includes(character)) return 1;
  return hanVietTables().toneless.get(stripTones(syllable))?.includes(character) ? 0.8 : 0;
};

const pinyinTable = lazy(() => {
  const readings = new Map<string, string[]>();
  for (const [reading, characters] of readPairs(pinyin))
    for (const c of characters) append(readings, c, reading);
  return readings;
});

export const pinyinOf = (character: string): readonly string[] => pinyinTable().get(character) ?? [];

/** Pinyin of the characters that a Vietnamese syllable may stand for: `Hạo` → hao. */
export const pinyinOfSyllable = (syllable: string): string[] => [
  ...new Set(charactersOf(syllable).flatMap((character) => pinyinOf(character))),
];

const palladiusTables = lazy(() => {
  const initials: [string, string][] = [];
  const finals = new Map<string, string>();
  const syllables = new Map<string, string>();
  for (const [row = ''] of parseRows(palladius)) {
    const [kind, latin = '', russian = ''] = row.split(/\s+/);
    if (kind === 'initial') initials.push([latin, russian]);
    else (kind === 'final' ? finals : syllables).set(latin, russian);
  }
  return { initials: initials.sort((a, b) => b[0].length - a[0].length), finals, syllables };
});

/** One pinyin syllable in Russian letters (е for ё), null where the table lacks it. */
export const palladiusOf = (syllable: string): string | null => {
  const { initials, finals, syllables } = palladiusTables();
  const whole = syllables.get(syllable);
  if (whole) return whole;
  const initial = initials.find(([latin]) => syllable.startsWith(latin));
  if (!initial) return null;
  const final = finals.get(syllable.slice(initial[0].length));
  return final ? initial[1] + final : null;
};

export interface KoreanSyllable {
  readonly latin: readonly string[];
  readonly russian: readonly string[];
  readonly characters: readonly string[];
}

const koreanTables = lazy(() => {
  const bySpelling = new Map<string, KoreanSyllable[]>();
  const byCharacter = new Map<string, KoreanSyllable[]>();
  for (const [latin, russian, characters = ''] of parseRows(korean)) {
    const syllable: KoreanSyllable = {
      latin: parseForms(latin),
      russian: parseForms(russian).map((form) => form.replaceAll('ё', 'е')),
      characters: characters.split(/\s+/),
    };
    for (const spelling of syllable.latin)
      bySpelling.set(spelling, [...(bySpelling.get(spelling) ?? []), syllable]);
    for (const c of syllable.characters) byCharacter.set(c, [...(byCharacter.get(c) ?? []), syllable]);
  }
  return { bySpelling, byCharacter };
});

export const koreanSyllables = (spelling: string): readonly KoreanSyllable[] =>
  koreanTables().bySpelling.get(spelling) ?? [];

/** Korean readings of the characters that a Vietnamese syllable may stand for: `Lý` → Lee, Ли. */
export const koreanOfSyllable = (syllable: string): readonly KoreanSyllable[] =>
  charactersOf(syllable).flatMap((character) => koreanTables().byCharacter.get(character) ?? []);
