/**
 * The API as the renderer sees it. Errors are `APP_ERROR` with `{code, params}` of core/errors; procedures take and
 * give plain JSON. The hosts implement it over a message port (desktop) and over fetch (browser).
 */
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, inDocument, inProject, nothing, params } from './base.ts';
import { decisions } from './decisions.ts';
import { edits } from './editing.ts';
import {
  columnChoice,
  exportOptions,
  exportPreflight,
  importPreview,
  importSlot,
  reviewReport,
} from './exchange.ts';
import { concordance, filters, find, gridFilter } from './find.ts';
import { glossary } from './glossary.ts';
import {
  appEvent,
  documentSummary,
  fileId,
  flagView,
  id,
  lang,
  projectSummary,
  rowWindow,
  severity,
} from './model.ts';
import { candidates, map, snapshots, unaligned } from './overview.ts';
import { packages } from './packages.ts';
import { prepare } from './prepare.ts';
import { review } from './review.ts';
import { versions } from './versions.ts';

export type { Seen } from './base.ts';
export * from './decisions.ts';
export * from './edits.ts';
export * from './exchange.ts';
export * from './find.ts';
export * from './glossary.ts';
export * from './model.ts';
export * from './overview.ts';
export * from './packages.ts';
export * from './prepare.ts';
export * from './review.ts';
export * from './sayings.ts';
export * from './versions.ts';

