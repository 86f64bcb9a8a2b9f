/** What differs between two texts, as one stretch on either side. */

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const lettersOf = (text: string): string[] => Array.from(graphemes.segment(text), ({ segment }) => segment);

/** Empty where a text has nothing of its own between what both begin and end with. */
export function differingStretch(before: string, after: string): [Stretch[], Stretch[]] {
  const [a, b] = [lettersOf(before), lettersOf(after)];
  const least = Math.min(a.length, b.length);
  let head = 0;
  while (head < least && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < least - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const stretch = (letters: readonly string[]): Stretch[] => {
    const start = letters.slice(0, head).join('').length;
    const end = letters.slice(0, letters.length - tail).join('').length;
    return end > start ? [{ start, end }] : [];
  };
  return [stretch(a), stretch(b)];
}
