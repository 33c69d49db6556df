/** The commune's own key: it signs receipts. Made at the first start, kept beside the database, never in it. */
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type CryptoKey } from 'jose';
import { z } from '#domain/zod.ts';
import { publicJwkSchema, type PublicJwk } from '#protocol/enrol.ts';

export interface CommuneKeys {
  publicJwk: PublicJwk;
  privateKey: CryptoKey;
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

async function importKeys(jwk: StoredJwk): Promise<CommuneKeys> {
  const privateKey = await importJWK({ ...jwk, alg: 'ES256' }, 'ES256');
  if (privateKey instanceof Uint8Array) throw new TypeError('not an EC key');
  const { kty, crv, x, y } = jwk;
  return { publicJwk: publicJwkSchema.parse({ kty, crv, x, y }), privateKey };
}

async function makeJwk(): Promise<StoredJwk> {
  const pair = await generateKeyPair('ES256', { extractable: true });
  return storedJwkSchema.parse(await exportJWK(pair.privateKey));
}

/** Keys that live as long as the process. */
export const createKeys = async (): Promise<CommuneKeys> => importKeys(await makeJwk());

const readIfThere = async (file: string): Promise<string | null> => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
};

/** Loads the key in `dir`, or makes it there, readable by the owner alone. */
export async function loadKeys(dir: string): Promise<CommuneKeys> {
  const file = join(dir, 'commune.jwk.json');
  const stored = await readIfThere(file);
  if (stored !== null) return importKeys(storedJwkSchema.parse(JSON.parse(stored)));
  await mkdir(dir, { recursive: true, mode: 0o700 });
  await chmod(dir, 0o700);
  const jwk = await makeJwk();
  // Written beside and renamed: a crash in between leaves no half key behind.
  await writeFile(`${file}.new`, JSON.stringify(jwk), { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
  return importKeys(jwk);
}
