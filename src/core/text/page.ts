/**
 * Body and furniture of a text that may have been copied from a web page. Single lines are told by `markFurniture`; this file
 * looks at the whole: whether it is a page at all, where the article begins and ends, and which boxes interrupt it.
 * Texts that show no trace of a page keep every line.
 */
import { isCredit } from './captions.ts';
import { type FurnitureMark, markFurniture } from './furniture.ts';
import { SENTENCE_END } from './marks.ts';

/** Marks that add up to this much, one of them weighing 1, make a page. */
const PAGE_WEIGHT = 2;
const HAN = /\p{Script=Han}/gu;
/** Sizes in letters of an alphabetic script: a Han letter says as much as two and a half. */
const MIN_SENTENCE = 50;
const MIN_BODY_BEFORE_END = 250;
const MIN_RESUMED = 250;

interface Line {
  readonly text: string;
  readonly mark: FurnitureMark | null;
  readonly size: number;
  /** A paragraph of running text. */
  readonly prose: boolean;
  /** At most four words without an end mark. */
  readonly short: boolean;
  /** A credit or caption of a picture. */
  readonly credit: boolean;
  readonly apart: boolean;
}

function look({ text, apart }: { text: string; apart: boolean }): Line {
  const mark = markFurniture(text);
  const head = text.slice(0, 500);
  const han = head.match(HAN)?.length ?? 0;
  const size = text.length * (han * 2 > head.length ? 2.5 : 1);
  const ended = SENTENCE_END.test(text.slice(-12));
  const prose = mark === null && ended && size >= MIN_SENTENCE;
  const short = !ended && (han > 0 ? han <= 10 : head.split(/\s+/).length <= 4) && text.length <= 60;
  return { text, mark, size, prose, short, credit: isCredit(text), apart };
}

/**
 * For each paragraph whether it is page furniture. `outside`: lines that are known
 * to stand around them; their marks count too.
 */
export function findFurniture(
  paragraphs: readonly { text: string; apart: boolean }[],
  outside: readonly string[] = [],
): boolean[] {
  const lines = paragraphs.map(look);
  const furniture = new Array<boolean>(lines.length).fill(false);
  const marks = [...lines.map((line) => line.mark), ...outside.map(markFurniture)];
  const weights = marks.map((mark) => mark?.weight ?? 0);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total < PAGE_WEIGHT || !weights.some((weight) => weight >= 1)) return furniture;

  const end = findArticleEnd(lines);
  const first = lines.findIndex((line) => line.prose);
  // Below the lead stand the names and dates of many pages.
  const lead = lines.findIndex((line, i) => line.prose && i > first);
  const last = lines.slice(0, end).findLastIndex((line) => line.prose);
  lines.forEach((line, i) => {
    if (i >= end || (line.mark && isOutOfPlace(line.mark, i > first && i < last, i > lead && i < last)))
      furniture[i] = true;
  });
  lines.forEach((line, i) => {
    if (line.mark?.role === 'signs' && (furniture[i - 1] || furniture[i + 1])) furniture[i] = true;
  });
  markBoxes(lines, end, furniture);
  markHead(lines, first, furniture);
  markTail(lines, last, end, furniture);
  return furniture;
}

/** Words that stand in any text (menu words, sources, dates, names) are furniture only before and after the article. */
function isOutOfPlace({ role, weight }: FurnitureMark, inside: boolean, belowLead: boolean): boolean {
  if (role === 'menu' || role === 'end') return !inside;
  if (role === 'byline') return !belowLead;
  if (role === 'date' || role === 'source') return !belowLead || weight >= 1.5;
  return role !== 'signs' || !inside;
}

/** Whether what a mark heads may be no longer the article. */
const mayEnd = ({ role, weight }: FurnitureMark): boolean =>
  role === 'comments' ||
  role === 'related' ||
  role === 'end' ||
  role === 'tags' ||
  (role === 'source' && weight >= 2);

