/** Concepts shared by languages. A mention says where a text uses one of a concept's forms. */

export interface ConceptMention {
  readonly start: number;
  readonly end: number;
  /** Concepts that the words may mean: most words are polysemous, and either reading may be the one rendered. */
  readonly concepts: readonly number[];
}

export interface Lexicon {
  /** Languages that have forms in it. */
  readonly langs: readonly string[];
  readonly size: number;
  /** Mentions in reading order, longest match first, not overlapping. */
  mentions(text: string, lang: string): readonly ConceptMention[];
  /** The forms of a concept in a language as written in its file, for people. */
  forms(concept: number, lang: string): readonly string[];
}
