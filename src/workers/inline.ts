/** A pool without threads, for tests and for one short task in a process that ends afterwards. */
import { AppError } from '../core/errors.ts';
import type { Pool } from './pool.ts';
import { runTask } from './tasks.ts';

export const createInlinePool = (): Pool => ({
  run: async (task, input, options = {}) => {
    await new Promise((resolve) => setImmediate(resolve));
    if (options.signal?.aborted) throw new AppError('cancelled');
    const isCancelled = (): boolean => options.signal?.aborted ?? false;
    return runTask(task, input, { onProgress: options.onProgress, isCancelled });
  },
  close: async () => undefined,
});
