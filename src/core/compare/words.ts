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

/** How much of two sentences is the same, 0 to 1: twice the common letters over all letters, white space left out. */
export function similarityOf(before: string, after: string, lang: string): number {
  if (before === after) return 1;
  const letters = (text: string) => text.replace(/\s+/gu, '').length;
  let same = 0;
  for (const change of compareWords(before, after, lang))
    if (change.kind === 'same') same += letters(change.text);
  const all = letters(before.normalize('NFC')) + letters(after.normalize('NFC'));
  return all === 0 ? 1 : (2 * same) / all;
}
