/** How this machine's officer stands, as the screen is told. Without a session only how one may be begun. */
import { roleSchema } from '#protocol/policy-roles.ts';
import { CONFIRMED_MS, SESSION_IDLE_MS, SESSION_WHOLE_MS, type SessionState } from '#protocol/session.ts';
import type { Transaction } from '../store/store.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { openDesk, type Desk } from './asking.ts';
import { isConfirmed } from './sessions.ts';
import type { Carried } from './carried.ts';

export function stateOf({ account, passkeys, session }: Desk, nonce: string, now: number): SessionState {
  const ways = { passkey: passkeys.length > 0, password: account.password_hash !== null };
  if (session === null) return { v: 1, nonce, ways };
  return {
    v: 1,
    nonce,
    ways,
    session: {
      name: account.name,
      role: roleSchema.parse(account.role),
      endsAt: session.started_at + SESSION_WHOLE_MS,
      idleAt: session.seen_at + SESSION_IDLE_MS,
      confirmedUntil: isConfirmed(session, now) ? session.confirmed_at + CONFIRMED_MS : 0,
      passkeys: passkeys.map(({ credential_id, label, is_backed_up, created_at, used_at }) => ({
        id: credential_id,
        label,
        isBackedUp: is_backed_up === 1,
        createdAt: created_at,
        usedAt: used_at,
      })),
    },
  };
}

/** After a change in the same transaction. */
export async function stateAgain(
  deps: Pick<CoreDeps, 'clock'>,
  transaction: Transaction,
  { deviceId, carried, nonce }: { deviceId: string; carried: Carried; nonce: string },
): Promise<SessionState> {
  const desk = await openDesk(deps, transaction, deviceId, carried);
  if (desk.kind === 'refused') throw new Error('a desk that was open is not');
  return stateOf(desk, nonce, deps.clock.now());
}
