/**
 * The figures of the aligner in one place, with what they mean. They were set on development texts; how much hangs on
 * each stands in docs/aligner.md. tools/eval.mjs varies them to measure that.
 */
export const PARAMETERS = {
  /** How often a unit is found again in its right counterpart, before the document is known. */
  recall: {
    number: 0.9,
    softNumber: 0.6,
    date: 0.9,
    name: 0.7,
    weakName: 0.5,
    acronym: 0.8,
    cognate: 0.6,
    punctuation: 0.75,
    lexicon: 0.35,
  },
  /** Two directions say much the same, and words hang together: each direction counts with this. */
  strength: 0.45,
  /** Share of a miss that counts, against what was found. */
  missing: 1.3,
  /** Share of a miss that counts where the other text has no counterpart at all. */
  unlinked: 0.6,
  /** How much the first recall counts against the document's, and the kind's recall against the type's, in occurrences. */
  kindWeight: 40,
  typeWeight: 3,
  /** A unit's rate elsewhere in the text is (other segments with it + seen) / (segments + all). */
  rateSeen: 0.8,
  rateAll: 10,
  /** Cost of a group in which a segment repeats its neighbour. */
  repeat: 12,
  /** Cost of a group that begins with the later of two copies, where the other side does not repeat itself. */
  laterCopy: 2.5,
  /** Worth of joining a short segment with its neighbour, for each unit by which the log of its length is below the mean's. */
  brief: 0.5,
  /** Worth of rendering a segment with a semicolon by several. */
  joint: 1.2,
  /** Rates of bead shapes other than 1:1 before the document is known. */
  twoToOne: 0.05,
  twoToTwo: 0.004,
  threeToOne: 0.006,
  larger: 0.0006,
  /** Rate of gaps on each side, of going on in one, and of a gap with both sides; weight of all these, in beads. */
  gap: 0.03,
  gapMore: 0.42,
  gapMixed: 0.15,
  priorWeight: 40,
  /** Variance of the log of the length ratio: over long texts, and a part that shrinks with length in characters. */
  lengthVariance: 0.025,
  lengthPerCharacter: 1.5,
  /** The same between texts that have nothing to do with each other, and the share of right beads with odd lengths. */
  unrelatedVariance: 0.75,
  odd: 0.04,
  /** Induced words: least joint beads, what is taken off their number, least likeness (Dice), recall before it is learned. */
  inducedLeast: 2.5,
  inducedDiscount: 1.2,
  inducedLowest: 0.3,
  inducedRecall: 0.5,
  /** How many beads of the document a confirmed pair counts for. */
  taughtWeight: 3,
};
