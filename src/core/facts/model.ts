/** What can be compared by value across languages: quantities, dates and names, each with the span that says it. */

/** A stretch of a text in UTF-16 units. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** `year`: a lone number such as 2030, which a date of the other side may say, too. A score is two quantities. */
export type QuantityKind =
  | 'number'
  | 'percent'
  | 'ordinal'
  | 'fraction'
  | 'score'
  | 'clock'
  | 'decade'
  | 'year';

export interface Quantity extends TextSpan {
  readonly kind: QuantityKind;
  /** Values that the span may mean, likeliest first: `1.500` is 1500 or 1.5. Two quantities agree when any value does. */
  readonly values: readonly number[];
  /** Digits are hard evidence; words, ordinals, Roman numerals and fractions are soft and never flag alone. */
  readonly hard: boolean;
  /** Canonical unit or currency (`USD`, `km`, `day`), null where none stands there. */
  readonly unit: string | null;
  /** The scale word in it (1e9 for `tỷ`), where one stands there. */
  readonly scale?: number;
  /** How exact it claims to be: `about`, `over`, `under`, or null. */
  readonly approximation: 'about' | 'over' | 'under' | null;
}

/** What a reader of tokens found: quantities without their text, and the index after the last token. */
export interface Special {
  readonly quantities: readonly Quantity[];
  readonly end: number;
}

/** Day, month and year as far as they are said. */
export interface DateMention extends TextSpan {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number | null;
}

export type NameKind = 'person' | 'place' | 'organisation' | 'acronym' | 'other';

export interface NameMention extends TextSpan {
  readonly kind: NameKind;
  /** Equal for mentions of the same name in one language; for table entries equal in all languages. */
  readonly key: string;
  /** Id of the title in data/titles.txt that stands before it, where one does. */
  readonly title?: string;
}

export interface Facts {
  readonly quantities: readonly Quantity[];
  readonly dates: readonly DateMention[];
  readonly names: readonly NameMention[];
}
