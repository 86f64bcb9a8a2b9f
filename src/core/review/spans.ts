/** Where the words that a note is on stand after an edit. Offsets are UTF-16, into NFC text, end exclusive. */
import { compareWords } from '../compare/words.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

const whole = (start: number, end: number): Span | null => (start < end ? { start, end } : null);

const isOnceIn = (text: string, words: string): boolean => {
  const at = text.indexOf(words);
  return at >= 0 && text.indexOf(words, at + 1) < 0;
};

/**
 * The span in the text as it is now; null where none of its words is left. Words that stand once in either text are followed wherever
 * they went. Else words that were put in the place of some of them belong
 * to it, words that were put in beside it do not.
 */
export function followSpan(span: Span, before: string, after: string, lang: string): Span | null {
  if (before === after) return span;
  const words = before.slice(span.start, span.end);
  if (isOnceIn(before, words) && isOnceIn(after, words)) {
    const at = after.indexOf(words);
    return { start: at, end: at + words.length };
  }
  let [start, end] = [0, 0];
  let [was, is] = [0, 0];
  let [isKept, isLost] = [false, false];
  const changes = compareWords(before, after, lang);
  for (let i = 0; i < changes.length; i++) {
    const { kind, text } = changes[i]!;
    if (kind === 'added') {
      is += text.length;
      continue;
    }
    const until = was + text.length;
    const next = changes[i + 1];
    const length = kind === 'same' ? text.length : next?.kind === 'added' ? next.text.length : 0;
    if (kind === 'removed' && next?.kind === 'added') i++;
    const within = (at: number): number => (kind === 'same' ? at - was : 0);
    if (was <= span.start && span.start < until) start = is + within(span.start);
    if (was < span.end && span.end <= until) end = is + (kind === 'same' ? within(span.end) : length);
    if (was < span.end && span.start < until) {
      if (kind === 'same') isKept ||= text.slice(Math.max(0, span.start - was), span.end - was).trim() !== '';
      else isLost ||= was < span.start || until > span.end;
    }
    was = until;
    is += length;
  }
  // Rewritten together with what stands beside them: what of the new words is theirs cannot be told.
  if (isLost && !isKept) return null;
  return trimmed(after, start, end);
}

/** Without white space at its ends: what was put in beside it came with some. */
function trimmed(text: string, start: number, end: number): Span | null {
  if (start >= end) return null;
  const said = text.slice(start, end);
  return whole(start + said.length - said.trimStart().length, end - said.length + said.trimEnd().length);
}

/** The part of a span that lies in a stretch of its text, counted from where the stretch begins. */
export const clipSpan = (span: Span, from: number, to: number): Span | null =>
  whole(Math.max(span.start, from) - from, Math.min(span.end, to) - from);

/** Whether offsets are in order, in the text, and cut no letter in two: neither a surrogate pair nor one with marks on it. */
export function isSpanOf(text: string, { start, end }: Span): boolean {
  const cutsLetter = (at: number): boolean => /^[\p{M}\udc00-\udfff]/u.test(text.slice(at, at + 2));
  return start >= 0 && start < end && end <= text.length && !cutsLetter(start) && !cutsLetter(end);
}
