/** What the aligner takes in, and the names of its evidence. */
import type { Lexicon } from '../lexicon/model.ts';
import type { Bead, SegmentedText } from '../model.ts';

export const EVIDENCE_IDS = [
  'length',
  'number',
  'date',
  'name',
  'acronym',
  'cognate',
  'punctuation',
  'layout',
  'repeat',
  'lexicon',
  'induced',
  'taught',
  'carried',
] as const;
export type EvidenceId = (typeof EVIDENCE_IDS)[number];

/** Two texts that a person has confirmed to render each other; its words teach the aligner. */
export interface TaughtPair {
  readonly source: string;
  readonly target: string;
}

/** A hint from another pair of languages: these two segments seem to belong together. */
export interface CarriedPair {
  readonly source: number;
  readonly target: number;
  /** Probability, 0 to 1. */
  readonly weight: number;
}

export interface AlignOptions {
  /** Evidence to leave out, to measure its worth. */
  readonly without?: readonly EvidenceId[];
  /** Pairs that the alignment of a third text makes likely (see carryOver). */
  readonly carried?: readonly CarriedPair[];
  /** Learn words from the texts themselves in this many rounds; 2 where nothing is said. */
  readonly rounds?: number;
}

export interface AlignInput {
  readonly source: SegmentedText;
  readonly target: SegmentedText;
  /** Without one, the pair is aligned by what the texts themselves show. */
  readonly lexicon?: Lexicon;
  readonly taught?: readonly TaughtPair[];
  /** Confirmed beads: neither crossed nor changed. */
  readonly walls?: readonly Pick<Bead, 'source' | 'target'>[];
  readonly options?: AlignOptions;
}

/** A piece of a segment that can be found again in the other language. */
export interface RawUnit {
  /** Equal keys of one evidence mean the same within one text. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** What the key means in any language: concept numbers, or words such as `n1500`. Units that share one render each other. */
  readonly meanings: readonly (number | string)[];
  /** How often such a unit is found again in its right counterpart, before the document is known. */
  readonly recall: number;
}

/** One source of evidence on words: it reads units in both texts. */
export interface WordEvidence {
  readonly id: EvidenceId;
  /** Whether it speaks against a bead that one side's unit has no counterpart anywhere in the other text. */
  readonly expected: boolean;
  /** Whether its stretch of text is used up, so that later evidence does not count it again. */
  readonly claims: boolean;
  read(text: string, lang: string, isFree: (start: number, end: number) => boolean): readonly RawUnit[];
}
