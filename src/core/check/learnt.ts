/** What a whole document taught the checks: kept so that an edit can be checked by its own rows, judged as in the full check. */
import type { Side } from './check.ts';
import type { LearntCoverage } from './coverage.ts';

export interface Learnt {
  readonly coverage: Readonly<Record<Side, LearntCoverage>>;
  /** The document's usual ln of target length by source length. */
  readonly lengthCentre: number;
  /** Words that the original shows to be names, as written. */
  readonly names: readonly string[];
}
