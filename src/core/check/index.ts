/** Checks of a rendering: `checkRendering` gives verdict and flags, `recheckBeads` the flags of the beads that an edit touches. */
export type { Check, CheckContext, CheckInput, CheckOptions, Finding } from './check.ts';
export { fingerprint, pairFingerprint } from './fingerprint.ts';
export type { GlossaryConcept, GlossaryTerm } from './glossary.ts';
export { confidenceWord, MESSAGES } from './messages.ts';
export { CHECKS } from './registry.ts';
export { type CheckResult, checkRendering, recheckBeads } from './run.ts';
export { dissolveBeads, judgeRendering } from './verdict.ts';
