/** From a decoded file to segments: paragraphs, their kinds, their sentences, and the places of all in the file. */
import type { Segment, SegmentedText, SegmentKind } from '../model.ts';
import { type NormalisedText, normaliseText } from './normalise.ts';
import { cutIntoLines, cutIntoParagraphs, type Paragraph } from './paragraphs.ts';
import { findSentenceEnds } from './sentences.ts';

/** Text of a segment: line breaks inside, with the spaces around them, become one space. */
const unwrap = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim();

function makeSegment(
  { text, toRaw }: NormalisedText,
  start: number,
  end: number,
  rest: { kind: SegmentKind; line: number; paragraph: number },
): Segment {
  return { text: unwrap(text.slice(start, end)), ...rest, start: toRaw(start), end: toRaw(end) };
}

/** One segment a sentence, heading, caption or line of page furniture; every letter of the file stands in exactly one. */
export function cutText(raw: string, lang: string): SegmentedText {
  const normalised = normaliseText(raw);
  const segments: Segment[] = [];
  cutIntoParagraphs(normalised.text).forEach((paragraph, number) => {
    let from = 0;
    let line = paragraph.line;
    for (const end of findSentenceEnds(paragraph.text, lang)) {
      const piece = paragraph.text.slice(from, end);
      const indent = piece.length - piece.trimStart().length;
      line += countBreaks(piece.slice(0, indent));
      segments.push(
        makeSegment(normalised, paragraph.start + from + indent, paragraph.start + end, {
          kind: 'text',
          line,
          paragraph: number,
        }),
      );
      line += countBreaks(piece.slice(indent));
      from = end;
    }
  });
  return { lang, segments };
}

const countBreaks = (s: string): number => s.split('\n').length - 1;

/** One segment a line, blank lines included (as furniture without text), for texts that are cut already. */
export function cutLines(raw: string, lang: string): SegmentedText {
  const normalised = normaliseText(raw);
  const segments = cutIntoLines(normalised.text).map((line: Paragraph, number) =>
    makeSegment(normalised, line.start, line.end, {
      kind: line.text === '' ? 'furniture' : 'text',
      line: line.line,
      paragraph: number,
    }),
  );
  return { lang, segments };
}
