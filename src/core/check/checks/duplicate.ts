/** Sentences that stand twice in the translation but not in the original (specification 2.9). */
import { isBody } from '../../model.ts';
import type { Check, CheckContext, Finding } from '../check.ts';
import { quote } from '../messages.ts';
import { shingles, similarity } from '../shingles.ts';
import { foldLetters, weighLetters } from '../words.ts';

/** Less than this may well be said twice. */
const LEAST_LETTERS = 12;
/** Near-duplicates are looked for this many sentences back. */
const REACH = 3;
const NEAR = 0.8;
const DIALOGUE = /^\s*[–—-]\s|^\s*[“„«「"]/u;

/** The source sentences that a target sentence renders, folded; '' where it has none. */
const originalOf = (context: CheckContext, segment: number): string => {
  const bead = context.beads[context.beadOf('target', segment)];
  return (bead?.source ?? []).map((source) => foldLetters(context.text('source', source))).join('');
};

/** Whether the original itself has the repetition. */
const isRepeatedInOriginal = (context: CheckContext, first: number, second: number): boolean => {
  const [one, two] = [context.beadOf('target', first), context.beadOf('target', second)];
  if (one === two) {
    const sources = (context.beads[one]?.source ?? []).map((segment) =>
      foldLetters(context.text('source', segment)),
    );
    return new Set(sources).size < sources.length;
  }
  const [left, right] = [originalOf(context, first), originalOf(context, second)];
  if (left === '' || right === '') return false;
  return similarity(shingles(left), shingles(right)) >= NEAR;
};

const toFinding = (context: CheckContext, first: number, second: number, near: boolean): Finding => {
  const text = context.text('target', second);
  return {
    check: 'duplicate',
    code: near ? 'duplicate.near' : 'duplicate.sentence',
    severity: 'minor',
    confidence: near ? 0.65 : 0.95,
    source: [],
    target: [second],
    targetSpan: context.span('target', second, 0, text.length),
    params: { line: context.target.segments[first]?.line ?? 0, target: quote(text) },
  };
};

/** Repeated captions and headings are one note. */
const rollUpLight = (context: CheckContext, findings: readonly Finding[]): Finding[] => {
  const kindOf = (finding: Finding): string => context.target.segments[finding.target[0] ?? -1]?.kind ?? '';
  const light = findings.filter((finding) => ['caption', 'heading'].includes(kindOf(finding)));
  const rest = findings.filter((finding) => !light.includes(finding));
  if (light.length === 0) return rest;
  if (light.length === 1) return [...rest, { ...light[0]!, severity: 'note' }];
  const target = light.flatMap((finding) => finding.target);
  return [
    ...rest,
    {
      check: 'duplicate',
      code: 'duplicate.captions',
      severity: 'note',
      confidence: 0.9,
      source: [],
      target,
      params: { count: light.length },
    },
  ];
};

export const duplicate: Check = {
  name: 'duplicate',
  needs: 'rendering',
  finds: ['duplicate'],
  explains: ['duplicate.sentence', 'duplicate.near', 'duplicate.captions'],
  scope: 'document',
  find: (context) => {
    const findings: Finding[] = [];
    const seen = new Map<string, number>();
    const recent: { segment: number; pieces: ReadonlySet<string> }[] = [];
    for (const [index, segment] of context.target.segments.entries()) {
      if (!isBody(segment)) continue;
      const letters = foldLetters(segment.text);
      if (weighLetters(letters) < LEAST_LETTERS || DIALOGUE.test(segment.text)) continue;
      const earlier = seen.get(letters);
      if (earlier === undefined) seen.set(letters, index);
      else if (!isRepeatedInOriginal(context, earlier, index))
        findings.push(toFinding(context, earlier, index, false));
      const pieces = shingles(segment.text);
      if (earlier === undefined && weighLetters(letters) >= 3 * LEAST_LETTERS) {
        const near = recent.find(
          (other) => similarity(other.pieces, pieces) >= NEAR && isOneSided(context, other.segment, index),
        );
        if (near && !isRepeatedInOriginal(context, near.segment, index))
          findings.push(toFinding(context, near.segment, index, true));
      }
      recent.push({ segment: index, pieces });
      if (recent.length > REACH) recent.shift();
    }
    return rollUpLight(context, findings);
  },
};

/** Of two like sentences that both have an original of their own, neither is a repetition. */
const isOneSided = (context: CheckContext, first: number, second: number): boolean =>
  context.source === null || originalOf(context, first) === '' || originalOf(context, second) === '';
