/**
 * A list that lost its first member (specification 2.8, "list items (4 → 3)"): the words before a list belong to its first member as
 * far as punctuation tells, so that it has no borders of its own. Its second member opens the list of the rendering, the others
 * follow there one by one, and nothing renders the last words before the first comma.
 */
import { isStopWord } from '../../text/index.ts';
import type { Check, CheckContext, Finding } from '../check.ts';
import { quote } from '../messages.ts';
import { comparable } from '../placed.ts';
import { best, isMember, type Links, link, type Placed, piecesOf } from './listItem.ts';

/** A list has so many members. */
const LEAST_MEMBERS = 3;
/** Members of a list of nouns are short, in words. */
const LONGEST = 6;

interface Tail {
  readonly segment: number;
  readonly start: number;
  readonly end: number;
}

/** Words that begin a list of several, and how many words may follow them before its first comma. */
const PLURAL = /(?<!\p{L})(?:các|những|mọi|tất cả)\s+(?:[\p{L}\p{M}]+\s?){1,2}$/iu;

/** The last words before the list, from a plural mark on, if nothing renders them. */
const tailOf = (context: CheckContext, index: number, piece: Placed): Tail | null => {
  const text = context.text('source', piece.segment);
  const match = PLURAL.exec(text.slice(piece.start, piece.end));
  if (!match) return null;
  const start = piece.start + match.index;
  const isRendered = context
    .renderings(index)
    .source.some(
      (unit) =>
        unit.segment === piece.segment &&
        unit.end > start &&
        unit.start < piece.end &&
        unit.partners.length > 0 &&
        !isStopWord(text.slice(unit.start, unit.end), context.sourceLang),
    );
  return isRendered ? null : { segment: piece.segment, start, end: piece.end };
};

/** How many members behind piece `head` have their counterparts one behind the other from piece `first` of the rendering on. */
const countFollowing = (
  source: readonly Placed[],
  target: readonly Placed[],
  links: Links,
  head: number,
  first: number,
): number => {
  let count = 0;
  while (
    isMember(source, head + count + 1) &&
    best(links[head + count + 1]!) === first + count &&
    (count === 0 || isMember(target, first + count))
  )
    count++;
  return count;
};

const opensClause = (context: CheckContext, { segment, start }: Placed): boolean => {
  const word = context.words('target', segment).find((one) => one.start >= start);
  return word !== undefined && isStopWord(word.text, context.targetLang);
};

const findIn = (context: CheckContext, index: number): Finding[] => {
  const bead = context.beads[index]!;
  const source = piecesOf(context, 'source', bead.source);
  const heads = source.flatMap((piece, at) => {
    const tail = isMember(source, at + 1) && isMember(source, at + 2) ? tailOf(context, index, piece) : null;
    return tail && tail.start > piece.start ? [{ at, tail }] : [];
  });
  if (heads.length === 0) return [];
  const target = piecesOf(context, 'target', bead.target);
  const links = link(context, index, source, target);
  return heads.flatMap(({ at, tail }) => {
    const next = source[at + 1]!;
    const words = context
      .words('source', next.segment)
      .filter((word) => word.start >= next.start && word.end <= next.end);
    const first = best(links[at + 1]!);
    if (words.length > LONGEST || first === null) return [];
    // What stands before the list is rendered in the piece that its second member opens, or before a `…, dass …` there.
    if (!links[at]!.has(first) && !(links[at]!.has(first - 1) && opensClause(context, target[first]!)))
      return [];
    const count = countFollowing(source, target, links, at, first);
    if (count < LEAST_MEMBERS - 1) return [];
    const span = context.span('source', tail.segment, tail.start, tail.end);
    return [
      {
        check: 'partial-omission' as const,
        code: 'partial-omission.item',
        severity: 'minor' as const,
        confidence: 0.65,
        source: bead.source,
        target: bead.target,
        sourceSpan: span,
        params: { source: quote(span.text) },
      },
    ];
  });
};

export const listCount: Check = {
  name: 'list-count',
  needs: 'pair',
  finds: ['partial-omission'],
  explains: ['partial-omission.item'],
  scope: 'bead',
  find: (context, beads) => comparable(context, beads).flatMap((index) => findIn(context, index)),
};
