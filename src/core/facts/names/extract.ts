/** Names in a text: persons by surname or title, places and organisations of the tables, foreign names, acronyms. */

import type { NameKind, NameMention } from '../model.ts';
import { prepareText, type Token, tokenise } from '../tokens.ts';
import { unitTable } from '../unitTable.ts';
import { extractChineseNames } from './chineseNames.ts';
import { conceptAt } from './concepts.ts';
import { foldToAscii, hasVietnameseMarks, isCapitalised, isVietnameseSyllable } from './letters.ts';
import { isBodyHead, isCommonAbbreviation, isSurname, titleAt } from './persons.ts';

/** A run of capitalised words, as token indices. */
interface Run {
  readonly from: number;
  readonly end: number;
}

const LONGEST_RUN = 6;
export const ACRONYM = /^\p{Lu}[\p{Lu}\d]{1,7}$/u;
const OPENERS = /^[.!?…"“”«»„(:;•]$/;

/** Words before a capitalised Vietnamese run that make it a place. */
const PLACE_HEADS =
  /^(?:tỉnh|huyện|xã|phường|quận|trấn|xóm|thôn|làng|ấp|đường|phố|sông|núi|đảo|vịnh|chùa|đền|hồ|biển|cảng|cầu|chợ|ga|bãi|thị|khu|đèo)$/;

export const isSentenceStart = (tokens: readonly Token[], index: number): boolean => {
  const before = tokens[index - 1];
  return !before || OPENERS.test(before.text) || (before.kind === 'mark' && index === 1);
};

const runAt = (tokens: readonly Token[], from: number, lang: string): Run => {
  let end = from + 1;
  while (end < tokens.length && end - from < LONGEST_RUN) {
    const token = tokens[end]!;
    if (
      token.kind !== 'word' ||
      !isCapitalised(token.raw) ||
      (token.gap === '-' && lang === 'vi' && !isLatinTail(token))
    ) {
      if (!isHyphenTail(tokens, end)) break;
    }
    if (token.gap === '' || conceptStarts(tokens, end, lang)) break;
    end++;
  }
  return { from, end };
};

/** The second part of `Jae-myung`. */
const isHyphenTail = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index]!;
  return (
    token.kind === 'word' &&
    token.gap === '-' &&
    token.start - tokens[index - 1]!.end === 1 &&
    /^\p{Ll}{2,}$/u.test(token.raw)
  );
};

const isLatinTail = (token: Token): boolean => !hasVietnameseMarks(token.raw);
const conceptStarts = (tokens: readonly Token[], index: number, lang: string): boolean => {
  const found = conceptAt(tokens, index, lang);
  return found !== null && (found.end - index > 1 || ACRONYM.test(tokens[index]!.raw));
};

const words = (tokens: readonly Token[], run: Run): string[] =>
  tokens.slice(run.from, run.end).map((t) => t.raw);

/** What a run of capitalised words names, or null where it is none. */
const kindOfRun = (tokens: readonly Token[], run: Run, lang: string, hasTitle: boolean): NameKind | null => {
  const parts = words(tokens, run);
  if (hasTitle) return 'person';
  const start = isSentenceStart(tokens, run.from);
  if (lang === 'vi') {
    const allSyllables = parts.every(isVietnameseSyllable);
    if (PLACE_HEADS.test(tokens[run.from - 1]?.text ?? '')) return 'place';
    if (allSyllables && parts.length >= 2 && parts.length <= 5 && isSurname(parts[0]!, 'vi')) return 'person';
    if (parts.some((part) => isForeign(part))) return parts.length > 1 || !start ? 'other' : null;
    return null;
  }
  if (lang === 'ru') {
    if (parts.length >= 2 && parts.length <= 5 && isSurname(parts[0]!, 'ru')) return 'person';
    return parts.length > 1 && !start ? 'other' : null;
  }
  if (
    parts.length >= 2 &&
    parts.length <= 5 &&
    isSurname(parts[0]!, 'de') &&
    parts.every((part) => isVietnameseSyllable(part))
  )
    return 'person';
  return null;
};

const isForeign = (word: string): boolean =>
  !hasVietnameseMarks(word) && !isVietnameseSyllable(word) && word.length > 2;

/** One-syllable country names are also syllables of persons: Anh, Đức, Nga. */
const isPartOfPerson = (tokens: readonly Token[], from: number, end: number): boolean => {
  if (end - from > 1 || tokens[from]!.raw.length > 4) return false;
  const before = tokens[from - 1];
  const after = tokens[end];
  const touches = (token: Token | undefined, gap: Token['gap'] | undefined): boolean =>
    token?.kind === 'word' && gap === ' ' && isCapitalised(token.raw) && isVietnameseSyllable(token.raw);
  if (isSentenceStart(tokens, from) && /^(?:anh|ý|áo|vinh)$/.test(tokens[from]!.text)) return true;
  return touches(before, tokens[from]!.gap) || touches(after, after?.gap);
};

interface Collector {
  readonly text: string;
  readonly found: NameMention[];
}

const record = (
  collector: Collector,
  tokens: readonly Token[],
  run: Run,
  kind: NameKind,
  key: string,
  title?: string,
): void => {
  const start = tokens[run.from]!.start;
  const end = tokens[run.end - 1]!.end;
  const mention: NameMention = { start, end, text: collector.text.slice(start, end), kind, key };
  collector.found.push(title === undefined ? mention : { ...mention, title });
};

const personKey = (parts: readonly string[]): string => `person:${parts.map(foldToAscii).join(' ')}`;

