/**
 * Words of a bead that nothing of the other side accounts for, and where on the other side the words of a place would be expected:
 * between the counterparts of their neighbours. What was left over at the expected place of a term stands there in its stead.
 */
import { isStopWord } from '../text/index.ts';
import type { CheckContext, Side, Word } from './check.ts';
import type { Unit } from './renderings.ts';

export interface Leftover {
  readonly segment: number;
  readonly start: number;
  readonly end: number;
  /** As the lexicon knows it, if it does: then it means something else than what the original says. */
  readonly unit: Unit | null;
}

interface Place {
  readonly segment: number;
  readonly start: number;
  readonly end: number;
}

const meets = (a: Place, b: Place): boolean => a.segment === b.segment && a.start < b.end && b.start < a.end;
const LETTER = /\p{L}/u;
const HAN = /^\p{Script=Han}$/u;

/** Words that render something, are in a name or belong to a value. */
const accounted = (context: CheckContext, bead: number, side: Side): readonly Place[] => {
  const units = context.renderings(bead)[side].filter((unit) => unit.partners.length > 0);
  const facts = context.beads[bead]![side].flatMap((segment) => {
    const { quantities, dates, names } = context.facts(side, segment);
    return [...quantities, ...dates, ...names].map(({ start, end }) => ({ segment, start, end }));
  });
  return [...units, ...facts];
};

/** Most Chinese words have two characters. */
const LONGEST_RUN = 2;

/** Content words without a counterpart; in Chinese, outside the lexicon's words, two characters at a time. */
export const findLeftovers = (context: CheckContext, bead: number, side: Side): readonly Leftover[] => {
  const lang = side === 'source' ? context.sourceLang : context.targetLang;
  const taken = accounted(context, bead, side);
  const units = context.renderings(bead)[side];
  const found: Leftover[] = [];
  for (const segment of context.beads[bead]![side]) {
    const isFree = (word: Word): boolean =>
      LETTER.test(word.text) &&
      !isStopWord(word.text, lang) &&
      !taken.some((one) => meets(one, { segment, start: word.start, end: word.end }));
    const words = context.words(side, segment);
    for (let at = 0; at < words.length; at++) {
      const word = words[at]!;
      if (!isFree(word)) continue;
      // A unit of the lexicon is one word; so are characters that lie between longer units.
      const unitAt = (one: Word) =>
        units
          .filter((unit) => unit.segment === segment && unit.start <= one.start && one.end <= unit.end)
          .find((unit) => !HAN.test(one.text) || unit.end - unit.start > 1);
      const unit = unitAt(word);
      let last = at;
      if (unit) while (words[last + 1] && words[last + 1]!.end <= unit.end) last++;
      else if (HAN.test(word.text))
        while (last - at + 1 < LONGEST_RUN && words[last + 1]) {
          const next = words[last + 1]!;
          if (next.start !== words[last]!.end || !isFree(next) || unitAt(next)) break;
          last++;
        }
      found.push({ segment, start: word.start, end: words[last]!.end, unit: unit ?? null });
      at = last;
    }
  }
  return found;
};

/** Middle of a stretch of a bead's side, as a share of the whole side. */
const middle = (context: CheckContext, bead: number, side: Side, place: Place): number => {
  let before = 0;
  let all = 0;
  for (const segment of context.beads[bead]![side]) {
    if (segment === place.segment) before = all + (place.start + place.end) / 2;
    all += context.text(side, segment).length;
  }
  return before / Math.max(1, all);
};

/** Where on the target side the words of a place of the source are expected, as a share; by the counterparts around them. */
const expectPlace = (context: CheckContext, bead: number, place: Place): number => {
  const own = middle(context, bead, 'source', place);
  let [left, right] = [
    { source: 0, target: 0 },
    { source: 1, target: 1 },
  ];
  for (const unit of context.renderings(bead).source) {
    const partner = unit.partners[0];
    if (!partner || unit.partners.length > 1 || partner.partners.length > 1 || meets(unit, place)) continue;
    const source = middle(context, bead, 'source', unit);
    const target = middle(context, bead, 'target', partner);
    if (source <= own && source >= left.source) left = { source, target };
    if (source >= own && source <= right.source) right = { source, target };
  }
  const span = right.source - left.source;
  return span <= 0 ? left.target : left.target + ((own - left.source) / span) * (right.target - left.target);
};

/** How far from where the words of a place of the source are expected a place of the target lies, as a share of the bead. */
export const distanceBetween = (context: CheckContext, bead: number, source: Place, target: Place): number =>
  Math.abs(middle(context, bead, 'target', target) - expectPlace(context, bead, source));

const distanceTo = (context: CheckContext, bead: number, expected: number, leftover: Leftover): number =>
  Math.abs(middle(context, bead, 'target', leftover) - expected);

/** With more words left over on a side, and more than this share of them, it is rendered freely: no word stands for another. */
const FEW = 6;
const MANY = 9;
const FREE = 0.65;
/** A substitute stands at most this share of the bead from where its original is expected. */
const NEAR = 0.13;
/** And so much nearer than to any other word of the original without a counterpart. */
const MARGIN = 0.0;

const isFree = (context: CheckContext, bead: number, side: Side, left: readonly Leftover[]): boolean => {
  if (left.length <= FEW) return false;
  if (left.length > MANY) return true;
  const rendered = context
    .coverage(side)
    .units(bead)
    .filter((unit) => unit.covered).length;
  return left.length > FREE * (left.length + rendered);
};

/**
 * The word that stands in place of a word of the source: left over, nearer than `near` (a share of the bead) to where that is
 * expected, and nearer to it than to any other.
 */
export const findStandIn = (
  context: CheckContext,
  bead: number,
  place: Place,
  fits: (leftover: Leftover) => boolean,
  near = NEAR,
): Leftover | null => {
  const leftovers = findLeftovers(context, bead, 'target');
  const open = findLeftovers(context, bead, 'source').filter((one) => !meets(one, place));
  if (isFree(context, bead, 'target', leftovers) || isFree(context, bead, 'source', open)) return null;
  const expected = expectPlace(context, bead, place);
  const others = open.map((one) => expectPlace(context, bead, one));
  let best: Leftover | null = null;
  let nearest = near;
  for (const one of leftovers) {
    const distance = distanceTo(context, bead, expected, one);
    if (distance >= nearest) continue;
    if (others.some((other) => distanceTo(context, bead, other, one) < distance + MARGIN)) continue;
    if (fits(one)) [best, nearest] = [one, distance];
  }
  return best;
};
