/**
 * Numbers in words that differ although they count the same thing: `ba ngân hàng`, `двух банков`. Such numbers prove nothing by
 * themselves; the noun behind them, which the lexicon finds on both sides, tells that they are meant for each other.
 */
import type { Quantity } from '../facts/index.ts';
import type { CheckContext, Side } from './check.ts';
import type { PlacedFacts } from './placed.ts';
import type { Unit } from './renderings.ts';

/** How far behind a number what it counts may stand, in characters: a classifier, or adjectives. */
const REACH: Readonly<Record<string, number>> = { vi: 8, zh: 3 };
const REACH_OF_WORDS = 24;
const BORDER = /[.,;:!?。，；：！？–—()«»„“”"]/u;

interface Counted {
  readonly quantity: Quantity;
  readonly things: readonly Unit[];
}

const collect = (
  context: CheckContext,
  bead: number,
  side: Side,
  facts: PlacedFacts,
  quantities: readonly Quantity[],
): readonly Counted[] => {
  const lang = side === 'source' ? context.sourceLang : context.targetLang;
  const reach = REACH[lang.slice(0, 2)] ?? REACH_OF_WORDS;
  return quantities
    .filter(({ kind }) => kind === 'number')
    .map((quantity) => {
      const segment = facts.segmentOf(quantity);
      const text = context.text(side, segment);
      const things = context
        .renderings(bead)
        [side].filter(
          (unit) =>
            unit.segment === segment &&
            unit.start >= quantity.end &&
            unit.start - quantity.end <= reach &&
            !BORDER.test(text.slice(quantity.end, unit.start)),
        );
      return { quantity, things };
    });
};

/** Pairs of numbers in words that count the same thing and differ; of a thing that several numbers count nothing is said. */
export const findMiscounted = (
  context: CheckContext,
  bead: number,
  facts: { readonly source: PlacedFacts; readonly target: PlacedFacts },
  words: { readonly source: readonly Quantity[]; readonly target: readonly Quantity[] },
): readonly { readonly source: Quantity; readonly target: Quantity }[] => {
  if (words.source.length === 0 || words.target.length === 0) return [];
  const sources = collect(context, bead, 'source', facts.source, words.source);
  const targets = collect(context, bead, 'target', facts.target, words.target);
  return sources.flatMap(({ quantity, things }) => {
    const same = targets.filter((target) =>
      things.some((thing) => thing.partners.some((partner) => target.things.includes(partner))),
    );
    return same.length === 1 ? [{ source: quantity, target: same[0]!.quantity }] : [];
  });
};
