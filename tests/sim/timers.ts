/** A tab's timers. They go off when the run says that time has passed, and not before. */
import type { Timers } from '#client/sync/environment.ts';

export interface SimTimers extends Timers {
  /** Lets those due at `now` go off once each; tells how many did. */
  fire(now: number): number;
  /** When the next is due. */
  next(): number | null;
  clear(handle: object): void;
  stop(): void;
}

export function createTimers(now: () => number): SimTimers {
  const timers = new Map<object, { at: number; run: () => void }>();
  return {
    set(ms, run) {
      const handle = {};
      timers.set(handle, { at: now() + ms, run });
      return handle;
    },
    clear: (handle) => void timers.delete(handle),
    fire(at) {
      const due = [...timers].filter(([, timer]) => timer.at <= at).sort(([, a], [, b]) => a.at - b.at);
      for (const [handle, { run }] of due) if (timers.delete(handle)) run();
      return due.length;
    },
    next: () => (timers.size === 0 ? null : Math.min(...[...timers.values()].map(({ at }) => at))),
    stop: () => timers.clear(),
  };
}
