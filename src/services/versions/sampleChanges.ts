/** The first sentences that a new version would change, for a look before anything is done. */
import { compareWords, type SentenceChange, type WordChange } from '../../core/compare/index.ts';
import type { Compared } from './compared.ts';

const SAMPLED = 12;

export interface SampledChange {
  readonly kind: SentenceChange['kind'];
  readonly words: WordChange[];
}

export function sampleOf({ old, segments, changes }: Compared): SampledChange[] {
  return changes
    .filter(({ kind }) => kind !== 'same')
    .slice(0, SAMPLED)
    .map(({ kind, before, after }) => {
      const was = before === null ? '' : old.text.segments[before]!.text;
      const is = after === null ? '' : segments[after]!.text;
      return { kind, words: compareWords(was, is, old.text.lang) };
    });
}
