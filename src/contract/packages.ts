/** Work in parts: packages that go out and come back. */
import { z } from 'zod';
import { base, inProject } from './base.ts';
import { fileId, id, lang } from './model.ts';

export const mergeConflict = z.object({
  /** Names the conflict from one merge of the same package to the next, for `take`. */
  key: z.string(),
  /**
   * `version`: a text that is new in the package (`theirs` is its label); `alignment`: one whose texts were replaced here; `signed-off`: a
   * rendering that is signed off here, so that nothing of it is taken in. These three cannot be taken.
   */
  what: z.enum(['sentence', 'group', 'note', 'decision', 'alignment', 'version', 'signed-off']),
  documentId: id.nullable(),
  alignmentId: id.nullable(),
  segmentId: id.nullable(),
  lang: lang.nullable(),
  number: z.number().int().nullable().describe('of the sentence in its text, as it is here'),
  before: z.string().nullable().describe('what both started from; null where neither had it'),
  ours: z.string(),
  theirs: z.string(),
});
export type MergeConflict = z.infer<typeof mergeConflict>;

const chosenParts = inProject.extend({
  name: z.string().min(1).max(200),
  documentIds: z.array(id).min(1),
  langs: z.array(lang).optional(),
});

export const packages = {
  /** Makes a project file of chosen documents and languages beside the project; gives a name for it. */
  export: base.input(chosenParts).output(z.object({ file: fileId, name: z.string() })),
  /** The same for a person's own place: through the file dialog of the desktop, or as a download (base64). */
  handOver: base
    .input(chosenParts)
    .output(z.object({ name: z.string(), content: z.string().nullable(), saved: z.boolean() })),
  /**
   * Takes the work of a package in. What both sides changed is listed, and ours stays, but for the conflicts named in `take`. A
   * package may be merged again; one undo a document takes a merge back. A dry run only tells.
   */
  merge: base
    .input(
      inProject.extend({
        file: fileId,
        take: z.array(z.string()).max(10_000).default([]),
        dryRun: z.boolean().default(false),
      }),
    )
    .output(
      z.object({
        taken: z.number().int().describe('changes that were taken in'),
        conflicts: z.array(mergeConflict),
      }),
    ),
};
