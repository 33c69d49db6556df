/** Retention by itself: some minutes after the start, and every six hours from then on. */
import type { ScheduleTimers } from '../backup/schedule.ts';
import { stackOf, type Log } from '../log.ts';
import type { RetentionCounts } from './retention.ts';

const EVERY_MS = 6 * 60 * 60 * 1000;
const AFTER_START_MS = 5 * 60 * 1000;

export interface RetentionParts<Handle> {
  timers: ScheduleTimers<Handle>;
  run: () => Promise<RetentionCounts>;
  log: Log;
}

/** Runs until stopped. A run that fails is an alarm and tried again with the next; serving goes on. */
export function scheduleRetention<Handle>({ timers, run, log }: RetentionParts<Handle>): {
  stop: () => void;
} {
  let handle: Handle | undefined;
  let stopped = false;
  const later = (ms: number): void => {
    if (stopped) return;
    handle = timers.set(ms, () => {
      void run()
        .then((counts) => {
          if (Object.values(counts).some((count) => count > 0)) log('info', 'retention-done');
        })
        .catch((error: unknown) => log('alarm', 'retention-failed', { error: stackOf(error) }))
        .then(() => later(EVERY_MS));
    });
  };
  later(AFTER_START_MS);
  return {
    stop: () => {
      stopped = true;
      if (handle !== undefined) timers.clear(handle);
    },
  };
}
