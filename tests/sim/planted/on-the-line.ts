/** A stranger's answer, dressed up as the commune's. */
import { base64url } from 'jose';
import { exchangeRequestSchema, type ExchangeResponse } from '#protocol/exchange.ts';
import { proofClaimsSchema, proofDevice } from '#protocol/proof.ts';
import { signReceipt } from '#protocol/receipt.ts';
import type { SimServer } from '../server.ts';
import { COMMUNE } from '../village.ts';
import type { Asked } from './planted.ts';

/** "All received", for exactly what was sent; signed with `key`. Null when nothing was asked that could be answered so. */
export async function believable(
  { body, proof }: Asked,
  server: SimServer,
  key: CryptoKey,
): Promise<Response | null> {
  const device = proofDevice(proof);
  if (!body.startsWith('{"v":1,"nonce"') || device === null) return null;
  const request = exchangeRequestSchema.safeParse(JSON.parse(body));
  if (!request.success) return null;
  const payload = new TextDecoder().decode(base64url.decode(proof.split('.')[1] ?? ''));
  const { lastSeq, chain } = proofClaimsSchema.parse(JSON.parse(payload));
  const { nonce, epoch, ops, pull } = request.data;
  const time = server.clock.now();
  const receipt = await signReceipt(
    { commune: COMMUNE, device, lastSeq, chain, epoch, time, auditHead: chain },
    key,
  );
  const value: ExchangeResponse = {
    v: 1,
    nonce,
    epoch,
    time,
    challenge: '',
    lastSeq,
    chain,
    safeSeq: 0,
    results: ops.map(() => ({ verdict: 'applied', rev: 1 })),
    rows: [],
    cursors: pull.cursors,
    more: false,
    evict: [],
    reset: [],
    receipt,
  };
  return Response.json(value);
}
