/** Long work with a name, progress and an end; everybody hears of it through the event stream. */
import { randomUUID } from 'node:crypto';
import type { AppEvent, JobState } from '../contract/index.ts';
import { AppError } from '../core/errors.ts';
import { type Fault, toFault } from './faults.ts';

export interface JobContext {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number) => void;
}
export interface Jobs {
  /** Starts work and gives its name at once. */
  start(kind: JobState['kind'], work: (context: JobContext) => Promise<void>): string;
  /** Throws AppError `not-found` for a job that never was; one that has ended is left alone. */
  cancel(jobId: string): void;
  /** Until a job has ended, however. */
  finished(jobId: string): Promise<JobState>;
  close(): Promise<void>;
}

export function createJobs(emit: (body: AppEvent['body']) => void, report: (error: unknown) => Fault): Jobs {
  const running = new Map<string, { readonly abort: AbortController; readonly end: Promise<JobState> }>();
  const ended = new Map<string, JobState>();
  const KEPT = 500;

  const end = (job: JobState): JobState => {
    running.delete(job.jobId);
    ended.set(job.jobId, job);
    if (ended.size > KEPT) ended.delete(ended.keys().next().value!);
    emit({ type: 'job', job });
    return job;
  };

  return {
    start: (kind, work) => {
      const jobId = randomUUID();
      const abort = new AbortController();
      let job: JobState = { jobId, kind, state: 'running', progress: 0, error: null };
      emit({ type: 'job', job });
      const onProgress = (done: number): void => {
        if (abort.signal.aborted) return;
        job = { ...job, progress: Math.min(1, Math.max(job.progress, done)) };
        emit({ type: 'job', job });
      };
      const finish = (async () => {
        // Not before the job has its entry, also where the work ends at once.
        await null;
        try {
          await work({ signal: abort.signal, onProgress });
          return end({ ...job, state: 'done', progress: 1 });
        } catch (error) {
          if (error instanceof AppError && error.code === 'cancelled')
            return end({ ...job, state: 'cancelled' });
          return end({ ...job, state: 'failed', error: toFault(error, report) });
        }
      })();
      running.set(jobId, { abort, end: finish });
      return jobId;
    },
    cancel: (jobId) => {
      const job = running.get(jobId);
      if (job) job.abort.abort();
      else if (!ended.has(jobId)) throw new AppError('not-found', { what: 'job' });
    },
    finished: async (jobId) => {
      const state = ended.get(jobId) ?? (await running.get(jobId)?.end);
      if (!state) throw new AppError('not-found', { what: 'job' });
      return state;
    },
    close: async () => {
      const all = [...running.values()];
      for (const { abort } of all) abort.abort();
      await Promise.all(all.map((job) => job.end));
    },
  };
}
