/** After a new version the renderings that it is of are checked as a whole, the verdict too, while people work on. */
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../../core/errors.ts';
import type { Shared } from '../api/context.ts';
import { judgeAnew } from '../checkDocument.ts';
import type { OpenProject } from '../openProjects.ts';

/** Milliseconds until the next attempt where somebody edits faster than a check takes. */
const PATIENCE = 3000;

/** Gives the job, or null where none of the renderings was checked before. */
export function startJudging(
  { jobs, pool, author, now, afterEdits }: Pick<Shared, 'jobs' | 'pool' | 'author' | 'now' | 'afterEdits'>,
  project: OpenProject,
  documentId: number,
  alignmentIds: readonly number[],
): string | null {
  const { alignments } = project.index(documentId);
  const checked = alignments.filter(({ id, verdict }) => verdict !== null && alignmentIds.includes(id));
  if (checked.length === 0) return null;
  return jobs.start('check', async ({ signal, onProgress }) => {
    // The groups that changed are checked first: that takes a moment and is what one looks at.
    await afterEdits.idle();
    const work = { project, documentId, pool, author, now, signal, onProgress };
    for (;;) {
      if (signal.aborted || !project.store.db.open) throw new AppError('cancelled');
      try {
        return await judgeAnew(work, alignmentIds);
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'edit-conflict') throw error;
        await wait(PATIENCE, undefined, { signal }).catch(() => undefined);
      }
    }
  });
}
