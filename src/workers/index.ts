/** The worker thread's entry: answers one task after the other, and says how far it is. See pool.ts for the other end. */
import { parentPort } from 'node:worker_threads';
import { AppError } from '../core/errors.ts';
import { KeptLexicon } from './lexiconSource.ts';
import type { Answer, Request } from './messages.ts';
import { runTask } from './tasks.ts';

const REPORT_EVERY = 50;
const kept = new KeptLexicon();

parentPort?.on('message', async ({ id, task, input, lexicon }: Request) => {
  if (lexicon) kept.take(lexicon);
  const say = (answer: Answer): void => parentPort?.postMessage(answer);
  let reported = 0;
  const onProgress = (done: number): void => {
    const now = Date.now();
    if (now - reported < REPORT_EVERY) return;
    reported = now;
    say({ id, kind: 'progress', done });
  };
  try {
    say({ id, kind: 'result', result: await runTask(task, input, { onProgress }, kept.get) });
  } catch (error) {
    if (error instanceof AppError) say({ id, kind: 'refused', code: error.code, params: error.params });
    else say({ id, kind: 'failed', error });
  }
});
