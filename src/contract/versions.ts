/** Versions of a text, and what differs between them. */
import { z } from 'zod';
import { base, inDocument, inProject } from './base.ts';
import { takeChange } from './edits.ts';
import { columnChoice } from './exchange.ts';
import { fileId, id, lang } from './model.ts';

const count = z.number().int();
export const versionCounts = z.object({
  same: count,
  changed: count,
  moved: count,
  added: count,
  removed: count,
});
export type VersionCounts = z.infer<typeof versionCounts>;

export const versionView = z.object({
  versionId: id,
  columnRank: count,
  role: z.enum(['original', 'rendering']),
  lang,
  label: z.string(),
  revision: count,
  sourceName: z.string(),
  at: z.number().describe('when it was imported or kept, unix ms'),
  current: z.boolean(),
  sentences: count,
});
export type VersionView = z.infer<typeof versionView>;

export const wordChange = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });
export type WordChangeView = z.infer<typeof wordChange>;

/** A state of one rendering: a version, a version as it was before an edit, or a file that is not in the project. */
export const comparedText = z.union([
  z.object({ versionId: id, beforeEdit: id.optional() }),
  z.object({ file: fileId }),
]);
export type ComparedText = z.infer<typeof comparedText>;

export const comparedPiece = z.object({
  segmentId: id.nullable().describe('null for a sentence of a file, or of a state that is gone'),
  kind: z.enum(['same', 'changed', 'moved', 'added', 'removed']),
  text: z.string(),
  words: z.array(wordChange).describe('from the base to this text; empty where nothing changed'),
});
export type ComparedPiece = z.infer<typeof comparedPiece>;
export const comparedRow = z.object({
  /** The row's place in the whole list, also where only changes are shown. */
  index: count,
  changed: z.boolean(),
  original: z.array(z.object({ segmentId: id, number: count, text: z.string() })),
  cells: z.array(z.array(comparedPiece)).describe('one for each compared text, the base first'),
  takes: z
    .array(z.array(takeChange))
    .describe('for each text what `take-over` does to make this row of the version people work on the same'),
});
export type ComparedRow = z.infer<typeof comparedRow>;
export const comparison = z.object({
  revision: count.describe('of the document, for `seen` of the edits that follow from looking at it'),
  lang,
  originalLang: lang,
  titles: z.array(z.string()),
  counts: z.array(versionCounts).describe('from the base to each other text'),
  total: count,
  changedRows: z.array(count).describe('indexes of the rows that changed'),
  from: count,
  rows: z.array(comparedRow),
});
export type Comparison = z.infer<typeof comparison>;

const revision = z.object({
  versionId: id.nullable().describe('null where the text is the same: nothing was done'),
  counts: versionCounts,
  stale: count.describe('groups that the change makes stale, over all languages'),
  untouched: count.describe('sentences that a file with languages side by side says nothing of: they stay'),
  jobId: z
    .string()
    .nullable()
    .describe('checks and verdict of what changed; null where nothing was checked yet'),
});
const newVersion = inDocument.extend({
  of: id.describe('the version that holds now'),
  file: fileId,
  encoding: z.string().max(40).optional().describe('told from the bytes where left out'),
  columns: columnChoice.optional().describe('of a table; guessed where left out'),
  code: lang.optional().describe('of a file with languages side by side: which of them is the version'),
});
const versionPreview = revision.omit({ versionId: true, jobId: true }).extend({
  aligned: z
    .object({ units: count, codes: z.array(lang), code: lang.describe('what the version is taken from') })
    .nullable()
    .describe('of a file with languages side by side'),
  sample: z
    .array(
      z.object({
        kind: z.enum(['same', 'changed', 'moved', 'added', 'removed']),
        words: z.array(wordChange),
      }),
    )
    .describe('the first changes'),
});
export type VersionPreview = z.infer<typeof versionPreview>;

export const versions = {
  /** All versions of all texts of a document: column by column, the one that holds first. */
  list: base.input(inDocument).output(z.array(versionView)),
  /** What a new version would change; changes nothing. */
  preview: base.input(newVersion).output(versionPreview),
  /** Puts a revised text in the place of a version; what did not change keeps its groups, statuses, notes and decisions. */
  add: base.input(newVersion.extend({ label: z.string().max(200).default('') })).output(revision),
  /** Keeps the present state of a text under a name. */
  keep: base
    .input(inDocument.extend({ versionId: id, label: z.string().min(1).max(200) }))
    .output(z.object({ versionId: id })),
  /** Brings an older version back, as one more revision. */
  restore: base.input(inDocument.extend({ versionId: id })).output(revision),
  /** What sentences were before they changed, by version or by hand; unchanged ones are left out. */
  changes: base.input(inProject.extend({ segmentIds: z.array(id).max(2000) })).output(
    z.array(
      z.object({
        segmentId: id,
        kind: z.enum(['changed', 'moved', 'edited']),
        before: z.string(),
        words: z.array(wordChange),
      }),
    ),
  ),
  /** Two to four states of one rendering side by side, beside the original. */
  compare: base
    .input(
      inDocument.extend({
        texts: z.array(comparedText).min(2).max(4).describe('the base first'),
        onlyChanges: z.boolean().default(false),
        from: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(100_000).default(2000),
      }),
    )
    .output(comparison),
};
