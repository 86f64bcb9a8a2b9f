/** Guesses the language of a text from its scripts, letters that few languages have, and function words. */

import languagesFile from './data/languages.txt?raw';
import { dataLines } from './data.ts';

export interface LanguageGuess {
  /** BCP 47; `und` where nothing speaks for any language. */
  readonly lang: string;
  /** False for short or mixed texts, where a person should look. */
  readonly certain: boolean;
}

interface Profiles {
  readonly scripts: readonly (readonly [RegExp, string])[];
  readonly letters: readonly (readonly [RegExp, string])[];
  readonly words: ReadonlyMap<string, readonly string[]>;
}

function readProfiles(file: string): Profiles {
  const scripts: [RegExp, string][] = [];
  const letters: [RegExp, string][] = [];
  const words = new Map<string, string[]>();
  for (const line of dataLines(file)) {
    const [, what, key, value] = /^(\S+) (\S+) = (.+)$/.exec(line) ?? [];
    if (what === 'script') scripts.push([new RegExp(`\\p{Script=${key}}`, 'gu'), value!]);
    if (what === 'letters') letters.push([new RegExp(`[${value}]`, 'gu'), key!]);
    if (what === 'words')
      for (const word of value!.split(' ')) words.set(word, [...(words.get(word) ?? []), key!]);
  }
  return { scripts, letters, words };
}

let profiles: Profiles | undefined;
/** How much of a text is looked at: its beginning, middle and end, since pages begin and end with menus in other languages. */
const SAMPLE = 8000;

function sample(text: string): string {
  if (text.length <= 3 * SAMPLE) return text;
  const middle = (text.length - SAMPLE) >> 1;
  return `${text.slice(0, SAMPLE)} ${text.slice(middle, middle + SAMPLE)} ${text.slice(-SAMPLE)}`;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Languages with the weight of what speaks for them, heaviest first. */
function rank(weights: ReadonlyMap<string, number>): [string, number][] {
  return [...weights].filter(([, weight]) => weight > 0).sort((a, b) => b[1] - a[1]);
}

function guessLatin(text: string, { letters, words }: Profiles): LanguageGuess {
  const tokens = text.match(/\p{Script=Latin}[\p{Script=Latin}\p{M}]*/gu) ?? [];
  const weights = new Map<string, number>();
  const add = (lang: string, weight: number): void => {
    weights.set(lang, (weights.get(lang) ?? 0) + weight);
  };
  let spoken = 0;
  for (const token of tokens) {
    const langs = words.get(token);
    if (!langs) continue;
    spoken += 1;
    for (const lang of langs) add(lang, 1);
  }
  for (const [pattern, lang] of letters) {
    const marked = tokens.filter((token) => count(token, pattern) > 0).length;
    // Names from elsewhere carry foreign letters; a text in the language carries them in a good part of its words.
    add(lang, lang === 'vi' ? marked : Math.min(marked, 1 + spoken / 4));
  }
  const [best, second] = rank(weights);
  if (!best) return { lang: 'und', certain: false };
  const share = best[1] / Math.max(tokens.length, 1);
  const ahead = best[1] >= 1.5 * (second?.[1] ?? 0);
  return { lang: best[0], certain: ahead && share >= 0.12 && best[1] >= 3 };
}

/** The language of a text. Captions of a few words get their best guess, not certain. */
export function guessLanguage(text: string): LanguageGuess {
  profiles ??= readProfiles(languagesFile);
  const part = sample(text).normalize('NFC').toLowerCase();
  const latin = count(part, /\p{Script=Latin}/gu);
  const weights = new Map<string, number>();
  for (const [pattern, lang] of profiles.scripts) {
    // A Han or Thai letter says as much as several Latin ones.
    const weight = count(part, pattern) * (lang === 'zh' || lang === 'ja' ? 3 : 1);
    weights.set(lang, (weights.get(lang) ?? 0) + weight);
  }
  // Japanese is written with Han letters too: kana in any number decide.
  const kana = weights.get('ja') ?? 0;
  if (kana * 8 > (weights.get('zh') ?? 0)) {
    weights.set('ja', kana + (weights.get('zh') ?? 0));
    weights.set('zh', 0);
  }
  const [best] = rank(weights);
  if (!best || latin > best[1]) {
    const guess = guessLatin(part, profiles);
    return best && best[1] * 2 > latin ? { lang: guess.lang, certain: false } : guess;
  }
  const letters = part.match(/\p{L}/gu)?.length ?? 0;
  const certain = best[1] >= 6 && latin * 2 < best[1];
  if (best[0] !== 'ru') return { lang: best[0], certain };
  for (const [pattern, lang] of profiles.letters)
    if (/\p{Script=Cyrillic}/u.test(pattern.source) && count(part, pattern) > letters / 100)
      return { lang, certain };
  const words = part.match(/\p{Script=Cyrillic}+/gu) ?? [];
  const bulgarian = words.filter((word) => profiles!.words.get(word)?.includes('bg')).length;
  if (/[ыэё]/.test(part) || bulgarian * 4 < words.length) return { lang: 'ru', certain };
  return { lang: 'bg', certain: false };
}
