/** Small texts for tests: one sentence a line, beads as pairs of line numbers. */
import { type CheckInput, type CheckResult, checkRendering } from '../../../src/core/check/index.ts';
import { bundledLexicon } from '../../../src/core/lexicon/index.ts';
import type { Alignment, Flag, SegmentedText, SegmentKind } from '../../../src/core/model.ts';

export const textOf = (
  lang: string,
  lines: readonly string[],
  kinds: readonly SegmentKind[] = [],
): SegmentedText => {
  let start = 0;
  return {
    lang,
    segments: lines.map((text, index) => {
      const segment = {
        text,
        kind: kinds[index] ?? ('text' as const),
        line: index + 1,
        paragraph: index,
        start,
        end: start + text.length,
      };
      start += text.length + 1;
      return segment;
    }),
  };
};

/** `[source lines, target lines]` a bead. */
export const beadsOf = (pairs: readonly (readonly [readonly number[], readonly number[]])[]): Alignment => ({
  beads: pairs.map(([source, target]) => ({ source, target, score: 0.95 })),
  links: [],
});

/** Line by line. */
export const oneToOne = (length: number): Alignment =>
  beadsOf(Array.from({ length }, (_, index) => [[index], [index]] as const));

export const inputOf = (
  source: readonly string[],
  lang: string,
  target: readonly string[],
  alignment: Alignment = oneToOne(source.length),
): CheckInput => ({
  source: textOf('vi', source),
  target: textOf(lang, target),
  alignment,
  lexicon: bundledLexicon(),
});

export const check = (...parts: Parameters<typeof inputOf>): CheckResult => checkRendering(inputOf(...parts));

/** Flags that people see by default. */
export const visible = (result: CheckResult): readonly Flag[] =>
  result.flags.filter((flag) => flag.severity !== 'note');

export const codes = (flags: readonly Flag[]): string[] => flags.map((flag) => flag.messageCode);
