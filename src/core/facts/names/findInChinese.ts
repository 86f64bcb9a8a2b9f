/** Names in Chinese texts: by the characters behind their Hán-Việt or Korean reading. */

import type { NameMention } from '../model.ts';
import { type FoundName, syllablesOf } from './found.ts';
import { charactersOf, koreanSyllables, readsAs } from './readings.ts';

const HAN = /\p{Script=Han}/u;

export const findInChinese = (name: NameMention, text: string): FoundName | null => {
  const at = text.toLowerCase().indexOf(name.text.toLowerCase());
  if (at >= 0) return { start: at, end: at + name.text.length, certainty: 1 };
  const parts = syllablesOf(name.text).map((part) => part.toLowerCase());
  const romanised = parts.map((part) => koreanSyllables(part).flatMap((syllable) => syllable.characters));
  const isKorean =
    parts.length > 1 &&
    romanised.every((list) => list.length > 0) &&
    !parts.every((p) => charactersOf(p).length > 0);
  for (let start = 0; start + parts.length <= text.length; start++) {
    let [unknown, certainty] = [0, 1];
    for (let i = 0; i < parts.length && certainty > 0; i++) {
      const character = text[start + i]!;
      if (!HAN.test(character)) certainty = 0;
      else if (isKorean) certainty = romanised[i]!.includes(character) ? certainty : 0;
      else if (charactersOf(parts[i]!).length === 0) unknown++;
      else certainty = Math.min(certainty, readsAs(character, parts[i]!));
    }
    if (certainty > 0 && unknown <= (parts.length > 2 ? 1 : 0))
      return { start, end: start + parts.length, certainty: certainty - unknown * 0.2 };
  }
  return null;
};
