/**
 * The commune's own keys, made at the first start and kept beside the database, never in it: one signs receipts, one
 * reads what was encrypted to the commune (rescue files, backups). Of the recovery key only the public half is kept: the
 * other is printed once.
 */
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { exportJWK, generateKeyPair, importJWK, type CryptoKey } from 'jose';
import { z } from '#domain/zod.ts';
import { publicJwkSchema, type PublicJwk } from '#protocol/enrol.ts';

export interface CommuneKeys {
  publicJwk: PublicJwk;
  privateKey: CryptoKey;
  /** `AGE-SECRET-KEY-1…` of the server: reads rescue files and backups. */
  identity: string;
  /** What files for the commune are encrypted to. */
  recipient: string;
  /** Second recipient of every backup. */
  recoveryRecipient: string;
  /** Only at the first start: to be printed once and forgotten. */
  recoveryIdentity?: string;
}

const coordinate = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
const storedJwkSchema = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: coordinate,
  y: coordinate,
  d: coordinate,
});
type StoredJwk = z.infer<typeof storedJwkSchema>;

async function importSigningKey(jwk: StoredJwk): Promise<Pick<CommuneKeys, 'publicJwk' | 'privateKey'>> {
  const privateKey = await importJWK({ ...jwk, alg: 'ES256' }, 'ES256');
  if (privateKey instanceof Uint8Array) throw new TypeError('not an EC key');
  const { kty, crv, x, y } = jwk;
  return { publicJwk: publicJwkSchema.parse({ kty, crv, x, y }), privateKey };
}

async function makeJwk(): Promise<StoredJwk> {
  const pair = await generateKeyPair('ES256', { extractable: true });
  return storedJwkSchema.parse(await exportJWK(pair.privateKey));
}

const recipientOf = async (identity: string) => ({
  identity,
  recipient: await identityToRecipient(identity),
});

/** Keys that live as long as the process. */
export async function createKeys(): Promise<CommuneKeys> {
  const recoveryIdentity = await generateX25519Identity();
  return {
    ...(await importSigningKey(await makeJwk())),
    ...(await recipientOf(await generateX25519Identity())),
    recoveryIdentity,
    recoveryRecipient: await identityToRecipient(recoveryIdentity),
  };
}

const readIfThere = async (file: string): Promise<string | null> => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
};

/** Written beside and renamed: a crash in between leaves no half key behind. */
async function writeWhole(file: string, text: string): Promise<string> {
  await writeFile(`${file}.new`, text, { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
  return text;
}

/** Names of the files in the keys' folder; a backup carries all of them. */
export const keyFiles = ['commune.jwk.json', 'server.age.txt', 'recovery.recipient.txt'] as const;

/** Loads the keys in `dir`, or makes them there, readable by the owner alone. */
export async function loadKeys(dir: string): Promise<CommuneKeys> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  await chmod(dir, 0o700);
  const [jwkFile, identityFile, recoveryFile] = keyFiles.map((name) => join(dir, name));
  if (jwkFile === undefined || identityFile === undefined || recoveryFile === undefined)
    throw new Error('a key without a file');
  const jwk = (await readIfThere(jwkFile)) ?? (await writeWhole(jwkFile, JSON.stringify(await makeJwk())));
  const identity =
    (await readIfThere(identityFile)) ?? (await writeWhole(identityFile, await generateX25519Identity()));
  const keys = {
    ...(await importSigningKey(storedJwkSchema.parse(JSON.parse(jwk)))),
    ...(await recipientOf(identity.trim())),
  };
  const recoveryRecipient = await readIfThere(recoveryFile);
  if (recoveryRecipient !== null) return { ...keys, recoveryRecipient: recoveryRecipient.trim() };
  const recoveryIdentity = await generateX25519Identity();
  const recipient = await writeWhole(recoveryFile, await identityToRecipient(recoveryIdentity));
  return { ...keys, recoveryRecipient: recipient, recoveryIdentity };
}
