/** How likely the beads of an alignment are by what is known now: after a person has confirmed some, the others are judged anew. */
import type { Alignment, Bead } from '../model.ts';
import type { Watch } from '../progress.ts';
import { likelyBeads, scoreBeads, watchCancel } from './align.ts';
import { corridorAround, fullCorridor, isSmall } from './corridor.ts';
import { DocumentPair } from './documentPair.ts';
import type { AlignInput } from './model.ts';
import type { Path } from './search.ts';

/** How far around the beads other paths are looked at. */
const MARGIN = 20;

/**
 * The probability of each bead, 0 to 1; 1 for walls, and for beads that take no part (furniture). The beads have to be those
 * between the walls of the input.
 */
export const rescore = (input: AlignInput, alignment: Alignment, watch: Watch = {}): number[] => {
  const checkCancelled = watchCancel(watch);
  const pair = new DocumentPair(input, checkCancelled);
  const { open } = pair;
  const paths = pathsOf(pair, alignment.beads);
  pair.learn([open.fixed, ...paths]);
  const scores = new Map<string, number>();
  open.regions.forEach((region, at) => {
    const path = paths[at]!;
    const corridor = isSmall(region) ? fullCorridor(region) : corridorAround(region, path, MARGIN);
    for (const bead of scoreBeads(pair, path, likelyBeads(pair, corridor, path, checkCancelled)))
      scores.set(keyOf(bead), bead.score);
  });
  return alignment.beads.map((bead) => scores.get(keyOf(bead)) ?? 1);
};

const keyOf = ({ source, target }: Pick<Bead, 'source' | 'target'>): string => `${source}|${target}`;

/** The path through each region that the beads describe. */
const pathsOf = ({ open }: DocumentPair, beads: readonly Bead[]): Path[] => {
  const places = (numbers: readonly number[]) => new Map(numbers.map((number, at) => [number, at]));
  const [source, target] = [places(open.source.numbers), places(open.target.numbers)];
  const paths: Path[] = open.regions.map(() => []);
  let [i, j, region] = [0, 0, 0];
  for (const bead of beads) {
    const g = bead.source.filter((number) => source.has(number)).length;
    const h = bead.target.filter((number) => target.has(number)).length;
    if (g + h === 0) continue;
    for (let next = open.regions[region]; next; next = open.regions[++region])
      if (i < next.sourceTo || j < next.targetTo) break;
    const here = open.regions[region];
    if (here && i >= here.sourceFrom && j >= here.targetFrom) paths[region]!.push(i, g, j, h);
    i += g;
    j += h;
  }
  return paths;
};
