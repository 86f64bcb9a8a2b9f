/** Review: random samples and their confidence; the spans and mentions of notes. */
export { type Completion, completeMention, findMentions, isCalled, type Mention } from './mentions.ts';
export { drawSample, type Interval, wilsonInterval } from './sample.ts';
export { clipSpan, followSpan, isSpanOf, type Span } from './spans.ts';