/** Index of the line that heads what follows the article; the number of lines where nothing does. */
function findArticleEnd(lines: readonly Line[]): number {
  const sizes = lines.map((line) => (line.prose ? line.size : 0));
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  let before = 0;
  for (const [i, line] of lines.entries()) {
    const role = line.mark?.role;
    if (line.mark && mayEnd(line.mark) && before >= MIN_BODY_BEFORE_END) {
      if (role === 'comments' && line.mark.weight >= 2 && before * 2 >= whole) return i;
      if (!resumes(lines, i + 1)) return i;
    }
    before += sizes[i]!;
  }
  return lines.length;
}

/**
 * Whether the article goes on after a head of related pages. What follows an article is headlines, or headlines and teasers in
 * turn; an article that was interrupted by a box has paragraphs that follow each other, or one last paragraph before its end.
 */
function resumes(lines: readonly Line[], from: number): boolean {
  let run = 0;
  let size = 0;
  let groups = 0;
  let headlines = 0;
  let closed = false;
  for (let i = from; i < lines.length && !closed; i++) {
    const line = lines[i]!;
    if (line.prose) {
      if (run === 0) groups += 1;
      run += 1;
      size += line.size;
      if (run >= 2 && size >= MIN_RESUMED) return true;
    } else if (line.mark === null && !line.credit) {
      run = 0;
      size = 0;
      if (groups > 0) headlines += line.short ? 0 : 1;
      else if (i - from > LONGEST_BOX) return false;
    } else closed = groups > 0 && line.mark !== null && mayEnd(line.mark);
  }
  return groups === 1 && headlines <= 1 && (closed || size >= MIN_RESUMED / 2);
}

const LONGEST_BOX = 6;

/** Headlines that follow the head of a box (“Read also”) up to the next running text. */
function markBoxes(lines: readonly Line[], end: number, furniture: boolean[]): void {
  for (let i = 0; i < end; i++) {
    if (lines[i]!.mark?.role !== 'related' || !/[\p{L}]\s*[:：]?\s*$/u.test(lines[i]!.text)) continue;
    if (lines[i]!.text.length > 40) continue;
    const first = lines[i + 1];
    for (let j = i + 1; j < end && j <= i + LONGEST_BOX; j++) {
      const line = lines[j]!;
      if (line.prose || SENTENCE_END.test(line.text)) break;
      if (j > i + 1 && line.apart && !first?.apart) break;
      furniture[j] = true;
    }
  }
}

/** Menus and site names before the headline, names beside the date below it. */
function markHead(lines: readonly Line[], first: number, furniture: boolean[]): void {
  if (first <= 0) return;
  const open = [...lines.keys()].slice(0, first).filter((i) => !furniture[i] && !lines[i]!.credit);
  const longest = Math.max(0, ...open.map((i) => lines[i]!.size));
  const headline = open.find((i) => lines[i]!.size === longest && !lines[i]!.short);
  if (headline === undefined) return;
  const above = open.filter((i) => i < headline && lines[i]!.short);
  const menu = above.length >= 3 || above.some((i) => furniture[i - 1] || furniture[i + 1]);
  if (menu) for (const i of above) furniture[i] = true;
  for (const i of open.filter((at) => at > headline && lines[at]!.short)) {
    const beside = [i - 1, i + 1].some(
      (at) => lines[at]?.mark?.role === 'date' || lines[at]?.mark?.role === 'byline',
    );
    if (beside) furniture[i] = true;
  }
}

const SHORTEST_LIST_OF_HEADLINES = 5;

/** The author's name and a list of headlines between the article and what follows it. */
function markTail(lines: readonly Line[], last: number, end: number, furniture: boolean[]): void {
  if (last < 0) return;
  const rest = [...lines.keys()].slice(last + 1, end).filter((i) => !furniture[i] && !lines[i]!.credit);
  const open = rest.filter((i) => !SENTENCE_END.test(lines[i]!.text));
  if (open.length === rest.length && open.length >= SHORTEST_LIST_OF_HEADLINES)
    for (const i of open) furniture[i] = true;
  if (end < lines.length && rest.length <= 3 && rest.every((i) => lines[i]!.short))
    for (const i of rest) furniture[i] = true;
}
