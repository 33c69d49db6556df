/**
 * Who of the office looked at a form's pictures: once for each machine, form and day in the log, which people read. Forms
 * themselves lie on the officer's own machine; that one was opened, the machine tells (`openings.ts`).
 */
import { logServerEntry } from '../identity/log-entry.ts';
import type { CoreDeps } from '../sync/deps.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const VIETNAM_MS = 7 * 60 * 60 * 1000;

/** The day of UTC+7, counted from 1970. */
export const dayNumber = (now: number): number => Math.floor((now + VIETNAM_MS) / DAY_MS);

export async function noteSight(
  deps: Pick<CoreDeps, 'store' | 'clock' | 'newId'>,
  { device, assessment }: { device: string; assessment: string },
): Promise<void> {
  const row = { device_id: device, assessment_id: assessment, day: dayNumber(deps.clock.now()) };
  if (await deps.store.read((tables) => tables.sight.holds(row))) return;
  await deps.store.write(async (transaction) => {
    // Two pictures of one form come at once.
    if ((await transaction.sight.insert(row)) > 0)
      await logServerEntry(deps, transaction, 'server.sight', { device, assessment });
  });
}
