/**
 * A few worker threads that compute. Written on node:worker_threads: a pool package brings a bootstrap file of its own, which
 * does not survive bundling. Threads stay for the next task, because each reads the lexicon once; an aborted task ends
 * its thread, so that also a busy one stops at once.
 */
import { availableParallelism } from 'node:os';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import { AppError } from '../core/errors.ts';
import { type LexiconSource, NO_FILES } from './lexiconSource.ts';
import type { Answer, Request } from './messages.ts';
import type { TaskInput, TaskName, TaskResult } from './tasks.ts';

export interface RunOptions {
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}
export interface Pool {
  /** Throws AppError `cancelled` when the signal aborts, and what the task threw. */
  run<Name extends TaskName>(
    task: Name,
    input: TaskInput<Name>,
    options?: RunOptions,
  ): Promise<TaskResult<Name>>;
  close(): Promise<void>;
}

interface Job {
  readonly task: TaskName;
  readonly input: TaskInput<TaskName>;
  readonly options: RunOptions;
  readonly resolve: (result: never) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Memory of a thread. Node would let what is young grow to 48 MB and collect it late, which costs a hundred megabytes at the peak of a long
 * alignment and gains no time. What is old has no limit but Node's own: texts are as long as they are.
 */
export const THREAD_LIMITS: ResourceLimits = { maxYoungGenerationSizeMb: 24 };

/** `workerFile`: the built entry (index.ts of this folder). `lexicon`: the person's own files, sent to a thread when they changed. */
export function createPool(
  workerFile: string | URL,
  size = Math.min(4, availableParallelism()),
  lexicon: LexiconSource = () => NO_FILES,
): Pool {
  const waiting: Job[] = [];
  const idle: Worker[] = [];
  const busy = new Set<Worker>();
  const stamps = new WeakMap<Worker, string>();
  let closed = false;
  let lastId = 0;

  const startNext = (): void => {
    while (!closed && waiting.length > 0 && (idle.length > 0 || busy.size < size)) {
      const worker = idle.pop() ?? new Worker(workerFile, { resourceLimits: THREAD_LIMITS });
      start(worker, waiting.shift()!);
    }
  };

  const start = (worker: Worker, job: Job): void => {
    const id = ++lastId;
    busy.add(worker);
    worker.ref();
    const finish = (keep: boolean): void => {
      // By name: without one, Node's own listeners would go too, and the port would never start again.
      for (const event of ['message', 'error', 'exit'] as const) worker.removeAllListeners(event);
      worker.on('error', () => undefined);
      job.options.signal?.removeEventListener('abort', abort);
      busy.delete(worker);
      if (keep && !closed) {
        // A waiting thread keeps no process alive, and one that dies while it waits is not used again.
        worker.unref();
        worker.once('exit', () => {
          const at = idle.indexOf(worker);
          if (at >= 0) idle.splice(at, 1);
        });
        idle.push(worker);
      } else void worker.terminate();
      startNext();
    };
    const abort = (): void => {
      finish(false);
      job.reject(new AppError('cancelled'));
    };
    worker.on('message', (answer: Answer) => {
      if (answer.id !== id) return;
      if (answer.kind === 'progress') {
        job.options.onProgress?.(answer.done);
        return;
      }
      finish(true);
      if (answer.kind === 'result') job.resolve(answer.result as never);
      else if (answer.kind === 'refused') job.reject(new AppError(answer.code, answer.params));
      else job.reject(answer.error);
    });
    worker.on('error', (error) => {
      finish(false);
      job.reject(error);
    });
    worker.on('exit', (code) => {
      finish(false);
      job.reject(closed ? new AppError('cancelled') : new Error(`worker ended with code ${code}`));
    });
    job.options.signal?.addEventListener('abort', abort, { once: true });
    const files = lexicon();
    const isKnown = (stamps.get(worker) ?? NO_FILES.stamp) === files.stamp;
    stamps.set(worker, files.stamp);
    const request: Request = { id, task: job.task, input: job.input };
    worker.postMessage(isKnown ? request : { ...request, lexicon: files.texts });
  };

  return {
    run: <Name extends TaskName>(task: Name, input: TaskInput<Name>, options: RunOptions = {}) =>
      new Promise<TaskResult<Name>>((resolve, reject) => {
        if (closed || options.signal?.aborted) {
          reject(new AppError('cancelled'));
          return;
        }
        const job: Job = { task, input, options, resolve: resolve as Job['resolve'], reject };
        waiting.push(job);
        options.signal?.addEventListener(
          'abort',
          () => {
            const at = waiting.indexOf(job);
            if (at < 0) return;
            waiting.splice(at, 1);
            reject(new AppError('cancelled'));
          },
          { once: true },
        );
        startNext();
      }),
    close: async () => {
      closed = true;
      for (const job of waiting.splice(0)) job.reject(new AppError('cancelled'));
      await Promise.all([...idle.splice(0), ...busy].map((worker) => worker.terminate()));
    },
  };
}
