/** Sentences of the original that stand in no bead with the translation (specification 2.8, block level). */
import { isBody } from '../../model.ts';
import type { Check, CheckContext, Finding } from '../check.ts';
import { quote } from '../messages.ts';
import { collectRuns, type Run } from '../runs.ts';

const LIGHT_KINDS: ReadonlySet<string> = new Set(['heading', 'caption']);

const severityOf = (context: CheckContext, run: Run): Finding['severity'] => {
  const kinds = run.segments.map((segment) => context.source?.segments[segment]?.kind ?? 'text');
  return kinds.every((kind) => LIGHT_KINDS.has(kind)) ? 'minor' : 'major';
};

/** A sentence that a crossing link takes elsewhere is moved, not missing: the check on order reports it. */
const isLinked = (context: CheckContext, segment: number): boolean =>
  context.links.some((link) => link.source === segment);

const toFinding = (context: CheckContext, run: Run): Finding => {
  const first = run.segments[0]!;
  const text = run.segments.map((segment) => context.text('source', segment)).join(' ');
  const single = run.segments.length === 1;
  return {
    check: 'omission',
    code: single ? 'omission.sentence' : 'omission.passage',
    severity: severityOf(context, run),
    confidence: 0.6 + 0.35 * run.score,
    source: run.segments,
    target: [],
    sourceSpan: context.span('source', first, 0, context.text('source', first).length),
    params: { source: quote(text), count: run.segments.length },
  };
};

export const omission: Check = {
  name: 'omission',
  needs: 'pair',
  finds: ['omission'],
  explains: ['omission.sentence', 'omission.passage'],
  scope: 'bead',
  find: (context, beads) =>
    collectRuns(context, 'source', beads, (segment) => {
      const found = context.source?.segments[segment];
      return found !== undefined && isBody(found) && !isLinked(context, segment);
    }).map((run) => toFinding(context, run)),
};
