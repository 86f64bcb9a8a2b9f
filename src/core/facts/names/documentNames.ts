/** Names over a whole document: what recurs is known at the beginning of a sentence, too; who may be whom. */

import type { NameMention } from '../model.ts';
import { prepareText, type Token, tokenise } from '../tokens.ts';
import { conceptAt } from './concepts.ts';
import { ACRONYM, extractNames, isSentenceStart } from './extract.ts';
import { isCapitalised, isVietnameseSyllable } from './letters.ts';
import { isNoName } from './persons.ts';

/** Times that a lone capitalised syllable must occur inside sentences to be taken for a name. */
const LEAST_OCCURRENCES = 2;

/**
 * Given names of a document (lower case), for `extractNames(…, known)` in a second pass: those that follow a title or
 * end a full name, and lone capitalised syllables that recur with different words after them (`Hạnh vẫn`, `Hạnh cười`;
 * but always `Kinh tế`).
 */
export const namesOfDocument = (texts: readonly string[], lang: string): ReadonlySet<string> => {
  const known = new Set<string>();
  const followers = new Map<string, string[]>();
  for (const text of texts) {
    for (const mention of extractNames(text, lang)) {
      const given =
        mention.kind === 'person' && lang !== 'zh' ? mention.text.split(/\s+/).at(-1)!.toLowerCase() : '';
      if (given.length > 1) known.add(given);
    }
    if (lang === 'vi') countLoneSyllables(tokenise(prepareText(text), lang), followers);
  }
  for (const [syllable, after] of followers) {
    if (after.length >= LEAST_OCCURRENCES && new Set(after).size > 1) known.add(syllable);
  }
  return known;
};

const countLoneSyllables = (tokens: readonly Token[], followers: Map<string, string[]>): void => {
  tokens.forEach((token, i) => {
    const [before, after] = [tokens[i - 1], tokens[i + 1]];
    if (
      token.kind !== 'word' ||
      !isCapitalised(token.raw) ||
      token.raw.length < 2 ||
      ACRONYM.test(token.raw) ||
      !isVietnameseSyllable(token.raw)
    )
      return;
    if (isSentenceStart(tokens, i) || isNoName(token.raw, 'vi') || conceptAt(tokens, i, 'vi')) return;
    if ([before, after].some((other) => other?.kind === 'word' && isCapitalised(other.raw))) return;
    if (before?.text === 'thứ' || before?.text === 'tháng') return;
    followers.set(token.text, [...(followers.get(token.text) ?? []), after?.text ?? '']);
  });
};

/** Whether two mentions of one language may be the same person: `Nguyễn Văn Bảo` and later `ông Bảo`. */
export const isSamePerson = (a: NameMention, b: NameMention): boolean => {
  if (a.kind !== 'person' || b.kind !== 'person') return a.key === b.key;
  const parts = (key: string): string[] => key.slice('person:'.length).split(' ');
  const [long, short] = [parts(a.key), parts(b.key)].sort((x, y) => y.length - x.length) as [
    string[],
    string[],
  ];
  const ends = short.every((part, i) => long[long.length - short.length + i] === part);
  const begins = short.every((part, i) => long[i] === part);
  return ends || begins;
};
