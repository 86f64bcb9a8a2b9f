/** Texts as they were cut, before and after they are aligned: what is body, what is a heading, what is page furniture. */
import { z } from 'zod';
import { base, inDocument } from './base.ts';
import { id, segmentKind, segmentView } from './model.ts';

const count = z.number().int();

/** How many sentences of each kind a text has; all kinds are there. */
export const kindCounts = z.record(segmentKind, count);
export type KindCounts = z.infer<typeof kindCounts>;

export const preparedSentence = segmentView.extend({ paragraphStart: z.boolean() });
export type PreparedSentence = z.infer<typeof preparedSentence>;

export const prepare = {
  /** Sentences of one text in reading order, page furniture too; `from` and `total` count those of the kinds that were asked for. */
  sentences: base
    .input(
      inDocument.extend({
        versionId: id,
        kinds: z.array(segmentKind).optional().describe('all where left out'),
        from: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(1000).default(200),
      }),
    )
    .output(z.object({ total: count, counts: kindCounts, sentences: z.array(preparedSentence) })),
};
