/** From a decoded file to segments: paragraphs, their kinds, their sentences, and the places of all in the file. */
import type { Segment, SegmentedText, SegmentKind } from '../model.ts';
import type { Block, BlockKind } from './blocks.ts';
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

/** A paragraph with the way back to its places in the file, and the kind that its reader gave it. */
interface Piece extends Paragraph {
  /** Places in the file of offsets into `text`. */
  readonly place: (from: number, to: number) => { start: number; end: number };
  readonly given: SegmentKind | null;
}

/** Offsets at which the sentences of a paragraph end, the last one being its length: rules of a person's own. */
export type FindEnds = (paragraph: string) => readonly number[];

/** Kinds that are one segment each, whatever stands in them. */
const WHOLE: ReadonlySet<SegmentKind> = new Set(['heading', 'metadata']);

/** Offsets at which the segments of a paragraph end. Furniture is cut too: a teaser may hold sentences. */
const findEnds = (text: string, kind: SegmentKind, find: FindEnds): readonly number[] =>
  WHOLE.has(kind) ? [text.length] : find(text);

/** Splits a metadata prefix off the first paragraph. */
function splitPrefix(pieces: readonly Piece[]): { pieces: readonly Piece[]; metadata: number } {
  const front = countFrontMatter(pieces);
  const [first, ...others] = pieces;
  const length = front === 0 && first ? measureMetadataPrefix(first.text) : 0;
  if (!first || length === 0) return { pieces, metadata: front };
  const rest = first.text.slice(length);
  const from = length + (rest.length - rest.trimStart().length);
  const prefix = { ...first, text: first.text.slice(0, length) };
  if (rest.trim() === '') return { pieces: [prefix, ...others], metadata: 1 };
  const body: Piece = {
    ...first,
    text: rest.trimStart(),
    place: (a, b) => first.place(a + from, b + from),
  };
  return { pieces: [prefix, body, ...others], metadata: 1 };
}

function cutPieces(
  all: readonly Piece[],
  lang: string,
  find: FindEnds = (text) => findSentenceEnds(text, lang),
  furniture: 'apart' | 'text' = 'apart',
): SegmentedText {
  const { pieces, metadata } = furniture === 'text' ? { pieces: all, metadata: 0 } : splitPrefix(all);
  const kinds: SegmentKind[] = [
    ...pieces.slice(0, metadata).map((): SegmentKind => 'metadata'),
    ...findKinds(pieces.slice(metadata), lang).map((kind) =>
      furniture === 'text' && (kind === 'furniture' || kind === 'metadata') ? 'text' : kind,
    ),
  ];
  const segments: Segment[] = [];
  pieces.forEach((piece, paragraph) => {
    const kind = kinds[paragraph]!;
    let from = 0;
    let line = piece.line;
    for (const end of findEnds(piece.text, kind, find)) {
      const stretch = piece.text.slice(from, end);
      const indent = stretch.length - stretch.trimStart().length;
      line += countBreaks(stretch.slice(0, indent));
      const place = piece.place(from + indent, end);
      segments.push({ text: unwrap(piece.text.slice(from + indent, end)), kind, line, paragraph, ...place });
      line += countBreaks(stretch.slice(indent));
      from = end;
    }
  });
  return { lang, segments };
}

const placesIn =
  ({ toRaw }: NormalisedText, offset: number) =>
  (from: number, to: number) => ({ start: toRaw(offset + from), end: toRaw(offset + to) });

/**
 * One segment a sentence, heading, caption or line of page furniture; every letter of the file stands in exactly one, in order.
 * `lang` is a BCP 47 code; languages without rules of their own are cut by general ones. Linear in the length of `raw`.
 */
export function cutText(raw: string, lang: string): SegmentedText {
  const normalised = normaliseText(raw);
  const paragraphs = cutIntoParagraphs(normalised.text);
  return cutPieces(
    paragraphs.map((one) => ({ ...one, place: placesIn(normalised, one.start), given: null })),
    lang,
  );
}

const GIVEN: Readonly<Record<BlockKind, SegmentKind | null>> = {
  paragraph: null,
  heading: 'heading',
  caption: 'caption',
  list: 'list',
  cell: 'list',
  furniture: 'furniture',
};

/**
 * The same for the blocks of a format: kinds that the reader gave are kept, except that page furniture is also found among them.
 * A sentence of a block that does not stand verbatim in the file has the place of its block. `find`: in the place of the
 * built-in rules. `furniture`: with `text` nothing is taken for page furniture, not even what the reader took for it.
 */
export function cutBlocks(
  blocks: readonly Block[],
  lang: string,
  find?: FindEnds,
  furniture: 'apart' | 'text' = 'apart',
): SegmentedText {
  const pieces = blocks.flatMap((block): Piece[] => {
    const normalised = normaliseText(block.text);
    const text = normalised.text.trim();
    if (text === '') return [];
    const indent = normalised.text.length - normalised.text.trimStart().length;
    const verbatim = block.end - block.start === block.text.length;
    const place = (from: number, to: number) => ({
      start: verbatim ? block.start + normalised.toRaw(indent + from) : block.start,
      end: verbatim ? block.start + normalised.toRaw(indent + to) : block.end,
    });
    const { start, end, line, apart = true } = block;
    return [{ start, end, line, apart, text, place, given: GIVEN[block.kind] }];
  });
  return cutPieces(pieces, lang, find, furniture);
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
  const segments = lines.map(
    (one, paragraph): Segment => ({
      text: one.text,
      kind: kindOf.get(one.line) ?? 'furniture',
      line: one.line,
      paragraph,
      ...placesIn(normalised, one.start)(0, one.text.length),
    }),
  );
  return { lang, segments };
}
