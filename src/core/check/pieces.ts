/**
 * Pieces of a sentence between commas, list marks and joining words (data/conjunctions.txt): the members of a list, and the clauses
 * that stand like members. Which separator stands before a piece decides whether it can be one.
 */
import conjunctionsText from './data/conjunctions.txt?raw';

export interface Piece {
  readonly start: number;
  readonly end: number;
  /** What stands before it: a comma or joining word (soft), or the beginning, a full stop, colon, bracket or dash (hard). */
  readonly joined: boolean;
}

const escapePattern = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** By language: words that join the last item of a list. */
export const JOINING_WORDS: ReadonlyMap<string, readonly string[]> = new Map(
  conjunctionsText
    .split('\n')
    .filter((line) => /^[a-z]{2} /u.test(line))
    .map((line) => [
      line.slice(0, 2),
      line
        .slice(3)
        .split(',')
        .map((word) => word.trim())
        .sort((a, b) => b.length - a.length),
    ]),
);

const SOFT_MARKS = ',、，';
const HARD_MARKS = '.;:!?。；：！？()（）–—';

const SEPARATORS: ReadonlyMap<string, RegExp> = new Map(
  [...JOINING_WORDS].map(([lang, words]) => {
    const own = words.filter((word) => !SOFT_MARKS.includes(word)).map(escapePattern);
    const joined =
      lang === 'zh' ? own.join('|') : `(?<![\\p{L}\\p{M}])(?:${own.join('|')})(?![\\p{L}\\p{M}])`;
    // A mark between digits is part of a number; a full stop inside an abbreviation separates no less than one at the end.
    const marks = `(?<!\\d)[${SOFT_MARKS}]|[${SOFT_MARKS}](?!\\d)`;
    return [
      lang,
      new RegExp(
        `(?<soft>${marks}|${joined})|(?<hard>(?<!\\d)[${HARD_MARKS}]|[${HARD_MARKS}](?!\\d))`,
        'giu',
      ),
    ];
  }),
);
const OTHER = new RegExp(
  `(?<soft>(?<!\\d)[${SOFT_MARKS}]|[${SOFT_MARKS}](?!\\d))|(?<hard>[${HARD_MARKS}])`,
  'giu',
);

const QUOTES = /["“”„«»'‘’]/u;
const BLANK = /^[\s\p{P}]*$/u;

/** In reading order; without the separators and the spaces around them. Two separators in a row count as the harder one. */
export const splitPieces = (text: string, lang: string): readonly Piece[] => {
  const pieces: Piece[] = [];
  let from = 0;
  let joined = false;
  const add = (to: number): boolean => {
    const raw = text.slice(from, to);
    if (BLANK.test(raw)) return false;
    const start = from + raw.length - raw.trimStart().length;
    pieces.push({ start, end: from + raw.trimEnd().length, joined });
    return true;
  };
  for (const match of text.matchAll(SEPARATORS.get(lang.slice(0, 2)) ?? OTHER)) {
    const to = match.index + match[0].length;
    // A comma beside a quotation mark ends what was quoted.
    const isQuoted = SOFT_MARKS.includes(match[0]) && QUOTES.test(text.slice(match.index - 1, to + 2));
    const isSoft = match.groups?.['soft'] !== undefined && !isQuoted;
    joined = add(match.index) ? isSoft : joined && isSoft;
    from = to;
  }
  add(text.length);
  return pieces;
};
