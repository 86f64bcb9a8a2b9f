/**
 * The best monotone path through the corridor, by dynamic programming with affine gaps (Gotoh 1982) over beads of up to 4 to 4.
 * Three states: after a bead, in a gap of source segments, in a gap of target segments.
 */
import type { Corridor } from './corridor.ts';
import type { EvidenceGrid } from './grid.ts';
import { MOST } from './links.ts';
import type { Priors } from './priors.ts';
import type { Shape } from './shape.ts';

/** Flat list of beads: source start, source size, target start, target size, … One size of each bead may be 0. */
export type Path = number[];

const [BEAD, SOURCE_GAP, TARGET_GAP] = [0, 1, 2];
/** A bead whose words are worth less loses to leaving all its segments alone, whatever its form. */
export const HOPELESS = -18;
const NONE = Number.NEGATIVE_INFINITY;

/** Nodes of a corridor as one flat array: index of (row, target position). */
export class NodeMap {
  readonly starts: Int32Array;
  readonly count: number;

  constructor(readonly corridor: Corridor) {
    const rows = corridor.sourceTo - corridor.sourceFrom + 1;
    this.starts = new Int32Array(rows);
    let at = 0;
    for (let row = 0; row < rows; row++) {
      this.starts[row] = at - corridor.low[row]!;
      at += corridor.high[row]! - corridor.low[row]! + 1;
    }
    this.count = at;
  }
}

/** What a group may be: no segment in it but the first is set apart. */
export const groupLimit = (apart: Uint8Array, from: number, to: number): number => {
  let size = 1;
  while (size < MOST && from + size < to && apart[from + size] === 0) size += 1;
  return from < to ? size : 0;
};

