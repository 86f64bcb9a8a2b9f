/** The one stream of events: ids increase, also over restarts, and a client that comes back is told what it missed. */
import type { AppEvent } from '../contract/index.ts';

const KEPT = 2000;

export interface EventLog {
  emit(body: AppEvent['body']): void;
  /** Events after an id, then whatever comes, until the signal aborts. */
  follow(after: number, signal?: AbortSignal): AsyncGenerator<AppEvent, void, void>;
  close(): void;
}

/** `firstId`: larger than any id of an earlier run; the time in ms is. */
export function createEventLog(firstId: number): EventLog {
  const kept: AppEvent[] = [];
  const sleepers = new Set<() => void>();
  let nextId = firstId;
  let closed = false;
  const wakeAll = (): void => {
    for (const wake of sleepers) wake();
    sleepers.clear();
  };
  return {
    emit: (body) => {
      kept.push({ eventId: nextId++, body });
      if (kept.length > KEPT) kept.splice(0, kept.length - KEPT);
      wakeAll();
    },
    follow: async function* (after, signal) {
      let last = after;
      while (!closed && !signal?.aborted) {
        const fresh = kept.filter((event) => event.eventId > last);
        for (const event of fresh) {
          last = event.eventId;
          yield event;
        }
        if (fresh.length > 0) continue;
        await new Promise<void>((resolve) => {
          const wake = (): void => {
            signal?.removeEventListener('abort', wake);
            sleepers.delete(wake);
            resolve();
          };
          sleepers.add(wake);
          signal?.addEventListener('abort', wake, { once: true });
        });
      }
    },
    close: () => {
      closed = true;
      wakeAll();
    },
  };
}
