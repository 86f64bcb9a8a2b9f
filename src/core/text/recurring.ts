/** Page furniture found by comparison: what stands on several pages of a site in the same words is no article. */
import type { Block } from './blocks.ts';
import { foldExact } from './fold.ts';

/** On at least so many pages, this one included. */
const LEAST_PAGES = 3;
/** Longer blocks are text, even if a site repeats them. */
const LONGEST = 400;
/** In blocks up to here numbers may differ from page to page: dates, counts of comments. */
const LONGEST_WITH_NUMBERS = 80;
/** A block from here on is a paragraph of running text. */
const PARAGRAPH = 60;

function fold(text: string): string {
  const folded = foldExact(text);
  return text.length <= LONGEST_WITH_NUMBERS ? folded.replace(/\d+/g, '#') : folded;
}
const isParagraph = ({ kind, text }: Block): boolean => kind !== 'furniture' && text.length >= PARAGRAPH;

/**
 * The blocks of a page, those that recur on others of its site as furniture. Where no paragraph would be left, the pages are versions
 * of one text and no pages of a site, and nothing is marked.
 */
export function markRecurring(page: readonly Block[], others: readonly (readonly Block[])[]): Block[] {
  const counts = new Map<string, number>();
  for (const other of others)
    for (const key of new Set(
      other.filter(({ text }) => text.length <= LONGEST).map(({ text }) => fold(text)),
    ))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  const marked = page.map((block) =>
    block.text.length <= LONGEST && (counts.get(fold(block.text)) ?? 0) >= LEAST_PAGES - 1
      ? { ...block, kind: 'furniture' as const }
      : block,
  );
  return page.some(isParagraph) && !marked.some(isParagraph) ? [...page] : marked;
}
