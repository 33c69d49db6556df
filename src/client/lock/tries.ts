/**
 * Guessing a PIN. Each try is counted on disk before it is looked at, so that killing the app wins nothing, and the wait
 * after a wrong one runs only while the app is open: no clock is asked, so none can be turned. The tenth wrong one
 * destroys the key.
 */
import type { LockRow } from '#client/db/lock-store.ts';

export const TRIES_MAX = 10;
const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** After so many wrong tries in a row; the first three cost nothing, as fingers slip. */
const WAITS: readonly number[] = [
  0,
  0,
  0,
  30 * SECOND,
  MINUTE,
  2 * MINUTE,
  3 * MINUTE,
  5 * MINUTE,
  5 * MINUTE,
];

export const waitAfter = (failures: number): number => WAITS[failures - 1] ?? 0;
export const triesLeft = ({ failures }: LockRow): number => Math.max(0, TRIES_MAX - failures);

export type Turn = 'go' | 'wait' | 'gone';
export const turnOf = (row: LockRow): Turn => {
  if (row.wrapped === null || row.failures >= TRIES_MAX) return 'gone';
  return row.waitMs > 0 ? 'wait' : 'go';
};

/** Counts a try that is about to be made, with its wait: as if it were wrong already. */
export function begun(row: LockRow): LockRow {
  if (turnOf(row) !== 'go') return row;
  const failures = row.failures + 1;
  return { ...row, failures, waitMs: waitAfter(failures) };
}

export const succeeded = (row: LockRow): LockRow => ({ ...row, failures: 0, waitMs: 0 });
/** `ms` of open app went by. */
export const waited = (row: LockRow, ms: number): LockRow => ({
  ...row,
  waitMs: Math.max(0, row.waitMs - ms),
});
export const destroyed = (row: LockRow): LockRow => ({ ...row, wrapped: null });
