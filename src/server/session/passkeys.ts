/** Ceremonies with a passkey: begin a session, show who is there, add one more (`protocol/session.ts`). */
import { base64url } from 'jose';
import type { BeginRequest, Ceremony, FinishRequest, SessionState } from '#protocol/session.ts';
import { hashTextNow } from '../crypto/hash.ts';
import { logServerEntry } from '../identity/log-entry.ts';
import type { Refusal, SessionOutcome } from '../outcomes.ts';
import type { Transaction } from '../store/store.ts';
import type { PasskeyRow } from '../store/tables/passkey.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { askedBy, hasWays, openDesk, refuse, type Asking, type Desk } from './asking.ts';
import { enter } from './enter.ts';
import { isConfirmed } from './sessions.ts';
import { stateAgain } from './state.ts';
import {
  authenticationOptions,
  CEREMONY_MS,
  readAuthentication,
  readRegistration,
  registrationOptions,
  type NewPasskey,
  type UsedPasskey,
} from './webauthn.ts';

export const PASSKEYS_MAX = 10;

/**
 * May this ceremony begin, or end, now? The first way in is set up in the session a code began; every other by somebody
 * who has just shown who they are.
 */
export function mayAct(desk: Desk, ceremony: Ceremony, now: number): Refusal | null {
  if (ceremony === 'signIn') return null;
  if (desk.session === null) return refuse('sign-in');
  if (ceremony === 'confirm') return null;
  return !hasWays(desk) || isConfirmed(desk.session, now) ? null : refuse('step-up');
}

type Begun = SessionOutcome<{ v: 1; nonce: string; options: Record<string, unknown> }>;

export async function beginCeremony(
  deps: CoreDeps,
  asking: Asking,
  { ceremony, nonce }: BeginRequest,
): Promise<Begun> {
  const asked = await askedBy(deps, asking);
  if (asked.kind === 'refused') return asked;
  const { deviceId } = asked;
  const challenge = deps.chance.bytes(32);
  const desk = await deps.store.write(async (transaction) => {
    const opened = await openDesk(deps, transaction, deviceId, asking.carried);
    if (opened.kind === 'refused') return opened;
    const why = mayAct(opened, ceremony, deps.clock.now());
    if (why !== null) return why;
    await transaction.ceremony.put({
      device_id: deviceId,
      purpose: ceremony,
      account_id: opened.account.account_id,
      challenge_hash: hashTextNow(base64url.encode(challenge)),
      secret: null,
      expires_at: deps.clock.now() + CEREMONY_MS,
    });
    return opened;
  });
  if (desk.kind === 'refused') return desk;
  const options =
    ceremony === 'add'
      ? await registrationOptions(desk, asking.site, challenge)
      : await authenticationOptions(desk.passkeys, asking.site, challenge);
  return { kind: 'answered', response: { v: 1, nonce, options } };
}

async function addPasskey(
  deps: CoreDeps,
  transaction: Transaction,
  { desk, made, label }: { desk: Desk; made: NewPasskey; label: string },
): Promise<Refusal | null> {
  const { device, account, passkeys, session } = desk;
  const now = deps.clock.now();
  // The id of a key that was taken away is not taken again either.
  if ((await transaction.passkey.find(made.credentialId)) !== undefined) return refuse('not-allowed');
  if (passkeys.length >= PASSKEYS_MAX) return refuse('not-allowed');
  const row: PasskeyRow = {
    credential_id: made.credentialId,
    account_id: account.account_id,
    public_key: made.publicKey,
    sign_count: made.signCount,
    transports: JSON.stringify(made.transports),
    is_backed_up: made.isBackedUp ? 1 : 0,
    label: label.normalize('NFC'),
    created_at: now,
    used_at: now,
    ended_at: null,
  };
  await transaction.passkey.insert(row);
  await logServerEntry(deps, transaction, 'server.passkey', {
    device: device.device_id,
    account: account.account_id,
    act: 'added',
  });
  // Its owner was verified just now.
  if (session !== null) await transaction.session.confirm(session.session_hash, now);
  return null;
}

/** A counter that does not go forward: the key was copied, and one of the two is not its owner's. */
const wentBack = (passkey: PasskeyRow, { signCount }: UsedPasskey): boolean =>
  (signCount > 0 || passkey.sign_count > 0) && signCount <= passkey.sign_count;

async function usePasskey(
  deps: CoreDeps,
  transaction: Transaction,
  { desk, used }: { desk: Desk; used: UsedPasskey },
): Promise<Refusal | null> {
  const passkey = desk.passkeys.find(({ credential_id }) => credential_id === used.credentialId);
  if (passkey === undefined) return refuse('no-match');
  if (wentBack(passkey, used)) {
    deps.log('alarm', 'passkey-rolled-back', { device: desk.device.device_id });
    await logServerEntry(deps, transaction, 'server.passkeyRolledBack', {
      device: desk.device.device_id,
      account: desk.account.account_id,
    });
    return refuse('no-match');
  }
  await transaction.passkey.use(passkey.credential_id, {
    sign_count: used.signCount,
    is_backed_up: used.isBackedUp ? 1 : 0,
    used_at: deps.clock.now(),
  });
  return null;
}

export async function finishCeremony(
  deps: CoreDeps,
  asking: Asking,
  { ceremony, response, label = '', nonce }: FinishRequest,
): Promise<SessionOutcome<SessionState>> {
  const asked = await askedBy(deps, asking);
  if (asked.kind === 'refused') return asked;
  const { deviceId } = asked;
  const { carried, site } = asking;
  const { desk: before, begun } = await deps.store.read(async (tables) => ({
    desk: await openDesk(deps, tables, deviceId, carried),
    begun: await tables.ceremony.find(deviceId, ceremony),
  }));
  if (before.kind === 'refused') return before;
  if (begun === undefined || deps.clock.now() >= begun.expires_at) return refuse('no-match');
  const given = {
    response,
    site,
    isAsked: (challenge: string) => hashTextNow(challenge) === begun.challenge_hash,
  };
  const made = ceremony === 'add' ? await readRegistration(given) : null;
  const used = ceremony === 'add' ? null : await readAuthentication(given, before.passkeys);

  return deps.store.write(async (transaction): Promise<SessionOutcome<SessionState>> => {
    // Whatever comes of it, a challenge is answered once.
    const isFirst = (await transaction.ceremony.take(deviceId, ceremony, begun.challenge_hash)) === 1;
    const desk = await openDesk(deps, transaction, deviceId, carried);
    if (desk.kind === 'refused') return desk;
    if (!isFirst || begun.account_id !== desk.account.account_id) return refuse('no-match');
    const why = mayAct(desk, ceremony, deps.clock.now());
    if (why !== null) return why;
    if (made !== null) {
      const refused = await addPasskey(deps, transaction, { desk, made, label });
      if (refused !== null) return refused;
      return {
        kind: 'answered',
        response: await stateAgain(deps, transaction, { deviceId, carried, nonce }),
      };
    }
    if (used === null) return refuse('no-match');
    const refused = await usePasskey(deps, transaction, { desk, used });
    if (refused !== null) return refused;
    return enter(deps, transaction, {
      desk,
      carried,
      nonce,
      isConfirming: ceremony === 'confirm',
      method: 'passkey',
      credentialId: used.credentialId,
    });
  });
}
