/** Looks at a whole document: what has no partner, the dot plot, and named states to go back to. */
import { z } from 'zod';
import { base, inDocument, params } from './base.ts';
import { beadStatus, editOutcome, id, lang, segmentKind, severity } from './model.ts';

const count = z.number().int();
export const evidenceLine = z.object({
  source: z.string(),
  say: z.string().describe('a code of EVIDENCE'),
  params,
  weight: z.number(),
});

/** A sentence of the other text that may be the partner of one. */
export const candidate = z.object({
  segmentId: id,
  number: count,
  text: z.string(),
  row: count.nullable(),
  weight: z.number().describe('log-likelihood ratio; above 0 speaks for the pair'),
  evidence: z.array(evidenceLine),
  /** What it is linked to now: nothing, or the sentences of its group on the side that is asked about. */
  taken: z.boolean(),
  confirmed: z.boolean().describe('its group is confirmed or reviewed'),
  partner: z.boolean().describe('stands in the group of the sentence already'),
});
export type Candidate = z.infer<typeof candidate>;

/** Joined to `inspector`: best partners of a sentence within about 150 groups around it, best first. */
export const candidates = base
  .input(
    inDocument.extend({
      alignmentId: id,
      segmentId: id,
      most: z.number().int().min(1).max(20).default(5),
      furniture: z.boolean().default(false),
    }),
  )
  .output(z.array(candidate));

export const unalignedSentence = z.object({
  alignmentId: id,
  beadId: id,
  side: z.enum(['source', 'target']).describe('source: an omission; target: an addition'),
  lang,
  segmentId: id,
  number: count,
  kind: segmentKind,
  text: z.string(),
  row: count.nullable(),
  status: beadStatus,
  candidates: z.array(candidate),
});
export type UnalignedSentence = z.infer<typeof unalignedSentence>;

export const unaligned = {
  /** Body sentences without a partner, in the order of rows; crossing links count as partners. */
  list: base
    .input(
      inDocument.extend({
        alignmentId: id.optional().describe('all renderings where left out'),
        side: z.enum(['source', 'target']).optional(),
        accepted: z
          .boolean()
          .default(false)
          .describe('also those that were confirmed as omission or addition'),
        from: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(200).default(50),
        candidates: z.number().int().min(0).max(10).default(3).describe('for each sentence of the page'),
        furniture: z.boolean().default(false).describe('whether rows are counted with page furniture'),
      }),
    )
    .output(
      z.object({
        total: count,
        byRendering: z.array(z.object({ alignmentId: id, lang, source: count, target: count })),
        sentences: z.array(unalignedSentence),
      }),
    ),
};

/** Groups that fall into one square of the plot. */
export const mapPoint = z.object({
  x: z.number().describe('centre in the original, in visible sentences from its beginning'),
  y: z.number().describe('centre in the rendering'),
  row: count.nullable().describe('of the first group; a click goes there'),
  groups: count,
  confirmed: count,
  omissions: count,
  additions: count,
  flags: count.describe('open, minor and above'),
  worst: severity.nullable(),
});
export type MapPoint = z.infer<typeof mapPoint>;

export const map = {
  /** Dot plot of one rendering; `squares`: how many squares along the longer text. Short texts have a point for each group. */
  points: base
    .input(
      inDocument.extend({
        alignmentId: id,
        squares: z.number().int().min(10).max(2000).default(400),
        furniture: z.boolean().default(false),
      }),
    )
    .output(
      z.object({
        revision: count,
        sourceTotal: count,
        targetTotal: count,
        points: z.array(mapPoint),
        /** Crossing links, at most 2,000. */
        links: z.array(z.object({ x: z.number(), y: z.number(), row: count.nullable() })),
      }),
    ),
};

export const snapshotView = z.object({
  snapshotId: id,
  name: z.string(),
  author: z.string(),
  at: z.number(),
  /** Edits that going back would take back or do again; 0 where the document is as it was. */
  steps: count,
  /** The first edit after it; null where there is none, or the document went another way. For `versions.compare`. */
  nextEditId: id.nullable(),
});
export type SnapshotView = z.infer<typeof snapshotView>;

export const snapshots = {
  create: base.input(inDocument.extend({ name: z.string().min(1).max(200) })).output(snapshotView),
  /** Newest first. */
  list: base.input(inDocument).output(z.array(snapshotView)),
  /** Takes the document back to a snapshot, as one edit that can be undone. */
  goBack: base
    .input(inDocument.extend({ snapshotId: id, furniture: z.boolean().default(false) }))
    .output(editOutcome),
  remove: base.input(inDocument.extend({ snapshotId: id })).output(z.object({})),
};
