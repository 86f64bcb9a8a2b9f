/** Texts for tests of evidence: one segment a line. */
import type { RawUnit, WordEvidence } from '../../../../src/core/align/model.ts';
import type { SegmentedText } from '../../../../src/core/model.ts';

export const cut = (lang: string, lines: readonly string[]): SegmentedText => ({
  lang,
  segments: lines.map((text, at) => ({
    text,
    kind: 'text',
    line: at + 1,
    paragraph: at,
    start: 0,
    end: text.length,
  })),
});

export const read = (evidence: WordEvidence, text: string, lang: string): readonly RawUnit[] =>
  evidence.read(text, lang, () => true);

/** What a text's units say, as `words=meanings`. */
export const said = (evidence: WordEvidence, text: string, lang: string): string[] =>
  read(evidence, text, lang).map((unit) => `${text.slice(unit.start, unit.end)}=${unit.meanings}`);

/** Meanings that two texts share. */
export const shared = (
  evidence: WordEvidence,
  [source, sourceLang]: readonly [string, string],
  [target, targetLang]: readonly [string, string],
): unknown[] => {
  const meanings = new Set(read(evidence, target, targetLang).flatMap((unit) => unit.meanings));
  return read(evidence, source, sourceLang)
    .flatMap((unit) => unit.meanings)
    .filter((meaning) => meanings.has(meaning));
};
