/** Short messages in a corner of the window: failures stay until they are closed, successes go by themselves. */
import { create } from 'zustand';
import { describeError, isCancelled } from './errors.ts';

export interface Toast {
  readonly id: number;
  readonly kind: 'failure' | 'success';
  readonly text: string;
}

const SUCCESS_STAYS_MS = 6000;
let lastId = 0;

export const useToasts = create<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }));

export const closeToast = (id: number): void =>
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));

const show = (kind: Toast['kind'], text: string): void => {
  lastId += 1;
  const id = lastId;
  useToasts.setState(({ toasts }) => ({
    toasts: [...toasts.filter((toast) => toast.text !== text), { id, kind, text }].slice(-4),
  }));
  if (kind === 'success') window.setTimeout(() => closeToast(id), SUCCESS_STAYS_MS);
};

/** A problem that is known in words already. */
export const tellProblem = (text: string): void => show('failure', text);

export const tellSuccess = (text: string): void => show('success', text);

/** Says what went wrong; a cancelled call is not a failure and is passed over. */
export const tellFailure = (error: unknown): void => {
  if (!isCancelled(error)) show('failure', describeError(error));
};
