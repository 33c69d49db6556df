/** Somebody has shown who they are: a session begins, or the one there is knows it. */
import type { SessionState } from '#protocol/session.ts';
import { logServerEntry } from '../identity/log-entry.ts';
import type { SessionOutcome } from '../outcomes.ts';
import type { Transaction } from '../store/store.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { refuse, type Desk } from './asking.ts';
import type { Carried } from './carried.ts';
import { beginSession, type SessionMethod } from './sessions.ts';
import { stateAgain } from './state.ts';

interface Entering {
  desk: Desk;
  carried: Carried;
  nonce: string;
  isConfirming: boolean;
  method: SessionMethod;
  credentialId: string | null;
}

export async function enter(
  deps: CoreDeps,
  transaction: Transaction,
  { desk, carried, nonce, isConfirming, method, credentialId }: Entering,
): Promise<SessionOutcome<SessionState>> {
  const { device_id: deviceId } = desk.device;
  const { account_id: accountId } = desk.account;
  if (!isConfirming) {
    const secret = await beginSession(deps, transaction, { deviceId, accountId, method, credentialId });
    const begun = { ...carried, secret };
    const response = await stateAgain(deps, transaction, { deviceId, carried: begun, nonce });
    return { kind: 'answered', response, session: secret };
  }
  if (desk.session === null) return refuse('sign-in');
  await transaction.session.confirm(desk.session.session_hash, deps.clock.now());
  await logServerEntry(deps, transaction, 'server.confirm', {
    device: deviceId,
    account: accountId,
    method,
  });
  return { kind: 'answered', response: await stateAgain(deps, transaction, { deviceId, carried, nonce }) };
}
