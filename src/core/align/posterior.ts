/**
 * How likely each bead is, over all paths (forward–backward), with the same steps and states as the search.
 * Positions that are hopeless by what lies before them are left out, so that the time is that of a narrow band.
 */
import type { Corridor } from './corridor.ts';
import type { EvidenceGrid } from './grid.ts';
import { MOST } from './links.ts';
import type { Priors } from './priors.ts';
import { groupLimit, HOPELESS, NodeMap, type Path, widest } from './search.ts';
import type { Shape } from './shape.ts';

/** Beads worth knowing, flat: source start, source size, target start, target size; with their probabilities. */
export interface Likely {
  readonly beads: Int32Array;
  readonly probability: Float32Array;
}

const NONE = Number.NEGATIVE_INFINITY;
/** Positions this far (in nats) below the best of their row are left out. */
const BEAM = 24;
const LEAST = 0.003;

const addLogs = (a: number, b: number): number => {
  if (a < b) return b - a > 40 ? b : b + Math.log1p(Math.exp(a - b));
  return b === NONE || a - b > 40 ? a : a + Math.log1p(Math.exp(b - a));
};

/** Marks the positions of a path, which are never left out. */
const onPath = (map: NodeMap, path: Path): Uint8Array => {
  const marks = new Uint8Array(map.count);
  const from = map.corridor.sourceFrom;
  for (let at = 0; at < path.length; at += 4) marks[map.starts[path[at]! - from]! + path[at + 2]!] = 1;
  return marks;
};

