/** Which words of a bead render which: lexicon mentions of both sides that share a concept. */
import type { CheckContext, Side } from './check.ts';

export interface Unit {
  readonly segment: number;
  readonly start: number;
  readonly end: number;
  readonly concepts: readonly number[];
  /** Units of the other side with a concept in common. */
  readonly partners: readonly Unit[];
}

export interface Renderings {
  readonly source: readonly Unit[];
  readonly target: readonly Unit[];
}

interface OpenUnit extends Unit {
  readonly partners: OpenUnit[];
}

const collect = (context: CheckContext, side: Side, segments: readonly number[]): OpenUnit[] =>
  segments.flatMap((segment) =>
    context.mentions(side, segment).map(({ start, end, concepts }) => ({
      segment,
      start,
      end,
      concepts,
      partners: [] as OpenUnit[],
    })),
  );

export const findRenderings = (context: CheckContext, bead: number): Renderings => {
  const { source = [], target = [] } = context.beads[bead] ?? {};
  const sourceUnits = collect(context, 'source', source);
  const targetUnits = collect(context, 'target', target);
  const byConcept = new Map<number, OpenUnit[]>();
  for (const unit of targetUnits) {
    for (const concept of unit.concepts) {
      const list = byConcept.get(concept);
      if (list) list.push(unit);
      else byConcept.set(concept, [unit]);
    }
  }
  for (const unit of sourceUnits) {
    for (const concept of unit.concepts) {
      for (const partner of byConcept.get(concept) ?? []) {
        if (unit.partners.includes(partner)) continue;
        unit.partners.push(partner);
        partner.partners.push(unit);
      }
    }
  }
  return { source: sourceUnits, target: targetUnits };
};

/** German writes its nouns with a capital, whatever the pair: a concept is a noun if all its German forms are. */
export const isNoun = (context: CheckContext, unit: Pick<Unit, 'concepts'>): boolean =>
  unit.concepts.every((concept) => {
    const forms = context.forms(concept, 'de');
    return forms.length > 0 && forms.every((form) => /^\p{Lu}/u.test(form));
  });
