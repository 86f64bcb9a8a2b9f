/**
 * Which sentence of a revised text is which of the old one. Equal sentences first (those that occur once on both sides
 * anchor the rest), then changed ones by similarity inside the gaps, then moved ones anywhere.
 */
import { diffArrays } from 'diff';
import { longestIncreasing } from './chain.ts';
import { makeSimilarity } from './words.ts';

export interface SentenceChange {
  readonly kind: 'same' | 'changed' | 'moved' | 'added' | 'removed';
  /** Positions in the two lists; null where the sentence is in one of them alone. */
  readonly before: number | null;
  readonly after: number | null;
  /** 0 to 1; a moved sentence below 1 was changed too. */
  readonly similarity: number;
}

/** Below this, two sentences are not states of one another: measured by eye, paraphrases of news sentences lie at .5 to .7. */
const CHANGED = 0.5;
const MOVED = 0.75;
/** A gap larger than this many pairs is matched by shared words alone instead of each against each. */
const GAP_PAIRS = 40_000;

type Similarity = ReturnType<typeof makeSimilarity>;
interface Pair {
  readonly before: number;
  readonly after: number;
  readonly similarity: number;
}

/**
 * Changes in the order of the new text, removed sentences where they stood. Each sentence of either list is in one change.
 */
export function compareSentences(
  before: readonly string[],
  after: readonly string[],
  lang: string,
): SentenceChange[] {
  const olds = before.map((text) => text.normalize('NFC'));
  const news = after.map((text) => text.normalize('NFC'));
  const similarity = makeSimilarity(lang);
  const pairs = matchInOrder(olds, news, similarity);
  const inOrder = new Set(pairs);
  const usedBefore = new Set(pairs.map((pair) => pair.before));
  const usedAfter = new Set(pairs.map((pair) => pair.after));
  const moved = matchMoved(olds, news, usedBefore, usedAfter, lang, similarity);
  return listChanges(olds.length, news.length, pairs, moved, inOrder);
}

function matchInOrder(olds: readonly string[], news: readonly string[], similarityOf: Similarity): Pair[] {
  const anchors = uniqueAnchors(olds, news);
  const pairs: Pair[] = [];
  let from: Pair = { before: -1, after: -1, similarity: 1 };
  for (const anchor of [...anchors, { before: olds.length, after: news.length, similarity: 1 }]) {
    matchGap(
      olds,
      news,
      [from.before + 1, anchor.before],
      [from.after + 1, anchor.after],
      similarityOf,
      pairs,
    );
    if (anchor.before < olds.length) pairs.push(anchor);
    from = anchor;
  }
  return pairs;
}

/** Sentences that occur once on both sides, as far as they keep their order. */
function uniqueAnchors(olds: readonly string[], news: readonly string[]): Pair[] {
  const places = (texts: readonly string[]) => {
    const at = new Map<string, number>();
    texts.forEach((text, index) => {
      at.set(text, at.has(text) ? -1 : index);
    });
    return at;
  };
  const newPlaces = places(news);
  const candidates: Pair[] = [];
  for (const [text, old] of places(olds)) {
    const fresh = newPlaces.get(text) ?? -1;
    if (old >= 0 && fresh >= 0) candidates.push({ before: old, after: fresh, similarity: 1 });
  }
  candidates.sort((a, b) => a.before - b.before);
  return longestIncreasing(candidates.map((pair) => pair.after)).map((index) => candidates[index]!);
}

type Range = readonly [from: number, to: number];

/** Inside a gap: equal sentences by `diff` (repeated ones among them), then the stretches between them by similarity. */
function matchGap(
  olds: readonly string[],
  news: readonly string[],
  old: Range,
  fresh: Range,
  similarityOf: Similarity,
  pairs: Pair[],
): void {
  let [b, a] = [old[0], fresh[0]];
  let [openBefore, openAfter] = [b, a];
  const close = () => matchChanged(olds, news, [openBefore, b], [openAfter, a], similarityOf, pairs);
  for (const part of diffArrays(olds.slice(...old), news.slice(...fresh))) {
    const count = part.value.length;
    if (part.removed) b += count;
    else if (part.added) a += count;
    else {
      close();
      for (let k = 0; k < count; k++) pairs.push({ before: b + k, after: a + k, similarity: 1 });
      b += count;
      a += count;
      [openBefore, openAfter] = [b, a];
    }
  }
  close();
}

