/** A project's own terms: what a concept is called in each language, and what it must not be called. */

export interface GlossaryTerm {
  readonly lang: string;
  readonly text: string;
  readonly status: 'preferred' | 'admitted' | 'forbidden';
}

export interface GlossaryConcept {
  readonly id: string;
  readonly terms: readonly GlossaryTerm[];
}
