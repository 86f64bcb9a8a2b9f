/** Names that a note calls: `@Hà`, `@Trần Thị Hà`. */

export interface Mention {
  /** With the at sign. UTF-16 offsets into the note, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** As the project knows it, or as it stands there where nobody is known by it. */
  readonly name: string;
}

const fold = (text: string): string => text.normalize('NFC').toLowerCase();
const LETTER = /^[\p{L}\p{M}\p{N}]/u;

/** The longest known name wins: names may have spaces in them. */
export function findMentions(text: string, names: readonly string[]): Mention[] {
  const known = [...new Set(names.filter((name) => name !== ''))].sort((a, b) => b.length - a.length);
  const found: Mention[] = [];
  // An address of somebody is not a call: `ha@example.org`.
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}._-])@/gu)) {
    const rest = text.slice(index + 1);
    const name = known.find(
      (one) => fold(rest.slice(0, one.length)) === fold(one) && !LETTER.test(rest.slice(one.length)),
    );
    const word = name ?? /^[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)*/u.exec(rest)?.[0];
    if (word !== undefined) found.push({ start: index, end: index + 1 + word.length, name: word });
  }
  return found;
}

/** Whether a note calls somebody: by the whole name, or by a part of it that is nobody else's name. */
export function isCalled(text: string, name: string, names: readonly string[]): boolean {
  const own = fold(name);
  const parts = own.split(/\s+/u);
  return findMentions(text, [name, ...names]).some((mention) => {
    const called = fold(mention.name);
    if (called === own) return true;
    return parts.includes(called) && !names.some((other) => fold(other) === called);
  });
}

export interface Completion {
  /** Where the at sign stands. */
  readonly start: number;
  readonly names: readonly string[];
}

/** Names that go on what is being typed before the caret; null where no call is being typed. */
export function completeMention(text: string, caret: number, names: readonly string[]): Completion | null {
  const start = text.lastIndexOf('@', caret - 1);
  if (start < 0 || (start > 0 && LETTER.test(text.slice(start - 1, start)))) return null;
  const typed = fold(text.slice(start + 1, caret));
  if (typed.includes('\n')) return null;
  const matching = names.filter((name) => {
    const folded = fold(name);
    return (
      folded !== typed &&
      (folded.startsWith(typed) ||
        (typed !== '' && folded.split(/\s+/u).some((part) => part.startsWith(typed))))
    );
  });
  return matching.length === 0 ? null : { start, names: matching };
}
