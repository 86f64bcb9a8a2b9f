/** Sentences that stand in the translation alone (specification 2.8); of a partly parallel text one note for all. */
import { isBody } from '../../model.ts';
import type { Check, CheckContext, Finding } from '../check.ts';
import { quote } from '../messages.ts';
import { collectRuns, type Run } from '../runs.ts';
import { shingles, similarity } from '../shingles.ts';

/** A heading up to this length is the outlet's own headline, and no news. */
const HEADLINE = 150;

const toFinding = (context: CheckContext, run: Run): Finding => {
  const first = run.segments[0]!;
  const text = run.segments.map((segment) => context.text('target', segment)).join(' ');
  const single = run.segments.length === 1;
  const kind = context.target.segments[first]?.kind;
  return {
    check: 'addition',
    code: single ? 'addition.sentence' : 'addition.passage',
    severity: single && kind === 'heading' && text.length < HEADLINE ? 'note' : 'minor',
    confidence: 0.6 + 0.35 * run.score,
    source: [],
    target: run.segments,
    targetSpan: context.span('target', first, 0, context.text('target', first).length),
    params: { target: quote(text), count: run.segments.length },
  };
};

const rollUp = (context: CheckContext, runs: readonly Run[]): Finding[] => {
  const segments = runs.flatMap((run) => run.segments);
  if (segments.length === 0) return [];
  const paragraphs = new Set(segments.map((segment) => context.target.segments[segment]?.paragraph));
  return [
    {
      check: 'addition',
      code: 'addition.rollup',
      severity: 'note',
      confidence: 0.9,
      source: [],
      target: segments,
      params: { count: paragraphs.size },
    },
  ];
};

/** A lead that says again what a later sentence says: that line is named, so that nobody looks for an original. */
const nameRepeated = (context: CheckContext, finding: Finding): Finding => {
  const first = finding.target[0];
  if (first === undefined || finding.target.length > 1) return finding;
  const own = shingles(context.text('target', first), 3);
  let best = 0;
  let line = 0;
  for (const [index, segment] of context.target.segments.entries()) {
    if (index === first || !isBody(segment) || segment.text.length < 40) continue;
    const alike = similarity(own, shingles(segment.text, 3));
    if (alike > best) [best, line] = [alike, segment.line];
  }
  if (best < 0.5) return finding;
  return { ...finding, code: 'addition.repeats', params: { ...finding.params, line } };
};

export const addition: Check = {
  name: 'addition',
  needs: 'pair',
  finds: ['addition'],
  explains: ['addition.sentence', 'addition.passage', 'addition.rollup', 'addition.repeats'],
  scope: 'bead',
  find: (context, beads) => {
    const linked = new Set(context.links.map((link) => link.target));
    const runs = collectRuns(context, 'target', beads, (segment) => {
      const found = context.target.segments[segment];
      return found !== undefined && isBody(found) && !linked.has(segment);
    });
    if (context.verdict.kind === 'partial') return rollUp(context, runs);
    const findings = runs.map((run) => toFinding(context, run));
    return findings.length > 40 ? findings : findings.map((finding) => nameRepeated(context, finding));
  },
};
