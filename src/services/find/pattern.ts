/**
 * A query as a regular expression over the texts as they stand: every letter becomes the class of all letters that fold to it, so
 * that hits are places in the text itself and nothing has to be folded while looking.
 */
import type { TextQuery } from '../../contract/index.ts';
import { AppError } from '../../core/errors.ts';
import { foldExact, foldLoose } from '../../core/text/index.ts';

type FoldMode = 'exact' | 'loose';
const FOLDS = { exact: foldExact, loose: foldLoose } as const;

/** Letters that are folded: Latin, Cyrillic, punctuation, wide and compatible forms, ligatures. */
const RANGES = [
  [0x21, 0x24f],
  [0x370, 0x52f],
  [0x1e00, 0x1eff],
  [0x2000, 0x214f],
  [0x3000, 0x303f],
  [0xf900, 0xfb06],
  [0xfe30, 0xfe6f],
  [0xff01, 0xffee],
] as const;
const INVISIBLE = '\\u00AD\\u200B-\\u200F\\u2060\\uFEFF\\uFE00-\\uFE0F';

interface Variants {
  /** All letters that fold to this one. */
  readonly letters: ReadonlyMap<string, string>;
  /** What else folds to several letters: ß to ss, ﬁ to fi, and in exact mode òa to oà. */
  readonly runs: ReadonlyMap<string, readonly string[]>;
  readonly longest: number;
}
const known = new Map<FoldMode, Variants>();

function variantsOf(mode: FoldMode): Variants {
  const made = known.get(mode);
  if (made) return made;
  const fold = FOLDS[mode];
  const letters = new Map<string, string>();
  const runs = new Map<string, string[]>();
  const add = (raw: string): void => {
    const folded = fold(raw);
    if (folded === '' || folded === ' ') return;
    if ([...folded].length === 1) letters.set(folded, (letters.get(folded) ?? '') + raw);
    else runs.set(folded, [...(runs.get(folded) ?? []), raw]);
  };
  for (const [from, to] of RANGES) for (let code = from; code <= to; code++) add(String.fromCharCode(code));
  const TONED = /[òóỏõọùúủũụ]/;
  for (const first of 'òóỏõọùúủũụ')
    for (const second of 'aey') {
      const folded = fold(first + second);
      if (folded !== first + second && TONED.test(first) && mode === 'exact')
        runs.set(folded, [...(runs.get(folded) ?? []), first + second]);
    }
  const variants = { letters, runs, longest: Math.max(...[...runs.keys()].map((run) => [...run].length)) };
  known.set(mode, variants);
  return variants;
}

const spell = (text: string): string =>
  [...text].map((letter) => `\\u{${letter.codePointAt(0)!.toString(16)}}`).join('');

const WORD = '(?:(?!\\p{Script=Han})[\\p{L}\\p{N}\\p{M}])';
const HAN = /\p{Script=Han}/u;
const isWordLetter = (letter: string | undefined): boolean =>
  letter !== undefined && /[\p{L}\p{N}\p{M}]/u.test(letter) && !HAN.test(letter);

/** `ly` at the end of a word is read as `li`: a y that stands for i in the texts. */
const I_OF_Y = new Map([...'yỳýỷỹỵ'].map((y) => [[...foldExact(`l${y}`)].slice(1).join(''), y]));
/** Without tone marks all of them are one letter. */
const LOOSE_Y = new Map([[foldLoose('lỷ').slice(1), 'yỳýỷỹỵ']]);
const BEFORE_Y = '(?<=(?<!\\p{L})(?:[hklmst]|th|kh))';

/** The longest stretch of overlapping runs that is read in every way; what is longer is read piece by piece. */
const LONGEST_STRETCH = 8;

const runsAt = (all: readonly string[], at: number, end: number, { runs, longest }: Variants) => {
  const found: { readonly length: number; readonly raws: readonly string[] }[] = [];
  for (let length = 2; length <= longest && at + length <= end; length++) {
    const raws = runs.get(all.slice(at, at + length).join(''));
    if (raws) found.push({ length, raws });
  }
  return found;
};

