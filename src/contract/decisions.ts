/** What people decided about flags, over the whole project: listed, and taken back. */
import { z } from 'zod';
import { base, inProject, params } from './base.ts';
import { checkId, id, lang, severity } from './model.ts';

export const decisionView = z.object({
  id,
  scope: z.enum(['here', 'pair', 'check']),
  decision: z.enum(['agreed', 'dismissed']),
  reason: z.string().nullable(),
  author: z.string(),
  at: z.number(),
  check: checkId.nullable().describe('null for decisions of older versions whose flag is gone'),
  lang: lang.nullable().describe('null: in all languages'),
  severity: severity.nullable(),
  messageCode: z.string().nullable().describe('null where the decision is on a whole check'),
  params,
  message: z.string(),
  source: z.string(),
  target: z.string(),
  flags: z.number().int().describe('flags of the last checks that it decides; 0 where the texts changed'),
});
export type DecisionView = z.infer<typeof decisionView>;

export const decisions = {
  list: base.input(inProject).output(z.array(decisionView)),
  /** Takes decisions back, as one edit of the project. */
  revoke: base
    .input(inProject.extend({ ids: z.array(id).min(1).max(10_000) }))
    .output(z.object({ revoked: z.number().int() })),
};
