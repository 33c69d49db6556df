/**
 * A redeemed code of the office is the proof of a person: it binds the device to its account and begins a session. The
 * code serves for that once; what begins the next is a passkey or a password.
 */
import type { Note } from '../backup/write-noted.ts';
import type { Transaction } from '../store/store.ts';
import type { EnrolCodeRow } from '../store/tables/code.ts';
import type { DeviceRow } from '../store/tables/device.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { accountFor } from './accounts.ts';
import { beginSession } from './sessions.ts';

/** A phone whose reply was lost asks again within so long. */
const LOST_REPLY_MS = 10 * 60_000;

/** Account of whoever redeems this code; null outside the office. */
export async function accountOfCode(
  deps: Pick<CoreDeps, 'clock' | 'newId'>,
  transaction: Transaction,
  { account_id, binding_kind, role, person_name, title }: EnrolCodeRow,
  note: Note,
): Promise<string | null> {
  if (binding_kind !== 'office') return null;
  if (account_id !== null) return account_id;
  // Issued before there were accounts.
  return (await accountFor(deps, transaction, { role, name: person_name ?? title }, note)).account_id;
}

/** Does somebody work here under this account? Codes of one that ended bind nothing. */
export const isAccountOpen = async (
  { account }: Pick<Transaction, 'account'>,
  accountId: string | null,
): Promise<boolean> => accountId === null || (await account.find(accountId))?.ended_at === null;

/**
 * What the cookie is to hold. `isFirst`: this redemption used the code up; later ones of the same device are answered for
 * a reply that was lost, and begin a session only while the first one's stands.
 */
export async function sessionByCode(
  deps: Pick<CoreDeps, 'clock' | 'chance' | 'newId' | 'sessions'>,
  transaction: Transaction,
  device: Pick<DeviceRow, 'device_id' | 'account_id'>,
  isFirst: boolean,
): Promise<string | undefined> {
  const { device_id: deviceId, account_id: accountId } = device;
  if (deps.sessions === 'notAsked' || accountId === null) return undefined;
  if (!isFirst) {
    const begun = await transaction.session.newest(deviceId);
    const stands = begun?.method === 'code' && begun.ended_at === null;
    if (!stands || deps.clock.now() >= begun.started_at + LOST_REPLY_MS) return undefined;
  }
  return beginSession(deps, transaction, { deviceId, accountId, method: 'code' });
}
