/** Review: the queue, random samples, signatures, and the report. */
import { z } from 'zod';
import { base, inDocument, inProject, nothing } from './base.ts';
import { beadStatus, id, lang, severity, verdict } from './model.ts';
import { versionCounts } from './versions.ts';

const count = z.number().int();
export const QUEUE_REASONS = [
  'flags',
  'stale',
  'low-score',
  'needs-review',
  'unconfirmed',
  'confirmed',
  'rejected',
] as const;
export const queueReason = z.enum(QUEUE_REASONS);
export type QueueReason = z.infer<typeof queueReason>;
const beadName = z.object({ alignmentId: id, beadId: id });

export const queueItem = z.object({
  alignmentId: id,
  beadId: id,
  lang,
  row: count.nullable(),
  number: count.describe('what the grid calls the row'),
  signed: z.boolean().describe('the rendering is signed off: nothing can be judged in it'),
  status: beadStatus,
  score: z.number().nullable(),
  reasons: z.array(queueReason),
  flags: count,
  worst: severity.nullable(),
  messages: z.array(z.string()).describe('of the open flags, worst first'),
  source: z.string(),
  target: z.string(),
  reviewer: z.string().nullable(),
  at: z.number().nullable(),
  reason: z.string().nullable(),
});
export type QueueItem = z.infer<typeof queueItem>;
export const reviewQueue = z.object({
  revision: count.describe('of the document, for `seen` of the edits that follow from looking at it'),
  counts: z.record(queueReason, count).describe('over all groups, whatever is asked for'),
  total: count,
  beads: z.array(beadName).describe('all that are in the queue, for an edit of many'),
  items: z.array(queueItem),
});
export type ReviewQueue = z.infer<typeof reviewQueue>;

export const reviewSample = z.object({
  sampleId: id,
  alignmentId: id,
  lang,
  seed: count,
  population: count,
  size: count,
  judged: count,
  errors: count,
  rate: z.number().nullable(),
  interval: z.object({ low: z.number(), high: z.number() }).describe('of the error rate, 95 %'),
  drawnBy: z.string(),
  drawnAt: z.number(),
  beads: z.array(beadName),
});
export type ReviewSample = z.infer<typeof reviewSample>;

export const signOff = z.object({
  lang,
  columnRank: count.describe('the rendering: its column in the document, through all versions'),
  versionId: id,
  reviewer: z.string(),
  at: z.number(),
  remark: z.string(),
  reopened: z.object({ by: z.string(), at: z.number(), reason: z.string() }).nullable(),
});
export type SignOff = z.infer<typeof signOff>;

export const noteSpan = z.object({ start: count, end: count });
export const noteThread = z.object({
  noteId: id,
  segmentId: id,
  lang,
  versionId: id.describe('of the text that the note is on'),
  columnRank: count.describe('its column'),
  row: count.nullable(),
  sentence: z.string(),
  span: noteSpan.nullable().describe('the words of the sentence that it is on; null: all of it'),
  quote: z
    .string()
    .nullable()
    .describe('these words as they were when the note was written, also where they are gone'),
  author: z.string(),
  text: z.string(),
  at: z.number(),
  resolved: z.boolean(),
  resolvedBy: z.string().nullable(),
  forMe: z.boolean().describe('calls the reviewer by name and is open'),
  replies: z.array(z.object({ noteId: id, author: z.string(), text: z.string(), at: z.number() })),
});
export type NoteThread = z.infer<typeof noteThread>;

/** One note, as the grid and the inspector have it; answers name their thread. */
export const noteView = z.object({
  noteId: id,
  segmentId: id,
  parentId: id.nullable(),
  author: z.string(),
  text: z.string(),
  at: z.number(),
  resolved: z.boolean(),
  resolvedBy: z.string().nullable(),
  span: noteSpan.nullable(),
  quote: z.string().nullable(),
});
export type NoteView = z.infer<typeof noteView>;

export const reportPart = z.object({
  lang,
  label: z.string(),
  verdict: verdict.nullable(),
  groups: count,
  statuses: z.array(z.object({ status: beadStatus, count })),
  omissions: count.describe('groups without a sentence of the rendering'),
  additions: count.describe('groups without a sentence of the original'),
  flags: z.array(z.object({ category: z.string(), severity, open: count, agreed: count, dismissed: count })),
  openFlags: z.array(
    z.object({
      row: count,
      number: count.describe('what the grid calls the row'),
      check: z.string(),
      category: z.string(),
      severity,
      message: z.string(),
      decision: z.enum(['open', 'agreed']),
    }),
  ),
  versions: z
    .array(z.object({ from: z.string(), to: z.string(), at: z.number(), counts: versionCounts }))
    .describe('newest first'),
  rejected: z.array(
    z.object({
      row: count.nullable(),
      number: count,
      target: z.string(),
      reason: z.string(),
      reviewer: z.string(),
    }),
  ),
  samples: z.array(reviewSample.omit({ beads: true, alignmentId: true })),
  signOffs: z.array(signOff),
  openNotes: z.array(
    z.object({
      number: count.describe('of the sentence in its text'),
      lang: lang.describe('of that text: the rendering or the original'),
      quote: z.string().nullable(),
      author: z.string(),
      text: z.string(),
      answers: count,
    }),
  ),
});
export type ReportPart = z.infer<typeof reportPart>;
export const documentReport = z.object({
  title: z.string(),
  originalLang: lang,
  sentences: count,
  madeAt: z.number(),
  parts: z.array(reportPart),
});
export type DocumentReport = z.infer<typeof documentReport>;

const inRendering = inDocument.extend({ alignmentId: id });

export const review = {
  /** Renderings that are signed off are left out, but where one is asked for by itself. */
  queue: base
    .input(
      inDocument.extend({
        alignmentId: id.optional(),
        reasons: z.array(queueReason).default(['flags', 'stale', 'low-score', 'needs-review']),
        lowScore: z.number().min(0).max(1).default(0.5),
        from: count.min(0).default(0),
        limit: count.min(1).max(5000).default(500),
      }),
    )
    .output(reviewQueue),
  /** Draws groups at random; the seed decides which, so that somebody else can draw the same. */
  drawSample: base
    .input(inRendering.extend({ size: count.min(1).max(10_000), seed: count.min(0) }))
    .output(reviewSample),
  samples: base.input(inDocument).output(z.array(reviewSample)),
  /** Signs a rendering: it cannot be changed until it is reopened. */
  signOff: base.input(inRendering.extend({ remark: z.string().max(2000).default('') })).output(signOff),
  reopen: base.input(inRendering.extend({ reason: z.string().min(1).max(2000) })).output(nothing),
  signOffs: base.input(inDocument).output(z.array(signOff)),
  /** Threads of notes over the whole document, open ones first. */
  notes: base.input(inDocument).output(z.array(noteThread)),
  /** All notes on some sentences, oldest first. */
  notesOn: base.input(inProject.extend({ segmentIds: z.array(id).max(2000) })).output(z.array(noteView)),
  /** Names that notes can call: of all who did something in the project, the reviewer's own last. */
  names: base.input(inProject).output(z.array(z.string())),
  report: base.input(inDocument).output(documentReport),
  /** The report of some documents (all where left out) as one file: a page that needs nothing beside it, a workbook, or `songsong/report@1`. */
  reportFile: base
    .input(
      inProject.extend({
        documentIds: z.array(id).min(1).optional(),
        format: z.enum(['html', 'xlsx', 'json']),
      }),
    )
    .output(
      z.object({
        name: z.string(),
        mediaType: z.string(),
        content: z.string(),
        encoding: z.enum(['utf8', 'base64']),
      }),
    ),
};
