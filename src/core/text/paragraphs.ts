/** Lines and paragraphs of a normalised text. */

/** A stretch of the normalised text without white space at its ends, on one or several lines. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
  /** 1-based line on which it begins. */
  readonly line: number;
  readonly text: string;
  /** Whether an empty line stands before it. */
  readonly apart: boolean;
}

/** Texts whose lines were broken at a fixed width (mails, old files) have no line wider than this; Han letters count twice. */
const WIDEST_WRAP = 120;
const NARROWEST_WRAP = 45;
const WIDE = /[\u1100-\u115F\u2E80-\u9FFF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60]/g;
const width = (s: string): number => s.length + (s.length > 400 ? 0 : (s.match(WIDE)?.length ?? 0));

/** The lines of a text, trimmed, with their numbers; blank ones as empty stretches. */
export function cutIntoLines(text: string): Paragraph[] {
  const lines: Paragraph[] = [];
  let from = 0;
  let apart = false;
  for (let number = 1; from <= text.length; number++) {
    const found = text.indexOf('\n', from);
    const to = found < 0 ? text.length : found;
    // A line break at the very end ends the last line, it does not open another.
    if (from === text.length && number > 1) break;
    const line = text.slice(from, to);
    const start = from + (line.length - line.trimStart().length);
    const content = line.trim();
    lines.push({ start, end: start + content.length, line: number, text: content, apart });
    apart = content === '';
    from = to + 1;
  }
  return lines;
}

const SENTENCE_END = /[.!?…:;。！？：；]["”“»’)\]」』）]*$/;

/** Whether the breaks between neighbouring lines are those of a fixed width: the next word would not have fitted. */
function isHardWrapped(lines: readonly Paragraph[]): boolean {
  const widths = lines.map((line) => width(line.text));
  const widest = widths.reduce((most, w) => Math.max(most, w), 0);
  if (widest > WIDEST_WRAP || widest < NARROWEST_WRAP) return false;
  let breaks = 0;
  let full = 0;
  let open = 0;
  for (let i = 1; i < lines.length; i++) {
    if (lines[i]!.text === '' || lines[i - 1]!.text === '') continue;
    breaks += 1;
    const nextWord = WIDE.test(lines[i]!.text[0]!) ? 2 : 1 + lines[i]!.text.split(/\s/, 1)[0]!.length;
    WIDE.lastIndex = 0;
    if (widths[i - 1]! + nextWord > widest - 6) full += 1;
    if (!SENTENCE_END.test(lines[i - 1]!.text)) open += 1;
  }
  return breaks >= 2 && full >= breaks * 0.7 && open >= breaks * 0.5;
}

/** Paragraphs: one a line, or the lines between empty lines where the text was broken at a fixed width. */
export function cutIntoParagraphs(text: string): Paragraph[] {
  const lines = cutIntoLines(text);
  const filled = lines.filter((line) => line.text !== '');
  if (!isHardWrapped(lines)) return filled;
  const paragraphs: Paragraph[] = [];
  for (const line of filled) {
    const last = paragraphs.at(-1);
    if (!last || line.apart || !isContinuation(last.text, line.text)) paragraphs.push(line);
    else
      paragraphs[paragraphs.length - 1] = { ...last, end: line.end, text: text.slice(last.start, line.end) };
  }
  return paragraphs;
}

/** List marks and dialogue dashes open a paragraph even without an empty line. */
const isContinuation = (before: string, line: string): boolean =>
  !/^(?:[•·▪◦‣*–—-]\s|\(?\d{1,3}[.)]\s|\p{L}\)\s)/u.test(line) && before !== '';
