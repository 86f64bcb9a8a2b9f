/**
 * What several renderings of one original say about each other (issue 4, point 4): what is missing or differs in one language
 * alone is surer there, because the others bear witness; what all of them miss or change alike points at the original or at the
 * check, and is less sure. Likewise a text that one rendering alone has is surer an addition than one that all of them have.
 */
import type { Flag, Span } from '../model.ts';

/** What of a flag is looked at: flags of a check, and flags as they are stored, whose segment numbers are ids. */
export interface WitnessedFlag {
  readonly check: string;
  readonly confidence: number;
  readonly source: readonly number[];
  readonly target: readonly number[];
  readonly sourceSpan: Pick<Span, 'segment' | 'start' | 'end'> | null;
  readonly params: Flag['params'];
}

/** One checked rendering; all of them of the same original, whose segments have the same numbers in all. */
export interface CheckedRendering<F extends WitnessedFlag = Flag> {
  readonly target: { readonly lang: string };
  readonly flags: readonly F[];
  /** Segments of the original that have a counterpart, by the beads of the alignment. */
  readonly rendered: ReadonlySet<number>;
  /** After how many segments of the original each target segment without a counterpart stands; additions are compared by it. */
  readonly places?: ReadonlyMap<number, number>;
}

/** Kinds of flags about a fact of the original, in which renderings can bear witness for each other. */
const WITNESSED: ReadonlySet<string> = new Set([
  'omission',
  'partial-omission',
  'number',
  'date',
  'unit',
  'name',
  'negation',
]);
/** Kinds that say much the same: a missing number may be a missing clause in another language. */
const FACTS: ReadonlySet<string> = new Set(['number', 'date', 'unit']);
/** How far the doubt that is left shrinks where all the others have the fact, for each of them. */
const SURER = 0.7;
/** By what a confidence is multiplied where no rendering has the fact as the original has it. */
const SHARED = 0.75;
/** Additions so many segments of the original apart are the same one. */
const SAME_PLACE = 1;

const isSameKind = (a: WitnessedFlag, b: WitnessedFlag): boolean =>
  a.check === b.check || (FACTS.has(a.check) && FACTS.has(b.check));

/** Whether two flags, of different renderings, are about the same words of the original. */
const meet = (a: WitnessedFlag, b: WitnessedFlag): boolean => {
  if (!isSameKind(a, b)) return false;
  const [one, two] = [a.sourceSpan, b.sourceSpan];
  if (one && two) return one.segment === two.segment && one.start < two.end && two.start < one.end;
  return a.source.some((segment) => b.source.includes(segment));
};

/** Something is wrong with the same sentence in the other rendering, so that it bears no witness. */
const isDoubtful = (flag: WitnessedFlag, other: WitnessedFlag): boolean =>
  WITNESSED.has(other.check) &&
  (flag.check === 'omission' || flag.check === 'partial-omission' || isSameKind(flag, other)) &&
  other.source.some((segment) => flag.source.includes(segment));

const round = (confidence: number): number => Math.round(confidence * 100) / 100;
const langsOf = (renderings: readonly CheckedRendering<WitnessedFlag>[]): string =>
  renderings.map(({ target }) => target.lang).join(', ');

const surer = <F extends WitnessedFlag>(flag: F, by: readonly CheckedRendering<WitnessedFlag>[]): F => ({
  ...flag,
  confidence: round(1 - (1 - flag.confidence) * SURER ** by.length),
  params: { ...flag.params, alone: flag.confidence, witnesses: langsOf(by) },
});

const lessSure = <F extends WitnessedFlag>(flag: F, by: readonly CheckedRendering<WitnessedFlag>[]): F => ({
  ...flag,
  confidence: round(flag.confidence * SHARED),
  params: { ...flag.params, alone: flag.confidence, alike: langsOf(by) },
});

const weighFact = <F extends WitnessedFlag>(flag: F, others: readonly CheckedRendering<F>[]): F => {
  const able = others.filter(
    ({ rendered, flags }) =>
      // A sentence that a rendering leaves out is a witness only where it is asked about the whole sentence.
      flag.source.every((segment) => rendered.has(segment)) || flags.some((other) => meet(flag, other)),
  );
  if (able.length === 0 || able.length < others.length) return flag;
  if (able.every(({ flags }) => flags.some((other) => meet(flag, other)))) return lessSure(flag, able);
  if (able.some(({ flags }) => flags.some((other) => isDoubtful(flag, other)))) return flag;
  return surer(flag, able);
};

const isAddition = (flag: WitnessedFlag): boolean => flag.check === 'addition' && flag.source.length === 0;

/** Where an addition stands in the original; null where the rendering does not say. */
const placeOf = (flag: WitnessedFlag, rendering: CheckedRendering<WitnessedFlag>): number | null =>
  rendering.places?.get(flag.target[0] ?? -1) ?? null;

const weighAddition = <F extends WitnessedFlag>(
  flag: F,
  own: CheckedRendering<F>,
  others: readonly CheckedRendering<F>[],
): F => {
  const place = placeOf(flag, own);
  if (place === null || others.some(({ places }) => !places)) return flag;
  const alike = others.filter((other) =>
    other.flags.some((one) => {
      const there = isAddition(one) ? placeOf(one, other) : null;
      return there !== null && Math.abs(there - place) <= SAME_PLACE;
    }),
  );
  if (alike.length === 0) return surer(flag, others);
  return alike.length === others.length ? lessSure(flag, others) : flag;
};

/** The flag as it was before it was weighed, so that weighing again gives the same. */
const unweigh = <F extends WitnessedFlag>(flag: F): F => {
  const { alone, witnesses, alike, ...params } = flag.params;
  return typeof alone === 'number' && (witnesses ?? alike) !== undefined
    ? { ...flag, confidence: alone, params }
    : flag;
};

/**
 * The flags of each rendering, in the same order, with confidences weighed by the others. Parameter `witnesses` of a flag names
 * the languages that have what is missing or differs there; `alike` those that miss, change or add it in the same way; `alone`
 * is the confidence without them. Weighing what is weighed already gives the same; one rendering alone keeps its own confidence.
 */
export const triangulate = <F extends WitnessedFlag>(
  renderings: readonly CheckedRendering<F>[],
): readonly (readonly F[])[] => {
  const plain = renderings.map((one) => ({ ...one, flags: one.flags.map(unweigh) }));
  return plain.map((own, index) => {
    const others = plain.filter((_, other) => other !== index);
    if (others.length === 0) return own.flags;
    return own.flags.map((flag) => {
      if (isAddition(flag)) return weighAddition(flag, own, others);
      return WITNESSED.has(flag.check) && flag.source.length > 0 ? weighFact(flag, others) : flag;
    });
  });
};

interface Sides {
  readonly source: readonly number[];
  readonly target: readonly number[];
}

/** The segments of the original that an alignment gives a counterpart. */
export const renderedSegments = (beads: readonly Sides[]): ReadonlySet<number> =>
  new Set(beads.flatMap((bead) => (bead.target.length > 0 ? bead.source : [])));

/** After how many segments of the original each target segment without a counterpart stands, by beads in their order. */
export const placesOfAdded = (beads: readonly Sides[]): ReadonlyMap<number, number> => {
  const places = new Map<number, number>();
  let passed = 0;
  for (const { source, target } of beads) {
    if (source.length === 0) for (const segment of target) places.set(segment, passed);
    passed += source.length;
  }
  return places;
};
