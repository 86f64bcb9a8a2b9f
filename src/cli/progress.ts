/** One line on standard error that grows while a person watches; nothing at all where nobody does. */
import type { Watch } from '../core/progress.ts';

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
