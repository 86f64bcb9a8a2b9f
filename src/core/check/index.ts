/** Checks of a rendering: `checkRendering` gives verdict and flags, `recheckBeads` the flags of the beads that an edit touches. */
export type { Check, CheckContext, CheckInput, CheckOptions, Finding } from './check.ts';
export { fingerprint, pairFingerprint } from './fingerprint.ts';
export type { GlossaryConcept, GlossaryTerm } from './glossary.ts';
export { indexGlossary, type TermMention } from './glossaryIndex.ts';
export type { Learnt } from './learnt.ts';
export { confidenceWord, MESSAGES } from './messages.ts';
export { CHECKS } from './registry.ts';
export { type CheckResult, checkAndLearn, checkRendering, learnDocument, recheckBeads } from './run.ts';
export { termbase } from './termbase.ts';
export {
  type CheckedRendering,
  placesOfAdded,
  renderedSegments,
  triangulate,
  type WitnessedFlag,
} from './triangulate.ts';
export { dissolveBeads, judgeRendering } from './verdict.ts';
