/** A pool without threads, for tests and for one short task in a process that ends afterwards. */
import { AppError } from '../core/errors.ts';
import { KeptLexicon, type LexiconSource, NO_FILES } from './lexiconSource.ts';
import type { Pool, RunOptions } from './pool.ts';
import { runTask, type TaskInput, type TaskName, type TaskResult } from './tasks.ts';

export const createInlinePool = (lexicon: LexiconSource = () => NO_FILES): Pool => {
  const kept = new KeptLexicon();
  let stamp = NO_FILES.stamp;
  const runHere = async <Name extends TaskName>(
    task: Name,
    input: TaskInput<Name>,
    options: RunOptions = {},
  ): Promise<TaskResult<Name>> => {
    await new Promise((resolve) => setImmediate(resolve));
    if (options.signal?.aborted) throw new AppError('cancelled');
    const files = lexicon();
    if (files.stamp !== stamp) kept.take(files.texts);
    stamp = files.stamp;
    const isCancelled = (): boolean => options.signal?.aborted ?? false;
    return runTask(task, input, { onProgress: options.onProgress, isCancelled }, kept.get);
  };
  return { run: runHere, close: async () => undefined };
};
