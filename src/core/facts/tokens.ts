/** Text made ready for the facts stage, and its tokens. Preparing keeps every UTF-16 offset as it is. */
import { CharacterClasses, widthAt } from '../text/characterClasses.ts';
import { SpellingTable } from '../text/spellingTable.ts';

export interface Token {
  readonly kind: 'number' | 'word' | 'mark';
  /** Lower case. */
  readonly text: string;
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  /** What stands before it: nothing, spaces, or a dash. */
  readonly gap: '' | ' ' | '-';
  /** What phrases begin at a token of this spelling, by the number of their table: kept by PhraseTable (tables.ts). */
  readonly begun: unknown[];
}

const FOLDED: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
  '\u2007': ' ',
  '\u3000': ' ',
  '–': '-',
  '—': '-',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '～': '-',
  '~': '-',
  ё: 'е',
  Ё: 'Е',
  '’': "'",
};
const TO_FOLD = /[\u00a0\u202f\u2009\u2007\u3000–—−‐‑～~ёЁ’\uff01-\uff5e]/g;

const foldCharacter = (character: string): string =>
  FOLDED[character] ?? String.fromCharCode(character.charCodeAt(0) - 0xfee0);

/** Folds spaces, dashes, ё and full-width characters, one UTF-16 unit to one, so that offsets stay. */
export const prepareText = (text: string): string => text.replace(TO_FOLD, foldCharacter);

const NUMBER = String.raw`\d{1,3}(?: \d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,']\d+)*`;
const UNIT_WITH_POWER = String.raw`(?:[kcdmкс]?[mм]|см)[23²³](?![\p{L}\d])`;
const NUMBER_HERE = new RegExp(NUMBER, 'uy');
const UNIT_HERE = new RegExp(UNIT_WITH_POWER, 'uy');
const LETTER = /\p{L}/u;

/** What a character is, as bits. Tokens are runs of word letters, in Chinese of Latin ones, or single characters. */
const [SPACE, HYPHEN, DIGIT, IN_WORD, IN_LATIN] = [1, 2, 4, 8, 16];
const classes = new CharacterClasses((character) => {
  if (character === '-') return HYPHEN;
  if (/\s/u.test(character)) return SPACE;
  if (/\d/u.test(character)) return DIGIT;
  return (
    (/[\p{L}\p{M}]/u.test(character) ? IN_WORD : 0) |
    (/[\p{Script=Latin}\p{M}]/u.test(character) ? IN_LATIN : 0)
  );
});

const POWERS = '23²³';

/** End of the token that begins at `start`; `run` is the bit of what goes on. */
const endOfToken = (text: string, start: number, first: number, run: number): number => {
  if (first & DIGIT) {
    NUMBER_HERE.lastIndex = start;
    return start + NUMBER_HERE.exec(text)![0].length;
  }
  if (
    first & IN_WORD &&
    (POWERS.includes(text[start + 1] ?? ' ') || POWERS.includes(text[start + 2] ?? ' '))
  ) {
    UNIT_HERE.lastIndex = start;
    const unit = UNIT_HERE.exec(text);
    if (unit) return start + unit[0].length;
  }
  const next = start + widthAt(text, start);
  return first & run ? classes.skip(text, next, run) : next;
};

/** Tokens of a prepared text. The last texts are remembered, because quantities, names and searches read the same one in turn. */
export const tokenise = (text: string, lang: string): readonly Token[] => {
  // In Chinese every character is a token by itself, and Latin words are whole.
  const run = lang === 'zh' ? IN_LATIN : IN_WORD;
  const recent = lang === 'zh' ? recentOfCharacters : recentOfWords;
  const known = recent.get(text);
  if (known) return known;
  if (recent.size >= MOST_RECENT) recent.clear();
  const tokens = cutTokens(text, run);
  recent.set(text, tokens);
  return tokens;
};

const recentOfWords = new Map<string, readonly Token[]>();
const recentOfCharacters = new Map<string, readonly Token[]>();
const MOST_RECENT = 64;

/** What all tokens of one spelling share. */
interface Spelling extends Pick<Token, 'kind' | 'text' | 'raw'> {
  readonly begun: unknown[];
}
let spellings: Spelling[] = [];
const table = new SpellingTable(() => {
  spellings = [];
});

const spellingOf = (text: string, start: number, end: number): Spelling => {
  const number = table.numberOf(text, start, end);
  const known = spellings[number];
  if (known) return known;
  const raw = table.spelling(number);
  const code = raw.charCodeAt(0);
  const kind = code >= 48 && code <= 57 ? 'number' : LETTER.test(raw) ? 'word' : 'mark';
  const made: Spelling = { kind, text: kind === 'word' ? raw.toLowerCase() : raw, raw, begun: [] };
  spellings[number] = made;
  return made;
};

const cutTokens = (text: string, run: number): Token[] => {
  table.trim();
  const tokens: Token[] = [];
  let gap: Token['gap'] = '';
  for (let at = 0; at < text.length; ) {
    const first = classes.at(text, at);
    if (first & (SPACE | HYPHEN)) {
      if (first & HYPHEN) gap = '-';
      else if (gap === '') gap = ' ';
      at++;
      continue;
    }
    const end = endOfToken(text, at, first, run);
    const { kind, text: low, raw, begun } = spellingOf(text, at, end);
    tokens.push({ kind, text: low, raw, start: at, end, gap, begun });
    gap = '';
    at = end;
  }
  return tokens;
};
