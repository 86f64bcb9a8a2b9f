/** What changed between two states of a sentence, word by word; in Chinese, character by character. */
import { diffArrays } from 'diff';

export interface WordChange {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

const segmenters = new Map<string, Intl.Segmenter>();
const wordSegmenter = (lang: string): Intl.Segmenter => {
  let segmenter = segmenters.get(lang);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
    segmenters.set(lang, segmenter);
  }
  return segmenter;
};

/**
 * The units that a reader compares. Without a segmenter `diff` would compare Russian and Chinese letter by letter; in
 * Chinese the characters are the units all the same, since dictionary words hide a change of one character.
 */
const splitUnits = (text: string, lang: string): string[] =>
  lang.startsWith('zh') ? [...text] : Array.from(wordSegmenter(lang).segment(text), (part) => part.segment);

/**
 * `same` and `removed` joined give the NFC of `before`, `same` and `added` that of `after`. Neighbouring changes come
 * as removed before added.
 */
export function compareWords(before: string, after: string, lang: string): WordChange[] {
  const changes = diffArrays(
    splitUnits(before.normalize('NFC'), lang),
    splitUnits(after.normalize('NFC'), lang),
  );
  return bridgeSpaces(
    changes.map((change) => ({
      kind: change.added ? 'added' : change.removed ? 'removed' : 'same',
      text: change.value.join(''),
    })),
  );
}

/** A lone space between two changed words reads as one change: «old words» → «new words», not word by word. */
function bridgeSpaces(changes: readonly WordChange[]): WordChange[] {
  const out: WordChange[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed) out.push({ kind: 'removed', text: removed });
    if (added) out.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  changes.forEach((change, index) => {
    if (change.kind === 'removed') removed += change.text;
    else if (change.kind === 'added') added += change.text;
    else if (removed && added && /^\s+$/u.test(change.text) && index < changes.length - 1) {
      removed += change.text;
      added += change.text;
    } else {
      flush();
      out.push(change);
    }
  });
  flush();
  return out;
}

const lettersIn = (text: string): number => text.replace(/\s+/gu, '').length;

/** How much of two sentences is the same, 0 to 1: twice the common letters over all letters, white space left out. */
export const similarityOf = (before: string, after: string, lang: string): number =>
  makeSimilarity(lang)(before, after, 0);

interface Weighed {
  readonly units: readonly string[];
  /** Letters of each unit, and of all. */
  readonly letters: readonly number[];
  readonly all: number;
}

/**
 * The same for many sentences, each of which is taken apart once. Gives 0 where the similarity is below `least`; what two sentences
 * can have in common at most rules most pairs out, without a diff.
 */
export function makeSimilarity(lang: string): (before: string, after: string, least: number) => number {
  const known = new Map<string, Weighed>();
  const weigh = (text: string): Weighed => {
    let weighed = known.get(text);
    if (!weighed) {
      const units = splitUnits(text.normalize('NFC'), lang);
      const letters = units.map(lettersIn);
      weighed = { units, letters, all: letters.reduce((sum, one) => sum + one, 0) };
      known.set(text, weighed);
    }
    return weighed;
  };
  const share = (same: number, all: number): number => (all === 0 ? 1 : (2 * same) / all);
  return (before, after, least) => {
    if (before === after) return 1;
    const [old, fresh] = [weigh(before), weigh(after)];
    const all = old.all + fresh.all;
    if (share(Math.min(old.all, fresh.all), all) < least) return 0;
    if (share(commonLetters(old, fresh), all) < least) return 0;
    let same = 0;
    for (const { added, removed, value } of diffArrays([...old.units], [...fresh.units]))
      if (!added && !removed) for (const unit of value) same += lettersIn(unit);
    const similarity = share(same, all);
    return similarity < least ? 0 : similarity;
  };
}

/** Letters of the units that both have, in whatever order. */
function commonLetters(old: Weighed, fresh: Weighed): number {
  const counts = new Map<string, number>();
  for (const unit of old.units) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  let common = 0;
  fresh.units.forEach((unit, i) => {
    const count = counts.get(unit) ?? 0;
    if (count === 0) return;
    counts.set(unit, count - 1);
    common += fresh.letters[i]!;
  });
  return common;
}
