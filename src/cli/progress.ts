/** One line on standard error that grows while a person watches; nothing at all where nobody does. */
import { AppError, type ErrorCode } from '../core/errors.ts';
import type { Watch } from '../core/progress.ts';
import type { Services } from '../services/index.ts';
import type { Client } from './services.ts';

const EVERY_MS = 80;

export interface ProgressLine {
  watch(label: string): Watch;
  /** Wipes the line. */
  clear(): void;
}

export function createProgressLine(stream: NodeJS.WriteStream = process.stderr): ProgressLine {
  if (!stream.isTTY) return { watch: () => ({}), clear: () => undefined };
  let shownAt = 0;
  let shown = false;
  return {
    watch: (label) => ({
      onProgress(done) {
        const now = performance.now();
        if (now - shownAt < EVERY_MS && done < 1) return;
        shownAt = now;
        shown = true;
        stream.write(`\r\u001b[K${label} ${Math.round(100 * done)} %`);
      },
    }),
    clear() {
      if (shown) stream.write('\r\u001b[K');
      shown = false;
    },
  };
}

/** Waits for a job of the services, showing how far it is; throws what it failed with. */
export async function followJob(
  services: Services,
  client: Client,
  jobId: string,
  label: string,
): Promise<void> {
  const line = createProgressLine();
  const stop = new AbortController();
  const { onProgress } = line.watch(label);
  const follow = async () => {
    for await (const { body } of await client.app.events({ after: 0 }, { signal: stop.signal }))
      if (body.type === 'job' && body.job.jobId === jobId) onProgress?.(body.job.progress);
  };
  const following = onProgress ? follow().catch(() => undefined) : undefined;
  const { state, error } = await services.finished(jobId);
  stop.abort();
  await following;
  line.clear();
  if (state === 'cancelled') throw new AppError('cancelled');
  if (error) throw new AppError(error.code as ErrorCode, error.params);
}
