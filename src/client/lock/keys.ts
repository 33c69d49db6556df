/**
 * The key of a profile and what wraps it. The profile's key is random and never typed; the PIN, or the passkey's own
 * secret (WebAuthn PRF), only opens its wrapping. WebCrypto throughout; what the cipher of the rows needs leaves it as
 * bytes, because IndexedDB does not wait for WebCrypto (`db/vault.ts`).
 */
import type { LockWay } from '#client/db/lock-store.ts';
import { VAULT_KEY_BYTES } from '#client/db/vault.ts';
import type { Chance } from '#protocol/ids.ts';

export const PIN_DIGITS = 6;
/** OWASP's figure for PBKDF2 with SHA-256. */
export const PIN_ROUNDS = 600_000;
const SALT_BYTES = 32;
const NONCE_BYTES = 12;
const AES = { name: 'AES-GCM', length: 256 } as const;

type Bytes = Uint8Array<ArrayBuffer>;

const own = (bytes: Uint8Array): Bytes => new Uint8Array(bytes);

/** `short`: not six digits · `guessable`: among the first anybody tries. */
export function pinFault(pin: string): 'short' | 'guessable' | null {
  const digits = Array.from(pin, Number);
  if (pin.length !== PIN_DIGITS || digits.some((digit) => !Number.isInteger(digit))) return 'short';
  const steps = digits.slice(1).map((digit, index) => digit - (digits[index] ?? 0));
  const isRun = steps.every((step) => step === steps[0]) && Math.abs(steps[0] ?? 2) <= 1;
  const isTwice = pin.slice(0, 3) === pin.slice(3);
  return isRun || isTwice || new Set(digits).size <= 2 ? 'guessable' : null;
}

export const newPinWay = (chance: Chance): Extract<LockWay, { kind: 'pin' }> => ({
  kind: 'pin',
  salt: own(chance.bytes(SALT_BYTES)),
  rounds: PIN_ROUNDS,
});

/** PBKDF2-SHA-256: a third of a second on a desk, a second and more on an old phone. */
export async function keyOfPin(
  pin: string,
  { salt, rounds }: Extract<LockWay, { kind: 'pin' }>,
): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, [
    'deriveKey',
  ]);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return crypto.subtle.deriveKey(how, typed, AES, false, ['encrypt', 'decrypt']);
}

/** From the 32 bytes a passkey gives for this salt alone. */
export async function keyOfSecret(secret: Bytes, salt: Bytes): Promise<CryptoKey> {
  const given = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const info = new TextEncoder().encode('thidua khoa 1');
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info };
  return crypto.subtle.deriveKey(how, given, AES, false, ['encrypt', 'decrypt']);
}

export const newProfileKey = (chance: Chance): Bytes => own(chance.bytes(VAULT_KEY_BYTES));

export async function wrap(profileKey: Bytes, by: CryptoKey, chance: Chance): Promise<Bytes> {
  const iv = own(chance.bytes(NONCE_BYTES));
  const box = await crypto.subtle.encrypt({ name: AES.name, iv }, by, profileKey);
  const wrapped = new Uint8Array(NONCE_BYTES + box.byteLength);
  wrapped.set(iv);
  wrapped.set(new Uint8Array(box), NONCE_BYTES);
  return wrapped;
}

/** null: another PIN or passkey wrapped it. */
export async function unwrap(wrapped: Bytes, by: CryptoKey): Promise<Bytes | null> {
  const iv = wrapped.slice(0, NONCE_BYTES);
  try {
    const key = await crypto.subtle.decrypt({ name: AES.name, iv }, by, wrapped.slice(NONCE_BYTES));
    return new Uint8Array(key);
  } catch {
    // WebCrypto tells no more than that it does not fit.
    return null;
  }
}
