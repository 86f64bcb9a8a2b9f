/**
 * The part of the table of all (source, target) positions that the search looks at: for each source position a range of target
 * positions. Both bounds never fall, so that a path can always go on.
 */
export interface Corridor {
  /** First and last position on both sides; a position k lies before segment k. */
  readonly sourceFrom: number;
  readonly sourceTo: number;
  readonly targetFrom: number;
  readonly targetTo: number;
  /** Inclusive range of target positions for source position `sourceFrom + row`. */
  readonly low: Int32Array;
  readonly high: Int32Array;
}

export interface Region {
  readonly sourceFrom: number;
  readonly sourceTo: number;
  readonly targetFrom: number;
  readonly targetTo: number;
}

/** Makes bounds monotone and pins them to the region's corners. */
export const closeCorridor = (region: Region, low: Int32Array, high: Int32Array): Corridor => {
  const rows = region.sourceTo - region.sourceFrom;
  for (let row = 0; row <= rows; row++) {
    low[row] = Math.max(region.targetFrom, Math.min(region.targetTo, low[row]!));
    high[row] = Math.max(low[row]!, Math.min(region.targetTo, high[row]!));
  }
  low[0] = region.targetFrom;
  high[rows] = region.targetTo;
  for (let row = rows - 1; row >= 0; row--) low[row] = Math.min(low[row]!, low[row + 1]!);
  for (let row = 1; row <= rows; row++) high[row] = Math.max(high[row]!, high[row - 1]!);
  return { ...region, low, high };
};

export const fullCorridor = (region: Region): Corridor => {
  const rows = region.sourceTo - region.sourceFrom + 1;
  return closeCorridor(
    region,
    new Int32Array(rows).fill(region.targetFrom),
    new Int32Array(rows).fill(region.targetTo),
  );
};

/** Regions of up to this many positions are searched whole. */
const WHOLE = 120_000;
/** How far around an anchor, or around the last path, the search looks. */
const MARGIN = 32;
/** Between anchors far apart, rectangles of up to this many positions are searched whole, larger ones along their diagonal. */
const LARGEST_RECTANGLE = 400_000;
const DIAGONAL_MARGIN = 200;

const positions = ({ sourceFrom, sourceTo, targetFrom, targetTo }: Region): number =>
  (sourceTo - sourceFrom + 1) * (targetTo - targetFrom + 1);

export const isSmall = (region: Region): boolean => positions(region) <= WHOLE;

/** A corridor through anchors, which rise on both sides. */
export const corridorThrough = (
  region: Region,
  anchors: readonly { readonly source: number; readonly target: number }[],
): Corridor => {
  const { sourceFrom, sourceTo, targetFrom, targetTo } = region;
  const rows = sourceTo - sourceFrom + 1;
  const low = new Int32Array(rows).fill(targetTo);
  const high = new Int32Array(rows).fill(targetFrom);
  const cover = (row: number, from: number, to: number): void => {
    if (row < 0 || row >= rows) return;
    low[row] = Math.min(low[row]!, from);
    high[row] = Math.max(high[row]!, to);
  };
  let [i, j] = [sourceFrom, targetFrom];
  for (const next of [...anchors, { source: sourceTo, target: targetTo }]) {
    const [di, dj] = [next.source - i, next.target - j];
    const whole = (di + 1) * (dj + 1) <= LARGEST_RECTANGLE;
    for (let k = -MARGIN; k <= di + MARGIN; k++) {
      if (whole) cover(i + k - sourceFrom, j - MARGIN, next.target + MARGIN);
      else {
        const middle = Math.round(j + (Math.max(0, Math.min(di, k)) / Math.max(1, di)) * dj);
        cover(i + k - sourceFrom, middle - DIAGONAL_MARGIN, middle + DIAGONAL_MARGIN);
      }
    }
    [i, j] = [next.source, next.target];
  }
  return closeCorridor(region, low, high);
};

/** A corridor around a path (flat beads). */
export const corridorAround = (region: Region, path: readonly number[], margin = MARGIN): Corridor => {
  const { sourceFrom, sourceTo, targetFrom, targetTo } = region;
  const rows = sourceTo - sourceFrom + 1;
  const first = new Int32Array(rows).fill(targetTo);
  const last = new Int32Array(rows).fill(targetFrom);
  for (let at = 0; at <= path.length; at += 4) {
    const [i, j] = at < path.length ? [path[at]!, path[at + 2]!] : [sourceTo, targetTo];
    first[i - sourceFrom] = Math.min(first[i - sourceFrom]!, j);
    last[i - sourceFrom] = Math.max(last[i - sourceFrom]!, j);
  }
  const low = new Int32Array(rows);
  const high = new Int32Array(rows);
  // the path seen from a few rows before and after, so that a corridor is as wide on both sides
  const reach = margin >> 1;
  let [lowest, highest] = [targetTo, targetFrom];
  for (let row = rows - 1; row >= 0; row--) {
    lowest = Math.min(lowest, first[row]!);
    low[row] = lowest;
  }
  for (let row = 0; row < rows; row++) {
    highest = Math.max(highest, last[row]!);
    high[row] = highest;
  }
  const corridorLow = low.map((_, row) => low[Math.max(0, row - reach)]! - margin);
  const corridorHigh = high.map((_, row) => high[Math.min(rows - 1, row + reach)]! + margin);
  return closeCorridor(region, corridorLow, corridorHigh);
};

/** Source positions (rows) at which a path runs along the edge of its corridor. */
export const tightRows = (corridor: Corridor, path: readonly number[]): number[] => {
  const { sourceFrom, targetFrom, targetTo, low, high } = corridor;
  const rows: number[] = [];
  for (let at = 0; at < path.length; at += 4) {
    const row = path[at]! - sourceFrom;
    const j = path[at + 2]!;
    const nearLow = low[row]! > targetFrom && j - low[row]! < EDGE;
    const nearHigh = high[row]! < targetTo && high[row]! - j < EDGE;
    if (nearLow || nearHigh) rows.push(row);
  }
  return rows;
};
const EDGE = 4;

/** The corridor, four times as far out around the rows that were tight. */
export const widenCorridor = (corridor: Corridor, rows: readonly number[]): Corridor => {
  const low = corridor.low.slice();
  const high = corridor.high.slice();
  for (const row of rows) {
    const width = high[row]! - low[row]!;
    const reach = Math.min(500, 2 * width);
    for (let k = Math.max(0, row - reach); k <= Math.min(low.length - 1, row + reach); k++) {
      low[k] = Math.min(low[k]!, corridor.low[row]! - 2 * width);
      high[k] = Math.max(high[k]!, corridor.high[row]! + 2 * width);
    }
  }
  return closeCorridor(corridor, low, high);
};
