/**
 * The values that every stage of the pipeline hands to the next: segments, beads, flags, verdicts.
 * All are plain JSON, so that they cross worker, process and file borders as they are.
 */

/** What a piece of text is in its document; only `text`, `heading`, `caption` and `list` are body. */
export type SegmentKind = 'text' | 'heading' | 'caption' | 'list' | 'furniture' | 'metadata';

/** One sentence (or heading, caption, line of page furniture) of a text. */
export interface Segment {
  /** NFC, white space trimmed at both ends, line breaks inside replaced by one space. */
  readonly text: string;
  readonly kind: SegmentKind;
  /** 1-based line of the file on which it begins. */
  readonly line: number;
  /** 0-based number of its paragraph. */
  readonly paragraph: number;
  /** UTF-16 offsets into the decoded file as it was read (before NFC). */
  readonly start: number;
  readonly end: number;
}

/** A group of neighbouring source segments with the target segments that render them; one side may be empty. */
export interface Bead {
  readonly source: readonly number[];
  readonly target: readonly number[];
  /** Calibrated probability, 0 to 1, that exactly this grouping is right. */
  readonly score: number;
}

/** A pair that crosses the monotone beads: a sentence that was moved. */
export interface Link {
  readonly source: number;
  readonly target: number;
}

export interface Alignment {
  /** Monotone; every segment of both sides stands in exactly one bead. */
  readonly beads: readonly Bead[];
  readonly links: readonly Link[];
}

/** A stretch of one segment's text, in UTF-16 units of `Segment.text`. */
export interface Span {
  readonly segment: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export const CHECK_IDS = [
  'omission',
  'partial-omission',
  'addition',
  'number',
  'date',
  'unit',
  'name',
  'negation',
  'untranslated',
  'term',
  'duplicate',
  'punctuation',
  'length',
  'order',
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

export const SEVERITIES = ['critical', 'major', 'minor', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** An observation with its evidence, for a person to confirm or dismiss. */
export interface Flag {
  readonly check: CheckId;
  /** MQM category, e.g. `Accuracy/Omission`. */
  readonly category: string;
  readonly severity: Severity;
  /** 0 to 1. */
  readonly confidence: number;
  /** Segment numbers concerned, on either side. */
  readonly source: readonly number[];
  readonly target: readonly number[];
  readonly sourceSpan: Span | null;
  readonly targetSpan: Span | null;
  /** A message of core/check/messages, by code, with its parameters; `message` is the same in English. */
  readonly messageCode: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly message: string;
}

export const VERDICT_KINDS = [
  'complete',
  'gaps',
  'abridged',
  'partial',
  'not-a-translation',
  'no-original',
] as const;
export type VerdictKind = (typeof VERDICT_KINDS)[number];

export interface Verdict {
  readonly kind: VerdictKind;
  /** Share of body characters that stand in beads with two sides, 0 to 1. */
  readonly sourceCoverage: number;
  readonly targetCoverage: number;
  /** In English, for people. */
  readonly reasons: readonly string[];
}

/** A text cut into segments, with its language as a BCP 47 code (`vi`, `de`, `ru`, `zh`, …). */
export interface SegmentedText {
  readonly lang: string;
  readonly segments: readonly Segment[];
}

export const isBody = (segment: { readonly kind: SegmentKind }): boolean =>
  segment.kind !== 'furniture' && segment.kind !== 'metadata';
