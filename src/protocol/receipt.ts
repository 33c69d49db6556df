/**
 * The commune's receipt (`protocol.md` §4): signed over device, last sequence, chain, epoch, time and audit head. It is
 * the phone's proof that the commune holds exactly these operations, in this order.
 */
import { CompactSign, compactVerify, type CryptoKey } from 'jose';
import { z } from '#domain/zod.ts';
import { epochSchema } from './exchange.ts';
import { hashSchema, utf8 } from './hash.ts';
import { communeIdSchema, deviceIdSchema } from './ids.ts';

export const receiptClaimsSchema = z.strictObject({
  commune: communeIdSchema,
  device: deviceIdSchema,
  lastSeq: z.int().check(z.gte(0)),
  chain: hashSchema,
  epoch: epochSchema,
  time: z.int(),
  /** Head of the commune's operation log at that moment. */
  auditHead: hashSchema,
});
export type ReceiptClaims = z.infer<typeof receiptClaimsSchema>;

const RECEIPT_TYPE = 'thidua-receipt+jws';

export const signReceipt = (claims: ReceiptClaims, key: CryptoKey): Promise<string> =>
  new CompactSign(utf8(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'ES256', typ: RECEIPT_TYPE })
    .sign(key);

/** The claims, if the commune's key signed them; otherwise null. */
export async function verifyReceipt(receipt: string, communeKey: CryptoKey): Promise<ReceiptClaims | null> {
  try {
    const { payload, protectedHeader } = await compactVerify(receipt, communeKey, { algorithms: ['ES256'] });
    if (protectedHeader.typ !== RECEIPT_TYPE) return null;
    const claims = receiptClaimsSchema.safeParse(JSON.parse(new TextDecoder().decode(payload)));
    return claims.success ? claims.data : null;
  } catch {
    return null;
  }
}
