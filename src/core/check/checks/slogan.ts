/**
 * A quoted phrase (a slogan, a title) that stands in several forms in one rendering: the same words in another order, or a number once
 * in words and once in figures. It needs no original (specification 2.6; issue 4, point 5).
 */
import { extractQuantities } from '../../facts/index.ts';
import { isBody } from '../../model.ts';
import type { Check, CheckContext, Finding } from '../check.ts';
import { foldWord, readWords } from '../words.ts';

const QUOTED = /[“"„«「『‘]([^“”"„«»「」『』‘’]{3,40})[”"“»」』’]/gu;
const LEAST_WORDS = 2;
const MOST_WORDS = 5;

interface Phrase {
  readonly segment: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Words without order, numbers by value. */
  readonly key: string;
}

/** Words in alphabetical order, numbers by their value; null for what is no phrase. */
const keyOf = (text: string, lang: string): string | null => {
  const words = readWords(text);
  if (words.length < LEAST_WORDS || words.length > MOST_WORDS) return null;
  const parts = words.map((word) => {
    const value = extractQuantities(word.text, lang)[0]?.values[0];
    return value === undefined ? foldWord(word.text) : String(value);
  });
  return new Set(parts).size < LEAST_WORDS ? null : parts.sort().join(' ');
};

const collect = (context: CheckContext): readonly Phrase[] =>
  context.target.segments.flatMap((segment, index) =>
    isBody(segment)
      ? [...segment.text.matchAll(QUOTED)].flatMap((match) => {
          const key = keyOf(match[1]!, context.targetLang);
          const start = match.index + 1;
          return key === null
            ? []
            : [{ segment: index, start, end: start + match[1]!.length, text: match[1]!.trim(), key }];
        })
      : [],
  );

export const slogan: Check = {
  name: 'slogan',
  needs: 'rendering',
  finds: ['term'],
  explains: ['term.target'],
  scope: 'document',
  find: (context) => {
    const groups = new Map<string, Phrase[]>();
    for (const phrase of collect(context)) {
      const group = groups.get(phrase.key);
      if (group) group.push(phrase);
      else groups.set(phrase.key, [phrase]);
    }
    const findings: Finding[] = [];
    for (const phrases of groups.values()) {
      const forms = new Map<string, Phrase[]>();
      for (const phrase of phrases) {
        const form = readWords(phrase.text)
          .map((word) => foldWord(word.text))
          .join(' ');
        forms.set(form, [...(forms.get(form) ?? []), phrase]);
      }
      if (forms.size < 2) continue;
      const shown = [...forms.values()].sort((a, b) => b.length - a.length);
      const last = shown.at(-1)![0]!;
      findings.push({
        check: 'term',
        code: 'term.target',
        severity: 'minor',
        confidence: 0.75,
        source: [],
        target: [...new Set(shown.map((group) => group[0]!.segment))].slice(0, 3),
        targetSpan: context.span('target', last.segment, last.start, last.end),
        params: { table: shown.map((group) => `“${group[0]!.text}” ${group.length}×`).join(', ') },
      });
    }
    return findings;
  },
};
