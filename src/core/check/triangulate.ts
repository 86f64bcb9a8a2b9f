/**
 * What several renderings of one original say about each other (issue 4, point 4): what is missing or differs in one language
 * alone is surer there, because the others bear witness; what all of them miss or change alike points at the original or at the
 * check, and is less sure.
 */
import type { Flag, SegmentedText } from '../model.ts';

/** One checked rendering; all of them of the same original. */
export interface CheckedRendering {
  readonly target: SegmentedText;
  readonly flags: readonly Flag[];
  /** Segments of the original that have a counterpart, by the beads of the alignment. */
  readonly rendered: ReadonlySet<number>;
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

const isSameKind = (a: Flag, b: Flag): boolean =>
  a.check === b.check || (FACTS.has(a.check) && FACTS.has(b.check));

/** Whether two flags, of different renderings, are about the same words of the original. */
const meet = (a: Flag, b: Flag): boolean => {
  if (!isSameKind(a, b)) return false;
  const [one, two] = [a.sourceSpan, b.sourceSpan];
  if (one && two) return one.segment === two.segment && one.start < two.end && two.start < one.end;
  return a.source.some((segment) => b.source.includes(segment));
};

/** Something is wrong with the same sentence in the other rendering, so that it bears no witness. */
const isDoubtful = (flag: Flag, other: Flag): boolean =>
  WITNESSED.has(other.check) &&
  (flag.check === 'omission' || flag.check === 'partial-omission' || isSameKind(flag, other)) &&
  other.source.some((segment) => flag.source.includes(segment));

const round = (confidence: number): number => Math.round(confidence * 100) / 100;

const weigh = (flag: Flag, others: readonly CheckedRendering[]): Flag => {
  if (!WITNESSED.has(flag.check) || flag.source.length === 0) return flag;
  const able = others.filter(
    ({ rendered, flags }) =>
      // A sentence that a rendering leaves out is a witness only where it is asked about the whole sentence.
      flag.source.every((segment) => rendered.has(segment)) || flags.some((other) => meet(flag, other)),
  );
  if (able.length === 0 || able.length < others.length) return flag;
  if (able.every(({ flags }) => flags.some((other) => meet(flag, other))))
    return {
      ...flag,
      confidence: round(flag.confidence * SHARED),
      params: { ...flag.params, alike: able.map(({ target }) => target.lang).join(', ') },
    };
  if (able.some(({ flags }) => flags.some((other) => isDoubtful(flag, other)))) return flag;
  return {
    ...flag,
    confidence: round(1 - (1 - flag.confidence) * SURER ** able.length),
    params: { ...flag.params, witnesses: able.map(({ target }) => target.lang).join(', ') },
  };
};

/**
 * The flags of each rendering, in the same order, with confidences weighed by the others. Parameter `witnesses` of a flag names
 * the languages that have what is missing or differs there; `alike` those that miss or change it in the same way.
 */
export const triangulate = (renderings: readonly CheckedRendering[]): readonly (readonly Flag[])[] =>
  renderings.map(({ flags }, index) => {
    const others = renderings.filter((_, other) => other !== index);
    return others.length === 0 ? flags : flags.map((flag) => weigh(flag, others));
  });

/** The segments of the original that an alignment gives a counterpart. */
export const renderedSegments = (
  beads: readonly { readonly source: readonly number[]; readonly target: readonly number[] }[],
): ReadonlySet<number> => new Set(beads.flatMap((bead) => (bead.target.length > 0 ? bead.source : [])));
