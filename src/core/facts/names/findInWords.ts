/** Names in texts of languages that write words, German and Russian: by letters, transcription, sound or foreign reading. */

import type { NameMention } from '../model.ts';
import type { Token } from '../tokens.ts';
import { soundLikeness } from './foreign.ts';
import { type FoundName, foundAt, syllablesOf } from './found.ts';
import { foldToAscii, isCapitalised, isSpelledBy, isVietnameseSyllable } from './letters.ts';
import { isSurname } from './persons.ts';
import { koreanOfSyllable, koreanSyllables, palladiusOf, pinyinOfSyllable } from './readings.ts';
import { CASE_ENDING, russianLikeness, spellInRussian } from './russianSpelling.ts';

/** Least likeness of each syllable; a mean would take Phạm Bình Minh for Phạm Minh Chính. */
const LEAST_SYLLABLE = 0.75;
const LEAST_SOUND = 0.8;

const GERMAN_ENDING = /^(?:s|'s|'|er|ern|ers|e|n|en)?$/;

/** Windows of up to `longest` neighbouring words, joined without spaces. */
function* windows(
  tokens: readonly Token[],
  longest: number,
  join: (token: Token) => string,
): Generator<{ from: number; end: number; joined: string }> {
  for (let from = 0; from < tokens.length; from++) {
    if (tokens[from]!.kind !== 'word' || !isCapitalised(tokens[from]!.raw)) continue;
    let joined = '';
    for (let end = from; end < Math.min(tokens.length, from + longest); end++) {
      if (tokens[end]!.kind !== 'word') break;
      joined += join(tokens[end]!);
      yield { from, end: end + 1, joined };
    }
  }
}

const foldedText = (token: Token): string => foldToAscii(token.raw);
const lowerText = (token: Token): string => token.text;

/** The given name of a person alone must not be the tail of another name: `Ngo Van Bao` is no `Nguyễn Gia Bảo`. */
const standsAlone = (tokens: readonly Token[], from: number, lang: string): boolean => {
  const before = tokens[from - 1];
  if (before?.kind !== 'word' || !isCapitalised(before.raw) || tokens[from]!.gap !== ' ') return true;
  return lang === 'de'
    ? !(
        isVietnameseSyllable(foldToAscii(before.raw)) &&
        before.raw.length <= 6 &&
        isNameLike(tokens, from - 1, lang)
      )
    : !isNameLike(tokens, from - 1, lang);
};

const isNameLike = (tokens: readonly Token[], index: number, lang: string): boolean => {
  for (let i = index; i >= Math.max(0, index - 3); i--) {
    if (isSurname(tokens[i]!.raw, lang)) return true;
  }
  return false;
};

const findSpelled = (
  tokens: readonly Token[],
  options: readonly (readonly string[])[],
  ending: RegExp,
  join: (token: Token) => string,
): FoundName | null => {
  if (options.some((option) => option.length === 0)) return null;
  for (const { from, end, joined } of windows(tokens, options.length, join)) {
    if (isSpelledBy(joined, options, ending)) return foundAt(tokens, from, end, 1);
  }
  return null;
};

const findInGerman = (name: NameMention, tokens: readonly Token[]): FoundName | null => {
  const parts = syllablesOf(name.text).map(foldToAscii);
  const spelled = findSpelled(
    tokens,
    parts.map((part) => [part]),
    GERMAN_ENDING,
    foldedText,
  );
  if (spelled)
    return parts.length > 1 || standsAlone(tokens, indexAt(tokens, spelled.start), 'de') ? spelled : null;
  return findForeign(name, tokens);
};

const indexAt = (tokens: readonly Token[], start: number): number =>
  tokens.findIndex((token) => token.start === start);

/** Foreign names by sound, word by word; one word alone must be close. */
const findForeign = (name: NameMention, tokens: readonly Token[]): FoundName | null => {
  const parts = syllablesOf(name.text).filter((part) => part.length > 1);
  if (parts.length === 0 || parts.every(isVietnameseSyllable)) return null;
  for (let from = 0; from < tokens.length; from++) {
    if (tokens[from]!.kind !== 'word' || !isCapitalised(tokens[from]!.raw)) continue;
    let certainty = 1;
    const fits = parts.every((part, i) => {
      const token = tokens[from + i];
      if (token?.kind !== 'word' || !isCapitalised(token.raw)) return false;
      const alike = soundLikeness(part, token.raw);
      certainty = Math.min(certainty, alike);
      return alike >= LEAST_SOUND;
    });
    if (fits) return foundAt(tokens, from, from + parts.length, certainty);
  }
  return parts.length > 1 ? findSurnameAlone(parts, tokens) : null;
};

