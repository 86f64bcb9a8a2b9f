/** Shapes that cross the border between the renderer and the services; plain JSON, checked at the border by zod. */
import { z } from 'zod';

export const id = z.number().int().positive();
export const lang = z.string().min(2).max(35);
export const segmentKind = z.enum(['text', 'heading', 'caption', 'list', 'furniture', 'metadata']);
export const beadStatus = z.enum([
  'auto',
  'edited',
  'confirmed',
  'needs-review',
  'reviewed',
  'rejected',
  'stale',
]);
export type BeadStatus = z.infer<typeof beadStatus>;
export const severity = z.enum(['critical', 'major', 'minor', 'note']);
export const checkId = z.string();
export const verdictKind = z.enum([
  'complete',
  'gaps',
  'abridged',
  'partial',
  'not-a-translation',
  'no-original',
]);

/** An opaque name for a file that the host knows; paths never reach the renderer. */
export const fileId = z.string().min(1);
/** An opaque name for a project that is open in this host. */
export const projectKey = z.string().min(1);

export const verdict = z.object({
  kind: verdictKind,
  sourceCoverage: z.number(),
  targetCoverage: z.number(),
  reasons: z.array(z.string()),
});

/** A column of the grid: the original first, then its renderings. */
export const column = z.object({
  versionId: id,
  alignmentId: id.nullable().describe('null for the original'),
  role: z.enum(['original', 'rendering']),
  lang,
  label: z.string(),
  sentences: z.number().int(),
  beads: z.number().int().describe('beads with body text in them'),
  confirmed: z.number().int().describe('of these, confirmed or reviewed'),
  aligned: z.boolean().describe('by the aligner or by the file that it came in; false for the original'),
  verdict: verdict.nullable().describe('null where nothing was judged, as in an imported memory'),
});
export type Column = z.infer<typeof column>;

export const documentSummary = z.object({
  id,
  title: z.string(),
  columns: z.array(column),
  openFlags: z.number().int().describe('minor and above, undecided'),
  revision: z.number().int().describe('grows with every change'),
});
export type DocumentSummary = z.infer<typeof documentSummary>;

export const projectSummary = z.object({
  key: projectKey,
  name: z.string(),
  file: z.string().describe('the base name of the file, never a path'),
  sourceLang: lang,
  documents: z.array(documentSummary),
});
export type ProjectSummary = z.infer<typeof projectSummary>;

export const segmentView = z.object({
  id,
  number: z.number().int().describe('1-based number of the sentence in its text'),
  text: z.string(),
  kind: segmentKind,
});
export type SegmentView = z.infer<typeof segmentView>;

export const cell = z.object({
  alignmentId: id,
  beadId: id,
  firstRow: z.number().int(),
  rowSpan: z.number().int().min(1),
  sourceCount: z.number().int(),
  segments: z.array(segmentView),
  status: beadStatus,
  score: z.number().nullable(),
  flags: z.number().int().describe('open flags of minor and above'),
  worst: severity.nullable(),
});
export type Cell = z.infer<typeof cell>;

/** One row: an original sentence, or an addition that stands in one rendering alone. */
export const row = z.object({
  index: z.number().int(),
  kind: z.enum(['sentence', 'addition']),
  source: segmentView.nullable(),
  paragraphStart: z.boolean(),
});
export type Row = z.infer<typeof row>;

/** Rows `from` up to (not including) `to`, with every cell that touches them, also those that begin before. */
export const rowWindow = z.object({
  from: z.number().int(),
  to: z.number().int(),
  total: z.number().int(),
  /** Grows with every change of the document: windows of different revisions do not fit together. */
  revision: z.number().int(),
  rows: z.array(row),
  cells: z.array(cell),
});
export type RowWindow = z.infer<typeof rowWindow>;

export const flagSpan = z.object({ segmentId: id, start: z.number().int(), end: z.number().int() });
export const flagView = z.object({
  id,
  alignmentId: id,
  lang,
  check: checkId,
  category: z.string(),
  severity,
  confidence: z.number(),
  messageCode: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.string(),
  sourceSegmentIds: z.array(id),
  targetSegmentIds: z.array(id),
  sourceSpan: flagSpan.nullable(),
  targetSpan: flagSpan.nullable(),
  row: z.number().int().describe('the row where it is shown'),
  number: z
    .number()
    .int()
    .describe('what the grid calls that row: the number of its sentence, or of the one before an addition'),
  decision: z.enum(['agreed', 'dismissed']).nullable(),
  reason: z.string().nullable(),
});
export type FlagView = z.infer<typeof flagView>;

/** What an edit did or would do; `say` is a message code of the renderer (`edit.merged`, …) with its parameters. */
export const editOutcome = z.object({
  possible: z.boolean(),
  say: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  editId: id.nullable().describe('null for a dry run or where nothing was to do'),
  revision: z.number().int(),
  focusRow: z.number().int().nullable().describe('where the cursor belongs now'),
});
export type EditOutcome = z.infer<typeof editOutcome>;

export const jobState = z.object({
  jobId: z.string(),
  kind: z.enum(['align', 'check', 'import', 'export']),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  progress: z.number().min(0).max(1),
  error: z
    .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
});
export type JobState = z.infer<typeof jobState>;

/** One stream for everything; ids increase, and a client that comes back says which it saw last. */
export const appEvent = z.object({
  eventId: z.number().int(),
  body: z.discriminatedUnion('type', [
    z.object({ type: z.literal('job'), job: jobState }),
    z.object({
      type: z.literal('changed'),
      project: projectKey,
      documentId: id.nullable(),
      revision: z.number().int(),
    }),
  ]),
});
export type AppEvent = z.infer<typeof appEvent>;