/** Where the stretch of runs ends that begins at a letter: the next letter where none begins. */
function endOfRuns(all: readonly string[], from: number, variants: Variants): number {
  const limit = Math.min(all.length, from + LONGEST_STRETCH);
  let end = from + 1;
  for (let at = from; at < end; at++)
    for (const { length } of runsAt(all, at, limit, variants)) end = Math.max(end, at + length);
  return end;
}

/** Every way to read a stretch: `sss` is three letters, or s and ß, or ß and s. */
function readings(
  all: readonly string[],
  at: number,
  end: number,
  variants: Variants,
  one: (letter: string) => string,
): string[][] {
  if (at === end) return [[]];
  const rest = (next: number) => readings(all, next, end, variants, one);
  const ways = rest(at + 1).map((way) => [one(all[at]!), ...way]);
  for (const { length, raws } of runsAt(all, at, end, variants)) {
    const run = raws.length === 1 ? spell(raws[0]!) : `(?:${raws.map(spell).join('|')})`;
    ways.push(...rest(at + length).map((way) => [run, ...way]));
  }
  return ways;
}

function sourceOf(needle: string, mode: FoldMode): string {
  const variants = variantsOf(mode);
  const { letters } = variants;
  const between = mode === 'loose' ? `[\\p{M}${INVISIBLE}]*` : `[${INVISIBLE}]*`;
  const one = (letter: string): string => {
    if (letter === ' ') return '\\s+';
    const plain = `[${spell((letters.get(letter) ?? '') + letter)}]`;
    const y = mode === 'loose' ? LOOSE_Y.get(letter) : I_OF_Y.get(letter);
    if (y === undefined) return plain;
    return `(?:${plain}|${BEFORE_Y}[${spell(y)}](?!\\p{L}))`;
  };
  const parts: string[] = [];
  const all = [...needle];
  for (let i = 0; i < all.length; ) {
    const end = endOfRuns(all, i, variants);
    const ways = readings(all, i, end, variants, one).map((way) => way.join(between));
    parts.push(ways.length === 1 ? ways[0]! : `(?:${ways.join('|')})`);
    i = end;
  }
  return parts.join(between) + (mode === 'loose' ? '\\p{M}*' : '');
}

/** With the capitals of the query: letter by letter, without ligatures. */
function sourceWithCase(text: string, mode: FoldMode): string {
  const { letters } = variantsOf(mode);
  const fold = FOLDS[mode];
  return [...text]
    .map((letter) => {
      if (/\s/.test(letter)) return '\\s+';
      const alike = [...(letters.get(fold(letter)) ?? ''), letter].filter(
        (one) => (one.toLowerCase() === one) === (letter.toLowerCase() === letter),
      );
      return `[${spell(alike.join(''))}]${mode === 'loose' ? '\\p{M}*' : ''}`;
    })
    .join('');
}

export interface Pattern {
  /** Global; runs with `u`. */
  readonly expression: RegExp;
  /** A question to the search index that every hit answers; null where all texts must be looked through. */
  readonly match: string | null;
  /** The index's answer is the result: no text has to be looked at. */
  readonly certain: boolean;
  readonly isRegex: boolean;
}

