/** Comparing versions: sentences that stayed, changed, moved, came and went, and the words inside a changed one. */
export { type BesidePiece, type BesideRow, type BesideTake, layBeside } from './beside.ts';
export { type CarriedBead, type CarriedLink, carryOver } from './carryOver.ts';
export { makeCutAlong } from './cutAlong.ts';
export { compareSentences, type SentenceChange } from './sentences.ts';
export { cutAtCommon, decideThreeWay, type Outcome, type Stretch } from './threeWay.ts';
export { type ReturnedUnit, type RevisedByUnits, reviseByUnits, type UnitSentence } from './units.ts';
export { compareWords, similarityOf, type WordChange } from './words.ts';
