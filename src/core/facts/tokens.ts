/** Text made ready for the facts stage, and its tokens. Preparing keeps every UTF-16 offset as it is. */

export interface Token {
  readonly kind: 'number' | 'word' | 'mark';
  /** Lower case. */
  readonly text: string;
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  /** What stands before it: nothing, spaces, or a dash. */
  readonly gap: '' | ' ' | '-';
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
const TOKENS_OF_WORDS = new RegExp(`${NUMBER}|${UNIT_WITH_POWER}|[\\p{L}\\p{M}]+|[^\\s-]`, 'gu');
/** Chinese: every character by itself, Latin words whole. */
const TOKENS_OF_CHARACTERS = new RegExp(
  `${NUMBER}|${UNIT_WITH_POWER}|[\\p{Script=Latin}\\p{M}]+|[^\\s-]`,
  'gu',
);
const LETTER = /\p{L}/u;

/** Tokens of a prepared text. The last texts are remembered, because quantities, names and searches read the same one in turn. */
export const tokenise = (text: string, lang: string): readonly Token[] => {
  const key = `${lang} ${text}`;
  const known = recent.get(key);
  if (known) return known;
  if (recent.size >= MOST_RECENT) recent.clear();
  const tokens = cutTokens(text, lang);
  recent.set(key, tokens);
  return tokens;
};

const recent = new Map<string, readonly Token[]>();
const MOST_RECENT = 64;

const cutTokens = (text: string, lang: string): Token[] => {
  const tokens: Token[] = [];
  let last = 0;
  for (const match of text.matchAll(lang === 'zh' ? TOKENS_OF_CHARACTERS : TOKENS_OF_WORDS)) {
    const raw = match[0];
    const start = match.index;
    let gap: Token['gap'] = '';
    for (let i = last; i < start; i++) {
      if (text[i] === '-') {
        gap = '-';
        break;
      }
      gap = ' ';
    }
    const code = raw.charCodeAt(0);
    const kind = code >= 48 && code <= 57 ? 'number' : LETTER.test(raw) ? 'word' : 'mark';
    last = start + raw.length;
    tokens.push({ kind, text: kind === 'word' ? raw.toLowerCase() : raw, raw, start, end: last, gap });
  }
  return tokens;
};
