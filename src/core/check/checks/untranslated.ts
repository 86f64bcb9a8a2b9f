/** Text left in the language of the original: whole sentences, phrases, words, and what was copied verbatim (specification 2.5). */
import { isBody } from '../../model.ts';
import type { Check, CheckContext, Finding, Word } from '../check.ts';
import { type ForeignRun, findForeign, isForeign, isNameRun } from '../foreign.ts';
import { quote } from '../messages.ts';
import { weighLetters } from '../words.ts';

/** So many words of the original in a row are a copy, not a shared name. */
const COPY = 4;

const wholeSegment = (context: CheckContext, segment: number): Finding => {
  const text = context.text('target', segment);
  const bead = context.beads[context.beadOf('target', segment)];
  return {
    check: 'untranslated',
    code: 'untranslated.segment',
    severity: 'major',
    confidence: 0.97,
    source: bead?.source ?? [],
    target: [segment],
    targetSpan: context.span('target', segment, 0, text.length),
    params: { target: quote(text) },
  };
};

/** A word of the original that is explained in brackets beside it was left on purpose. */
const isExplained = (text: string, run: ForeignRun): boolean =>
  /^["“”»’')\s]*[(（]/u.test(text.slice(run.end, run.end + 3)) ||
  (/[(（]\s*["„“«‚']?$/u.test(text.slice(Math.max(0, run.start - 3), run.start)) &&
    /^["“”»’'\s]*[)）,，]/u.test(text.slice(run.end, run.end + 3)));

const spanFinding = (context: CheckContext, segment: number, run: ForeignRun): Finding | null => {
  const text = context.text('target', segment);
  const span = context.span('target', segment, run.start, run.end);
  const isName = isNameRun(run);
  // An all-capital heading is no name: names in capitals have few syllables.
  const shouted = run.words.length >= 5 && run.words.every((word) => word.text === word.text.toUpperCase());
  if (isName && !shouted && (run.words.length > 1 || run.small === 0)) return null;
  const single = run.words.length === 1;
  const note = single || isExplained(text, run);
  const bead = context.beads[context.beadOf('target', segment)];
  return {
    check: 'untranslated',
    code: single ? 'untranslated.word' : 'untranslated.span',
    severity: note ? 'note' : run.words.length >= 4 ? 'major' : 'minor',
    confidence: note ? 0.5 : run.words.length >= 3 ? 0.95 : 0.8,
    source: bead?.source ?? [],
    target: [segment],
    targetSpan: span,
    params: { target: quote(span.text) },
  };
};

/** The longest stretch of words that the target has letter for letter from its original, names and numbers apart. */
const findCopy = (context: CheckContext, segment: number): Finding | null => {
  const bead = context.beads[context.beadOf('target', segment)];
  if (!bead || bead.source.length === 0) return null;
  const own = context.words('target', segment);
  if (own.length < COPY) return null;
  const sourceWords = bead.source.map((source) => context.words('source', source));
  let best: readonly Word[] = [];
  for (const words of sourceWords) {
    for (let at = 0; at + COPY <= own.length; at++) {
      for (let from = 0; from + COPY <= words.length; from++) {
        let length = 0;
        while (own[at + length] && own[at + length]!.text === words[from + length]?.text) length++;
        if (length > best.length) best = own.slice(at, at + length);
      }
    }
  }
  const plain = best.filter((word) => /^\p{Ll}/u.test(word.text));
  if (best.length < COPY || plain.length < COPY - 1) return null;
  const span = context.span('target', segment, best[0]!.start, best.at(-1)!.end);
  if (weighLetters(span.text) < 12) return null;
  return {
    check: 'untranslated',
    code: 'untranslated.copied',
    severity: 'major',
    confidence: 0.85,
    source: bead.source,
    target: [segment],
    targetSpan: span,
    params: { target: quote(span.text) },
  };
};

export const untranslated: Check = {
  name: 'untranslated',
  needs: 'rendering',
  finds: ['untranslated'],
  explains: ['untranslated.segment', 'untranslated.span', 'untranslated.word', 'untranslated.copied'],
  scope: 'bead',
  find: (context, beads) => {
    const findings: Finding[] = [];
    for (const index of beads) {
      for (const segment of context.beads[index]?.target ?? []) {
        const found = context.target.segments[segment];
        if (!found || !isBody(found)) continue;
        const words = context.words('target', segment);
        if (
          isForeign(found.text, context.sourceLang, context.targetLang, words) &&
          isWhole(context, segment)
        ) {
          findings.push(wholeSegment(context, segment));
          continue;
        }
        const spans = findForeign(found.text, context.sourceLang, context.targetLang, words)
          .map((run) => spanFinding(context, segment, run))
          .filter((finding) => finding !== null);
        findings.push(...spans);
        if (spans.length === 0) {
          const copy = findCopy(context, segment);
          if (copy) findings.push(copy);
        }
      }
    }
    return findings;
  },
};

/** A short line of names is in no language. */
const isWhole = (context: CheckContext, segment: number): boolean => {
  const words = context.words('target', segment).filter((word) => /^\p{L}/u.test(word.text));
  const small = words.filter((word) => /^\p{Ll}/u.test(word.text)).length;
  return words.length >= 3 && (small >= 2 || words.length >= 6);
};
