/** Review: random samples and their confidence. */
export { drawSample, type Interval, wilsonInterval } from './sample.ts';
