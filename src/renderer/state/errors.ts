/** Turns whatever a call threw into words that tell a translator what to do next. */
import { ORPCError } from '@orpc/client';
import { i18n } from '../i18n/index.ts';

interface AppErrorData {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

const isAppErrorData = (data: unknown): data is AppErrorData =>
  typeof data === 'object' && data !== null && 'code' in data && 'params' in data;

/** Code and parameters of an error of the services; `unreachable` where the host does not answer. */
export const readError = (error: unknown): AppErrorData => {
  if (error instanceof ORPCError) {
    if (isAppErrorData(error.data)) return error.data;
    if (error.code === 'UNAUTHORIZED') return { code: 'not-allowed', params: {} };
    return { code: 'internal', params: { trace: error.message } };
  }
  if (error instanceof DOMException && error.name === 'AbortError') return { code: 'cancelled', params: {} };
  if (error instanceof TypeError) return { code: 'unreachable', params: {} };
  return { code: 'internal', params: { trace: error instanceof Error ? error.message : String(error) } };
};

export const isCancelled = (error: unknown): boolean => readError(error).code === 'cancelled';

export const wordError = ({ code, params }: AppErrorData): string => i18n.t(`error.${code}`, params);

export const describeError = (error: unknown): string => wordError(readError(error));
