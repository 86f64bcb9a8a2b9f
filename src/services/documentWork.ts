/** What aligning and checking a stored document have in common: computed off the main thread, given up where somebody edits meanwhile. */
import type { Learnt } from '../core/check/index.ts';
import { AppError } from '../core/errors.ts';
import { loadText, type Store } from '../store/index.ts';
import type { Pool, RunOptions } from '../workers/pool.ts';
import type { IndexedAlignment } from './documentIndex.ts';
import type { Clock } from './host.ts';
import { breathe } from './importTexts.ts';
import type { OpenProject } from './openProjects.ts';
import type { LoadedPair } from './pairTexts.ts';

export interface Work {
  readonly project: OpenProject;
  readonly documentId: number;
  readonly pool: Pool;
  readonly author: string;
  readonly now: Clock;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number) => void;
}

/** Somebody may work on while the aligner thinks: its result is then out of date, and it thinks again, at most this often. */
const TRIES = 3;

export async function untilUndisturbed<T>(
  { project, documentId }: Work,
  attempt: (isCurrent: () => boolean) => Promise<T | null>,
): Promise<T> {
  for (let i = 0; i < TRIES; i++) {
    const revision = project.revision(documentId);
    const result = await attempt(() => project.revision(documentId) === revision);
    if (result !== null) return result;
  }
  throw new AppError('edit-conflict');
}

export const loadPair = (store: Store, work: Work, alignment: IndexedAlignment): LoadedPair => ({
  source: loadText(store, work.project.index(work.documentId).original),
  target: loadText(store, alignment.target),
});

/** Options that add the progress of several runs up. */
export function shareProgress(work: Work, runs: number): (run: number) => RunOptions {
  const done = new Array<number>(runs).fill(0);
  return (run) => ({
    signal: work.signal,
    onProgress: (share) => {
      done[run] = share;
      work.onProgress(done.reduce((sum, one) => sum + one, 0) / runs);
    },
  });
}

const SLICE = 5000;
export async function writeInSlices<T>(
  store: Store,
  rows: readonly T[],
  write: (slice: readonly T[]) => void,
): Promise<void> {
  for (let from = 0; from < rows.length; from += SLICE) {
    store.transaction(() => write(rows.slice(from, from + SLICE)));
    await breathe();
  }
}

/** For the checks of single rows after an edit. */
export function keepLearnt(project: OpenProject, alignmentId: number, learnt: Learnt | null): void {
  if (learnt) project.learnt.set(alignmentId, learnt);
  else project.learnt.delete(alignmentId);
}
