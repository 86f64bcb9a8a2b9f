/** The parts of the core that are measured, bundled by bundle.mjs so that plain Node can run them. */
export * from '../../src/core/align/index.ts';
export { checkAndLearn, judgeRendering, recheckBeads } from '../../src/core/check/index.ts';
export { extractFacts } from '../../src/core/facts/index.ts';
export { bundledLexicon, parseLexicon } from '../../src/core/lexicon/index.ts';
export { cutLines, isStopWord, splitWords } from '../../src/core/text/index.ts';
export { THREAD_LIMITS } from '../../src/workers/pool.ts';
