/** What a bead's outer form is worth: the lengths of its sides, and paragraphs and kinds of segments. */
import type { Segment } from '../model.ts';
import { MOST } from './links.ts';
import { PARAMETERS } from './parameters.ts';

/** Of one side: everything about form that the search asks for, by segment. */
export interface ShapeSide {
  readonly segments: number;
  /** Log of the number of characters (no white space) of segments i … i+g-1: `logLength[(g - 1) * segments + i]`. */
  readonly logLength: Float64Array;
  readonly length: Float64Array;
  /** 1 where a segment begins a paragraph. */
  readonly paragraph: Uint8Array;
  /** Share of segments that begin a paragraph. */
  readonly paragraphRate: number;
  /** 1 for headings, 2 for list items, 3 for captions, 0 for running text. */
  readonly kind: Uint8Array;
  /** 1 where a segment must not stand in one group with the one before it. */
  readonly apart: Uint8Array;
  /** Cost of standing in one group with the segment before. */
  readonly repeats: Float32Array;
  /** 1 where a semicolon joins two clauses that a translator may set apart. */
  readonly joined: Uint8Array;
  /** How much shorter a segment is than the mean, as a log, 0 to 1.5. */
  readonly brevity: Float32Array;
}

const KINDS = { heading: 1, list: 2, caption: 3 } as const;

/** Cost of standing in one group with the segment before, from which on it is a copy of it. */
const COPY = -0.8 * PARAMETERS.repeat;
/** A semicolon with something after it. */
const JOINT = /[;；]\s*\S/u;

export const readShape = (
  segments: readonly Segment[],
  apart: Uint8Array,
  repeats: Float32Array,
): ShapeSide => {
  const count = segments.length;
  const length = new Float64Array(MOST * count);
  const paragraph = new Uint8Array(count);
  const kind = new Uint8Array(count);
  const joined = new Uint8Array(count);
  let paragraphs = 0;
  for (let at = 0; at < count; at++) {
    const segment = segments[at]!;
    length[at] = Math.max(1, segment.text.replace(/\s+/gu, '').length);
    joined[at] = JOINT.test(segment.text) ? 1 : 0;
    kind[at] = KINDS[segment.kind as keyof typeof KINDS] ?? 0;
    if (at === 0 || segments[at - 1]!.paragraph !== segment.paragraph) {
      paragraph[at] = 1;
      paragraphs += 1;
    }
  }
  let characters = 0;
  for (let at = 0; at < count; at++) characters += length[at]!;
  const brevity = Float32Array.from({ length: count }, (_, at) =>
    Math.min(1.5, Math.max(0, Math.log(characters / count / length[at]!))),
  );
  for (let size = 1; size < MOST; size++)
    for (let at = 0; at < count; at++)
      length[size * count + at] = length[(size - 1) * count + at]! + (length[at + size] ?? 0);
  return {
    segments: count,
    length,
    logLength: length.map(Math.log),
    paragraph,
    paragraphRate: (paragraphs + 1) / (count + 2),
    kind,
    apart,
    repeats,
    joined,
    brevity,
  };
};

export interface LengthModel {
  /** Mean of log(target characters / source characters) over right beads. */
  center: number;
  /** Variance of the same, for long texts and as a part that shrinks with length (in characters). */
  variance: number;
  perCharacter: number;
}

export interface ShapeOptions {
  readonly length: boolean;
  readonly layout: boolean;
}

const DIFFERENCES = 256;
const DIFFERENCE_STEPS = 64;
const LENGTHS = 48;
const LENGTH_STEPS = 6;

export class Shape {
  /** Worths of length ratios, worked out when they are asked for first. */
  private readonly table = new Float32Array(DIFFERENCES * LENGTHS).fill(Number.NaN);
  private readonly layout: boolean;
  private readonly both: number;
  private readonly onlySource: number;
  private readonly onlyTarget: number;
  private readonly neither: number;

  constructor(
    readonly source: ShapeSide,
    readonly target: ShapeSide,
    readonly lengths: LengthModel,
    private readonly options: ShapeOptions,
  ) {
    const [a, b] = [source.paragraphRate, target.paragraphRate];
    this.layout = options.layout && a < 0.9 && b < 0.9;
    const same = 0.9;
    const soften = 0.6;
    this.both = soften * Math.log(same / Math.max(b, 0.05) + 0.05);
    this.onlySource = soften * Math.log((1 - same) / (1 - b));
    this.onlyTarget = soften * Math.log((1 - same) / (1 - a));
    this.neither = soften * Math.log(Math.min(0.97, same + 0.05) / (1 - b));
  }

