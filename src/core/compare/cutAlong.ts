/** A text that went out as several sentences in a row, cut again where those sentences end. */

/** Letters by which a sentence is found; shorter sentences are found as a whole. */
const KEY = 8;

export type CutAlong = (text: string) => string[];

/**
 * `known`: sentences that a text may be made of, however they were cut. Where none of them stands, `cut` cuts; what it gives, joined,
 * must be the text but for white space.
 */
export function makeCutAlong(known: readonly string[], cut: (text: string) => readonly string[]): CutAlong {
  const byKey = new Map<string, Set<string>>();
  for (const sentence of known) {
    if (sentence === '') continue;
    const key = sentence.slice(0, KEY);
    const list = byKey.get(key);
    if (list) list.add(sentence);
    else byKey.set(key, new Set([sentence]));
  }
  /** Known sentences that the text has at this place, longest first. */
  const standingAt = (text: string, at: number): string[] => {
    const found: string[] = [];
    for (let length = 1; length <= KEY; length++)
      for (const sentence of byKey.get(text.slice(at, at + length)) ?? [])
        if ((length === KEY || sentence.length === length) && text.startsWith(sentence, at))
          found.push(sentence);
    return found.sort((a, b) => b.length - a.length);
  };
  return (raw) => {
    const text = raw.trim();
    const pieces: string[] = [];
    let ends: readonly number[] | null = null;
    for (let at = 0; at < text.length; ) {
      const next = standingAt(text, at).find((sentence) => {
        const end = at + sentence.length;
        if (end === text.length) return true;
        ends ??= endsOf(text, cut(text));
        return ends.includes(end) || standingAt(text, skipSpace(text, end)).length > 0;
      });
      ends ??= next === undefined ? endsOf(text, cut(text)) : null;
      const end = next === undefined ? ends!.find((one) => one > at)! : at + next.length;
      pieces.push(text.slice(at, end).trim());
      at = skipSpace(text, end);
    }
    return pieces;
  };
}

const skipSpace = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && /\s/.test(text[at]!)) at++;
  return at;
};

/** Where the pieces of a text end in it; the last one where the text ends. */
function endsOf(text: string, pieces: readonly string[]): number[] {
  const ends: number[] = [];
  let at = 0;
  for (const piece of pieces) {
    const from = text.indexOf(piece, at);
    if (from < 0 || piece === '') continue;
    at = from + piece.length;
    ends.push(at);
  }
  if (ends.at(-1) !== text.length) ends.push(text.length);
  return ends;
}
