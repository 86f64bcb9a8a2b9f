/** Runs a person's regular expression under a time limit: an expression that goes astray is stopped, not waited for. */
import { createContext, Script } from 'node:vm';
import { AppError } from '../../core/errors.ts';

const context = createContext({ work: null }) as { work: (() => unknown) | null };
const script = new Script('work()');

/** Longest time for some hundred sentences, in ms. */
const LIMIT = 400;

/** Runs `work`; throws AppError `pattern-slow` where it takes too long. It must touch nothing but values. */
export function runBounded<T>(pattern: string, work: () => T, limit = LIMIT): T {
  context.work = work;
  try {
    return script.runInContext(context as never, { timeout: limit }) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      throw new AppError('pattern-slow', { pattern }, { cause: error });
    throw error;
  } finally {
    context.work = null;
  }
}
