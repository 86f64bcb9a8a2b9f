/**
 * PDF: lines as they stand on the pages, joined to paragraphs by their distances; what recurs at the top or bottom of pages is
 * furniture. Read by pdf.js without fonts, pictures, scripts or anything fetched.
 */
import { AppError } from '../../errors.ts';
import { BlockList } from './blockList.ts';
import type { BlockKind, FormatReader, ReadWarning } from './model.ts';
import { warn } from './warnings.ts';

const FORMAT = 'a PDF';
const MAX_PAGES = 5000;
const MAX_CHARACTERS = 20_000_000;
const LOWER_START = /^[\p{Ll}]/u;
const HAN_END = /[\p{Script=Han}，、；：”』」）]$/u;
const HAN_START = /^[\p{Script=Han}，。、；：！？“『「（]/u;
const SENTENCE_END = /[.!?…:。！？：]["”“»’)\]」』）]*$/;
const ITEM = /^(?:[•·▪◦‣–—-]\s|\(?\d{1,3}[.)]\s|\p{L}\)\s)/u;

/** A line on a page; lengths in points, from the left and the bottom. */
export interface PdfLine {
  readonly text: string;
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly height: number;
}

interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

/** Items that stand on one height make a line; a gap wider than a letter is a space. */
function linesOfPage(items: readonly Item[], page: number): PdfLine[] {
  const lines: PdfLine[] = [];
  let open: { text: string; left: number; right: number; bottom: number; height: number } | null = null;
  const close = (): void => {
    if (open && open.text.trim() !== '') lines.push({ ...open, text: open.text.trim(), page });
    open = null;
  };
  for (const { str, transform, width, height, hasEOL } of items) {
    const left = transform[4] ?? 0;
    const bottom = transform[5] ?? 0;
    const tall = height || Math.abs(transform[3] ?? 0) || 10;
    if (open && Math.abs(bottom - open.bottom) > Math.max(tall, open.height) * 0.5) close();
    if (str.trim() !== '' || open) {
      if (!open) open = { text: str, left, right: left + width, bottom, height: tall };
      else {
        const gap = left - open.right;
        const spaced = gap > tall * 0.15 && !/\s$/.test(open.text) && !/^\s/.test(str) && str !== '';
        const between = spaced && !(HAN_END.test(open.text) && HAN_START.test(str)) ? ' ' : '';
        open.text += between + str;
        open.right = Math.max(open.right, left + width);
        open.height = Math.max(open.height, tall);
      }
    }
    if (hasEOL) close();
  }
  close();
  return lines;
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

/** How many lines at the top and bottom of a page may be its header and footer. */
const EDGE = 3;

/** Lines at the edges of pages that recur (their numbers aside) on at least a third of the pages, and page numbers. */
export function findPageFurniture(pages: readonly (readonly PdfLine[])[]): ReadonlySet<PdfLine> {
  // What recurs stands at the same height too.
  const fold = ({ text, bottom }: PdfLine): string =>
    `${Math.round(bottom / 4)} ${text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ')}`;
  const edges = pages.map((lines) => {
    const ordered = [...lines].sort((a, b) => b.bottom - a.bottom);
    const edge = Math.max(1, Math.min(EDGE, lines.length >> 2));
    return [...new Set([...ordered.slice(0, edge), ...ordered.slice(-edge)])];
  });
  const counts = new Map<string, number>();
  for (const edge of edges)
    for (const key of new Set(edge.map(fold))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const least = Math.max(2, pages.length / 3);
  const found = new Set<PdfLine>();
  edges.forEach((edge, i) => {
    const lowest = Math.min(...edge.map((line) => line.bottom));
    const highest = Math.max(...edge.map((line) => line.bottom));
    for (const line of edge) {
      const isNumber = /^[-–— ]*(?:\p{L}{0,6}\.?\s)?\d{1,4}(?:\s?[/|]\s?\d{1,4})?[-–— ]*$/u.test(line.text);
      const outermost = line.bottom === lowest || line.bottom === highest;
      const recurs = (counts.get(fold(line)) ?? 0) >= least && pages[i]!.length > 2;
      if (recurs || (isNumber && outermost && pages[i]!.length > 2)) found.add(line);
    }
  });
  return found;
}

/** Text of two lines of a paragraph: a divided word is whole again, Han letters stand without a space. */
function joinLines(before: string, line: string): string {
  if (/\p{L}-$/u.test(before) && LOWER_START.test(line)) return before.slice(0, -1) + line;
  if (before.endsWith('\u00ad')) return before.slice(0, -1) + line;
  return HAN_END.test(before) && HAN_START.test(line) ? before + line : `${before} ${line}`;
}

/** Paragraphs out of the lines of all pages; one that reaches the end of a page goes on after its break. */
export function joinToBlocks(pages: readonly (readonly PdfLine[])[], list: BlockList): void {
  const furniture = findPageFurniture(pages);
  const all = pages.flat().filter((line) => !furniture.has(line));
  const height = median(all.map((line) => line.height));
  const gaps: number[] = [];
  for (let i = 1; i < all.length; i++) {
    const gap = all[i - 1]!.bottom - all[i]!.bottom;
    if (all[i]!.page === all[i - 1]!.page && gap > 0 && gap < height * 4) gaps.push(gap);
  }
  const spacing =
    gaps.length > 0 ? [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length * 0.3)]! : height * 1.2;
  const right = all.reduce((most, line) => Math.max(most, line.right), 0);
  let open: { text: string; last: PdfLine; kind: BlockKind } | null = null;
  const waiting: PdfLine[] = [];
  const close = (): void => {
    if (open) list.add(open.kind, open.text);
    for (const line of waiting.splice(0)) list.add('furniture', line.text);
    open = null;
  };
  const continues = (last: PdfLine, line: PdfLine, text: string): boolean => {
    if (ITEM.test(line.text) || Math.abs(last.height - line.height) > height * 0.15) return false;
    const full = last.right > right - height * 6;
    if (last.page !== line.page) return full && !SENTENCE_END.test(text);
    const gap = last.bottom - line.bottom;
    const indented = line.left - last.left > height * 0.8;
    return gap > 0 && gap < spacing * 1.35 && full && !indented;
  };
  for (const line of pages.flat()) {
    if (furniture.has(line)) waiting.push(line);
    else if (open && continues(open.last, line, open.text)) {
      open.text = joinLines(open.text, line.text);
      open.last = line;
    } else {
      close();
      const large = line.height > height * 1.15 && line.text.length < 200;
      open = { text: line.text, last: line, kind: large ? 'heading' : 'paragraph' };
    }
  }
  close();
}

async function readPages(bytes: Uint8Array, file: string): Promise<PdfLine[][]> {
  const { getDocumentProxy } = await import('unpdf');
  const refuse = (reason: string): AppError => new AppError('file-invalid', { file, format: FORMAT, reason });
  const pages: PdfLine[][] = [];
  try {
    // A copy: pdf.js takes the buffer away from its owner.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), {
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: false,
      verbosity: 0,
    });
    if (pdf.numPages > MAX_PAGES) throw refuse(`it has more than ${MAX_PAGES} pages`);
    let length = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const lines = linesOfPage(items as Item[], number);
      length += lines.reduce((sum, line) => sum + line.text.length, 0);
      if (length > MAX_CHARACTERS) throw refuse('it holds too much text');
      pages.push(lines);
      page.cleanup();
    }
    await pdf.loadingTask.destroy();
  } catch (error) {
    if (error instanceof AppError) throw error;
    const name = error instanceof Error ? error.name : '';
    throw refuse(name === 'PasswordException' ? 'it is protected by a password' : 'it is damaged');
  }
  return pages;
}

export const pdfReader: FormatReader = {
  read: async ({ bytes, file }) => {
    const pages = await readPages(bytes, file);
    const list = new BlockList();
    joinToBlocks(pages, list);
    const warnings: ReadWarning[] = [warn(list.blocks.length === 0 ? 'pdf-no-text' : 'pdf-quality')];
    return { format: 'pdf', blocks: list.blocks, units: null, columns: [], lang: null, warnings };
  },
};
