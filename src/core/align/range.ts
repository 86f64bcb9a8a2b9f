/** Aligns again a stretch of two texts, between the confirmed beads around it; what lies outside stays as it is. */
import type { Alignment, Bead, SegmentedText } from '../model.ts';
import type { Watch } from '../progress.ts';
import { align } from './align.ts';
import type { AlignInput } from './model.ts';

/** Beads `from` to `to - 1` of an alignment. */
export interface BeadRange {
  readonly from: number;
  readonly to: number;
}

const cutOut = (text: SegmentedText, from: number, to: number): SegmentedText => ({
  ...text,
  segments: text.segments.slice(from, to),
});

const keyOf = (bead: Pick<Bead, 'source' | 'target'>): string => `${bead.source}|${bead.target}`;

/** The numbers of the segments of some beads of one side: the first one and the one after the last. */
const extent = (
  beads: readonly Bead[],
  side: 'source' | 'target',
  before: number,
): readonly [number, number] => {
  const numbers = beads.flatMap((bead) => bead[side]);
  return numbers.length === 0 ? [before, before] : [Math.min(...numbers), Math.max(...numbers) + 1];
};

/**
 * The alignment with the beads of a range found anew. The range grows to the nearest walls with two sides on both ends, or to
 * `reach` beads beyond it where none is near, so that the time does not grow with the texts.
 */
export const alignRange = (
  input: AlignInput,
  alignment: Alignment,
  range: BeadRange,
  watch: Watch = {},
  reach = 20,
): Alignment => {
  const { beads } = alignment;
  const walls = input.walls ?? [];
  const fixed = new Set(walls.filter(({ source, target }) => source.length * target.length > 0).map(keyOf));
  let from = Math.max(0, Math.min(range.from, beads.length));
  let to = Math.max(from, Math.min(range.to, beads.length));
  for (let steps = 0; from > 0 && steps < reach && !fixed.has(keyOf(beads[from - 1]!)); steps++) from -= 1;
  for (let steps = 0; to < beads.length && steps < reach && !fixed.has(keyOf(beads[to]!)); steps++) to += 1;
  const before = beads.slice(0, from);
  const within = beads.slice(from, to);
  const [sourceFrom, sourceTo] = extent(within, 'source', extent(before, 'source', 0)[1]);
  const [targetFrom, targetTo] = extent(within, 'target', extent(before, 'target', 0)[1]);
  const isInside = (bead: Pick<Bead, 'source' | 'target'>): boolean =>
    bead.source.every((number) => number >= sourceFrom && number < sourceTo) &&
    bead.target.every((number) => number >= targetFrom && number < targetTo);
  const move = <T extends Pick<Bead, 'source' | 'target'>>(bead: T, sign: 1 | -1): T => ({
    ...bead,
    source: bead.source.map((number) => number + sign * sourceFrom),
    target: bead.target.map((number) => number + sign * targetFrom),
  });
  const found = align(
    {
      ...input,
      source: cutOut(input.source, sourceFrom, sourceTo),
      target: cutOut(input.target, targetFrom, targetTo),
      walls: walls.filter(isInside).map((wall) => move(wall, -1)),
    },
    watch,
  );
  const links = alignment.links.filter(
    ({ source, target }) =>
      !(source >= sourceFrom && source < sourceTo) && !(target >= targetFrom && target < targetTo),
  );
  const newLinks = found.links.map(({ source, target }) => ({
    source: source + sourceFrom,
    target: target + targetFrom,
  }));
  return {
    beads: [...before, ...found.beads.map((bead) => move(bead, 1)), ...beads.slice(to)],
    links: [...links, ...newLinks].sort((a, b) => a.source - b.source),
  };
};
