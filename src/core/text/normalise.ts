/**
 * Brings a file's text into the form that every later stage reads (NFC, `\n` line breaks, no byte order mark), and
 * remembers where each place came from, because segments are reported in offsets of the file as it was read.
 */

export interface NormalisedText {
  readonly text: string;
  /** The UTF-16 offset in the raw text of an offset in `text`; an offset inside a composed letter goes to its beginning. */
  readonly toRaw: (offset: number) => number;
}

/**
 * A starter with its combining marks, or a Hangul syllable from its letters: nothing composes across the border of two such
 * clusters, so that each may be normalised alone.
 */
const CLUSTER =
  /(?:[\u1100-\u115F\uA960-\uA97C][\u1160-\u11A7\uD7B0-\uD7C6]?[\u11A8-\u11FF\uD7CB-\uD7FB]?|[\uAC00-\uD7A3][\u11A8-\u11FF]?|\P{M})\p{M}*|\p{M}+/gsu;

/** The places where text and raw text stop running in parallel. */
class OffsetMap {
  private readonly at: number[] = [0];
  private readonly raw: number[] = [0];

  /** From `at` on, text and raw text run in parallel again, starting from `raw`. */
  add(at: number, raw: number): void {
    const last = this.at.length - 1;
    if (this.at[last] === at) this.raw[last] = raw;
    else if (raw - at !== this.raw[last]! - this.at[last]!) {
      this.at.push(at);
      this.raw.push(raw);
    }
  }

  toRaw(offset: number): number {
    let low = 0;
    let high = this.at.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.at[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    const raw = this.raw[low]! + (offset - this.at[low]!);
    return low + 1 < this.raw.length ? Math.min(raw, this.raw[low + 1]!) : raw;
  }
}

/** Text in NFC with `\n` line breaks and no byte order mark, and the way back into `raw`. Linear in the length of `raw`. */
export function normaliseText(raw: string): NormalisedText {
  const map = new OffsetMap();
  const parts: string[] = [];
  let length = 0;
  const push = (part: string, rawEnd: number): void => {
    parts.push(part);
    length += part.length;
    map.add(length, rawEnd);
  };
  const first = raw.startsWith('\uFEFF') ? 1 : 0;
  map.add(0, first);
  // A lone carriage return is a line break only in files that have no other.
  const breaks = raw.includes('\n') ? /\r\n|\n/g : /\r/g;
  let from = first;
  const pushLine = (to: number): void => {
    const line = raw.slice(from, to);
    if (line.normalize('NFC') === line) {
      push(line, to);
      return;
    }
    let at = from;
    for (const [cluster] of line.matchAll(CLUSTER)) {
      at += cluster.length;
      push(cluster.normalize('NFC'), at);
    }
  };
  for (const found of raw.slice(first).matchAll(breaks)) {
    const at = first + found.index;
    if (at > from) pushLine(at);
    from = at + found[0].length;
    push('\n', from);
  }
  if (from < raw.length) pushLine(raw.length);
  return { text: parts.join(''), toRaw: (offset) => map.toRaw(offset) };
}
