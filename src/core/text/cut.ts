/** From a decoded file to segments: paragraphs, their kinds, their sentences, and the places of all in the file. */
import type { Segment, SegmentedText, SegmentKind } from '../model.ts';
import { findKinds } from './kinds.ts';
import { countFrontMatter, measureMetadataPrefix } from './metadata.ts';
import { type NormalisedText, normaliseText } from './normalise.ts';
import { cutIntoLines, cutIntoParagraphs, type Paragraph } from './paragraphs.ts';
import { findSentenceEnds } from './sentences.ts';

/** Text of a segment: line breaks inside, with the spaces around them, become one space. */
const unwrap = (text: string): string =>
  text.includes('\n')
    ? text
        .split('\n')
        .map((line) => line.trim())
        .join(' ')
    : text;

function makeSegment(
  { text, toRaw }: NormalisedText,
  { start, end }: { start: number; end: number },
  place: { kind: SegmentKind; line: number; paragraph: number },
): Segment {
  return { text: unwrap(text.slice(start, end)), ...place, start: toRaw(start), end: toRaw(end) };
}

/** Kinds that are one segment each, whatever stands in them. */
const WHOLE: ReadonlySet<SegmentKind> = new Set(['heading', 'metadata']);

/** Offsets at which the segments of a paragraph end. Furniture is cut too: a teaser may hold sentences. */
const findEnds = (text: string, kind: SegmentKind, lang: string): number[] =>
  WHOLE.has(kind) ? [text.length] : findSentenceEnds(text, lang);

/** Splits a metadata prefix off the first paragraph. */
function splitPrefix(paragraphs: readonly Paragraph[]): { paragraphs: Paragraph[]; metadata: number } {
  const front = countFrontMatter(paragraphs);
  const [first, ...others] = paragraphs;
  const length = front === 0 && first ? measureMetadataPrefix(first.text) : 0;
  if (!first || length === 0) return { paragraphs: [...paragraphs], metadata: front };
  const rest = first.text.slice(length);
  const indent = rest.length - rest.trimStart().length;
  const prefix = { ...first, end: first.start + length, text: first.text.slice(0, length) };
  const body = { ...first, start: first.start + length + indent, text: rest.trimStart() };
  return { paragraphs: rest.trim() === '' ? [prefix, ...others] : [prefix, body, ...others], metadata: 1 };
}

/**
 * One segment a sentence, heading, caption or line of page furniture; every letter of the file stands in exactly one, in order.
 * `lang` is a BCP 47 code; languages without rules of their own are cut by general ones. Linear in the length of `raw`.
 */
export function cutText(raw: string, lang: string): SegmentedText {
  const normalised = normaliseText(raw);
  const { paragraphs, metadata } = splitPrefix(cutIntoParagraphs(normalised.text));
  const kinds: SegmentKind[] = [
    ...paragraphs.slice(0, metadata).map((): SegmentKind => 'metadata'),
    ...findKinds(paragraphs.slice(metadata), lang),
  ];
  const segments: Segment[] = [];
  paragraphs.forEach((paragraph, number) => {
    const kind = kinds[number]!;
    let from = 0;
    let line = paragraph.line;
    for (const end of findEnds(paragraph.text, kind, lang)) {
      const piece = paragraph.text.slice(from, end);
      const indent = piece.length - piece.trimStart().length;
      line += countBreaks(piece.slice(0, indent));
      const stretch = { start: paragraph.start + from + indent, end: paragraph.start + end };
      segments.push(makeSegment(normalised, stretch, { kind, line, paragraph: number }));
      line += countBreaks(piece.slice(indent));
      from = end;
    }
  });
  return { lang, segments };
}

function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/**
 * One segment a line, for texts that are cut already: the boundaries stay as they are, kinds are found. Blank lines are counted as
 * segments without text (of kind furniture, which nothing looks at), so that line numbers hold.
 */
export function cutLines(raw: string, lang: string): SegmentedText {
  const normalised = normaliseText(raw);
  const lines = cutIntoLines(normalised.text);
  const filled = lines.filter((line) => line.text !== '');
  const kinds = findKinds(filled, lang);
  const kindOf = new Map(filled.map((line, i) => [line.line, kinds[i]!]));
  const segments = lines.map((line, number) =>
    makeSegment(normalised, line, {
      kind: kindOf.get(line.line) ?? 'furniture',
      line: line.line,
      paragraph: number,
    }),
  );
  return { lang, segments };
}