const extractFromWords = (text: string, lang: string, known: ReadonlySet<string>): NameMention[] => {
  const prepared = prepareText(text);
  const tokens = tokenise(prepared, lang);
  const collector: Collector = { text, found: [] };
  const shouting = !/\p{Ll}/u.test(prepared);
  let title: string | undefined;
  let isAddressed = false;
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i]!;
    if (token.kind !== 'word') {
      title = undefined;
      i++;
      continue;
    }
    const next = readTitle(tokens, i, lang);
    if (next) {
      title = next.title;
      isAddressed = next.isAddress;
      i = next.end;
      continue;
    }
    const concept = conceptAt(tokens, i, lang);
    // anh Đức, bà Nga: persons called like countries.
    const isNamesake = title !== undefined && isAddressed && concept?.end === i + 1;
    if (concept && !isNamesake && !(lang === 'vi' && isPartOfPerson(tokens, i, concept.end))) {
      record(collector, tokens, { from: i, end: concept.end }, concept.concept.kind, concept.concept.key);
      title = undefined;
      i = concept.end;
      continue;
    }
    if (!isCapitalised(token.raw) || shouting) {
      title = undefined;
      i++;
      continue;
    }
    if (ACRONYM.test(token.raw) && !isShouted(tokens, i)) {
      if (isNamingAcronym(tokens, i, lang))
        record(collector, tokens, { from: i, end: i + 1 }, 'acronym', `acronym:${token.raw}`);
      title = undefined;
      i++;
      continue;
    }
    const follower = tokens[i + 1];
    const standsAlone = follower?.kind !== 'word' || !isCapitalised(follower.raw);
    if (title === undefined && known.has(token.text) && standsAlone) {
      record(collector, tokens, { from: i, end: i + 1 }, 'person', personKey([token.raw]));
      i++;
      continue;
    }
    i = readRun(collector, tokens, i, lang, title);
    title = undefined;
  }
  return collector.found;
};

/** A word in capitals among others (CẢNH BÁO), which is no acronym. */
const isShouted = (tokens: readonly Token[], index: number): boolean => {
  if (hasVietnameseMarks(tokens[index]!.raw.replace(/[Đđ]/g, 'D'))) return true;
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  const shouts = (token: Token | undefined, gap: Token['gap'] | undefined): boolean =>
    token?.kind === 'word' && gap === ' ' && /^\p{Lu}{2,}$/u.test(token.raw) && hasVietnameseMarks(token.raw);
  return shouts(before, tokens[index]!.gap) || shouts(after, after?.gap);
};

const ROMAN = /^[IVXLCDM]+$/;

/** Not a Roman numeral, unit, currency or abbreviation of a common word. */
const isNamingAcronym = (tokens: readonly Token[], index: number, lang: string): boolean => {
  const { raw } = tokens[index]!;
  return (
    !ROMAN.test(raw) &&
    !isCommonAbbreviation(raw, lang) &&
    unitTable(lang).find(tokens, index)?.end !== index + 1
  );
};

/** A title with a name after it: `Tổng Bí thư Tô Lâm`. */
const readTitle = (
  tokens: readonly Token[],
  at: number,
  lang: string,
): { readonly title: string; readonly isAddress: boolean; readonly end: number } | null => {
  const found = titleAt(tokens, at, lang);
  if (!found) return null;
  const said = { title: found.value.id, isAddress: found.value.rank === 'address', end: found.end };
  const name = tokens[found.end];
  if (name?.kind !== 'word' || name.gap !== ' ' || !isCapitalised(name.raw)) {
    // A title alone is no name either; skip it where it is written with capitals.
    return isCapitalised(tokens[at]!.raw) && found.end - at > 1 ? said : null;
  }
  return said;
};

const readRun = (
  collector: Collector,
  tokens: readonly Token[],
  from: number,
  lang: string,
  title: string | undefined,
): number => {
  let run = runAt(tokens, from, lang);
  // The first word of a sentence is capitalised anyway: `Theo Tô Lâm`, `Hôm qua Nguyễn …`.
  if (title === undefined && isSentenceStart(tokens, from) && run.end - from > 1) {
    const first = tokens[from]!.raw;
    if (!isSurname(first, lang) && isSurname(tokens[from + 1]!.raw, lang))
      run = { from: from + 1, end: run.end };
  }
  if (lang === 'vi') {
    const person = personInRun(tokens, run);
    if (person) {
      record(collector, tokens, person, 'person', personKey(words(tokens, person)), title);
      return run.end;
    }
    if (isBodyHead(tokens[from]!.raw, lang)) return run.end;
  }
  const kind = kindOfRun(tokens, run, lang, title !== undefined);
  if (kind === null) return run.end;
  const parts = words(tokens, run);
  const key = kind === 'person' ? personKey(parts) : `${kind}:${parts.map(foldToAscii).join(' ')}`;
  record(collector, tokens, run, kind, key, title);
  return run.end;
};

/** The person at the end of a run that begins with a body: `Bộ Công Thương Trần Quốc Lâm`. */
const personInRun = (tokens: readonly Token[], run: Run): Run | null => {
  if (!isBodyHead(tokens[run.from]!.raw, 'vi') || run.end - run.from < 4) return null;
  for (let from = run.from + 2; from <= run.end - 2; from++) {
    const parts = words(tokens, { from, end: run.end });
    if (parts.length <= 4 && isSurname(parts[0]!, 'vi') && parts.every(isVietnameseSyllable))
      return { from, end: run.end };
  }
  return null;
};

/**
 * Names of one sentence. `known` are names met elsewhere in the document (full or given, lower case): they are
 * recognised at the beginning of a sentence, too, where a capital alone says nothing.
 */
export const extractNames = (text: string, lang: string, known: ReadonlySet<string> = NONE): NameMention[] =>
  lang === 'zh' ? extractChineseNames(text) : extractFromWords(text, lang, known);

const NONE: ReadonlySet<string> = new Set();
