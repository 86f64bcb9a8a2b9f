/** How much two states of a text differ, in figures. */
import type { SentenceChange } from '../../core/compare/index.ts';

export interface VersionCounts {
  readonly same: number;
  readonly changed: number;
  readonly moved: number;
  readonly added: number;
  readonly removed: number;
}

export function countChanges(changes: readonly Pick<SentenceChange, 'kind'>[]): VersionCounts {
  const counts = { same: 0, changed: 0, moved: 0, added: 0, removed: 0 };
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
}
