/** What a search for a name gives. */

import type { Token } from '../tokens.ts';

export interface FoundName {
  readonly start: number;
  readonly end: number;
  /** 0 to 1; below 0.9 it is doubtful. */
  readonly certainty: number;
}

/** A find that covers whole tokens. */
export const foundAt = (
  tokens: readonly Token[],
  from: number,
  end: number,
  certainty: number,
): FoundName => ({
  start: tokens[from]!.start,
  end: tokens[end - 1]!.end,
  certainty,
});

export const syllablesOf = (name: string): string[] => name.split(/[\s-]+/).filter((part) => part !== '');
