/**
 * A name with one syllable changed (`Lương Thị Hạnh` as `Luong Thi Hoa`) stands in running text, where German, Russian and Chinese
 * show no border of a name. So the name is laid over the text, window by window: as many words as it has syllables.
 */
import { type NameMention, nameSimilarity } from '../facts/index.ts';
import type { Span } from '../model.ts';
import type { CheckContext } from './check.ts';

export interface AlikeName {
  readonly span: Span;
  /** 0 to 1, as `nameSimilarity` gives it. */
  readonly likeness: number;
}

/** Two of three syllables; by chance that happens to no other words in a row. */
const LEAST_SYLLABLES = 3;
const LEAST = 0.6;

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

/** The window of these segments that is likest to the name, if it is alike enough; null for names of one or two syllables. */
export const findAlike = (
  context: CheckContext,
  name: NameMention,
  segments: readonly number[],
): AlikeName | null => {
  const size = name.text.split(/\s+/u).length;
  if (size < LEAST_SYLLABLES) return null;
  let best: AlikeName | null = null;
  for (const segment of segments) {
    const words = context.words('target', segment);
    const text = context.text('target', segment);
    for (let first = 0; first + size <= words.length; first++) {
      const window = words.slice(first, first + size);
      const isRun = window.every(
        (word, at) => at === 0 || /^[\s-]?$/u.test(text.slice(window[at - 1]!.end, word.start)),
      );
      const isName = context.targetLang.startsWith('zh')
        ? window.every((word) => /^\p{Script=Han}$/u.test(word.text))
        : window.every((word) => isCapital(word.text));
      if (!isRun || !isName) continue;
      const [start, end] = [window[0]!.start, window.at(-1)!.end];
      const likeness = nameSimilarity(
        name.text,
        context.sourceLang,
        text.slice(start, end),
        context.targetLang,
      );
      if (likeness >= LEAST && (best === null || likeness > best.likeness))
        best = { span: context.span('target', segment, start, end), likeness };
    }
  }
  return best;
};
