/**
 * Ten thousand rows on a machine that is busy with something else may take longer than the database is given
 * (`db/guard.ts`). Nothing is lost by it and asking again helps: what is on the screen stays there meanwhile.
 */
import type { TableName } from '#client/db/on-change.ts';
import { useLive } from '#client/app/use-live.ts';
import { SaveFailure } from '#client/workspace.ts';

/** Each is given eight seconds: after that many something else is wrong, and is said. */
export const TRIES = 6;

export async function patiently<T>(read: () => Promise<T>): Promise<T> {
  for (let left = TRIES - 1; ; left--)
    try {
      return await read();
    } catch (error) {
      if (left === 0 || !(error instanceof SaveFailure) || error.reason !== 'timeout') throw error;
    }
}

/** {@link useLive}, patient. */
export const usePatient = <T>(
  read: () => Promise<T>,
  deps: unknown[],
  tables: readonly TableName[],
): T | undefined => useLive(() => patiently(read), deps, tables);
