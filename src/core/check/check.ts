/**
 * What a check is: it needs a pair or a rendering alone, it finds flags of certain kinds, and it explains them by message
 * codes of data/messages.txt. A new check is one file in checks/ and one line in registry.ts.
 */
import type { Facts } from '../facts/index.ts';
import type { ConceptMention, Lexicon } from '../lexicon/model.ts';
import type { Alignment, Bead, CheckId, SegmentedText, Severity, Span, Verdict } from '../model.ts';
import type { Coverage } from './coverage.ts';
import type { GlossaryConcept } from './glossary.ts';
import type { Learnt } from './learnt.ts';
import type { Renderings } from './renderings.ts';

export interface CheckOptions {
  /** Kinds of flags that are not wanted: their checks do not run. */
  readonly off?: readonly CheckId[];
  /** Language of the original where there is none to read it from; Vietnamese unless told. */
  readonly sourceLang?: string;
}

export interface CheckInput {
  /** null: a rendering without its original. */
  readonly source: SegmentedText | null;
  readonly target: SegmentedText;
  readonly alignment: Alignment;
  readonly lexicon?: Lexicon;
  /** The project's own terms, preferred and forbidden. */
  readonly glossary?: readonly GlossaryConcept[];
  readonly options?: CheckOptions;
}

/** An observation before it becomes a flag: the message data adds category and sentence. */
export interface Finding {
  readonly check: CheckId;
  /** A code of data/messages.txt. */
  readonly code: string;
  readonly severity: Severity;
  readonly confidence: number;
  readonly source: readonly number[];
  readonly target: readonly number[];
  readonly sourceSpan?: Span | null;
  readonly targetSpan?: Span | null;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type Side = 'source' | 'target';

/** A word of a segment: `fold` is lower case without a difference between е and ё. */
export interface Word {
  readonly text: string;
  readonly fold: string;
  readonly start: number;
  readonly end: number;
}

/** Everything a check may look at; whatever costs time is computed when first asked for and kept. */
export interface CheckContext {
  readonly source: SegmentedText | null;
  readonly target: SegmentedText;
  readonly sourceLang: string;
  readonly targetLang: string;
  readonly beads: readonly Bead[];
  readonly links: Alignment['links'];
  readonly glossary: readonly GlossaryConcept[];
  readonly verdict: Verdict;
  text(side: Side, segment: number): string;
  facts(side: Side, segment: number): Facts;
  words(side: Side, segment: number): readonly Word[];
  /** Concepts of the lexicon and of the shipped termbase in a segment. */
  mentions(side: Side, segment: number): readonly ConceptMention[];
  /** Mentions of the shipped termbase alone, with its own concept numbers. */
  terms(side: Side, segment: number): readonly ConceptMention[];
  forms(concept: number, lang: string): readonly string[];
  /** The bead in which a segment stands. */
  beadOf(side: Side, segment: number): number;
  /** Words that the original shows to be names, as written. */
  minedNames(): ReadonlySet<string>;
  /** Which lexicon words of a bead render which. */
  renderings(bead: number): Renderings;
  /** What of a side the other says, with weights learnt from the whole document. */
  coverage(side: Side): Coverage;
  /** How long the target of a bead is for its source, in standard deviations; null where it is too short to say. */
  lengthDeviation(bead: number): number | null;
  /** ln of the usual ratio of lengths, target to source, in this document. */
  lengthCentre(): number;
  /** What this document taught, for the checks of a stretch of it. */
  learn(): Learnt;
  span(side: Side, segment: number, start: number, end: number): Span;
}

export interface Check {
  readonly name: string;
  /** `pair` checks are left out when there is no original. */
  readonly needs: 'pair' | 'rendering';
  readonly finds: readonly CheckId[];
  /** Message codes it explains itself with. */
  readonly explains: readonly string[];
  /**
   * `bead`: what it finds in a bead depends on that bead and its neighbours, so an edit re-runs it there alone.
   * `document`: it compares beads with each other.
   */
  readonly scope: 'bead' | 'document';
  /** `beads`: numbers of the beads to look at (all of them for scope `document`). */
  find(context: CheckContext, beads: readonly number[]): readonly Finding[];
}

export const isTwoSided = (bead: Bead): boolean => bead.source.length > 0 && bead.target.length > 0;
