/** One signed request about a session: who asks, from where, and what they carry. */
import type { Role } from '#protocol/policy-roles.ts';
import { authenticate } from '../identity/authenticate.ts';
import { turnedAway } from '../identity/device-standing.ts';
import type { Refusal } from '../outcomes.ts';
import type { Transaction } from '../store/store.ts';
import type { AccountRow } from '../store/tables/account.ts';
import type { DeviceRow } from '../store/tables/device.ts';
import type { PasskeyRow } from '../store/tables/passkey.ts';
import type { SessionRow } from '../store/tables/session.ts';
import type { CoreDeps } from '../sync/deps.ts';
import type { Carried } from './carried.ts';
import { sessionOf } from './sessions.ts';

/** Where the app is served, as WebAuthn binds keys to it. */
export interface Site {
  /** `https://thidua.example.vn` */
  origin: string;
  /** Its host's name. */
  rpId: string;
}

export interface Asking {
  proof: string;
  bodyHash: string;
  path: string;
  roles: readonly Role[];
  carried: Carried;
  site: Site;
  /** Network address; wrong passwords are counted for it. */
  address: string;
}

/** How things stand for one device of the office, inside one transaction. */
export interface Desk {
  device: DeviceRow;
  account: AccountRow;
  passkeys: PasskeyRow[];
  /** The living one this request carries. */
  session: SessionRow | null;
}

export const refuse = (code: Refusal['code']): Refusal => ({ kind: 'refused', code });

/** Any way to begin a session but a code. */
export const hasWays = ({ account, passkeys }: Pick<Desk, 'account' | 'passkeys'>): boolean =>
  passkeys.length > 0 || account.password_hash !== null;

/** The asker's device, once: its proof is spent. */
export async function askedBy(
  deps: CoreDeps,
  { proof, bodyHash, path, roles }: Asking,
): Promise<{ kind: 'asked'; deviceId: string } | Refusal> {
  const caller = await authenticate(deps, proof, {
    method: 'POST',
    path,
    bodyHash,
    roles,
    session: 'notNeeded',
  });
  return caller.kind === 'refused' ? caller : { kind: 'asked', deviceId: caller.deviceId };
}

/** Read anew in each transaction: between two of them a device may be cut off and an account ended. */
export async function openDesk(
  { clock }: Pick<CoreDeps, 'clock'>,
  transaction: Pick<Transaction, 'device' | 'account' | 'passkey' | 'session'>,
  deviceId: string,
  carried: Carried,
): Promise<({ kind: 'desk' } & Desk) | Refusal> {
  const device = await transaction.device.find(deviceId);
  if (device === undefined) return refuse('device-unknown');
  const away = turnedAway(device, clock.now());
  if (away !== null) return refuse(away);
  const account = device.account_id === null ? undefined : await transaction.account.find(device.account_id);
  if (account === undefined || account.ended_at !== null) return refuse('not-allowed');
  const passkeys = await transaction.passkey.of(account.account_id);
  const session = await sessionOf(transaction, device, carried, clock.now());
  return { kind: 'desk', device, account, passkeys, session };
}
