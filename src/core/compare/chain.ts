/** The longest chain of pairs that increases on both sides: which anchors can stand together without crossing. */

/**
 * `values` in the order of the first side; gives the positions of one longest strictly increasing run, in order.
 * Patience sorting, O(n log n).
 */
export function longestIncreasing(values: readonly number[]): number[] {
  const tails: number[] = [];
  const before = new Int32Array(values.length).fill(-1);
  values.forEach((value, position) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[tails[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[position] = tails[low - 1]!;
    tails[low] = position;
  });
  const chain: number[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at]!) chain.push(at);
  return chain.reverse();
}
