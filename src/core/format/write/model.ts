/**
 * What every writer of a file format takes and gives. Translation units come one by one, and each gives its piece of the file at
 * once, so that no writer holds a project in memory. Adding a format is one file in this folder and its line in registry.ts.
 */

/** A piece of a file: text, which goes out as UTF-8, or bytes. */
export type Piece = string | Uint8Array;

export interface OutSentence {
  /** Of the segment in the project; never used again for another. */
  readonly id: number;
  readonly text: string;
}
export interface OutVariant {
  /** The place of its column in the head: 0 is the original. */
  readonly column: number;
  readonly text: string;
  /** Of the groups that went into it: each status once, and the lowest score. */
  readonly statuses: readonly string[];
  readonly score: number | null;
  /** What the text is joined from; only where it comes out of a project. */
  readonly sentences?: readonly OutSentence[];
}
export interface OutUnit {
  /** Unique in the file, and the same in every export while the groups stay: `d1-12`. */
  readonly id: string;
  /** Title of the document. */
  readonly document: string;
  /** Unix milliseconds of the last change; null where it is not known. */
  readonly changedAt: number | null;
  /** What another tool said about it. */
  readonly properties?: readonly { readonly type: string; readonly value: string }[];
  /** The original first. */
  readonly variants: readonly OutVariant[];
}

export interface OutColumn {
  /** BCP 47, as it shall stand in the file. */
  readonly lang: string;
  /** Tells columns of one language apart; mostly empty. */
  readonly label: string;
}
export interface OutHead {
  readonly title: string;
  readonly toolVersion: string;
  /** Unix milliseconds. */
  readonly createdAt: number;
  /** The original first. */
  readonly columns: readonly OutColumn[];
}

/** Prints one file: `start`, then `unit` for each unit, then `end`. Made for one file and used once. */
export interface UnitPrinter {
  start(): Piece;
  unit(unit: OutUnit): Piece;
  end(): Piece;
}

/** What a format cannot hold, as a code that the screens put into words. */
export const LOSSES = [
  'notes',
  'flags',
  'scores',
  'statuses',
  'dates',
  'groups',
  'several-renderings',
  'one-sided',
  'history',
] as const;
export type Loss = (typeof LOSSES)[number];

export interface UnitFormat {
  /** For people. */
  readonly name: string;
  readonly extension: string;
  readonly mediaType: string;
  /** True where a file holds one rendering only: several renderings go into a file each. */
  readonly pairsOnly?: boolean;
  /** True where each language has a file of its own, the original's too; `print` is then told which column. */
  readonly eachColumn?: boolean;
  /** True where the pieces are bytes. */
  readonly binary?: boolean;
  readonly losses: readonly Loss[];
  readonly print: (head: OutHead, column?: number) => UnitPrinter;
}
