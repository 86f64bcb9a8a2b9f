/** What pool and worker say to each other. */
import type { ErrorCode, ErrorParams } from '../core/errors.ts';
import type { TaskInput, TaskName } from './tasks.ts';

export interface Request {
  readonly id: number;
  readonly task: TaskName;
  readonly input: TaskInput<TaskName>;
  /** Texts of the person's lexicon files, where the thread has not got them as they are now. */
  readonly lexicon?: readonly string[];
}
export type Answer = { readonly id: number } & (
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'result'; readonly result: unknown }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly params: ErrorParams }
  | { readonly kind: 'failed'; readonly error: unknown }
);
