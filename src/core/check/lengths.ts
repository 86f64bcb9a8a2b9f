/**
 * How long a rendering is for its original: ln(target / source) against the centre of this document and the spread of the
 * genre. Centre and spreads measured on professional news translations; the centre moves with the document (shrunk median),
 * the spread does not, because a document's own is too small where it is even. Evidence for other checks, never a flag alone.
 */
import type { Bead, SegmentedText } from '../model.ts';

interface Norm {
  /** ln of the usual ratio. */
  readonly centre: number;
  /** Standard deviations of ln ratio for originals below 40, 80, 160 and above, in characters of the original. */
  readonly spread: readonly [number, number, number, number];
}

const NORMS: Readonly<Record<string, Norm>> = {
  de: { centre: Math.log(1.09), spread: [0.38, 0.24, 0.17, 0.14] },
  ru: { centre: Math.log(1.01), spread: [0.4, 0.27, 0.19, 0.16] },
  zh: { centre: Math.log(0.31), spread: [0.42, 0.27, 0.23, 0.2] },
};
const OTHER: Norm = { centre: 0, spread: [0.42, 0.3, 0.25, 0.2] };
/** How many average pairs the usual ratio weighs against the document's own. */
const PRIOR = 6;
/** Below this many characters a ratio says nothing. */
export const SHORTEST = 40;

const normOf = (target: SegmentedText): Norm => NORMS[target.lang.slice(0, 2)] ?? OTHER;

const lengthOf = (text: SegmentedText, numbers: readonly number[]): number => {
  let length = 0;
  for (const number of numbers) length += text.segments[number]?.text.length ?? 0;
  return length;
};

/** The document's usual ln ratio, drawn towards that of the genre. */
export const learnLengths = (
  source: SegmentedText,
  target: SegmentedText,
  beads: readonly Bead[],
): number => {
  const norm = normOf(target);
  const ratios: number[] = [];
  for (const bead of beads) {
    if (bead.source.length !== 1 || bead.target.length !== 1 || bead.score < 0.5) continue;
    const length = lengthOf(source, bead.source);
    if (length >= SHORTEST) ratios.push(Math.log(lengthOf(target, bead.target) / length));
  }
  ratios.sort((a, b) => a - b);
  const median = ratios[ratios.length >> 1] ?? norm.centre;
  return (ratios.length * median + PRIOR * norm.centre) / (ratios.length + PRIOR);
};

/** Gives for a bead how many standard deviations its ratio lies from `centre`; null for short ones. */
export const measureLengths = (
  source: SegmentedText,
  target: SegmentedText,
  beads: readonly Bead[],
  centre: number,
): ((bead: number) => number | null) => {
  const norm = normOf(target);
  return (number) => {
    const bead = beads[number];
    if (!bead) return null;
    const length = lengthOf(source, bead.source);
    const other = lengthOf(target, bead.target);
    if (length < SHORTEST || other === 0) return null;
    const spread = norm.spread[length < 80 ? 1 : length < 160 ? 2 : 3];
    return (Math.log(other / length) - centre) / spread;
  };
};
