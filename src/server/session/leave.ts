/** What takes something away: a passkey, the password, the session itself. */
import type { RemoveRequest, SessionState } from '#protocol/session.ts';
import { writeNoted, type Note } from '../backup/write-noted.ts';
import { logServerEntry } from '../identity/log-entry.ts';
import type { Refusal, SessionOutcome } from '../outcomes.ts';
import type { Transaction } from '../store/store.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { askedBy, openDesk, refuse, type Asking, type Desk } from './asking.ts';
import { isConfirmed } from './sessions.ts';
import { stateAgain } from './state.ts';

async function removeWay(
  deps: CoreDeps,
  transaction: Transaction,
  { desk, what, note }: { desk: Desk; what: RemoveRequest['what']; note: Note },
): Promise<Refusal | null> {
  const { account, passkeys, device } = desk;
  const { account_id } = account;
  const at = deps.clock.now();
  const ways = passkeys.length + (account.password_hash === null ? 0 : 1);
  const entry = { device: device.device_id, account: account_id, act: 'removed' };
  if ('password' in what) {
    if (account.password_hash === null) return refuse('not-found');
    if (ways === 1) return refuse('not-allowed');
    await transaction.account.shutPassword(account_id, at);
    await transaction.session.endByPassword(account_id, at);
    note({ k: 'shut', account: account_id, at });
    await logServerEntry(deps, transaction, 'server.password', entry);
    return null;
  }
  if (!passkeys.some(({ credential_id }) => credential_id === what.passkey)) return refuse('not-found');
  if (ways === 1) return refuse('not-allowed');
  await transaction.passkey.end(what.passkey, at);
  await transaction.session.endOfPasskey(what.passkey, at);
  note({ k: 'shut', account: account_id, passkey: what.passkey, at });
  await logServerEntry(deps, transaction, 'server.passkey', entry);
  return null;
}

/** Never the last way in: whoever has one can take it away only after another was set up. */
export async function remove(
  deps: CoreDeps,
  asking: Asking,
  { what, nonce }: RemoveRequest,
): Promise<SessionOutcome<SessionState>> {
  const asked = await askedBy(deps, asking);
  if (asked.kind === 'refused') return asked;
  const { deviceId } = asked;
  const { carried } = asking;
  return writeNoted(deps, async (transaction, note): Promise<SessionOutcome<SessionState>> => {
    const desk = await openDesk(deps, transaction, deviceId, carried);
    if (desk.kind === 'refused') return desk;
    if (desk.session === null) return refuse('sign-in');
    if (!isConfirmed(desk.session, deps.clock.now())) return refuse('step-up');
    const refused = await removeWay(deps, transaction, { desk, what, note });
    if (refused !== null) return refused;
    return { kind: 'answered', response: await stateAgain(deps, transaction, { deviceId, carried, nonce }) };
  });
}

/** The same answer where there was none to end. */
export async function end(
  deps: CoreDeps,
  asking: Asking,
  { nonce }: { nonce: string },
): Promise<SessionOutcome<SessionState>> {
  const asked = await askedBy(deps, asking);
  if (asked.kind === 'refused') return asked;
  const { deviceId } = asked;
  const { carried } = asking;
  return deps.store.write(async (transaction): Promise<SessionOutcome<SessionState>> => {
    const desk = await openDesk(deps, transaction, deviceId, carried);
    if (desk.kind === 'refused') return desk;
    if (desk.session !== null) {
      await transaction.session.end(desk.session.session_hash, deps.clock.now());
      await logServerEntry(deps, transaction, 'server.signOut', {
        device: deviceId,
        account: desk.account.account_id,
      });
    }
    const response = await stateAgain(deps, transaction, { deviceId, carried, nonce });
    return { kind: 'answered', response, session: null };
  });
}
