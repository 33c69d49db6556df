/**
 * Which form was opened on which machine of the office: once for each machine, form and day in the log. Its copy of the
 * forms is read without a network, so the machine tells it afterwards; that it tells is the app's promise, not a proof.
 */
import { OPENED_PATH, type OpenedRequest } from '#protocol/opened.ts';
import { routeRoles } from '../http/route-key.ts';
import { asCaller } from '../identity/authenticate.ts';
import { appendServerEntry } from '../identity/log-entry.ts';
import type { OpenedOutcome } from '../outcomes.ts';
import { nothingCarried, type Carried } from '../session/carried.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { openLedger } from '../sync/ledger.ts';
import { dayNumber } from './sights.ts';

/** A machine may have been without a network for that long, and tell it twice all the same. */
export const OPENINGS_DAYS = 31;

/** A form the commune does not have leaves no trace; a time that has not come yet is now. */
export async function noteOpened(
  deps: CoreDeps,
  {
    proof,
    bodyHash,
    request,
    carried = nothingCarried,
  }: { proof: string; bodyHash: string; request: OpenedRequest; carried?: Carried },
): Promise<OpenedOutcome> {
  const roles = routeRoles('POST /api/v1/log/opened');
  const asked = { method: 'POST', path: OPENED_PATH, bodyHash, roles, carried } as const;
  return asCaller(deps, proof, asked, async (transaction, { deviceId }): Promise<OpenedOutcome> => {
    const ledger = await openLedger(transaction);
    const now = deps.clock.now();
    for (const { assessmentId, at } of request.opened) {
      if ((await transaction.assessment.find(assessmentId)) === undefined) continue;
      const openedAt = Math.min(at, now);
      const row = { device_id: deviceId, assessment_id: assessmentId, day: dayNumber(openedAt) };
      if ((await transaction.opening.insert(row)) === 0) continue;
      const facts = { device: deviceId, assessment: assessmentId, openedAt };
      await appendServerEntry(deps, ledger, { kind: 'server.opened', facts });
    }
    await ledger.save();
    return { kind: 'answered', response: { v: 1, nonce: request.nonce } };
  });
}
