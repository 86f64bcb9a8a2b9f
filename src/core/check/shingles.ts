/** Likeness of two texts by the runs of letters that they share. */
import { foldLetters } from './words.ts';

export const shingles = (text: string, size = 5): ReadonlySet<string> => {
  const letters = foldLetters(text);
  const set = new Set<string>();
  for (let at = 0; at + size <= letters.length; at++) set.add(letters.slice(at, at + size));
  return set;
};

/** Jaccard: shared over all, 0 to 1. */
export const similarity = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  if (a.size === 0 || b.size === 0) return 0;
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const piece of small) if (large.has(piece)) shared++;
  return shared / (a.size + b.size - shared);
};
