/** Random samples for review, and what an error rate in a sample says of the whole. */

/** mulberry32: small, and the same on every machine. */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** `size` different numbers below `population` (all where there are fewer), ascending; the same seed gives the same ones. */
export function drawSample(population: number, size: number, seed: number): number[] {
  const next = numbersFrom(seed);
  const moved = new Map<number, number>();
  const drawn: number[] = [];
  for (let i = 0; i < Math.min(size, population); i++) {
    // Fisher–Yates over a list that is never written out.
    const at = i + Math.floor(next() * (population - i));
    drawn.push(moved.get(at) ?? at);
    moved.set(at, moved.get(i) ?? i);
  }
  return drawn.sort((a, b) => a - b);
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's score interval for a share, 0 to 1; `z` = 1.96 is 95 %. Nothing judged says nothing: 0 to 1.
 * Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927).
 */
export function wilsonInterval(errors: number, judged: number, z = 1.959964): Interval {
  if (judged === 0) return { low: 0, high: 1 };
  const share = errors / judged;
  const square = (z * z) / judged;
  const centre = share + square / 2;
  const margin = z * Math.sqrt((share * (1 - share)) / judged + square / (4 * judged));
  const clip = (value: number): number => Math.min(1, Math.max(0, value));
  return {
    low: errors === 0 ? 0 : clip((centre - margin) / (1 + square)),
    high: errors === judged ? 1 : clip((centre + margin) / (1 + square)),
  };
}
