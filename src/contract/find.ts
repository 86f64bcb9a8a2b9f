/** Find and replace, filters of the grid, the concordance. */
import { z } from 'zod';
import { base, inDocument, inProject } from './base.ts';
import { beadStatus, editOutcome, id, lang, segmentKind, segmentView, severity } from './model.ts';

const count = z.number().int();
const span = z.object({ start: count, end: count }).describe('UTF-16 offsets in the text of the sentence');
const page = {
  from: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(50),
};

/** What is looked for in sentences. */
export const textQuery = z.object({
  text: z.string().min(1).max(1000),
  /**
   * `exact`: as it is read (width, quotes, dashes, ё and the place of tone marks are unified); `loose`: also without tone marks
   * and diacritics (đ as d, ß as ss); `regex`: a regular expression of JavaScript with the flags `u` and, without `matchCase`, `i`.
   */
  mode: z.enum(['exact', 'loose', 'regex']).default('loose'),
  /** Where a hit may stand; `start` goes on to any end of the word. Of no account for `regex` and at Chinese characters. */
  at: z.enum(['word', 'start', 'anywhere']).default('start'),
  matchCase: z.boolean().default(false),
});
export type TextQuery = z.infer<typeof textQuery>;

/** Where to look: languages of a document, or of all documents where none is named. */
const scope = inProject.extend({
  documentId: id.optional(),
  langs: z.array(lang).optional().describe('all where left out'),
  query: textQuery,
});

export const findHit = z.object({
  documentId: id,
  versionId: id,
  alignmentId: id.nullable().describe('null in the original'),
  lang,
  row: count.nullable().describe('with the furniture as asked; null where it is hidden'),
  segmentId: id,
  number: count,
  kind: segmentKind,
  text: z.string(),
  spans: z.array(span),
  stamp: z.number().describe('names the text as it was found; to be handed to `replace`'),
});
export type FindHit = z.infer<typeof findHit>;

export const findPage = z.object({
  total: count.describe('sentences with a hit, as far as was looked'),
  /** False while the rest is still being looked through: ask again, the search goes on by itself. */
  complete: z.boolean(),
  progress: z.number().min(0).max(1),
  languages: z.array(z.object({ lang, total: count })),
  /** The place in the list of the first hit at or after `nearRow`; null where there is none, or no row was named. */
  near: count.nullable(),
  from: count,
  hits: z.array(findHit),
});
export type FindPage = z.infer<typeof findPage>;

/** A sentence that would change. */
export const replacePreview = z.object({
  segmentId: id,
  documentId: id,
  lang,
  row: count.nullable(),
  number: count,
  before: z.string(),
  after: z.string(),
  stamp: z.number(),
  /** Each place with what would stand there. */
  places: z.array(z.object({ start: count, end: count, text: z.string() })),
  confirmed: z.boolean().describe('it stands in a confirmed or reviewed group, whose status stays'),
});
export type ReplacePreview = z.infer<typeof replacePreview>;

/** All hits of a sentence, or those that begin at `starts`. */
const chosen = z.object({ segmentId: id, stamp: z.number(), starts: z.array(count).optional() });
/** `$1`, `$<name>`, `$&` and `$$` mean something in a `regex` query; else the text stands for itself. */
const replacement = z.string().max(10_000);

export const find = {
  /** Hits in the order of rows and columns. Answers within about 150 ms with what was found so far. */
  search: base
    .input(
      scope.extend({
        ...page,
        furniture: z.boolean().default(true).describe('whether rows are counted with page furniture'),
        nearRow: z.number().int().optional(),
      }),
    )
    .output(findPage),
  /** What `replace` would make of the sentences of one page of hits. */
  replacePreview: base
    .input(scope.extend({ ...page, replacement, furniture: z.boolean().default(true) }))
    .output(findPage.omit({ hits: true, near: true }).extend({ sentences: z.array(replacePreview) })),
  /**
   * One edit of a document. `chosen: 'all'` takes every hit, and is refused (`edit.stale-hits`) where the document is not of this
   * `revision` any more; sentences that changed since they were found are refused too, and then nothing is replaced.
   */
  replace: base
    .input(
      inDocument.extend({
        langs: z.array(lang).optional(),
        query: textQuery,
        replacement,
        chosen: z.union([z.literal('all'), z.array(chosen).min(1).max(50_000)]),
        revision: count.optional().describe('needed for all'),
        furniture: z.boolean().default(false).describe('whether `focusRow` is counted with page furniture'),
      }),
    )
    .output(editOutcome),
};

