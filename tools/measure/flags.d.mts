import type { Flag } from '../../src/core/model.ts';
import type { GoldFault, GoldPair } from './gold.mjs';

export interface FlagTally {
  readonly kinds: ReadonlyMap<string, { readonly faults: number; readonly found: number }>;
  readonly langs: ReadonlyMap<
    string,
    {
      readonly flags: number;
      readonly right: number;
      readonly cleanFlags: number;
      readonly cleanBeads: number;
    }
  >;
  readonly judged: readonly {
    readonly pair: GoldPair;
    readonly judgement: 'MISS' | 'FALSE' | 'HALF' | 'CLEAN';
    readonly fault?: GoldFault;
    readonly flag?: Flag;
  }[];
}

export function tallyFlags(
  pairs: readonly GoldPair[],
  flagsOf: (pair: GoldPair) => readonly Flag[],
): FlagTally;
export function printTally(tally: FlagTally): string;