/** A foreigner's surname alone, where no other first name stands before it. */
const findSurnameAlone = (parts: readonly string[], tokens: readonly Token[]): FoundName | null => {
  const surname = parts.at(-1)!;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'word' || !isCapitalised(token.raw) || soundLikeness(surname, token.raw) < LEAST_SOUND)
      continue;
    return foundAt(tokens, i, i + 1, 0.7);
  }
  return null;
};

const findInRussian = (name: NameMention, tokens: readonly Token[]): FoundName | null => {
  const parts = syllablesOf(name.text);
  if (!parts.every(isVietnameseSyllable)) return findKorean(parts, tokens, 'ru') ?? findForeign(name, tokens);
  for (let from = 0; from + parts.length <= tokens.length; from++) {
    let certainty = 1;
    const fits = parts.every((part, i) => {
      const token = tokens[from + i]!;
      if (token.kind !== 'word' || (i === 0 && !isCapitalised(token.raw))) return false;
      const alike = russianLikeness(part, token.text);
      certainty = Math.min(certainty, alike);
      return alike >= LEAST_SYLLABLE;
    });
    if (fits && (parts.length > 1 || standsAlone(tokens, from, 'ru')))
      return foundAt(tokens, from, from + parts.length, certainty);
  }
  if (parts.length === 1) return null;
  // Written together: Куангнинь, Тханьхоа.
  return (
    findSpelled(
      tokens,
      parts.map((part) => spellInRussian(part).forms),
      CASE_ENDING,
      lowerText,
    ) ?? findKorean(parts, tokens, 'ru')
  );
};

/** Koreans and Chinese by the characters behind their Hán-Việt reading, or by their romanised syllables. */
const findKorean = (
  parts: readonly string[],
  tokens: readonly Token[],
  lang: 'de' | 'ru',
): FoundName | null => {
  if (parts.length < 2 || parts.length > 4) return null;
  const lower = parts.map((part) => part.toLowerCase());
  const romanised = lower.map((part) => koreanSyllables(part));
  const read = romanised.every((list) => list.length > 0)
    ? romanised
    : lower.map((part) => koreanOfSyllable(part));
  const options = read.map((list) =>
    list.flatMap((syllable) => (lang === 'ru' ? syllable.russian : syllable.latin)),
  );
  return findSpelled(
    tokens,
    options,
    lang === 'ru' ? CASE_ENDING : GERMAN_ENDING,
    lang === 'ru' ? lowerText : foldedText,
  );
};

const findChinesePerson = (
  parts: readonly string[],
  tokens: readonly Token[],
  lang: 'de' | 'ru',
): FoundName | null => {
  if (parts.length < 2 || parts.length > 4) return null;
  const options = parts.map((part) => pinyinOfSyllable(part.toLowerCase()));
  if (lang === 'de') return findSpelled(tokens, options, GERMAN_ENDING, foldedText);
  const russian = options.map((list) => list.map(palladiusOf).filter((form) => form !== null));
  return findSpelled(tokens, russian, CASE_ENDING, lowerText);
};

export const findInWords = (
  name: NameMention,
  tokens: readonly Token[],
  lang: 'de' | 'ru',
): FoundName | null => {
  const direct = lang === 'de' ? findInGerman(name, tokens) : findInRussian(name, tokens);
  if (direct) return direct;
  const parts = syllablesOf(name.text);
  const foreigner = findChinesePerson(parts, tokens, lang) ?? findKorean(parts, tokens, lang);
  if (foreigner || name.kind !== 'person' || parts.length < 2) return foreigner;
  // Vietnamese go by their given name: `ông Nguyễn Gia Bảo`, later "Herr Bao".
  const given: NameMention = { ...name, text: parts.at(-1)! };
  const alone = parts.every(isVietnameseSyllable)
    ? lang === 'de'
      ? findInGerman(given, tokens)
      : findInRussian(given, tokens)
    : null;
  return alone && { ...alone, certainty: Math.min(alone.certainty, 0.6) };
};
