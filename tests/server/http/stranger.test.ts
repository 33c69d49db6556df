/**
 * A client written by somebody who has the OpenAPI document and nothing of ours: paths, header, schemas and rules are
 * taken from there, and only the platform's own crypto is used. If this breaks, the document no longer tells the truth.
 */
import {
  createHash,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { fromJSONSchema, z } from 'zod';
import { openFrontDoor, secretOf } from './front-door.ts';

const front = await openFrontDoor();
afterAll(() => front.close());

const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.object({
    schemas: z.record(z.string(), z.record(z.string(), z.unknown())),
    securitySchemes: z.object({ deviceProof: z.object({ name: z.string() }) }),
  }),
});
const text = await (await front.door('/api/v1/openapi.json', {})).text();
const document = documentSchema.parse(JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/')));

/** A reader made from a schema of the document alone. */
const readerOf = (name: string): z.ZodType =>
  fromJSONSchema({ ...document.components.schemas[name], $defs: document.components.schemas });

const b64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('base64url');
const nonce = (): string => b64(randomBytes(16));

class Stranger {
  readonly #key: KeyObject;
  readonly jwk: Record<string, unknown>;
  readonly id: string;
  #counter = 0;
  challenge = '';

  constructor() {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { crv, kty, x, y } = pair.publicKey.export({ format: 'jwk' });
    this.#key = pair.privateKey;
    this.jwk = { crv, kty, x, y };
    this.id = sha256(JSON.stringify(this.jwk));
  }

  /** "A compact JWS, alg ES256, typ thidua-proof+jws, kid the device id; the payload is ProofClaims." */
  async post(path: string, message: object, sent: { lastSeq: number; chain: string }): Promise<unknown> {
    const body = JSON.stringify(message);
    this.#counter += 1;
    const claims = {
      method: 'POST',
      path,
      body: sha256(body),
      counter: this.#counter,
      challenge: this.challenge,
      ...sent,
    };
    readerOf('ProofClaims').parse(claims);
    const header = { alg: 'ES256', typ: 'thidua-proof+jws', kid: this.id };
    const signed = [header, claims].map((part) => b64(Buffer.from(JSON.stringify(part)))).join('.');
    const signature = sign('sha256', Buffer.from(signed), { key: this.#key, dsaEncoding: 'ieee-p1363' });
    const reply = await front.door(path, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        [document.components.securitySchemes.deviceProof.name]: `${signed}.${b64(signature)}`,
      },
    });
    if (reply.status !== 200) throw new Error(await reply.text());
    return reply.json();
  }
}

const CHAIN_0 = b64(new Uint8Array(32));
const enrolled = z.object({
  assessmentId: z.string(),
  epoch: z.string(),
  challenge: z.string(),
  deviceId: z.string(),
  communeJwk: z.record(z.string(), z.unknown()),
});
const exchanged = z.object({
  lastSeq: z.number(),
  chain: z.string(),
  challenge: z.string(),
  receipt: z.string(),
  results: z.array(z.object({ verdict: z.string() })),
  rows: z.array(z.object({ entity: z.string(), value: z.unknown() })),
});

test('what anyone may read fits the schemas of the document', async () => {
  for (const [path, name] of [
    ['/api/v1/hello', 'Hello'],
    ['/api/v1/public/campaign', 'PublicCampaign'],
  ] as const) {
    expect(document.paths[path]).toBeDefined();
    const value: unknown = await (await front.door(path, {})).json();
    expect(readerOf(name).safeParse(value).success).toBe(true);
    // Control: the schema is not one that takes anything.
    expect(
      readerOf(name).safeParse({ ...z.record(z.string(), z.unknown()).parse(value), v: 2 }).success,
    ).toBe(false);
  }
  const problem: unknown = await (await front.door('/api/v1/public/receipts/000000000', {})).json();
  expect(readerOf('Problem').safeParse(problem).success).toBe(true);
});

test('a stranger enrols, sends an operation, reads its rows and checks the receipt', async () => {
  const code = secretOf((await front.core.firstLinks()).find(({ role }) => role === 'hamletHead'));
  const phone = new Stranger();
  const request = { v: 1, nonce: nonce(), code, jwk: phone.jwk, installationId: nonce(), label: 'Máy lạ' };
  expect(readerOf('EnrolRequest').safeParse(request).success).toBe(true);
  const welcome: unknown = await phone.post('/api/v1/enrol', request, { lastSeq: 0, chain: CHAIN_0 });
  expect(readerOf('EnrolResponse').safeParse(welcome).success).toBe(true);
  const { assessmentId, epoch, challenge, deviceId, communeJwk } = enrolled.parse(welcome);
  expect(deviceId).toBe(phone.id);
  phone.challenge = challenge;

  const opId = '0199c0de-0000-7000-8000-0000000000aa';
  const args = { assessmentId, text: 'Lời của máy lạ' };
  const operation = {
    args,
    by: 'x',
    claimedAt: 1,
    clockOff: 0,
    kind: 'comment.add',
    opId,
    salt: nonce(),
    v: 1,
  };
  expect(readerOf('Operation').safeParse(operation).success).toBe(true);
  const sealed = JSON.stringify(operation);
  const chain = sha256(
    Buffer.concat([Buffer.from(CHAIN_0, 'base64url'), Buffer.from(sha256(sealed), 'base64url')]),
  );
  const exchange = {
    v: 1,
    nonce: nonce(),
    epoch,
    firstSeq: 1,
    ops: [sealed],
    pull: { cursors: {}, maxBytes: 262_144 },
  };
  expect(readerOf('ExchangeRequest').safeParse(exchange).success).toBe(true);
  const answer: unknown = await phone.post('/api/v1/sync', exchange, { lastSeq: 1, chain });
  expect(readerOf('ExchangeResponse').safeParse(answer).success).toBe(true);
  const { results, rows, receipt, ...rest } = exchanged.parse(answer);
  expect(results).toMatchObject([{ verdict: 'applied' }]);
  expect(rest).toMatchObject({ lastSeq: 1, chain });
  expect(rows.length).toBeGreaterThan(3);
  for (const { entity, value } of rows)
    if (value !== null)
      expect([entity, readerOf(`Row.${entity}`).safeParse(value).success]).toEqual([entity, true]);

  const [header = '', payload = '', signature = ''] = receipt.split('.');
  const communeKey = createPublicKey({ key: communeJwk, format: 'jwk' });
  const isTrue = verify(
    'sha256',
    Buffer.from(`${header}.${payload}`),
    { key: communeKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
  expect(isTrue).toBe(true);
  expect(readerOf('ReceiptClaims').safeParse(claims).success).toBe(true);
  expect(claims).toMatchObject({ device: phone.id, lastSeq: 1, chain });
});
