/**
 * A member of a list that the rendering leaves out (specification 2.8, "list items (4 → 3)"). Structure is the witness: the
 * members around it have their counterparts side by side, nothing stands between those, and the length fits what is left. The
 * words of the member need not be known to the lexicon; where they are, none of them is found on the other side.
 */
import { findName, quantitiesAgree, type TextSpan } from '../../facts/index.ts';
import { isStopWord } from '../../text/index.ts';
import type { Check, CheckContext, Finding, Side, Word } from '../check.ts';
import { quote } from '../messages.ts';
import { type Piece, splitPieces } from '../pieces.ts';
import { comparable } from '../placed.ts';

/** Words of grammar that open a member of a list all the same. */
const COUNTING = new Set(['một', 'hai', 'ba', 'bốn', 'năm', 'các', 'những', 'cả', 'mọi', 'mỗi', 'trong']);

export interface Placed extends Piece {
  readonly segment: number;
}

/** Which pieces of the original share words, names and values with which of the rendering: weights above 0. */
export type Links = readonly ReadonlyMap<number, number>[];

/** Variance of the share of a member's length that its neighbours' renderings leave unexplained. */
const SPREAD = 0.36;
/** Standard deviation of ln(length ratio) over a few members of a list. */
const LENGTH_SPREAD = 0.4;
/** What it counts that the members around it have their counterparts side by side; little where it is the last. */
const BETWEEN = 1.2;
const LAST = 0;
const SHOWN = 2.6;
/** The most words that a member of a list has; a longer one is a clause. */
const LONGEST = 8;

export const piecesOf = (context: CheckContext, side: Side, segments: readonly number[]): Placed[] =>
  segments.flatMap((segment) =>
    splitPieces(context.text(side, segment), side === 'source' ? context.sourceLang : context.targetLang).map(
      (piece) => ({ ...piece, segment }),
    ),
  );

const pieceAt = (pieces: readonly Placed[], segment: number, start: number): number =>
  pieces.findIndex((piece) => piece.segment === segment && piece.start <= start && start < piece.end);

export const link = (
  context: CheckContext,
  bead: number,
  source: readonly Placed[],
  target: readonly Placed[],
  /** Places of the original whose words do not count. */
  without: readonly { readonly segment: number; readonly start: number; readonly end: number }[] = [],
): Links => {
  const links = source.map(() => new Map<number, number>());
  const add = (from: number, to: number, weight: number): void => {
    if (from >= 0 && to >= 0) links[from]!.set(to, (links[from]!.get(to) ?? 0) + weight);
  };
  for (const unit of context.renderings(bead).source) {
    if (without.some((one) => one.segment === unit.segment && one.start < unit.end && unit.start < one.end))
      continue;
    const from = pieceAt(source, unit.segment, unit.start);
    const homes = new Set(unit.partners.map((partner) => pieceAt(target, partner.segment, partner.start)));
    const isContent = !isStopWord(
      context.text('source', unit.segment).slice(unit.start, unit.end),
      context.sourceLang,
    );
    for (const to of homes) add(from, to, (isContent ? 1 : 0.2) / homes.size);
  }
  for (const [from, piece] of source.entries()) {
    const facts = context.facts('source', piece.segment);
    for (const quantity of facts.quantities) {
      if (quantity.start < piece.start || quantity.end > piece.end) continue;
      for (const [to, other] of target.entries())
        for (const one of context.facts('target', other.segment).quantities)
          if (one.start >= other.start && one.end <= other.end && quantitiesAgree(quantity, one))
            add(from, to, 1);
    }
    for (const name of facts.names) {
      if (name.start < piece.start || name.end > piece.end) continue;
      for (const segment of new Set(target.map((other) => other.segment))) {
        const hit = findName(name, context.sourceLang, context.text('target', segment), context.targetLang);
        if (hit) add(from, pieceAt(target, segment, hit.start), 1);
      }
    }
  }
  return links;
};

export const best = (links: ReadonlyMap<number, number>): number | null => {
  let found: number | null = null;
  for (const [to, weight] of links) if (found === null || weight > links.get(found)!) found = to;
  return found;
};

const lengthOf = (pieces: readonly Placed[]): number =>
  pieces.reduce((sum, piece) => sum + piece.end - piece.start, 0);

interface Place {
  /** Number of the member among the pieces of the original. */
  readonly member: number;
  /** The counterparts of the members before and behind it; the same where nothing is behind. */
  readonly before: number;
  readonly behind: number;
}

/** Whether the pieces `from` to `to` of the rendering leave no room for another member. */
const findPlace = (
  source: readonly Placed[],
  target: readonly Placed[],
  links: Links,
  member: number,
): Place | null => {
  const previous = best(links[member - 1]!);
  if (previous === null) return null;
  const isLast = !isMember(source, member + 1);
  if (!isLast) {
    const next = best(links[member + 1]!);
    if (next === null || next !== previous + 1 || !isMember(target, next)) return null;
    return { member, before: previous, behind: next };
  }
  // What follows in the same list renders another piece, or nothing follows.
  const follows = isMember(target, previous + 1);
  const isElsewhere = links.some(
    (one, from) => from !== member && from !== member - 1 && best(one) === previous + 1,
  );
  return !follows || isElsewhere ? { member, before: previous, behind: previous } : null;
};

/** Whether a piece is joined to the one before it in its sentence. */
export const isMember = (pieces: readonly Placed[], at: number): boolean =>
  at > 0 && at < pieces.length && pieces[at]!.joined && pieces[at]!.segment === pieces[at - 1]!.segment;

