/** Quotations, titles and brackets of a paragraph, so that a full stop inside can be told from one outside. */

/** Offsets of the opening and the closing mark. */
export interface Enclosure {
  readonly open: number;
  readonly close: number;
}

export interface Pairs {
  readonly pattern: RegExp;
  /** What may close each opening mark. */
  readonly closers: Readonly<Record<string, string>>;
  /** A mark that finds no partner within this many UTF-16 units was not one. */
  readonly longest: number;
}

export const QUOTATIONS: Pairs = {
  pattern: /[„“”«»「」『』"]/g,
  closers: { '„': '“”"', '“': '”"', '«': '»', '»': '«', '「': '」', '『': '』', '"': '"”' },
  longest: 1500,
};
/** Titles in double angle brackets never hold a sentence end. */
export const TITLES: Pairs = { pattern: /[《》]/g, closers: { '《': '》' }, longest: 200 };
export const BRACKETS: Pairs = {
  pattern: /[()[\]（）【】]/g,
  closers: { '(': ')', '[': ']', '（': '）', '【': '】' },
  longest: 300,
};

const SPACE_OR_END = /^(?:\s|$)/;

/** Whether a straight or inverted quote can open here, by what stands around it; between Han letters anything goes. */
const mayOpen = (text: string, at: number): boolean =>
  !/["\p{Script=Latin}\p{Script=Cyrillic}\p{N}.,!?…»]/u.test(text[at - 1] ?? ' ') &&
  !SPACE_OR_END.test(text[at + 1] ?? '');
const mayClose = (text: string, at: number): boolean =>
  !/\s/.test(text[at - 1] ?? ' ') || SPACE_OR_END.test(text[at + 1] ?? '');

/** Whether the mark at `at` closes what the mark at `open` opened. */
function closes(text: string, open: number, at: number, closers: Pairs['closers']): boolean {
  const mark = text[at]!;
  // A second “ after a full stop is what some keyboards write for ”.
  if (mark === '“' && text[open] === '“') return /[。！？!?.，,]/.test(text[at - 1]!);
  if (!closers[text[open]!]!.includes(mark)) return false;
  return mark !== '"' || mayClose(text, at);
}

/** The enclosures in order; they do not overlap, and of marks that open twice the later counts. */
export function findEnclosures(text: string, { pattern, closers, longest }: Pairs): Enclosure[] {
  const found: Enclosure[] = [];
  let open = -1;
  for (const { 0: mark, index } of text.matchAll(pattern)) {
    if (open >= 0 && index - open > longest) open = -1;
    if (open >= 0 && closes(text, open, index, closers)) {
      found.push({ open, close: index });
      open = -1;
    } else if (
      mark in closers &&
      (open < 0 || mark === text[open]) &&
      (!/["»]/.test(mark) || mayOpen(text, index))
    )
      open = index;
  }
  return found;
}

/** The enclosure that holds an offset, its closing mark included; null outside. */
export function enclosureAt(enclosures: readonly Enclosure[], offset: number): Enclosure | null {
  let low = 0;
  let high = enclosures.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (enclosures[middle]!.close < offset) low = middle + 1;
    else high = middle;
  }
  const candidate = enclosures[low];
  return candidate && candidate.open < offset ? candidate : null;
}
