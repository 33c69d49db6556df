/**
 * Sessions of the office (`protocol.md` §6): a further condition beside the device's proof, looked at in the same
 * transaction as what it guards. Bound to the account and the device; the store keeps a hash, the cookie the secret.
 */
import { base64url } from 'jose';
import { CONFIRMED_MS, SESSION_IDLE_MS, SESSION_WHOLE_MS } from '#protocol/session.ts';
import { hashTextNow } from '../crypto/hash.ts';
import { logServerEntry } from '../identity/log-entry.ts';
import type { Refusal } from '../outcomes.ts';
import type { Transaction } from '../store/store.ts';
import type { DeviceRow } from '../store/tables/device.ts';
import type { SessionRow } from '../store/tables/session.ts';
import type { CoreDeps } from '../sync/deps.ts';
import type { Carried } from './carried.ts';

export type SessionMethod = 'code' | 'passkey' | 'password';

/** Rows of sessions long over are of no use to anybody. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

const isLiving = ({ ended_at, started_at, seen_at }: SessionRow, now: number): boolean =>
  ended_at === null && now < started_at + SESSION_WHOLE_MS && now < seen_at + SESSION_IDLE_MS;

export const isConfirmed = ({ confirmed_at }: Pick<SessionRow, 'confirmed_at'>, now: number): boolean =>
  confirmed_at > 0 && now < confirmed_at + CONFIRMED_MS;

/** The living session of exactly this device that the request carries; otherwise null. */
export async function sessionOf(
  { session, account }: Pick<Transaction, 'session' | 'account'>,
  device: Pick<DeviceRow, 'device_id' | 'account_id'>,
  carried: Carried,
  now: number,
): Promise<SessionRow | null> {
  if (carried.secret === null || device.account_id === null) return null;
  const found = await session.find(hashTextNow(carried.secret));
  if (found === undefined || !isLiving(found, now)) return null;
  if (found.device_id !== device.device_id || found.account_id !== device.account_id) return null;
  // Ending an account ends its sessions in one transaction; this is the second look.
  return (await account.find(found.account_id))?.ended_at === null ? found : null;
}

/** `isFresh`: the person showed who they are within the last minutes, or nobody asks for that here. */
export type AdmittedSession = { kind: 'admitted'; isFresh: boolean } | Refusal;

/** May this device be answered as the office? Others are not asked. */
export async function admitSession(
  { clock, sessions }: Pick<CoreDeps, 'clock' | 'sessions'>,
  transaction: Transaction,
  device: Pick<DeviceRow, 'device_id' | 'account_id' | 'binding_kind'>,
  { carried, isGrave }: { carried: Carried; isGrave: boolean },
): Promise<AdmittedSession> {
  if (sessions === 'notAsked' || device.binding_kind !== 'office') return { kind: 'admitted', isFresh: true };
  const now = clock.now();
  const session = await sessionOf(transaction, device, carried, now);
  if (session === null) return { kind: 'refused', code: 'sign-in' };
  if (carried.isPresent) await transaction.session.touch(session.session_hash, now);
  const isFresh = isConfirmed(session, now);
  return isGrave && !isFresh ? { kind: 'refused', code: 'step-up' } : { kind: 'admitted', isFresh };
}

/**
 * Begins a session and ends what the device had before; whoever begins one has just shown who is there. Returns what the
 * cookie is to hold, this once.
 */
export async function beginSession(
  deps: Pick<CoreDeps, 'clock' | 'chance' | 'newId'>,
  transaction: Transaction,
  {
    deviceId,
    accountId,
    method,
    credentialId = null,
  }: { deviceId: string; accountId: string; method: SessionMethod; credentialId?: string | null },
): Promise<string> {
  const now = deps.clock.now();
  const secret = base64url.encode(deps.chance.bytes(32));
  await transaction.session.endOfDevice(deviceId, now);
  await transaction.session.forget(now - KEPT_MS);
  await transaction.session.insert({
    session_hash: hashTextNow(secret),
    account_id: accountId,
    device_id: deviceId,
    method,
    credential_id: credentialId,
    started_at: now,
    seen_at: now,
    confirmed_at: now,
    ended_at: null,
  });
  await logServerEntry(deps, transaction, 'server.signIn', { device: deviceId, account: accountId, method });
  return secret;
}
