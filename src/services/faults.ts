/** Errors at the border of the services: AppErrors as code and parameters, faults of ours as `internal` with a trace. */
import { randomBytes } from 'node:crypto';
import { AppError } from '../core/errors.ts';
import type { Host } from './host.ts';

export interface Fault {
  readonly code: string;
  readonly params: Record<string, string | number>;
}

export const toFault = (error: unknown, report: (error: unknown) => Fault): Fault =>
  error instanceof AppError ? { code: error.code, params: { ...error.params } } : report(error);

/** Hands the whole error to the host's log, and gives the person a trace to name it by. */
export const reporter =
  (host: Host) =>
  (error: unknown): Fault => {
    const trace = randomBytes(4).toString('hex');
    host.reportFault?.(error, trace);
    return { code: 'internal', params: { trace } };
  };
