/** The project's glossary: concepts with preferred, admitted and forbidden terms; each change is one undoable edit of the project. */
import { z } from 'zod';
import { base, inProject, params } from './base.ts';
import { fileId, id, lang } from './model.ts';

export const termStatus = z.enum(['preferred', 'admitted', 'forbidden']);
export type TermStatusValue = z.infer<typeof termStatus>;

export const glossaryTerm = z.object({ lang, text: z.string().max(500), status: termStatus });
export const glossaryConcept = z.object({ id, note: z.string(), terms: z.array(glossaryTerm) });
export type GlossaryConceptView = z.infer<typeof glossaryConcept>;

const counts = z.object({
  concepts: z.number().int(),
  terms: z.array(z.object({ lang, status: termStatus, count: z.number().int() })),
});
export type GlossaryCounts = z.infer<typeof counts>;
const inFile = inProject.extend({ file: fileId, encoding: z.string().max(40).optional() });
/** The check of what the change touches; null where no document is concerned. */
const jobId = z.string().nullable();

const preview = z.object({
  name: z.string(),
  counts,
  added: z.number().int().describe('concepts that are new'),
  changed: z.number().int().describe('concepts of the glossary that get terms, statuses or notes'),
  same: z.number().int().describe('concepts that the glossary has already'),
  sample: z.array(z.object({ note: z.string(), terms: z.array(glossaryTerm) })),
  warnings: z.array(z.object({ code: z.string(), params })),
});
export type GlossaryPreview = z.infer<typeof preview>;

export const glossary = {
  list: base
    .input(
      inProject.extend({
        text: z.string().max(300).default('').describe('in a term or note, whatever case and tone marks'),
        from: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ total: z.number().int(), concepts: z.array(glossaryConcept), counts })),
  /** What importing a file would do: CSV, TSV, XLSX or TBX. */
  preview: base.input(inFile).output(preview),
  /** Concepts with a term of the original in common become one. */
  import: base
    .input(inFile)
    .output(z.object({ added: z.number().int(), changed: z.number().int(), same: z.number().int(), jobId })),
  /** Adds a concept, or gives one of the glossary this note and exactly these terms. */
  save: base
    .input(
      inProject.extend({
        id: id.optional(),
        note: z.string().max(10_000).default(''),
        terms: z.array(glossaryTerm).min(1).max(200),
      }),
    )
    .output(z.object({ id, jobId })),
  remove: base
    .input(inProject.extend({ ids: z.array(id).min(1).max(100_000) }))
    .output(z.object({ removed: z.number().int(), jobId })),
  /** Undoes the last change of the glossary, or does it again; not where another edit of the project came after it. */
  step: base
    .input(inProject.extend({ direction: z.enum(['undo', 'redo']) }))
    .output(z.object({ possible: z.boolean(), say: z.string(), params, jobId })),
  export: base.input(inProject.extend({ format: z.enum(['csv', 'tbx', 'tbx2']) })).output(
    z.object({
      name: z.string(),
      mediaType: z.string(),
      content: z.string().nullable().describe('null where the host saved it'),
      saved: z.boolean(),
    }),
  ),
};
