/** Sentences that are negative on one side alone, and words that say the opposite (specification 2.8, polarity). */
import { isBody } from '../../model.ts';
import { type Check, type CheckContext, type Finding, isTwoSided, type Side } from '../check.ts';
import { quote } from '../messages.ts';
import { findNegators, type Negator } from '../negators.ts';

interface Placed extends Negator {
  readonly segment: number;
}

const collect = (context: CheckContext, side: Side, segments: readonly number[]): readonly Placed[] => {
  const lang = side === 'source' ? context.sourceLang : context.targetLang;
  return segments.flatMap((segment) =>
    findNegators(context.text(side, segment), lang).map((negator) => ({ ...negator, segment })),
  );
};

/** The negator with the words that it denies, as people would quote it. */
const scopeOf = (context: CheckContext, side: Side, negator: Placed) => {
  const words = context.words(side, negator.segment);
  const at = words.findIndex((word) => word.start >= negator.end);
  const length = (side === 'source' ? context.sourceLang : context.targetLang) === 'zh' ? 6 : 3;
  const last = words[Math.min(at < 0 ? 0 : at + length - 1, words.length - 1)];
  const text = context.text(side, negator.segment);
  let end = at < 0 || !last ? negator.end : last.end;
  const stop = /[.,;:!?。，；：！？–—()«»„“”"]/u.exec(text.slice(negator.end, end));
  if (stop) end = negator.end + stop.index;
  return context.span(side, negator.segment, negator.start, Math.max(end, negator.end));
};

const strongOf = (negators: readonly Placed[]): readonly Placed[] =>
  negators.filter((negator) => negator.strong);
const softOf = (negators: readonly Placed[]): readonly Placed[] =>
  negators.filter((negator) => !negator.strong);

const compare = (context: CheckContext, index: number): Finding | null => {
  const bead = context.beads[index]!;
  const source = collect(context, 'source', bead.source);
  const target = collect(context, 'target', bead.target);
  const [sourceStrong, targetStrong] = [strongOf(source), strongOf(target)];
  const lost =
    sourceStrong.length > 0 && targetStrong.length === 0 && softOf(target).length <= softOf(source).length;
  const added =
    targetStrong.length > 0 && sourceStrong.length === 0 && softOf(source).length <= softOf(target).length;
  if (lost && softOf(target).length === 0) {
    const span = scopeOf(context, 'source', sourceStrong[0]!);
    return finding('negation.lost', bead, { sourceSpan: span }, { source: quote(span.text) });
  }
  if (added && softOf(source).length === 0) {
    const span = scopeOf(context, 'target', targetStrong[0]!);
    return finding('negation.added', bead, { targetSpan: span }, { target: quote(span.text) });
  }
  return null;
};

const finding = (
  code: string,
  bead: { readonly source: readonly number[]; readonly target: readonly number[] },
  spans: Pick<Finding, 'sourceSpan' | 'targetSpan'>,
  params: Readonly<Record<string, string>>,
): Finding => ({
  check: 'negation',
  code,
  severity: 'major',
  confidence: 0.6,
  source: bead.source,
  target: bead.target,
  ...spans,
  params,
});

export const negation: Check = {
  name: 'negation',
  needs: 'pair',
  finds: ['negation'],
  explains: ['negation.lost', 'negation.added'],
  scope: 'bead',
  find: (context, beads) => {
    const findings: Finding[] = [];
    for (const index of beads) {
      const bead = context.beads[index];
      if (!bead || !isTwoSided(bead)) continue;
      if (!bead.source.every((segment) => isBody(context.source!.segments[segment]!))) continue;
      const found = compare(context, index);
      if (found) findings.push(found);
    }
    return findings;
  },
};
