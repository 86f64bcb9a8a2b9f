/** Where the page goes first, as the part of its address after `#` (see the renderer's address.ts). */
import type { ProjectSummary } from '../contract/index.ts';

/** The grid of the project's first document, or the import screen where it has none. */
export function placeOf({ key, documents }: ProjectSummary): string {
  const project = encodeURIComponent(key);
  return documents[0] ? `/p/${project}/${documents[0].id}/grid` : `/import?project=${project}`;
}
