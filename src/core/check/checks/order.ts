/** Sentences that stand at another place than in the original: the aligner's crossing links (specification 2.9). */
import type { Check } from '../check.ts';

export const order: Check = {
  name: 'order',
  needs: 'pair',
  finds: ['order'],
  explains: ['order.moved'],
  scope: 'document',
  find: (context) =>
    context.links.map((link) => {
      const before = link.target > 0 ? context.target.segments[link.target - 1] : undefined;
      return {
        check: 'order',
        code: 'order.moved',
        severity: 'note',
        confidence: 0.7,
        source: [link.source],
        target: [link.target],
        sourceSpan: context.span('source', link.source, 0, context.text('source', link.source).length),
        targetSpan: context.span('target', link.target, 0, context.text('target', link.target).length),
        params: { line: before?.line ?? 0 },
      };
    }),
};
