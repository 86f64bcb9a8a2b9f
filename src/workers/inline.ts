/** A pool without threads, for tests and for one short task in a process that ends afterwards. */
import { AppError } from '../core/errors.ts';
import type { Pool, RunOptions } from './pool.ts';
import { runTask, type TaskInput, type TaskName, type TaskResult } from './tasks.ts';

async function runHere<Name extends TaskName>(
  task: Name,
  input: TaskInput<Name>,
  options: RunOptions = {},
): Promise<TaskResult<Name>> {
  await new Promise((resolve) => setImmediate(resolve));
  if (options.signal?.aborted) throw new AppError('cancelled');
  const isCancelled = (): boolean => options.signal?.aborted ?? false;
  return runTask(task, input, { onProgress: options.onProgress, isCancelled });
}

export const createInlinePool = (): Pool => ({ run: runHere, close: async () => undefined });
