/** The text stage: from a decoded file to segments with kinds and places, and the folding, words and languages behind it. */
export { type Block, type BlockKind, cutIntoBlocks } from './blocks.ts';
export { cutBlocks, cutLines, cutText, type FindEnds } from './cut.ts';
export { foldExact, foldLoose } from './fold.ts';
export { guessLanguage, type LanguageGuess } from './language.ts';
export { type NormalisedText, normaliseText } from './normalise.ts';
export { plausibility } from './plausible.ts';
export { markRecurring } from './recurring.ts';
export { findSentenceEnds } from './sentences.ts';
export { baseLanguage, isStopWord, splitWords, stopWords, type Word } from './words.ts';
