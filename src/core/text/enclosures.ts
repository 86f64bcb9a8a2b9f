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
  closers: { '„': '“”"', '“': '”', '«': '»', '»': '«', '「': '」', '『': '』', '"': '"' },
  longest: 1500,
};
/** Titles in double angle brackets never hold a sentence end. */
export const TITLES: Pairs = { pattern: /[《》]/g, closers: { '《': '》' }, longest: 200 };
export const BRACKETS: Pairs = {
  pattern: /[()[\]（）【】]/g,
  closers: { '(': ')', '[': ']', '（': '）', '【': '】' },
  longest: 600,
};

/** The outermost enclosures in order; they do not overlap. */
export function findEnclosures(text: string, { pattern, closers, longest }: Pairs): Enclosure[] {
  const found: Enclosure[] = [];
  let open = -1;
  for (const { 0: mark, index } of text.matchAll(pattern)) {
    if (open >= 0 && index - open > longest) open = -1;
    if (open < 0) {
      if (mark in closers) open = index;
    } else if (closers[text[open]!]!.includes(mark)) {
      found.push({ open, close: index });
      open = -1;
    }
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
