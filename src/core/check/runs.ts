/** Neighbouring one-sided beads put together, so that a dropped paragraph is one flag and not ten. */
import type { CheckContext, Side } from './check.ts';
import { foldLetters, weighLetters } from './words.ts';

export interface Run {
  readonly segments: number[];
  /** Mean probability of its beads. */
  readonly score: number;
}

/** A passage up to this long is shown whole; what is longer is shown paragraph by paragraph, or as one block. */
const SHOWN_WHOLE = 3;
/** From here on a run is one dropped block. */
const BLOCK = 7;
/** Less than this says nothing by itself: a number of a list, a dash. */
const LEAST_LETTERS = 3;

const cutRun = (context: CheckContext, side: Side, segments: number[]): number[][] => {
  if (segments.length <= SHOWN_WHOLE || segments.length >= BLOCK) return [segments];
  const text = side === 'source' ? context.source : context.target;
  const parts: number[][] = [];
  for (const segment of segments) {
    const last = parts.at(-1);
    const previous = last?.at(-1);
    const sameParagraph =
      previous !== undefined &&
      text?.segments[previous]?.paragraph === text?.segments[segment]?.paragraph &&
      (last?.length ?? 0) < SHOWN_WHOLE;
    if (last && sameParagraph) last.push(segment);
    else parts.push([segment]);
  }
  return parts;
};

/**
 * The one-sided beads of a side among `beads`, joined where nothing of that side stands between them.
 * `keep` says which segments count; others are skipped without breaking a run.
 */
export const collectRuns = (
  context: CheckContext,
  side: Side,
  beads: readonly number[],
  keep: (segment: number) => boolean,
): Run[] => {
  const other: Side = side === 'source' ? 'target' : 'source';
  const runs: { segments: number[]; scores: number[] }[] = [];
  let open: { segments: number[]; scores: number[] } | null = null;
  let previous = -2;
  for (const index of beads) {
    const bead = context.beads[index];
    if (!bead) continue;
    if (index !== previous + 1) open = null;
    previous = index;
    if (bead[side].length === 0) continue;
    if (bead[other].length > 0) {
      open = null;
      continue;
    }
    for (const segment of bead[side]) {
      if (!keep(segment)) continue;
      if (weighLetters(foldLetters(context.text(side, segment))) < LEAST_LETTERS) continue;
      if (open) {
        open.segments.push(segment);
        open.scores.push(bead.score);
      } else {
        open = { segments: [segment], scores: [bead.score] };
        runs.push(open);
      }
    }
  }
  return runs.flatMap(({ segments, scores }) => {
    const score = scores.reduce((sum, value) => sum + value, 0) / scores.length;
    return cutRun(context, side, segments).map((part) => ({ segments: part, score }));
  });
};
