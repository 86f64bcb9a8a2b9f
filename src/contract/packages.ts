/** Work in parts: packages that go out and come back. */
import { z } from 'zod';
import { base, inProject } from './base.ts';
import { fileId, id, lang } from './model.ts';

export const mergeConflict = z.object({
  /** `version`: a text that is new in the package (`theirs` is its label); `alignment`: one whose texts were replaced here. */
  what: z.enum(['sentence', 'group', 'note', 'decision', 'alignment', 'version']),
  alignmentId: id.nullable(),
  segmentId: id.nullable(),
  ours: z.string(),
  theirs: z.string(),
});
export type MergeConflict = z.infer<typeof mergeConflict>;

export const packages = {
  /** Makes a project file of chosen documents and languages beside the project; gives a name for it. */
  export: base
    .input(
      inProject.extend({
        name: z.string().min(1).max(200),
        documentIds: z.array(id).min(1),
        langs: z.array(lang).optional(),
      }),
    )
    .output(z.object({ file: fileId, name: z.string() })),
  /** Takes the work of a package in. What both sides changed is listed, and ours stays; one undo a document takes it back. */
  merge: base.input(inProject.extend({ file: fileId })).output(
    z.object({
      taken: z.number().int().describe('changes that were taken in'),
      conflicts: z.array(mergeConflict),
    }),
  ),
};