export const findLikely = (
  corridor: Corridor,
  grid: EvidenceGrid,
  shape: Shape,
  priors: Priors,
  path: Path,
  checkCancelled: () => void,
): Likely => {
  const { sourceFrom, sourceTo, targetFrom, targetTo, low, high } = corridor;
  const map = new NodeMap(corridor);
  const kept = onPath(map, path);
  const width = widest(corridor);
  const rowsKept = MOST + 1;
  const slot = (position: number): number =>
    ((position - sourceFrom) % rowsKept) * width - low[position - sourceFrom]!;
  const rows = (): Float64Array => new Float64Array(rowsKept * width).fill(NONE);
  const targetLimits = new Uint8Array(targetTo - targetFrom + 1);
  for (let j = targetFrom; j <= targetTo; j++)
    targetLimits[j - targetFrom] = groupLimit(shape.target.apart, j, targetTo);

  /** Calls `visit` for each bead that begins at a position, with its worth. */
  const eachBead = (
    i: number,
    j: number,
    sourceLimit: number,
    visit: (g: number, h: number, worth: number) => void,
  ): void => {
    const row = i - sourceFrom;
    const targetLimit = targetLimits[j - targetFrom]!;
    const cell = sourceLimit > 0 ? grid.offset(i) + j : 0;
    for (let g = 1; g <= sourceLimit; g++) {
      const backward = grid.backward[g - 1]!;
      let target = 0;
      for (let h = 1; h <= targetLimit; h++) {
        target += backward[cell + h - 1]!;
        if (j + h > high[row + g]!) break;
        if (j + h < low[row + g]!) continue;
        const forward = grid.forward[h - 1]!;
        let words = target;
        for (let k = 0; k < g; k++) words += forward[grid.offset(i + k) + j]!;
        words += priors.bead[(g - 1) * MOST + h - 1]!;
        if (words >= HOPELESS) visit(g, h, words + shape.worth(i, g, j, h));
      }
    }
  };

  // forward: the log weight of all ways to begin a bead at each position, relative to its row's best
  const into = new Float32Array(map.count).fill(NONE);
  const rowScale = new Float64Array(sourceTo - sourceFrom + 1);
  {
    const [bead, sourceGap, targetGap] = [rows(), rows(), rows()];
    bead[slot(sourceFrom) + targetFrom] = 0;
    // absolute values need double precision; what is kept is relative to the row
    const totals = new Float64Array(width);
    let filledTo = sourceFrom;
    for (let i = sourceFrom; i <= sourceTo; i++) {
      if (i === filledTo && i < sourceTo) {
        filledTo = grid.fillFrom(i);
        checkCancelled();
      }
      const row = i - sourceFrom;
      const here = slot(i);
      if (i > sourceFrom && i + MOST <= sourceTo) {
        const begin = ((i + MOST - sourceFrom) % rowsKept) * width;
        for (const score of [bead, sourceGap, targetGap]) score.fill(NONE, begin, begin + width);
      }
      let best = NONE;
      totals.fill(NONE);
      for (let j = low[row]!; j <= high[row]!; j++) {
        const [b, s, t] = [bead[here + j]!, sourceGap[here + j]!, targetGap[here + j]!];
        const total = addLogs(addLogs(b + priors.noGap, s + priors.endSource), t + priors.endTarget);
        if (total === NONE) continue;
        totals[j - low[row]!] = total;
        if (total > best) best = total;
        if (j < high[row]!)
          targetGap[here + j + 1] = addLogs(
            addLogs(b + priors.openTarget, s + priors.sourceToTarget),
            t + priors.moreTarget,
          );
        if (i < sourceTo && j >= low[row + 1]! && j <= high[row + 1]!)
          sourceGap[slot(i + 1) + j] = addLogs(b + priors.openSource, s + priors.moreSource);
      }
      rowScale[row] = best;
      const sourceLimit = groupLimit(shape.source.apart, i, sourceTo);
      for (let j = low[row]!; j <= high[row]!; j++) {
        const node = map.starts[row]! + j;
        const total = totals[j - low[row]!]!;
        if (total === NONE) continue;
        if (total < best - BEAM && kept[node] === 0) {
          continue;
        }
        eachBead(i, j, sourceLimit, (g, h, worth) => {
          const to = slot(i + g) + j + h;
          bead[to] = addLogs(bead[to]!, total + worth);
        });
        into[node] = total - best;
      }
    }
  }

  // backward, with the probability of each bead on the way
  const beads: number[] = [];
  const probability: number[] = [];
  const [bead, sourceGap, targetGap] = [rows(), rows(), rows()];
  // the weight of all paths is that of the last position
  const whole = rowScale[sourceTo - sourceFrom]! + into[map.starts[sourceTo - sourceFrom]! + targetTo]!;
  let filledFrom = sourceTo;
  for (let i = sourceTo; i >= sourceFrom; i--) {
    if (i < filledFrom) {
      filledFrom = grid.fillBefore(i + 1);
      checkCancelled();
    }
    const row = i - sourceFrom;
    const here = slot(i);
    const begin = ((i - sourceFrom) % rowsKept) * width;
    for (const score of [bead, sourceGap, targetGap]) score.fill(NONE, begin, begin + width);
    const sourceLimit = groupLimit(shape.source.apart, i, sourceTo);
    for (let j = high[row]!; j >= low[row]!; j--) {
      const node = map.starts[row]! + j;
      const last = i === sourceTo && j === targetTo;
      let inside = last ? 0 : NONE;
      if (into[node]! > NONE) {
        const before = into[node]! + rowScale[row]! - whole;
        eachBead(i, j, sourceLimit, (g, h, worth) => {
          const after = bead[slot(i + g) + j + h]!;
          if (after === NONE) return;
          const value = worth + after;
          inside = addLogs(inside, value);
          const share = Math.exp(before + value);
          if (share > LEAST) {
            beads.push(i, g, j, h);
            probability.push(share);
          }
        });
      }
      const down =
        i < sourceTo && j >= low[row + 1]! && j <= high[row + 1]! ? sourceGap[slot(i + 1) + j]! : NONE;
      const right = j < high[row]! ? targetGap[here + j + 1]! : NONE;
      bead[here + j] = addLogs(
        addLogs(inside + priors.noGap, down + priors.openSource),
        right + priors.openTarget,
      );
      sourceGap[here + j] = addLogs(
        addLogs(inside + priors.endSource, down + priors.moreSource),
        right + priors.sourceToTarget,
      );
      targetGap[here + j] = addLogs(inside + priors.endTarget, right + priors.moreTarget);
    }
  }
  return { beads: Int32Array.from(beads), probability: Float32Array.from(probability) };
};