/** Throws AppError `pattern-invalid` for a regular expression that is none, `usage` for a query without a letter. */
export function compileQuery(query: TextQuery): Pattern {
  if (query.mode === 'regex') return compileRegex(query);
  const { mode } = query;
  const needle = FOLDS[mode](query.text);
  if (needle === '') throw new AppError('usage', { reason: 'Type something to look for.' });
  // What goes on after the query takes its last letter out of the end of a word: `ly` may begin `lynch`.
  const goesOn = query.at === 'word' ? needle : FOLDS[mode](`${query.text}x`).slice(0, -1);
  const letters = [...needle];
  const startsInWord = query.at !== 'anywhere' && isWordLetter(letters[0]);
  const endsInWord = query.at === 'word' && isWordLetter(letters.at(-1));
  // Within words the first letters of the query may stand in the middle of one: `ly` ends `kelly`.
  const goesBefore =
    query.at === 'anywhere' && /^\p{L}/u.test(query.text.trimStart())
      ? [foldBehind(query, false), foldBehind(query, true)]
      : [];
  const bodies = query.matchCase
    ? [sourceWithCase(query.text.normalize('NFC'), mode)]
    : bodiesOf(needle, goesOn, goesBefore, mode);
  const source = `${startsInWord ? `(?<!${WORD})` : ''}(?:${bodies.join('|')})${endsInWord ? `(?!${WORD})` : ''}`;
  const words = tokensOf(needle);
  const match = matchOf(query, needle, goesOn);
  return {
    expression: new RegExp(source, query.matchCase ? 'gu' : 'giu'),
    match,
    certain: match !== null && words.length === 1 && words[0] === needle && !query.matchCase,
    isRegex: false,
  };
}

/** How a query is folded behind a letter, and before one too. */
const foldBehind = ({ mode, text }: TextQuery, isOpen: boolean): string => {
  const folded = FOLDS[mode as FoldMode](`x${text.trimStart()}${isOpen ? 'x' : ''}`);
  return folded.slice(1, isOpen ? -1 : undefined);
};

/** The ways in which a query may be folded where it stands; the first holds for whole words where there are others. */
function bodiesOf(
  needle: string,
  goesOn: string,
  goesBefore: readonly string[],
  mode: FoldMode,
): readonly string[] {
  const others = [...new Set([goesOn, ...goesBefore])].filter((one) => one !== needle);
  const start = goesBefore.some((one) => one !== needle && one !== goesOn) ? '(?<!\\p{L})' : '';
  const end = goesOn === needle ? '' : '(?!\\p{L})';
  return [`${start}${sourceOf(needle, mode)}${end}`, ...others.map((one) => sourceOf(one, mode))];
}

/** As the index cuts folded texts: runs of letters and digits, each Han character for itself. */
const tokensOf = (folded: string): string[] =>
  folded.match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu) ?? [];

function matchOf(query: TextQuery, needle: string, goesOn: string): string | null {
  const question = (folded: string, open: boolean): string | null => {
    const letters = [...folded];
    let tokens = tokensOf(folded);
    // Within words: the first word may begin before the query.
    if (query.at === 'anywhere' && isWordLetter(letters[0])) tokens = tokens.slice(1);
    if (tokens.length === 0) return null;
    const isOpen = open && isWordLetter(letters.at(-1));
    return `${query.mode} : "${tokens.join(' ')}"${isOpen ? '*' : ''}`;
  };
  if (goesOn === needle) return question(needle, query.at !== 'word');
  const parts = [question(needle, false), question(goesOn, true)];
  return parts.includes(null) ? null : parts.map((part) => `(${part})`).join(' OR ');
}

function compileRegex({ text, matchCase }: TextQuery): Pattern {
  const pattern = text.normalize('NFC');
  try {
    const expression = new RegExp(pattern, matchCase ? 'gu' : 'giu');
    return { expression, match: null, certain: false, isRegex: true };
  } catch (error) {
    const reason = (error as Error).message.replace(/^.*\/[a-z]*: /s, '');
    throw new AppError('pattern-invalid', { pattern, reason }, { cause: error });
  }
}

export interface FoundSpan {
  readonly start: number;
  readonly end: number;
}

/** Where the pattern stands in a text, from left to right; empty hits are left out. */
export function findSpans({ expression }: Pattern, text: string): FoundSpan[] {
  const spans: FoundSpan[] = [];
  for (const hit of text.matchAll(expression))
    if (hit[0] !== '') spans.push({ start: hit.index, end: hit.index + hit[0].length });
  return spans;
}