/** Letters of a piece that no word of the other side accounts for. */
const unlinked = (context: CheckContext, index: number, side: Side, piece: Placed): number => {
  const units = context
    .renderings(index)
    [side].filter((unit) => unit.partners.length > 0 && inside(unit, piece));
  const facts = context.facts(side, piece.segment);
  const known = [...units, ...facts.quantities, ...facts.dates, ...facts.names];
  const lang = side === 'source' ? context.sourceLang : context.targetLang;
  return context
    .words(side, piece.segment)
    .filter((word) => word.start >= piece.start && word.end <= piece.end && !isStopWord(word.text, lang))
    .filter((word) => known.every((one) => word.end <= one.start || word.start >= one.end))
    .reduce((sum, word) => sum + word.end - word.start, 0);
};

/**
 * What the words say that nothing accounts for: where the member was left out the rendering has no more of them than the other
 * members explain; where it was rendered by words that the lexicon does not know, it has as many as the member is long.
 */
const weighRoom = (
  context: CheckContext,
  index: number,
  source: readonly Placed[],
  target: readonly Placed[],
  place: Place,
): number => {
  const { member, before, behind } = place;
  const ratio = Math.exp(context.lengthCentre());
  const around = source.slice(member - 1, behind > before ? member + 2 : member + 1);
  const others = around.filter((piece) => piece !== source[member]);
  const there = target.slice(before, behind + 1 + (behind > before ? 0 : 1));
  const sum = (side: Side, pieces: readonly Placed[]): number =>
    pieces.reduce((total, piece) => total + unlinked(context, index, side, piece), 0);
  const free = sum('target', there) - ratio * sum('source', others);
  const share = free / (ratio * lengthOf([source[member]!]));
  return Math.max(-3, Math.min(2, (1 - 2 * share) / (2 * SPREAD)));
};

/** How much better the length of the rendering fits without the member than with it: a log-likelihood ratio. */
const weighLength = (
  context: CheckContext,
  source: readonly Placed[],
  target: readonly Placed[],
  { member, before, behind }: Place,
): number => {
  const around = lengthOf(source.slice(member - 1, behind > before ? member + 2 : member + 1));
  const there = lengthOf(target.slice(before, behind + 1));
  const deviation = (length: number): number =>
    (Math.log(Math.max(1, there) / Math.max(1, length)) - context.lengthCentre()) / LENGTH_SPREAD;
  const rendered = deviation(around);
  const missing = deviation(around - lengthOf([source[member]!]));
  return Math.max(-2, Math.min(1.5, (rendered * rendered - missing * missing) / 2));
};

const hasContent = (context: CheckContext, piece: Placed): boolean =>
  context
    .words('source', piece.segment)
    .some(
      (word) =>
        word.start >= piece.start && word.end <= piece.end && !isStopWord(word.text, context.sourceLang),
    );

/** A piece that opens with a word of grammar (a conjunction, a pronoun, an auxiliary) is a clause; one with a number is not. */
const isClause = (context: CheckContext, first: Word): boolean =>
  isStopWord(first.text, context.sourceLang) && !COUNTING.has(first.fold);

const inside = (unit: Omit<TextSpan, 'text'> & { readonly segment: number }, piece: Placed): boolean =>
  unit.segment === piece.segment && unit.start >= piece.start && unit.end <= piece.end;

const findIn = (context: CheckContext, index: number): Finding[] => {
  const bead = context.beads[index]!;
  const source = piecesOf(context, 'source', bead.source);
  const target = piecesOf(context, 'target', bead.target);
  if (source.length < 3) return [];
  const units = context.coverage('source').units(index);
  let links: Links | null = null;
  return source.flatMap((piece, member) => {
    // A list has three members or more: two borders in a row.
    if (!isMember(source, member) || !(isMember(source, member + 1) || isMember(source, member - 1)))
      return [];
    const own = units.filter((unit) => inside(unit, piece));
    if (
      own.some((unit) => unit.covered) ||
      !own.some((unit) => unit.kind !== 'name') ||
      !hasContent(context, piece)
    )
      return [];
    const words = context
      .words('source', piece.segment)
      .filter((word) => word.start >= piece.start && word.end <= piece.end);
    if (words.length > LONGEST || isClause(context, words[0]!)) return [];
    links ??= link(context, index, source, target);
    const place = findPlace(source, target, links, member);
    if (!place) return [];
    const score =
      (place.behind > place.before ? BETWEEN : LAST) +
      own.reduce((sum, unit) => sum + unit.weight, 0) +
      weighRoom(context, index, source, target, place) +
      weighLength(context, source, target, place);
    if (score < SHOWN) return [];
    const span = context.span('source', piece.segment, piece.start, piece.end);
    return [
      {
        check: 'partial-omission' as const,
        code: 'partial-omission.item',
        severity: 'major' as const,
        confidence: Math.min(0.9, 0.4 + score * 0.06),
        source: bead.source,
        target: bead.target,
        sourceSpan: span,
        params: { source: quote(span.text) },
      },
    ];
  });
};

export const listItem: Check = {
  name: 'list-item',
  needs: 'pair',
  finds: ['partial-omission'],
  explains: ['partial-omission.item'],
  scope: 'bead',
  find: (context, beads) => comparable(context, beads).flatMap((index) => findIn(context, index)),
};