export const contract = {
  files: {
    /** Takes a file's bytes from the page (drop, paste or file field) and gives out a name for it. */
    put: base
      .input(z.object({ name: z.string().max(300), base64: z.string() }))
      .output(z.object({ file: fileId, name: z.string() })),
  },
  app: {
    info: base.input(nothing).output(
      z.object({
        version: z.string(),
        host: z.enum(['desktop', 'web']),
        languages: z.array(z.object({ lang, name: z.string() })),
        reviewer: z.string().describe('whose name edits and notes bear'),
        reviewerKnown: z.boolean().describe('whether anybody said that name yet'),
      }),
    ),
    setReviewer: base.input(z.object({ name: z.string().trim().min(1).max(100) })).output(nothing),
    /** The reader's settings, as the page keeps them; empty where nothing was kept yet. */
    settings: base.input(nothing).output(z.record(z.string(), z.unknown())),
    keepSettings: base.input(z.object({ settings: z.record(z.string(), z.unknown()) })).output(nothing),
    events: base.input(z.object({ after: z.number().int().default(0) })).output(eventIterator(appEvent)),
  },
  projects: {
    recent: base.input(nothing).output(
      z.array(
        z.object({
          file: fileId,
          name: z.string(),
          openedAt: z.number(),
          exists: z.boolean(),
          progress: z
            .array(z.object({ lang, confirmed: z.number().int(), beads: z.number().int() }))
            .describe('of each rendering, when it was last seen'),
        }),
      ),
    ),
    create: base
      .input(z.object({ name: z.string().min(1).max(200), sourceLang: lang.default('vi') }))
      .output(projectSummary),
    /** Opens the sample project, made afresh the first time. */
    openSample: base.input(nothing).output(projectSummary),
    open: base.input(z.object({ file: fileId })).output(projectSummary),
    get: base.input(inProject).output(projectSummary),
    close: base.input(inProject).output(nothing),
  },
  documents: {
    preview: base
      .input(z.object({ slots: z.array(importSlot).min(1).max(20) }))
      .output(z.array(importPreview)),
    /** Adds a document: one original and its renderings. Aligning is a job of its own. */
    add: base
      .input(
        inProject.extend({ title: z.string().min(1).max(300), slots: z.array(importSlot).min(1).max(20) }),
      )
      .output(documentSummary),
    /** Adds a file that holds languages side by side (TMX, XLIFF, PO, XLSX, CSV, TSV) as a document: a unit is a row. The original is the project's language, or what the file says. */
    importTmx: base
      .input(
        inProject.extend({
          file: fileId,
          title: z.string().min(1).max(300),
          encoding: z.string().max(40).optional(),
          columns: columnChoice.optional().describe('for tables; the original first'),
        }),
      )
      .output(documentSummary),
    remove: base.input(inDocument).output(nothing),
  },
  jobs: {
    align: base
      .input(inDocument.extend({ alignmentIds: z.array(id).optional() }))
      .output(z.object({ jobId: z.string() })),
    check: base.input(inDocument).output(z.object({ jobId: z.string() })),
    /** What aligning goes by in this document, beside what it finds in the texts themselves. */
    means: base.input(inDocument).output(
      z.object({
        lexicon: z.array(
          z.object({ lang, concepts: z.number().int().describe('with forms in both languages') }),
        ),
        glossary: z.number().int().describe('concepts of the project'),
        taught: z.number().int().describe('confirmed groups of all its documents'),
      }),
    ),
    cancel: base.input(z.object({ jobId: z.string() })).output(nothing),
  },
  grid: {
    rows: base
      .input(
        inDocument.extend({
          from: z.number().int().min(0),
          to: z.number().int().min(1),
          furniture: z.boolean().default(false),
          /** With a filter, `from`, `to` and `total` count the rows that it leaves; rows and cells keep their places in the document. */
          filter: gridFilter.optional(),
        }),
      )
      .output(rowWindow),
    /** The next row, from `row` on, that is unconfirmed, flagged or not 1:1 in a column (any column where left out). */
    seek: base
      .input(
        inDocument.extend({
          row: z.number().int(),
          direction: z.enum(['next', 'previous']),
          what: z.enum(['unconfirmed', 'flag', 'not-one-to-one']),
          alignmentId: id.optional(),
          furniture: z.boolean().default(false),
          filter: gridFilter
            .optional()
            .describe('only rows that it leaves; `row` stays a place in the document'),
        }),
      )
      .output(
        z.object({ row: z.number().int().nullable(), alignmentId: id.nullable(), flagId: id.nullable() }),
      ),
    /** Where sentences stand now; null where they are hidden or gone. */
    places: base
      .input(
        inDocument.extend({
          segmentIds: z.array(id).max(2000),
          furniture: z.boolean().default(false),
        }),
      )
      .output(z.array(z.object({ segmentId: id, row: z.number().int().nullable() }))),
    /** Marks for the minimap: for each rendering one letter a row bucket. */
    overview: base
      .input(
        inDocument.extend({
          buckets: z.number().int().min(1).max(2000),
          furniture: z.boolean().default(false),
        }),
      )
      .output(
        z.array(
          z.object({
            alignmentId: id,
            marks: z.string().describe('c confirmed, a auto, e edited, r needs review, f flagged, g gap'),
          }),
        ),
      ),
  },
  flags: {
    list: base
      .input(
        inDocument.extend({
          alignmentId: id.optional(),
          check: z.string().optional(),
          severities: z.array(severity).default(['critical', 'major', 'minor']),
          decided: z.boolean().default(false).describe('also those already decided'),
          furniture: z.boolean().default(false).describe('whether rows are counted with page furniture'),
          rows: z
            .object({ from: z.number().int(), to: z.number().int() })
            .optional()
            .describe('only flags shown in these rows, `to` not included'),
        }),
      )
      .output(z.array(flagView)),
    /** Flags on one bead, notes and decided ones included. */
    ofBead: base.input(inDocument.extend({ alignmentId: id, beadId: id })).output(z.array(flagView)),
    counts: base
      .input(inDocument)
      .output(
        z.array(z.object({ check: z.string(), severity, open: z.number().int(), decided: z.number().int() })),
      ),
  },
  edits,
  inspector: {
    /** Everything on one bead that is not in the grid: evidence for its score, its history. */
    bead: base.input(inDocument.extend({ alignmentId: id, beadId: id })).output(
      z.object({
        evidence: z.array(z.object({ source: z.string(), say: z.string(), params, weight: z.number() })),
        history: z.array(
          z.object({
            editId: id,
            command: z.string(),
            params,
            author: z.string(),
            at: z.number(),
            state: z.enum(['done', 'undone']),
          }),
        ),
      }),
    ),
    candidates,
    /** Spans to tint in sentences: numbers with their values, names, terms. */
    tints: base.input(inProject.extend({ segmentIds: z.array(id).max(2000) })).output(
      z.array(
        z.object({
          segmentId: id,
          start: z.number().int(),
          end: z.number().int(),
          kind: z.enum(['number', 'date', 'name', 'term']),
          value: z.string(),
        }),
      ),
    ),
  },
  exports: {
    preflight: base.input(inProject.extend({ options: exportOptions })).output(exportPreflight),
    /** Desktop: the host asks where to save, and `saved` names the file. Web: `content` goes to the page's download. */
    run: base.input(inProject.extend({ options: exportOptions })).output(
      z.object({
        files: z.array(
          z.object({
            name: z.string(),
            mediaType: z.string(),
            content: z.string().nullable(),
            encoding: z.enum(['utf8', 'base64']).describe('of the content'),
            saved: z.boolean(),
          }),
        ),
      }),
    ),
  },
  versions,
  review,
  packages,
  glossary,
  decisions,
  prepare,
  find,
  unaligned,
  map,
  snapshots,
  filters,
  concordance,
  workbooks: {
    /** Takes in a workbook that was exported for review: texts, statuses and comments that a person changed, as one edit a document. */
    takeIn: base
      .input(
        inProject.extend({
          file: fileId,
          reviewer: z.string().min(1).max(200).optional().describe('whose name the edits bear'),
          dryRun: z.boolean().default(false),
        }),
      )
      .output(reviewReport),
  },
  desktop: {
    /** Asks the host's dialogs; gives nothing when the person cancels, and is refused in the web host. */
    chooseFiles: base
      .input(z.object({ kind: z.enum(['texts', 'project']) }))
      .output(z.array(z.object({ file: fileId, name: z.string() }))),
  },
};
export type Contract = typeof contract;
export type RecentProject = z.infer<
  (typeof contract.projects.recent)['~orpc']['outputSchema'] & z.ZodType
>[number];
