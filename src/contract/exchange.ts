/** What comes in from files and goes out to them: choices, previews, preflights and what came back from review. */
import { z } from 'zod';
import { LEFT_OUT_REASONS } from '../core/format/units.ts';
import { EXPORT_FORMAT_IDS } from '../core/format/write/ids.ts';
import { LOSSES } from '../core/format/write/model.ts';
import { params } from './base.ts';
import { fileId, id, lang, segmentKind } from './model.ts';

/** Which column of a file with several languages holds which. */
export const columnChoice = z.array(z.object({ index: z.number().int().min(0), lang })).max(50);
/** A text that waits to be imported: a file that was put, picked or pasted. */
export const importSlot = z.object({
  file: fileId,
  role: z.enum(['original', 'rendering']),
  lang: lang.optional().describe('guessed where it is left out'),
  label: z.string().max(200).optional(),
  encoding: z
    .string()
    .max(40)
    .optional()
    .describe('one of the encodings of the preview; told where left out'),
  columns: columnChoice.optional().describe('of a file with several languages; guessed where left out'),
  site: z
    .array(fileId)
    .max(10)
    .optional()
    .describe('other pages of the same site: what recurs on them is furniture'),
  segmented: z.boolean().optional().describe('one sentence a line already: the lines are kept'),
  furniture: z
    .enum(['apart', 'text'])
    .optional()
    .describe('text: nothing is taken for page furniture; apart where left out'),
  rules: fileId
    .optional()
    .describe('an SRX file whose rules cut the sentences; the built-in ones where left out'),
});
export const importPreview = z.object({
  file: fileId,
  name: z.string(),
  lang,
  langCertain: z.boolean(),
  encoding: z.string(),
  sentences: z.number().int(),
  body: z.number().int(),
  more: z
    .boolean()
    .describe('a memory was looked at in its beginning alone: there are more units than counted'),
  characters: z.number().int(),
  sample: z.array(z.object({ text: z.string(), kind: segmentKind })).describe('its first pieces'),
  format: z.string().describe('for people'),
  encodings: z.array(z.string()).describe('to choose from; empty where the format has its own'),
  warnings: z.array(z.object({ code: z.string(), params, message: z.string().describe('in English') })),
  aligned: z.boolean().describe('holds languages side by side: to be added by documents.importTmx'),
  columns: z
    .array(
      z.object({
        index: z.number().int(),
        name: z.string(),
        lang: lang.nullable(),
        sample: z.array(z.string()),
      }),
    )
    .describe('of an aligned file'),
});

export const exportOptions = z.object({
  format: z.enum(EXPORT_FORMAT_IDS).default('tmx'),
  shape: z.enum(['pairs', 'multilingual']).default('multilingual'),
  documentIds: z.array(id).optional(),
  langs: z.array(lang).optional().describe('renderings to take; all where left out'),
  statuses: z.array(z.string()).optional().describe('statuses to take; all but rejected where left out'),
  /** The code to write for each language, e.g. {"vi":"vi-VN"}. */
  codes: z.record(z.string(), lang).default({}),
  furniture: z.boolean().default(false),
  changedSince: z.number().int().optional().describe('unix milliseconds; only what was changed since'),
  lowestScore: z.number().min(0).max(1).optional().describe('groups that scored lower stay'),
  repeats: z.enum(['all', 'first']).default('all').describe('of units with the same texts all or the first'),
});
export type ExportOptions = z.input<typeof exportOptions>;
export const exportPreflight = z.object({
  units: z.number().int(),
  variants: z.number().int(),
  leftOut: z.array(
    z.object({
      reason: z.enum(LEFT_OUT_REASONS),
      count: z.number().int(),
    }),
  ),
  coarsened: z.number().int().describe('units that grew because languages group differently'),
  openFlags: z.number().int(),
  unconfirmed: z.number().int(),
  sample: z.array(z.record(z.string(), z.string())).describe('the first units, text by language'),
  losses: z.array(z.enum(LOSSES)).describe('what the format cannot hold'),
  files: z.array(z.string()).describe('names of the files that will be written'),
});

/** What came of a cell of a workbook that comes back from review. */
export const reviewChange = z.object({
  row: z.string().describe('the id of the row in the workbook'),
  column: z.string().describe('the column as the workbook calls it'),
  kind: z.enum(['text', 'status', 'comment', 'row']),
  before: z.string(),
  after: z.string(),
  outcome: z
    .enum(['applied', 'conflict', 'unclear', 'impossible', 'unknown'])
    .describe(
      'conflict: changed in the project since the export; unclear: for a person to do; unknown: not a row of this project',
    ),
});
export const reviewReport = z.object({
  rows: z.number().int(),
  unchanged: z.number().int().describe('rows in which nothing was changed'),
  changes: z.array(reviewChange),
  editIds: z.array(id).describe('one for each document; undo takes back all of it'),
});
export type ReviewReport = z.infer<typeof reviewReport>;
