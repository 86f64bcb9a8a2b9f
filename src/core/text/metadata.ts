/** Data about a text that stands in the text: a `key value` prefix of its first line, lines of `key: value` before it. */

const KEYS =
  'date|datum|ngày|дата|日期|url|title|author|source|lang|language|id|category|published|crawled|doc|docid';
/** `date 2025-08-14 Text …`: a key and an ISO date (or address) before the text. */
const PREFIX = new RegExp(
  `^(?:${KEYS})\\s*[:=]?\\s*(?:\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2})?Z?)?|https?://\\S+)(?=\\s|$)`,
  'iu',
);
const FENCE = /^(?:---|\+\+\+)$/;
const LONGEST_FRONT_MATTER = 40;

/** Length of the metadata at the beginning of a paragraph, 0 where there is none. */
export const measureMetadataPrefix = (text: string): number => PREFIX.exec(text)?.[0].length ?? 0;

/** How many lines at the beginning are front matter between fences. */
export function countFrontMatter(lines: readonly { readonly text: string }[]): number {
  if (!FENCE.test(lines[0]?.text ?? '')) return 0;
  const end = lines.slice(1, LONGEST_FRONT_MATTER).findIndex(({ text }) => FENCE.test(text));
  const inside = lines.slice(1, end + 1);
  return end > 0 && inside.every(({ text }) => /^[\w-]+\s*[:=]|^\s*-\s/.test(text)) ? end + 2 : 0;
}
