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
