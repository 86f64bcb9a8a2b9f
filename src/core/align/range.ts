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
 * The alignment with the beads of a range found anew. Where `reach` is given, the range grows on both ends to the nearest confirmed
 * beads with two sides, or by that many beads where none is near. Some beads around it are read as if they were confirmed, for what
 * they teach, so that the time does not grow with the texts.
 */
export const alignRange = (
  input: AlignInput,
  alignment: Alignment,
  range: BeadRange,
  watch: Watch = {},
  { reach = 20, context = 15 } = {},
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
  const places = (side: 'source' | 'target') => extent(within, side, extent(before, side, 0)[1]);
  const isInside = isWithin(places('source'), places('target'));
  const around = beads.slice(Math.max(0, from - context), to + context);
  const read = (side: 'source' | 'target') =>
    extent(around, side, extent(beads.slice(0, Math.max(0, from - context)), side, 0)[1]);
  const [sourceRead, targetRead] = [read('source'), read('target')];
  const isRead = isWithin(sourceRead, targetRead);
  const move = <T extends Pick<Bead, 'source' | 'target'>>(bead: T, sign: 1 | -1): T => ({
    ...bead,
    source: bead.source.map((number) => number + sign * sourceRead[0]),
    target: bead.target.map((number) => number + sign * targetRead[0]),
  });
  const confirmed = walls.filter((wall) => isRead(wall) && isInside(wall));
  const taken = new Set(confirmed.map(keyOf));
  const outside = around.filter((bead) => !isInside(bead) && !taken.has(keyOf(bead)));
  const carried = (input.options?.carried ?? []).filter(({ source, target }) =>
    isInside({ source: [source], target: [target] }),
  );
  const found = align(
    {
      ...input,
      source: cutOut(input.source, ...sourceRead),
      target: cutOut(input.target, ...targetRead),
      walls: [...confirmed, ...outside].map(({ source, target }) => move({ source, target }, -1)),
      options: {
        ...input.options,
        carried: carried.map(({ source, target, weight }) => ({
          source: source - sourceRead[0],
          target: target - targetRead[0],
          weight,
        })),
      },
    },
    watch,
  );
  const fresh = found.beads.map((bead) => move(bead, 1)).filter(isInside);
  const [sources, targets] = [places('source'), places('target')];
  const links = alignment.links.filter(
    ({ source, target }) => !isBetween(source, sources) && !isBetween(target, targets),
  );
  const newLinks = found.links.map(({ source, target }) => ({
    source: source + sourceRead[0],
    target: target + targetRead[0],
  }));
  return {
    beads: [...before, ...fresh, ...beads.slice(to)],
    links: [...links, ...newLinks].sort((a, b) => a.source - b.source),
  };
};

const isBetween = (number: number, [from, to]: readonly [number, number]): boolean =>
  number >= from && number < to;

/** Whether all segments of a bead lie in two stretches. */
const isWithin =
  (sources: readonly [number, number], targets: readonly [number, number]) =>
  (bead: Pick<Bead, 'source' | 'target'>): boolean =>
    bead.source.every((number) => isBetween(number, sources)) &&
    bead.target.every((number) => isBetween(number, targets));
