/** Password and one-time code, for machines that keep no passkey (`protocol/session.ts`). */
import { isWeakPassword } from '#protocol/password.ts';
import type { NewPasswordRequest, PasswordRequest, SessionState } from '#protocol/session.ts';
import { countAttempt, takeBackAttempt, waitSeconds, type Limit } from '../identity/attempts.ts';
import { logServerEntry } from '../identity/log-entry.ts';
import type { SessionOutcome } from '../outcomes.ts';
import { hashTextNow } from '../crypto/hash.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { askedBy, hasWays, openDesk, refuse, type Asking, type Desk } from './asking.ts';
import { enter } from './enter.ts';
import { checkPassword, codeAddress, hashPassword, newCodeSecret, stepOf } from './password.ts';
import type { SecretBox } from './secrets.ts';
import { isConfirmed } from './sessions.ts';

const PURPOSE = 'password';
const SETTING_MS = 15 * 60_000;

/** Whoever tries has an enrolled device of the office already: strangers cannot lock an account. */
const triesOf = (accountId: string): Limit => ({
  address: 'password address',
  commune: `password ${accountId}`,
  perAddress: 20,
  perCommune: 5,
});

/** Null: a wrong one, or none that could be right. */
async function stepIn(
  deps: CoreDeps,
  box: SecretBox,
  { account }: Pick<Desk, 'account'>,
  given: Pick<PasswordRequest, 'password' | 'code'>,
): Promise<{ step: number } | null> {
  const secret = account.totp_secret === null ? null : await box.open(account.totp_secret);
  const known =
    account.password_hash === null || secret === null
      ? null
      : { hash: account.password_hash, secret, afterStep: account.totp_step };
  return checkPassword(given, known, { chance: deps.chance, now: deps.clock.now() });
}

export async function signInByPassword(
  deps: CoreDeps,
  box: SecretBox,
  asking: Asking,
  { ceremony, password, code, nonce }: PasswordRequest,
): Promise<SessionOutcome<SessionState>> {
  const asked = await askedBy(deps, asking);
  if (asked.kind === 'refused') return asked;
  const { deviceId } = asked;
  const { carried, address } = asking;
  // A try is counted before it is looked at: many at once are no way round the limit, and a restart forgets none.
  const before = await deps.store.write(async (transaction) => {
    const desk = await openDesk(deps, transaction, deviceId, carried);
    if (desk.kind === 'refused') return desk;
    if (ceremony === 'confirm' && desk.session === null) return refuse('sign-in');
    const now = deps.clock.now();
    const limit = triesOf(desk.account.account_id);
    const retryAfter = await waitSeconds(transaction, limit, address, now);
    if (retryAfter > 0) return { ...refuse('too-many-attempts'), retryAfter };
    if (await countAttempt(transaction, limit, address, now))
      deps.log('alarm', 'password-guessed', { device: deviceId });
    return desk;
  });
  if (before.kind === 'refused') return before;
  const right = await stepIn(deps, box, before, { password, code });
  if (right === null) return refuse('no-match');

  return deps.store.write(async (transaction): Promise<SessionOutcome<SessionState>> => {
    const desk = await openDesk(deps, transaction, deviceId, carried);
    if (desk.kind === 'refused') return desk;
    const { account } = desk;
    // Changed or taken away since it was looked at: what was right then is not now.
    if (account.password_hash !== before.account.password_hash) return refuse('no-match');
    if ((await transaction.account.takeStep(account.account_id, right.step)) === 0) return refuse('no-match');
    await takeBackAttempt(transaction, triesOf(account.account_id), address);
    const isConfirming = ceremony === 'confirm';
    return enter(deps, transaction, {
      desk,
      carried,
      nonce,
      isConfirming,
      method: 'password',
      credentialId: null,
    });
  });
}

type Told = SessionOutcome<{ v: 1; nonce: string; uri?: string }>;

/** The first step: a secret for the person's app, kept until the app shows that it has it. */
async function offerSecret(
  deps: CoreDeps,
  box: SecretBox,
  { deviceId, desk, password, nonce }: { deviceId: string; desk: Desk; password: string; nonce: string },
): Promise<Told> {
  const secret = newCodeSecret(deps.chance);
  const sealed = await box.seal(secret);
  await deps.store.write((transaction) =>
    transaction.ceremony.put({
      device_id: deviceId,
      purpose: PURPOSE,
      account_id: desk.account.account_id,
      // The same password again, with the code: nobody slips in another between the two.
      challenge_hash: hashTextNow(`${sealed} ${password}`),
      secret: sealed,
      expires_at: deps.clock.now() + SETTING_MS,
    }),
  );
  return { kind: 'answered', response: { v: 1, nonce, uri: codeAddress(secret, desk.account.name) } };
}

export async function setPassword(
  deps: CoreDeps,
  box: SecretBox,
  asking: Asking,
  { password, code, nonce }: NewPasswordRequest,
): Promise<Told> {
  const asked = await askedBy(deps, asking);
  if (asked.kind === 'refused') return asked;
  const { deviceId } = asked;
  const { carried } = asking;
  const { desk, begun } = await deps.store.read(async (tables) => ({
    desk: await openDesk(deps, tables, deviceId, carried),
    begun: await tables.ceremony.find(deviceId, PURPOSE),
  }));
  if (desk.kind === 'refused') return desk;
  if (desk.session === null) return refuse('sign-in');
  if (hasWays(desk) && !isConfirmed(desk.session, deps.clock.now())) return refuse('step-up');
  if (isWeakPassword(password, [desk.account.name])) return refuse('not-allowed');
  if (code === undefined) return offerSecret(deps, box, { deviceId, desk, password, nonce });

  if (begun === undefined || begun.secret === null || deps.clock.now() >= begun.expires_at)
    return refuse('no-match');
  const { secret: sealed, challenge_hash } = begun;
  const secret = await box.open(sealed);
  const step =
    secret === null || hashTextNow(`${sealed} ${password}`) !== challenge_hash
      ? null
      : stepOf(code, { secret, now: deps.clock.now(), afterStep: 0 });
  if (step === null) return refuse('no-match');
  const password_hash = await hashPassword(password);
  return deps.store.write(async (transaction): Promise<Told> => {
    const now = deps.clock.now();
    const again = await openDesk(deps, transaction, deviceId, carried);
    if (again.kind === 'refused') return again;
    if (again.session === null) return refuse('sign-in');
    if (hasWays(again) && !isConfirmed(again.session, now)) return refuse('step-up');
    if ((await transaction.ceremony.take(deviceId, PURPOSE, challenge_hash)) === 0) return refuse('no-match');
    const { account_id } = again.account;
    await transaction.account.setPassword(account_id, {
      password_hash,
      totp_secret: sealed,
      totp_step: step,
      password_at: now,
    });
    // Whoever came in by the password before this one comes in anew.
    await transaction.session.endByPassword(account_id, now);
    await transaction.session.confirm(again.session.session_hash, now);
    await logServerEntry(deps, transaction, 'server.password', {
      device: deviceId,
      account: account_id,
      act: 'set',
    });
    return { kind: 'answered', response: { v: 1, nonce } };
  });
}
