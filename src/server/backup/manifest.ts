/**
 * What an archive says of itself. It stands first in part (whose it is) and last in full: how many rows of each table,
 * and the hash of every member, signed with the commune's own key. Encryption says who may read, this says who wrote.
 */
import { calculateJwkThumbprint, compactVerify, CompactSign, type CryptoKey } from 'jose';
import { z } from '#domain/zod.ts';
import type { PublicJwk } from '#protocol/enrol.ts';
import { epochSchema } from '#protocol/exchange.ts';
import { hashSchema, utf8 } from '#protocol/hash.ts';
import { communeIdSchema, deviceIdSchema, uuidSchema } from '#protocol/ids.ts';

export const ARCHIVE_FORMAT = 1;

/** First member: enough to open the scratch store that takes the rows in. */
export const archiveHeadSchema = z.strictObject({
  format: z.literal(ARCHIVE_FORMAT),
  commune: communeIdSchema,
  backup: uuidSchema,
  madeAt: z.int(),
  /** Migrations behind the rows. */
  schema: z.int(),
  /** Thumbprint of the key the manifest is signed with. */
  key: hashSchema,
});
export type ArchiveHead = z.infer<typeof archiveHeadSchema>;

const count = z.int().check(z.gte(0));
export const manifestSchema = z.strictObject({
  ...archiveHeadSchema.shape,
  epoch: epochSchema,
  rev: count,
  auditHead: hashSchema,
  /** Rows by table. */
  tables: z.record(z.string(), count),
  members: z.array(z.strictObject({ name: z.string(), bytes: count, sha256: hashSchema })),
  /** How far each device's sequence goes. */
  devices: z.array(z.strictObject({ device: deviceIdSchema, lastSeq: count })),
});
export type Manifest = z.infer<typeof manifestSchema>;

const MANIFEST_TYPE = 'thidua-backup+jws';
const JOURNAL_TYPE = 'thidua-journal+jws';

const sign = (text: string, typ: string, key: CryptoKey): Promise<string> =>
  new CompactSign(utf8(text)).setProtectedHeader({ alg: 'ES256', typ }).sign(key);

async function signedText(signed: string, typ: string, key: CryptoKey): Promise<string | null> {
  try {
    const { payload, protectedHeader } = await compactVerify(signed, key, { algorithms: ['ES256'] });
    return protectedHeader.typ === typ ? new TextDecoder().decode(payload) : null;
  } catch {
    return null;
  }
}

export const signManifest = (manifest: Manifest, key: CryptoKey): Promise<string> =>
  sign(JSON.stringify(manifest), MANIFEST_TYPE, key);

/** Whoever can write into the folder of the archives must not be able to enrol or revoke anybody. */
export const signJournal = (text: string, key: CryptoKey): Promise<string> => sign(text, JOURNAL_TYPE, key);
export const signedJournal = (signed: string, key: CryptoKey): Promise<string | null> =>
  signedText(signed, JOURNAL_TYPE, key);

/** The manifest, if this key signed it; otherwise null. */
export async function verifyManifest(signed: string, key: CryptoKey): Promise<Manifest | null> {
  const text = await signedText(signed, MANIFEST_TYPE, key);
  if (text === null) return null;
  const parsed = manifestSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}

/** By what a key is known on paper and in a manifest. */
export const keyMark = (jwk: PublicJwk): Promise<string> => calculateJwkThumbprint(jwk);
