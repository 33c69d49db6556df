/**
 * A passkey as a lock: the phone's own finger, face or pattern gives 32 secret bytes for our salt (WebAuthn PRF), with no
 * network and no server. Nothing of it is ever sent; it has nothing to do with an officer's session.
 */
import type { LockWay } from '#client/db/lock-store.ts';
import type { Chance } from '#protocol/ids.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type PasskeyWay = Extract<LockWay, { kind: 'passkey' }>;

export type Asked<T> =
  | { kind: 'given'; value: T }
  /** The person put the question away, or nobody answered. */
  | { kind: 'cancelled' }
  /** This phone's passkeys have no secret to give: a PIN does. */
  | { kind: 'unfit' };

const ASK_MS = 60_000;
const own = (bytes: Uint8Array): Bytes => new Uint8Array(bytes);

/** Does this browser make passkeys with the phone's own lock at all? Whether one has a secret shows when it is made. */
export async function mayHavePasskey(): Promise<boolean> {
  if (!('PublicKeyCredential' in globalThis)) return false;
  return PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable();
}

function secretOf(credential: Credential | null): Bytes | null {
  if (!(credential instanceof PublicKeyCredential)) return null;
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (first === undefined) return null;
  return ArrayBuffer.isView(first)
    ? own(new Uint8Array(first.buffer, first.byteOffset, first.byteLength))
    : own(new Uint8Array(first));
}

async function asking<T>(ask: () => Promise<T>): Promise<Asked<T>> {
  try {
    return { kind: 'given', value: await ask() };
  } catch (error) {
    if (error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'AbortError'))
      return { kind: 'cancelled' };
    if (error instanceof DOMException && ['NotSupportedError', 'ConstraintError'].includes(error.name))
      return { kind: 'unfit' };
    throw error;
  }
}

/** Asks the phone for the secret of this lock. */
export async function secretFor({ credentialId, salt }: PasskeyWay, chance: Chance): Promise<Asked<Bytes>> {
  const asked = await asking(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: own(chance.bytes(32)),
        allowCredentials: [{ type: 'public-key', id: credentialId }],
        userVerification: 'required',
        timeout: ASK_MS,
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  );
  if (asked.kind !== 'given') return asked;
  const secret = secretOf(asked.value);
  return secret === null ? { kind: 'unfit' } : { kind: 'given', value: secret };
}

/** Makes a passkey for one profile and asks its secret: at once where the phone gives it, else by a second question. */
export async function makePasskey(
  title: string,
  chance: Chance,
): Promise<Asked<{ way: PasskeyWay; secret: Bytes }>> {
  const salt = own(chance.bytes(32));
  const asked = await asking(() =>
    navigator.credentials.create({
      publicKey: {
        rp: { name: 'Thi đua số' },
        user: { id: own(chance.bytes(16)), name: title, displayName: title },
        challenge: own(chance.bytes(32)),
        pubKeyCredParams: [
          { type: 'public-key', alg: -7 },
          { type: 'public-key', alg: -257 },
        ],
        authenticatorSelection: {
          authenticatorAttachment: 'platform',
          residentKey: 'preferred',
          userVerification: 'required',
        },
        timeout: ASK_MS,
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  );
  if (asked.kind !== 'given') return asked;
  const credential = asked.value;
  if (!(credential instanceof PublicKeyCredential)) return { kind: 'unfit' };
  if (credential.getClientExtensionResults().prf?.enabled !== true) return { kind: 'unfit' };
  const way: PasskeyWay = { kind: 'passkey', credentialId: new Uint8Array(credential.rawId), salt };
  const atOnce = secretOf(credential);
  if (atOnce !== null) return { kind: 'given', value: { way, secret: atOnce } };
  const second = await secretFor(way, chance);
  return second.kind === 'given' ? { kind: 'given', value: { way, secret: second.value } } : second;
}