export const beadType = z.enum(['1:1', '1:n', 'n:1', 'n:m', 'omission', 'addition']);
export type BeadType = z.infer<typeof beadType>;

/**
 * What the grid shows. Values of one list are alternatives; different lists must all hold, for the same group (cell). A row is
 * shown where one of its cells fits. All left out: everything is shown.
 */
export const gridFilter = z.object({
  alignmentIds: z.array(id).optional().describe('columns that are looked at; all where left out'),
  statuses: z.array(beadStatus).optional(),
  severities: z.array(severity).optional().describe('of open flags'),
  checks: z.array(z.string()).optional().describe('of open flags; with `severities` both hold for one flag'),
  scoreBelow: z.number().min(0).max(1).optional().describe('groups without a score do not fit'),
  types: z.array(beadType).optional(),
  kinds: z
    .array(segmentKind)
    .optional()
    .describe('a sentence of it is of this kind; furniture needs `furniture`'),
  openNotes: z.boolean().optional().describe('true: a sentence of it has a note that is not resolved'),
  text: textQuery.optional(),
});
export type GridFilter = z.infer<typeof gridFilter>;

const valueCount = z.object({ value: z.string(), count: count.describe('groups') });
/** For each list how many groups fit each value while the other lists hold. */
export const filterCounts = z.object({
  statuses: z.array(valueCount),
  severities: z.array(valueCount),
  checks: z.array(valueCount),
  types: z.array(valueCount),
  kinds: z.array(valueCount),
  scoreBelow: z.array(valueCount).describe('for 0.5, 0.6, 0.7, 0.8, 0.9'),
  openNotes: count,
});
export type FilterCounts = z.infer<typeof filterCounts>;

export const filters = {
  /** What a filter leaves, and the counts for its controls. Rows keep their index in the document. */
  apply: base.input(inDocument.extend({ filter: gridFilter, furniture: z.boolean().default(false) })).output(
    z.object({
      revision: count,
      total: count.describe('rows without the filter'),
      rows: count.describe('rows that fit'),
      groups: count.describe('groups that fit'),
      /** Rows that fit as pairs [first, after the last], flat and ascending; at most `limit` pairs. */
      ranges: z.array(count).describe('flat: first row, row after the last, first row, …; the first 50,000'),
      counts: filterCounts,
    }),
  ),
};

/** One hit with everything that is linked to its sentence. */
export const concordanceLine = z.object({
  documentId: id,
  title: z.string(),
  row: count.nullable(),
  hit: z.object({ lang, versionId: id, segmentId: id }),
  /** The original first; a rendering that is not aligned is left out. */
  columns: z.array(
    z.object({
      versionId: id,
      alignmentId: id.nullable(),
      beadId: id.nullable(),
      lang,
      status: beadStatus.nullable(),
      score: z.number().nullable(),
      sentences: z.array(
        segmentView.extend({ spans: z.array(span).describe('hits, in the language of the hit') }),
      ),
    }),
  ),
});
export type ConcordanceLine = z.infer<typeof concordanceLine>;

export const concordance = {
  /** Sentences with a word or phrase, with their partners side by side. `langs`: where the words stand. */
  search: base
    .input(scope.extend({ ...page, furniture: z.boolean().default(false) }))
    .output(findPage.omit({ hits: true, near: true }).extend({ lines: z.array(concordanceLine) })),
};
