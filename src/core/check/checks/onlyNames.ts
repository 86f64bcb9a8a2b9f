/**
 * Two sentences that have nothing but names in common: captions of two other pictures of the same persons. The alignment may pair
 * them; what the original says is missing all the same (specification 2.8).
 */
import type { Check, CheckContext, Finding, Side } from '../check.ts';
import type { CoveredUnit } from '../coverage.ts';
import { quote } from '../messages.ts';
import { comparable } from '../placed.ts';

/** So many names in common make the pair. */
const LEAST_NAMES = 2;
/** So many other words on each side have no counterpart, and none has one. */
const LEAST_WORDS = 2;
/** Their evidence together, on each side. */
const LEAST_WEIGHT = 1.1;

/** Units that are no name and lead to none: a title or a country before a person belongs to the name. */
const withoutNames = (units: readonly CoveredUnit[]): readonly CoveredUnit[] => {
  const others: CoveredUnit[] = [];
  let chain: CoveredUnit[] = [];
  const close = (): void => {
    others.push(...chain.slice(chain.findLastIndex((unit) => unit.kind === 'name') + 1));
    chain = [];
  };
  for (const unit of units) {
    const last = chain.at(-1);
    if (last && (last.segment !== unit.segment || unit.start - last.end > 1)) close();
    chain.push(unit);
  }
  close();
  return others;
};

const isOtherwise = (context: CheckContext, index: number, side: Side): boolean => {
  const others = withoutNames(context.coverage(side).units(index));
  return (
    others.length >= LEAST_WORDS &&
    others.every((unit) => !unit.covered) &&
    others.reduce((sum, unit) => sum + unit.weight, 0) >= LEAST_WEIGHT
  );
};

const compare = (context: CheckContext, index: number): Finding[] => {
  const bead = context.beads[index]!;
  if (bead.source.length !== 1) return [];
  const names = context
    .coverage('source')
    .units(index)
    .filter((unit) => unit.kind === 'name' && unit.covered);
  if (names.length < LEAST_NAMES) return [];
  if (!isOtherwise(context, index, 'source') || !isOtherwise(context, index, 'target')) return [];
  const segment = bead.source[0]!;
  const kind = context.source?.segments[segment]?.kind;
  const text = context.text('source', segment);
  return [
    {
      check: 'omission',
      code: 'omission.names',
      // Running text may be rendered by other words throughout.
      severity: kind === 'caption' || kind === 'heading' ? 'minor' : 'note',
      confidence: 0.6,
      source: bead.source,
      target: bead.target,
      sourceSpan: context.span('source', segment, 0, text.length),
      params: { source: quote(text) },
    },
  ];
};

export const onlyNames: Check = {
  name: 'only-names',
  needs: 'pair',
  finds: ['omission'],
  explains: ['omission.names'],
  scope: 'bead',
  find: (context, beads) => comparable(context, beads).flatMap((index) => compare(context, index)),
};
