/** Backups by themselves: a minute after the start when one is due, and every six hours from then on. */
import type { Clock } from '#protocol/ids.ts';
import { stackOf, type Log } from '../log.ts';
import type { BackupSummary } from './backups.ts';
import type { BackupOutcome } from './make-backup.ts';

export const BACKUP_EVERY_MS = 6 * 60 * 60 * 1000;
const AFTER_START_MS = 60 * 1000;
const AFTER_FAILURE_MS = 30 * 60 * 1000;

export interface ScheduleTimers<Handle> {
  set(ms: number, run: () => void): Handle;
  clear(handle: Handle): void;
}

export interface ScheduleParts<Handle> {
  clock: Clock;
  timers: ScheduleTimers<Handle>;
  backups: () => Promise<BackupSummary[]>;
  run: () => Promise<BackupOutcome>;
  log: Log;
}

/** Made and tested, whatever became of it later. */
const newestOf = (all: readonly BackupSummary[]): number =>
  Math.max(0, ...all.flatMap(({ verifiedAt }) => verifiedAt ?? []));

/** Runs until stopped. A backup that fails is an alarm and tried again; serving goes on. */
export function scheduleBackups<Handle>({ clock, timers, backups, run, log }: ScheduleParts<Handle>): {
  stop: () => void;
} {
  let handle: Handle | undefined;
  let stopped = false;

  const once = async (): Promise<number> => {
    const outcome = await run();
    switch (outcome.kind) {
      case 'made':
        log(outcome.elsewhere ? 'info' : 'warn', outcome.elsewhere ? 'backup-made' : 'backup-not-safe');
        return BACKUP_EVERY_MS;
      case 'fresh':
        return BACKUP_EVERY_MS;
      case 'failed':
        log('alarm', 'backup-failed', { cause: outcome.cause });
        return AFTER_FAILURE_MS;
    }
  };
  const later = (ms: number): void => {
    if (stopped) return;
    handle = timers.set(ms, () => {
      void once()
        .catch((error: unknown) => {
          log('alarm', 'backup-failed', { error: stackOf(error) });
          return AFTER_FAILURE_MS;
        })
        .then(later);
    });
  };
  const begin = async (): Promise<void> => {
    const due = newestOf(await backups()) + BACKUP_EVERY_MS - clock.now();
    later(Math.max(AFTER_START_MS, Math.min(due, BACKUP_EVERY_MS)));
  };
  void begin().catch(() => later(AFTER_START_MS));

  return {
    stop: () => {
      stopped = true;
      if (handle !== undefined) timers.clear(handle);
    },
  };
}
