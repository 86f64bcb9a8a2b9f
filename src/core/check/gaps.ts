/** The stretch of a bead's side that is likeliest to be missing on the other: the highest sum of evidence. */
import type { CheckContext, Side } from './check.ts';
import type { Coverage, CoveredUnit } from './coverage.ts';
import { JOINING_WORDS } from './pieces.ts';

export interface Gap {
  readonly segment: number;
  readonly start: number;
  readonly end: number;
  readonly units: readonly CoveredUnit[];
  /** Log-likelihood ratio of words, borders and length together. */
  readonly score: number;
  /** Share of the side's characters that the stretch takes. */
  readonly share: number;
}

const SENTENCE_INSIDE = /[.!?。！？]\s/u;
const PUNCTUATION = /[,;:()（）、，；：–—"“”„«»]/u;

const CONJUNCTIONS: ReadonlyMap<string, RegExp> = new Map(
  [...JOINING_WORDS].map(([lang, words]) => {
    const pattern = words.join('|');
    return [
      lang,
      lang === 'zh' ? new RegExp(pattern, 'u') : new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'iu'),
    ];
  }),
);

/** Standard deviation of ln(length ratio), as in lengths.ts, for a text of usual length. */
const SPREAD = 0.2;
/** ln of how much oftener a gap that is one begins, or ends, at a border of the sentence than a gap by chance. */
const AT_BORDER = 0.9;
const INSIDE = -1.2;

/** A long sentence has more stretches that look missing by chance. */
const weighChoice = (units: number): number => -0.6 * Math.log(Math.max(1, units / 6));

/** What the length of the other side says: it should be shorter by the share of what is missing. */
export const weighLength = (deviation: number | null, share: number, side: Side): number => {
  if (deviation === null) return 0;
  const observed = side === 'source' ? deviation : -deviation;
  const expected = Math.max(-3, Math.log(Math.max(0.1, 1 - share)) / SPREAD);
  return Math.max(-2, Math.min(3, observed * expected - (expected * expected) / 2));
};

const isBorder = (between: string, lang: string): boolean =>
  PUNCTUATION.test(between) || (CONJUNCTIONS.get(lang)?.test(between) ?? false);

/** Without punctuation and spaces at both ends. */
const trim = (text: string, start: number, end: number): readonly [number, number] => {
  const raw = text.slice(start, end);
  const lead = raw.length - raw.replace(/^[\s,;:、，；：]+/u, '').length;
  const tail = raw.length - raw.replace(/[\s,;:、，；：.。]+$/u, '').length;
  return [start + lead, end - tail];
};

export const findGap = (context: CheckContext, side: Side, bead: number, coverage: Coverage): Gap | null => {
  const units = coverage.units(bead);
  const segments = context.beads[bead]![side];
  const lang = (side === 'source' ? context.sourceLang : context.targetLang).slice(0, 2);
  const total = Math.max(
    1,
    segments.reduce((sum, segment) => sum + context.text(side, segment).length, 0),
  );
  const deviation = context.lengthDeviation(bead);
  let best: Gap | null = null;
  for (const segment of segments) {
    const own = units.filter((unit) => unit.segment === segment);
    const text = context.text(side, segment);
    // Whether a border stands before each unit, and after the last.
    const borders = own.map((unit, at) => isBorder(text.slice(own[at - 1]?.end ?? 0, unit.start), lang));
    const weighBorder = (at: number): number =>
      at === 0 || at === own.length ? 0.3 : borders[at] ? AT_BORDER : INSIDE;
    for (let first = 0; first < own.length; first++) {
      if (own[first]!.covered) continue;
      let sum = 0;
      for (let last = first; last < own.length; last++) {
        const unit = own[last]!;
        sum += unit.weight;
        if (SENTENCE_INSIDE.test(text.slice(own[first]!.start, unit.end))) break;
        if (unit.covered) continue;
        const share = (unit.end - own[first]!.start) / total;
        const score =
          sum +
          weighLength(deviation, share, side) +
          weighBorder(first) +
          weighBorder(last + 1) +
          weighChoice(own.length);
        if (best === null || score > best.score) {
          const [start, end] = trim(text, own[first]!.start, unit.end);
          best = { segment, start, end, units: own.slice(first, last + 1), score, share };
        }
      }
    }
  }
  return best;
};
