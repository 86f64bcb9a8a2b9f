/** How a Vietnamese text's name may begin in another language: for indexes that tell quickly where to look for it. */

import type { NameMention } from '../model.ts';
import { prepareText, tokenise } from '../tokens.ts';
import { conceptAt } from './concepts.ts';
import { soundSkeleton } from './foreign.ts';
import { syllablesOf } from './found.ts';
import { foldToAscii, isVietnameseSyllable } from './letters.ts';
import {
  charactersOf,
  koreanOfSyllable,
  koreanSyllables,
  palladiusOf,
  pinyinOfSyllable,
} from './readings.ts';
import { spellInRussian } from './russianSpelling.ts';

export interface NameBeginnings {
  /** Beginnings of words in lower case without ё; in Chinese the first two characters. */
  readonly spelled: readonly string[];
  /** Sound skeletons of words. */
  readonly sounding: readonly string[];
}

const LONGEST = 8;

/** Spellings of one syllable in a language of words. */
const spellingsOf = (syllable: string, lang: string): string[] => {
  const lower = syllable.toLowerCase();
  const korean = [...koreanSyllables(lower), ...koreanOfSyllable(lower)];
  if (lang === 'ru')
    return [
      ...spellInRussian(lower).forms,
      ...korean.flatMap(({ russian }) => russian),
      ...pinyinOfSyllable(lower).flatMap((reading) => palladiusOf(reading) ?? []),
    ];
  return [foldToAscii(lower), ...korean.flatMap(({ latin }) => latin), ...pinyinOfSyllable(lower)];
};

export const nameBeginnings = (name: NameMention, lang: string): NameBeginnings => {
  const parts = syllablesOf(name.text);
  if (lang === 'zh') {
    const [first, second] = parts
      .slice(0, 2)
      .map((part) => [
        ...charactersOf(part.toLowerCase()),
        ...koreanSyllables(part.toLowerCase()).flatMap(({ characters }) => characters),
      ]);
    if (!first || !second) return { spelled: [], sounding: [] };
    return { spelled: [...new Set(first.flatMap((a) => second.map((b) => a + b)))], sounding: [] };
  }
  const ends = parts.length > 1 ? [parts[0]!, parts.at(-1)!] : parts;
  const isVietnamese = parts.every(isVietnameseSyllable);
  const isKorean = parts.length > 1 && parts.every((part) => koreanSyllables(part.toLowerCase()).length > 0);
  if (!isVietnamese && !isKorean && lang !== 'ru') return { spelled: [], sounding: [] };
  const spelled = (isVietnamese || isKorean ? ends : []).flatMap((part) =>
    spellingsOf(part, lang).map((form) => form.slice(0, LONGEST)),
  );
  // Latin letters are found as they stand; only another alphabet has to be heard.
  const sounding = isVietnamese || isKorean || lang !== 'ru' ? [] : ends.map(soundSkeleton).filter(Boolean);
  return { spelled: [...new Set(spelled.filter((form) => form.length > 1))], sounding };
};

/** Names of the tables in a text, with the key that is equal in all languages; of Chinese ones those of two characters or more. */
export const conceptMentions = (
  text: string,
  lang: string,
): { readonly start: number; readonly end: number; readonly key: string }[] => {
  const tokens = tokenise(prepareText(text), lang);
  const found: { start: number; end: number; key: string }[] = [];
  for (let at = 0; at < tokens.length; ) {
    const concept = conceptAt(tokens, at, lang);
    if (concept && (lang !== 'zh' || concept.end - at > 1))
      found.push({ start: tokens[at]!.start, end: tokens[concept.end - 1]!.end, key: concept.concept.key });
    at = concept ? concept.end : at + 1;
  }
  return found;
};
