/** How the terms of the shipped termbase are rendered in each bead: by a term of the target, or anchored at a word inside the term. */

import type { Span } from './../model.ts';
import { isStopWord } from '../text/index.ts';
import { type CheckContext, isTwoSided } from './check.ts';
import { termbase } from './termbase.ts';
import { foldWord, readWords } from './words.ts';

export interface TermUse {
  readonly concept: number;
  readonly bead: number;
  /** null: a term that stands in the target without its original. */
  readonly source: Span | null;
  readonly target: Span | null;
  /** Equal for inflections of one rendering; '' where no rendering was found. */
  readonly key: string;
}

const STEM = 6;
/** Terms shorter than this have many meanings. */
const LEAST_SYLLABLES = 3;

export const renderingKey = (text: string): string =>
  /\p{Script=Han}/u.test(text)
    ? text.replace(/\s+/gu, '')
    : readWords(text)
        .filter((word) => word.fold.length > 2)
        .map((word) => word.fold.slice(0, Math.min(STEM, Math.max(3, word.fold.length - 2))))
        .join(' ');

/** A term of three syllables or more that the target language has forms for. */
const isFirm = (context: CheckContext, span: Span): boolean =>
  readWords(span.text).length >= (context.sourceLang.startsWith('vi') ? LEAST_SYLLABLES : 2);

/** A word of the target that renders a part of the term, with the noun that follows it. */
const findAnchored = (context: CheckContext, bead: number, source: Span): Span | null => {
  const inner = context
    .renderings(bead)
    .source.filter(
      (unit) =>
        unit.segment === source.segment &&
        unit.start >= source.start &&
        unit.end <= source.end &&
        unit.end - unit.start < source.end - source.start,
    );
  for (const unit of inner) {
    for (const partner of unit.partners) {
      const words = context.words('target', partner.segment);
      const at = words.findIndex((word) => word.end > partner.start);
      const [first, next] = [words[at], words[at + 1]];
      if (!first || !next || isStopWord(next.text, context.targetLang)) continue;
      const text = context.text('target', partner.segment);
      if (/[.,;:!?]/u.test(text.slice(first.end, next.start))) continue;
      return context.span('target', partner.segment, first.start, next.end);
    }
  }
  return null;
};

/** Uses of each concept in reading order of the beads. */
export const collectTermUses = (context: CheckContext): ReadonlyMap<number, readonly TermUse[]> => {
  const uses = new Map<number, TermUse[]>();
  const add = (use: TermUse): void => {
    const list = uses.get(use.concept);
    if (list) list.push(use);
    else uses.set(use.concept, [use]);
  };
  for (const [bead, { source, target }] of context.beads.entries()) {
    const claimed = new Set<string>();
    const targets = target.flatMap((segment) =>
      context.terms('target', segment).map((mention) => ({ segment, mention })),
    );
    for (const segment of source) {
      for (const mention of context.terms('source', segment)) {
        const span = context.span('source', segment, mention.start, mention.end);
        const concept = mention.concepts[0];
        if (concept === undefined || !isFirm(context, span) || !isTwoSided({ source, target, score: 1 }))
          continue;
        const match = targets.find(
          (one) =>
            one.mention.concepts.includes(concept) && !claimed.has(`${one.segment}:${one.mention.start}`),
        );
        if (match) claimed.add(`${match.segment}:${match.mention.start}`);
        const found = match
          ? context.span('target', match.segment, match.mention.start, match.mention.end)
          : findAnchored(context, bead, span);
        add({ concept, bead, source: span, target: found, key: found ? renderingKey(found.text) : '' });
      }
    }
    // Of terms of several words also what stands in the target alone tells which form the text prefers.
    for (const { segment, mention } of targets) {
      if (claimed.has(`${segment}:${mention.start}`) || mention.concepts.length !== 1) continue;
      const span = context.span('target', segment, mention.start, mention.end);
      if (readWords(span.text).length < 3) continue;
      add({ concept: mention.concepts[0]!, bead, source: null, target: span, key: renderingKey(span.text) });
    }
  }
  return uses;
};

export const formsOfTerm = (concept: number, lang: string): readonly string[] =>
  termbase().forms(concept, lang);

/** Whether one Vietnamese term is another one with a word more: đối tác chiến lược (toàn diện). */
export const extraWords = (long: string, short: string): string | null => {
  const [more, less] = [foldWord(long).split(' '), foldWord(short).split(' ')];
  let at = 0;
  const extra: string[] = [];
  for (const word of more) {
    if (word === less[at]) at++;
    else extra.push(word);
  }
  return at === less.length && extra.length > 0 ? extra.join(' ') : null;
};
