import type { Bead } from '../../src/core/model.ts';

export interface GoldFault {
  readonly kind: string;
  readonly src: readonly number[];
  readonly tgt: readonly number[];
  readonly src_span: string;
}

export interface GoldPair {
  readonly doc: string;
  readonly from: string;
  readonly lang: string;
  /** `clean`, `faulty`, `hard`. */
  readonly variant: string;
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly gold: { readonly beads: readonly { readonly src: number[]; readonly tgt: number[] }[] };
  readonly faults: readonly GoldFault[];
}

export interface AlignmentFigures {
  readonly strict: number;
  readonly nulls: number;
  /** Calibration error of the scores. */
  readonly ece: number;
}

/** What one pair adds to the figures. */
export interface AlignmentCount {
  readonly gold: number;
  readonly ours: number;
}

export function readGold(folder: string): readonly GoldPair[];
export function countPair(pair: GoldPair, ours: readonly Bead[]): AlignmentCount;
export function figures(counts: readonly AlignmentCount[]): AlignmentFigures;
