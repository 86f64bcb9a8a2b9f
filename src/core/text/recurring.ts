/** Page furniture found by comparison: what stands on several pages of a site in the same words is no article. */
import type { Block } from './blocks.ts';
import { foldExact } from './fold.ts';

/** On at least so many pages, this one included. */
const LEAST_PAGES = 3;
/** Longer blocks are text, even if a site repeats them. */
const LONGEST = 400;

const fold = (text: string): string => foldExact(text).replace(/\d+/g, '#');

/** The blocks of a page, those that recur on others of its site as furniture. Numbers (dates, counts) may differ. */
export function markRecurring(page: readonly Block[], others: readonly (readonly Block[])[]): Block[] {
  const counts = new Map<string, number>();
  for (const other of others)
    for (const key of new Set(
      other.filter(({ text }) => text.length <= LONGEST).map(({ text }) => fold(text)),
    ))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  return page.map((block) =>
    block.text.length <= LONGEST && (counts.get(fold(block.text)) ?? 0) >= LEAST_PAGES - 1
      ? { ...block, kind: 'furniture' }
      : block,
  );
}
