/** Where the page goes first, as the part of its address after `#` (see the renderer's address.ts). */
import type { ProjectSummary } from '../contract/index.ts';
import { AppError } from '../core/errors.ts';
import type { Fault } from './faults.ts';

/** The grid of the project's first document, or the import screen where it has none. */
export function placeOf({ key, documents }: ProjectSummary): string {
  const project = encodeURIComponent(key);
  return documents[0] ? `/p/${project}/${documents[0].id}/grid` : `/import?project=${project}`;
}

/** Home, which tells why what was asked for did not open; null for a fault of ours, which has to be thrown on. */
export function placeOfFault(error: unknown): string | null {
  const fault = error instanceof AppError ? error : refusalOf(error);
  if (!fault || fault.code === 'internal') return null;
  const query = new URLSearchParams({ notice: fault.code });
  for (const [name, value] of Object.entries(fault.params)) query.set(name, String(value));
  return `/home?${query}`;
}

/** What a procedure of the contract threw. */
function refusalOf(error: unknown): Fault | null {
  const { code, data } = (error ?? {}) as { readonly code?: unknown; readonly data?: Fault };
  return code === 'APP_ERROR' && data ? data : null;
}