  /** Worth of a bead's form, a log-likelihood ratio against two groups that do not belong together. */
  worth(i: number, g: number, j: number, h: number): number {
    const { source, target } = this;
    let worth = 0;
    for (let k = 1; k < g; k++) worth += source.repeats[i + k]!;
    for (let k = 1; k < h; k++) worth += target.repeats[j + k]!;
    worth += this.lengthPart(i, g, j, h);
    if (g + h > 2 && g <= 2 && h <= 2) worth += this.regrouping(i, g, j, h);
    // of two copies side by side the first one is the rendering, unless the other side repeats itself too
    if (source.repeats[i]! < COPY !== target.repeats[j]! < COPY) worth -= PARAMETERS.laterCopy;
    if (this.options.layout) {
      if (source.kind[i] !== target.kind[j]) worth -= 0.7;
      else if (source.kind[i] !== 0) worth += 1;
    }
    if (this.layout) {
      const starts = source.paragraph[i]! * 2 + target.paragraph[j]!;
      worth +=
        starts === 3
          ? this.both
          : starts === 2
            ? this.onlySource
            : starts === 1
              ? this.onlyTarget
              : this.neither;
      for (let k = 1; k < g; k++) if (source.paragraph[i + k] === 1) worth -= 1.5;
      for (let k = 1; k < h; k++) if (target.paragraph[j + k] === 1) worth -= 1.5;
    }
    return worth;
  }

  /** What speaks for another cut into sentences: a clause after a semicolon, and short sentences, which are drawn to others. */
  private regrouping(i: number, g: number, j: number, h: number): number {
    const { source, target } = this;
    let worth = 0;
    if (h === 2 && (source.joined[i] === 1 || (g === 2 && source.joined[i + 1] === 1)))
      worth += PARAMETERS.joint;
    if (g === 2 && (target.joined[j] === 1 || (h === 2 && target.joined[j + 1] === 1)))
      worth += PARAMETERS.joint;
    if (h === 1) worth += PARAMETERS.brief * Math.max(source.brevity[i]!, source.brevity[i + 1]!);
    if (g === 1) worth += PARAMETERS.brief * Math.max(target.brevity[j]!, target.brevity[j + 1]!);
    return worth;
  }

  /** The part of the worth that lengths have. */
  lengthPart(i: number, g: number, j: number, h: number): number {
    if (!this.options.length) return 0;
    const { source, target } = this;
    return this.lengthWorth(
      source.logLength[(g - 1) * source.segments + i]!,
      target.logLength[(h - 1) * target.segments + j]!,
    );
  }

  /** Characters of both sides of a bead, without white space. */
  lengthsOf(i: number, g: number, j: number, h: number): readonly [number, number] {
    const { source, target } = this;
    return [source.length[(g - 1) * source.segments + i]!, target.length[(h - 1) * target.segments + j]!];
  }

  /** Characters that a rendering of so many characters usually has in this document. */
  expected(sourceLength: number): number {
    return sourceLength * Math.exp(this.lengths.center);
  }

  /** By table: the search asks for it millions of times. Both arguments are logs of numbers of characters. */
  private lengthWorth(logSource: number, logTarget: number): number {
    const difference = logTarget - logSource - this.lengths.center;
    // characters on the shorter side decide how much chance there is in the ratio
    const shorter = difference < 0 ? logSource + difference : logSource;
    const column = Math.min(DIFFERENCES - 1, Math.abs(difference) * DIFFERENCE_STEPS) | 0;
    const row = Math.min(LENGTHS - 1, Math.max(0, shorter * LENGTH_STEPS)) | 0;
    const place = row * DIFFERENCES + column;
    const known = this.table[place]!;
    if (!Number.isNaN(known)) return known;
    const worth = worthOfRatio(this.lengths, row, column);
    this.table[place] = worth;
    return worth;
  }
}

/** Worth of a length ratio, by column (size of its log, steps of 1/64) and row (log of the shorter length, steps of 1/6). */
const worthOfRatio = ({ variance, perCharacter }: LengthModel, row: number, column: number): number => {
  const spread = variance + perCharacter / Math.exp((row + 0.5) / LENGTH_STEPS);
  const wide = PARAMETERS.unrelatedVariance + spread;
  const square = ((column + 0.5) / DIFFERENCE_STEPS) ** 2;
  const fits = Math.exp(-square / (2 * spread)) / Math.sqrt(spread);
  const unrelated = Math.exp(-square / (2 * wide)) / Math.sqrt(wide);
  return Math.log(((1 - PARAMETERS.odd) * fits) / unrelated + PARAMETERS.odd);
};

/** The ratio of the whole texts: the first guess, before any bead is known. */
export const firstLengthModel = (source: ShapeSide, target: ShapeSide): LengthModel => {
  const median = (side: ShapeSide): number => {
    const sorted = side.logLength.slice(0, side.segments).sort();
    return sorted.length === 0 ? 0 : sorted[sorted.length >> 1]!;
  };
  return {
    center: median(target) - median(source),
    variance: PARAMETERS.lengthVariance,
    perCharacter: PARAMETERS.lengthPerCharacter,
  };
};
