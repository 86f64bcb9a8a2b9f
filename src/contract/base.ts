/** What the procedures of the contract have in common. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { id, projectKey } from './model.ts';

export const params = z.record(z.string(), z.union([z.string(), z.number()]));
export const base = oc.errors({ APP_ERROR: { data: z.object({ code: z.string(), params }) } });
export const inProject = z.object({ project: projectKey });
export const inDocument = inProject.extend({ documentId: id });
export const nothing = z.object({});
/** What a window knew when a person decided on an edit: the revision of its rows, and a name for the window itself. */
export const seen = z.object({ revision: z.number().int(), window: z.string().min(1).max(64) });
export type Seen = z.infer<typeof seen>;