/** Best monotone pairing of two stretches: the sum of similarities above the bar is greatest. */
function matchChanged(
  olds: readonly string[],
  news: readonly string[],
  old: Range,
  fresh: Range,
  similarityOf: Similarity,
  pairs: Pair[],
): void {
  const rows = old[1] - old[0];
  const columns = fresh[1] - fresh[0];
  if (rows <= 0 || columns <= 0 || rows * columns > GAP_PAIRS) return;
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  const similar = new Float64Array(rows * columns);
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--) {
      const similarity = similarityOf(olds[old[0] + i]!, news[fresh[0] + j]!, CHANGED);
      similar[i * columns + j] = similarity;
      const pair = similarity >= CHANGED ? similarity + best[(i + 1) * width + j + 1]! : 0;
      best[i * width + j] = Math.max(pair, best[(i + 1) * width + j]!, best[i * width + j + 1]!);
    }
  let [i, j] = [0, 0];
  while (i < rows && j < columns) {
    const similarity = similar[i * columns + j]!;
    const here = best[i * width + j]!;
    if (similarity >= CHANGED && here === similarity + best[(i + 1) * width + j + 1]!) {
      pairs.push({ before: old[0] + i, after: fresh[0] + j, similarity });
      i += 1;
      j += 1;
    } else if (here === best[(i + 1) * width + j]!) i += 1;
    else j += 1;
  }
}

/** Pairs among what is left: equal sentences first, then the most similar ones that share a rare word. */
function matchMoved(
  olds: readonly string[],
  news: readonly string[],
  usedBefore: ReadonlySet<number>,
  usedAfter: ReadonlySet<number>,
  lang: string,
  similarityOf: Similarity,
): Pair[] {
  const index = new Map<string, number[]>();
  const words = (text: string) =>
    new Set(lang.startsWith('zh') ? pairsOfCharacters(text) : (text.match(/[\p{L}\p{N}]{4,}/gu) ?? []));
  olds.forEach((text, at) => {
    if (usedBefore.has(at)) return;
    for (const word of words(text)) {
      const list = index.get(word);
      if (list) list.push(at);
      else index.set(word, [at]);
    }
  });
  const taken = new Set<number>();
  const moved: Pair[] = [];
  news.forEach((text, at) => {
    if (usedAfter.has(at)) return;
    const seen = new Set<number>();
    for (const word of words(text)) {
      const list = index.get(word) ?? [];
      if (list.length <= 8) for (const old of list) seen.add(old);
    }
    let found: Pair | null = null;
    for (const old of [...seen].sort((x, y) => x - y)) {
      if (taken.has(old)) continue;
      const similarity = similarityOf(olds[old]!, text, MOVED);
      if (similarity >= MOVED && similarity > (found?.similarity ?? 0))
        found = { before: old, after: at, similarity };
    }
    if (found) {
      taken.add(found.before);
      moved.push(found);
    }
  });
  return moved;
}

const pairsOfCharacters = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));

function listChanges(
  oldCount: number,
  newCount: number,
  pairs: readonly Pair[],
  moved: readonly Pair[],
  inOrder: ReadonlySet<Pair>,
): SentenceChange[] {
  const byAfter = new Map<number, Pair>();
  const spoken = new Set<number>();
  for (const pair of [...pairs, ...moved]) {
    byAfter.set(pair.after, pair);
    spoken.add(pair.before);
  }
  const changes: SentenceChange[] = [];
  let old = 0;
  const removeUpTo = (end: number) => {
    for (; old < end; old++)
      if (!spoken.has(old)) changes.push({ kind: 'removed', before: old, after: null, similarity: 0 });
  };
  for (let after = 0; after < newCount; after++) {
    const pair = byAfter.get(after);
    if (!pair) changes.push({ kind: 'added', before: null, after, similarity: 0 });
    else if (!inOrder.has(pair)) changes.push({ kind: 'moved', ...pair });
    else {
      removeUpTo(pair.before);
      old = pair.before + 1;
      changes.push({ kind: pair.similarity === 1 ? 'same' : 'changed', ...pair });
    }
  }
  removeUpTo(oldCount);
  return changes;
}