export const findPath = (
  corridor: Corridor,
  grid: EvidenceGrid,
  shape: Shape,
  priors: Priors,
  checkCancelled: () => void,
): Path => {
  const { sourceFrom, sourceTo, targetFrom, targetTo, low, high } = corridor;
  const map = new NodeMap(corridor);
  // where each state of each node came from: bead shape * 3 + state before, or the state before
  const cameFrom = [new Uint8Array(map.count), new Uint8Array(map.count), new Uint8Array(map.count)];
  const width = widest(corridor);
  // scores of the last rows, in turn
  const rowsKept = MOST + 1;
  const scores = [0, 1, 2].map(() => new Float64Array(rowsKept * width).fill(NONE));
  const slot = (position: number): number =>
    ((position - sourceFrom) % rowsKept) * width - low[position - sourceFrom]!;
  scores[BEAD]![slot(sourceFrom) + targetFrom] = 0;
  const targetLimits = new Uint8Array(targetTo - targetFrom + 1);
  for (let j = targetFrom; j <= targetTo; j++)
    targetLimits[j - targetFrom] = groupLimit(shape.target.apart, j, targetTo);
  const slots = new Int32Array(MOST + 1);
  const cells = new Int32Array(MOST);
  let filledTo = sourceFrom;
  for (let i = sourceFrom; i <= sourceTo; i++) {
    if (i === filledTo && i < sourceTo) {
      filledTo = grid.fillFrom(i);
      checkCancelled();
    }
    const row = i - sourceFrom;
    const sourceLimit = groupLimit(shape.source.apart, i, sourceTo);
    for (let g = 0; g <= MOST && i + g <= sourceTo; g++) slots[g] = slot(i + g);
    for (let g = 0; g < sourceLimit; g++) cells[g] = grid.offset(i + g);
    // the row that comes into reach now takes the place of the row that left it
    if (i + MOST <= sourceTo && i > sourceFrom) {
      const begin = ((i + MOST - sourceFrom) % rowsKept) * width;
      for (const score of scores) score.fill(NONE, begin, begin + width);
    }
    const [s0, m0] = [slots[0]!, map.starts[row]!];
    for (let j = low[row]!; j <= high[row]!; j++) {
      const atBead = scores[BEAD]![s0 + j]!;
      const atSource = scores[SOURCE_GAP]![s0 + j]!;
      const atTarget = scores[TARGET_GAP]![s0 + j]!;
      // into a bead: from the best of the three states
      let before = BEAD;
      let best = atBead + priors.noGap;
      if (atSource + priors.endSource > best) {
        before = SOURCE_GAP;
        best = atSource + priors.endSource;
      }
      if (atTarget + priors.endTarget > best) {
        before = TARGET_GAP;
        best = atTarget + priors.endTarget;
      }
      if (best === NONE) continue;
      if (j < targetTo && j < high[row]!) {
        let from = BEAD;
        let value = atBead + priors.openTarget;
        if (atSource + priors.sourceToTarget > value) {
          from = SOURCE_GAP;
          value = atSource + priors.sourceToTarget;
        }
        if (atTarget + priors.moreTarget > value) {
          from = TARGET_GAP;
          value = atTarget + priors.moreTarget;
        }
        scores[TARGET_GAP]![s0 + j + 1] = value;
        cameFrom[TARGET_GAP]![m0 + j + 1] = from;
      }
      if (i === sourceTo) continue;
      if (j >= low[row + 1]! && j <= high[row + 1]!) {
        const opens = atBead + priors.openSource >= atSource + priors.moreSource;
        const value = opens ? atBead + priors.openSource : atSource + priors.moreSource;
        scores[SOURCE_GAP]![slots[1]! + j] = value;
        cameFrom[SOURCE_GAP]![map.starts[row + 1]! + j] = opens ? BEAD : SOURCE_GAP;
      }
      const targetLimit = targetLimits[j - targetFrom]!;
      for (let g = 1; g <= sourceLimit; g++) {
        const lowest = low[row + g]!;
        const highest = high[row + g]!;
        const backward = grid.backward[g - 1]!;
        let target = 0;
        for (let h = 1; h <= targetLimit; h++) {
          target += backward[cells[0]! + j + h - 1]!;
          if (j + h > highest) break;
          if (j + h < lowest) continue;
          const forward = grid.forward[h - 1]!;
          let words = target;
          for (let k = 0; k < g; k++) words += forward[cells[k]! + j]!;
          const shapeNumber = (g - 1) * MOST + h - 1;
          words += priors.bead[shapeNumber]!;
          if (words < HOPELESS) continue;
          const value = best + words + shape.worth(i, g, j, h);
          const to = slots[g]! + j + h;
          if (value > scores[BEAD]![to]!) {
            scores[BEAD]![to] = value;
            cameFrom[BEAD]![map.starts[row + g]! + j + h] = shapeNumber * 3 + before;
          }
        }
      }
    }
  }
  const end = [0, 1, 2].map((state) => scores[state]![slot(sourceTo) + targetTo]!);
  return trace(map, cameFrom, end.indexOf(Math.max(...end)));
};

/** Number of positions in the widest row. */
export const widest = ({ low, high }: Corridor): number => {
  let width = 1;
  for (let row = 0; row < low.length; row++) width = Math.max(width, high[row]! - low[row]! + 1);
  return width;
};

const trace = (map: NodeMap, cameFrom: readonly Uint8Array[], last: number): Path => {
  const { sourceFrom, sourceTo, targetFrom, targetTo } = map.corridor;
  const beads: number[][] = [];
  let [i, j, state] = [sourceTo, targetTo, last];
  while (i > sourceFrom || j > targetFrom) {
    const came = cameFrom[state]![map.starts[i - sourceFrom]! + j]!;
    if (state === BEAD) {
      const shapeNumber = Math.floor(came / 3);
      const [g, h] = [Math.floor(shapeNumber / MOST) + 1, (shapeNumber % MOST) + 1];
      i -= g;
      j -= h;
      beads.push([i, g, j, h]);
      state = came % 3;
    } else if (state === SOURCE_GAP) {
      i -= 1;
      beads.push([i, 1, j, 0]);
      state = came;
    } else {
      j -= 1;
      beads.push([i, 0, j, 1]);
      state = came;
    }
  }
  return beads.reverse().flat();
};
