/** Passwords and their one-time codes, read by the libraries alone. What is looked up in the store is `by-password.ts`. */
import { hash, verify } from '@node-rs/argon2';
import { generateSecret, generateURI, NobleCryptoPlugin, verifySync } from 'otplib';
import type { Chance } from '#protocol/ids.ts';

/** Argon2id with 19 MiB, as OWASP advises. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const STEP_S = 30;
const SECRET_BYTES = 20;
const ISSUER = 'Thi đua số';

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

let nobodys: { hash: Promise<string>; secret: string } | undefined;
/** For whoever has no password: checking takes the same work, and nothing fits. */
const nobody = (chance: Chance): { hash: Promise<string>; secret: string } =>
  (nobodys ??= {
    hash: hash(Buffer.from(chance.bytes(24)).toString('base64url'), cost),
    secret: newCodeSecret(chance),
  });

/** Base32. */
export function newCodeSecret(chance: Chance): string {
  const crypto = new NobleCryptoPlugin();
  crypto.randomBytes = (length) => chance.bytes(length);
  return generateSecret({ length: SECRET_BYTES, crypto });
}

/** What an authenticator app scans. */
export const codeAddress = (secret: string, name: string): string =>
  generateURI({ issuer: ISSUER, label: name, secret });

/** The time step whose code this is, one before and one after now included; null = of none, or not after `afterStep`. */
export function stepOf(
  code: string,
  { secret, now, afterStep }: { secret: string; now: number; afterStep: number },
): number | null {
  const found = verifySync({
    secret,
    token: code,
    epoch: Math.floor(now / 1000),
    epochTolerance: STEP_S,
    ...(afterStep > 0 && { afterTimeStep: afterStep }),
  });
  return found.valid && 'timeStep' in found ? found.timeStep : null;
}

/** Both are always looked at, so that a wrong one, the other wrong one, and nobody's take the same time. */
export async function checkPassword(
  { password, code }: { password: string; code: string },
  known: { hash: string; secret: string; afterStep: number } | null,
  { chance, now }: { chance: Chance; now: number },
): Promise<{ step: number } | null> {
  const against = known ?? { ...nobody(chance), afterStep: 0 };
  const isPassword = await verify(await against.hash, password, cost);
  const step = stepOf(code, { secret: against.secret, now, afterStep: against.afterStep });
  return known !== null && isPassword && step !== null ? { step } : null;
}
