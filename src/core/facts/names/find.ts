/** Where a target text says a name of the source. */

import type { NameMention } from '../model.ts';
import { prepareText, type Token, tokenise } from '../tokens.ts';
import { conceptAt, conceptOf, type NameConcept } from './concepts.ts';
import { findInChinese } from './findInChinese.ts';
import { findInWords } from './findInWords.ts';
import { soundLikeness } from './foreign.ts';
import { type FoundName, foundAt, syllablesOf } from './found.ts';
import { foldToAscii, isVietnameseSyllable, likeness } from './letters.ts';
import { charactersOf, readsAs } from './readings.ts';
import { russianLikeness } from './russianSpelling.ts';

export type { FoundName } from './found.ts';

const HAN = /\p{Script=Han}/u;

const findConcept = (key: string, tokens: readonly Token[], lang: string): FoundName | null => {
  for (let i = 0; i < tokens.length; i++) {
    // A longer name may begin here and another one inside it: 韩国 in 韩国人, 越 in 越韩.
    const concept = conceptAt(tokens, i, lang);
    if (concept?.concept.key === key) return foundAt(tokens, i, concept.end, 1);
  }
  return null;
};

/** Where a target text says a name of the source, or null. */
export const findName = (
  name: NameMention,
  sourceLang: string,
  text: string,
  targetLang: string,
): FoundName | null => {
  const prepared = prepareText(text);
  const tokens = tokenise(prepared, targetLang);
  const concept = conceptOf(name.key);
  if (concept && (concept.forms[targetLang]?.length ?? 0) > 0) {
    const mention = findConcept(concept.key, tokens, targetLang);
    if (mention) return mention;
  }
  if (sourceLang !== 'vi') return findSameLetters(name, prepared);
  if (targetLang === 'zh') return findInChinese(name, prepared);
  if (targetLang === 'de' || targetLang === 'ru')
    return findSameLetters(name, prepared) ?? findInWords(name, tokens, targetLang);
  return findSameLetters(name, prepared);
};

const findSameLetters = (name: NameMention, text: string): FoundName | null => {
  const at = text.indexOf(name.text);
  if (
    at < 0 ||
    /\p{L}/u.test(text[at - 1] ?? '') ||
    (/\p{L}/u.test(text[at + name.text.length] ?? '') && !HAN.test(text[at + name.text.length]!))
  )
    return null;
  return { start: at, end: at + name.text.length, certainty: 1 };
};

/**
 * What the absence of a name in the target proves: `strong` where its form can be predicted, `weak` where translators
 * differ, `none` where nothing is known.
 */
export const nameEvidence = (name: NameMention, targetLang: string): 'strong' | 'weak' | 'none' => {
  const concept: NameConcept | null = conceptOf(name.key);
  if (concept?.kind === 'organisation') return 'weak';
  if (concept && (concept.forms[targetLang]?.length ?? 0) > 0) return 'strong';
  const parts = syllablesOf(name.text);
  if (name.kind === 'acronym') return 'weak';
  const vietnamese = parts.every(isVietnameseSyllable);
  // Names of streets and villages are translated or written by ear.
  if (name.kind === 'place' && targetLang === 'zh') return 'weak';
  if (targetLang === 'de') return vietnamese || name.kind === 'person' ? 'strong' : 'weak';
  if (targetLang === 'ru') return vietnamese ? 'strong' : 'weak';
  if (targetLang === 'zh')
    return vietnamese && parts.every((part) => charactersOf(part.toLowerCase()).length > 0)
      ? 'strong'
      : 'none';
  return 'weak';
};

/** How alike a source name and a stretch of target text are, 0 to 1: the best of letters, transcription and reading. */
export const nameSimilarity = (
  source: string,
  sourceLang: string,
  target: string,
  targetLang: string,
): number => {
  const name: NameMention = { start: 0, end: source.length, text: source, kind: 'person', key: '' };
  const exact = findName(name, sourceLang, target, targetLang);
  if (exact && exact.end - exact.start >= target.trim().length * 0.8) return exact.certainty;
  const parts = syllablesOf(source);
  if (targetLang === 'zh') {
    const characters = [...target];
    const hits = parts.filter((part, i) => readsAs(characters[i] ?? '', part.toLowerCase()) > 0).length;
    return hits / Math.max(parts.length, characters.length, 1);
  }
  const words = syllablesOf(prepareText(target).toLowerCase());
  if (targetLang === 'ru' && words.length === parts.length && parts.every(isVietnameseSyllable)) {
    return parts.reduce((sum, part, i) => sum + russianLikeness(part, words[i]!), 0) / parts.length;
  }
  // Latin script keeps a Vietnamese name letter by letter: another syllable is another name, however alike they look.
  if (words.length === parts.length && parts.length > 1 && parts.every(isVietnameseSyllable)) {
    const isKept = (part: string, i: number): boolean => foldToAscii(part) === foldToAscii(words[i]!);
    return parts.filter(isKept).length / parts.length;
  }
  return Math.max(soundLikeness(source, target) * 0.9, likeness(foldToAscii(source), foldToAscii(target)));
};
