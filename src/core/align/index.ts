/** Sentence alignment: which sentences of a rendering belong to which of its original. See docs/aligner.md. */

export { align } from './align.ts';
export { carryOver, clarityOf } from './carried.ts';
export {
  type Candidate,
  createExplainer,
  type EvidenceLine,
  type Explainer,
  explainBead,
  findCandidates,
} from './explain.ts';
export {
  type AlignInput,
  type AlignOptions,
  type CarriedPair,
  EVIDENCE_IDS,
  type EvidenceId,
  type TaughtPair,
} from './model.ts';
export { PARAMETERS } from './parameters.ts';
export { alignRange, type BeadRange } from './range.ts';
export { rescore } from './rescore.ts';
