/** One example of each message; a test reads them with the wire schemas. The keys and hashes are of no real device. */
import type { EnrolRequest, EnrolResponse } from '#protocol/enrol.ts';
import type { ExchangeRequest, ExchangeResponse } from '#protocol/exchange.ts';
import { CHAIN_START } from '#protocol/hash.ts';
import type { Hello, ReceiptState } from '#protocol/public.ts';
import type { SlipsRequest, SlipsResponse } from '#protocol/slips.ts';

const nonce = 'c2FtcGxlLW5vbmNlLTAwMQ';
const epoch = '0199c0de-0000-7000-8000-000000000001';
const challenge = 'c2FtcGxlLWNoYWxsZW5nZQ';
const jwk = {
  kty: 'EC',
  crv: 'P-256',
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
} as const;

const comment =
  '{"args":{"assessmentId":"6f1c7b1e-6c0a-5d5e-9a51-7d6f3f2b9c40","text":"Đã bổ sung ảnh."},"by":"hamletHead",' +
  '"claimedAt":1762900000000,"clockOff":0,"kind":"comment.add","opId":"0199c0de-0000-7000-8000-000000000002",' +
  '"salt":"c2FtcGxlLXNhbHQtMDAwMQ","v":1}';

export const examples = {
  enrolRequest: {
    v: 1,
    nonce,
    code: 'K3QF72MA7B',
    jwk,
    installationId: 'c2FtcGxlLWluc3RhbGwtMQ',
    label: 'Samsung A10',
  } satisfies EnrolRequest,
  enrolResponse: {
    v: 1,
    nonce,
    communeId: 'binh-thuan.thai-nguyen',
    deviceId: 'oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U',
    role: 'hamletHead',
    binding: { kind: 'hamlet', id: '0199c0de-0000-7000-8000-000000000003' },
    by: 'hamletHead',
    title: 'Xóm Chùa 9',
    assessmentId: '6f1c7b1e-6c0a-5d5e-9a51-7d6f3f2b9c40',
    scopes: ['public', 'hamlet:0199c0de-0000-7000-8000-000000000003'],
    epoch,
    challenge,
    time: 1762900000000,
    communeJwk: jwk,
    recipient: 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p',
  } satisfies EnrolResponse,
  exchangeRequest: {
    v: 1,
    nonce,
    epoch,
    firstSeq: 1,
    ops: [comment],
    pull: { cursors: { public: 0 }, maxBytes: 65536 },
  } satisfies ExchangeRequest,
  exchangeResponse: {
    v: 1,
    nonce,
    epoch,
    time: 1762900000000,
    challenge,
    lastSeq: 1,
    chain: CHAIN_START,
    safeSeq: 0,
    results: [{ verdict: 'applied', rev: 42 }],
    rows: [],
    cursors: { public: 42 },
    more: false,
    evict: [],
    reset: [],
    receipt: 'eyJhbGciOiJFUzI1NiIsInR5cCI6InRoaWR1YS1yZWNlaXB0K2p3cyJ9.e30.c2lnbmF0dXJl',
  } satisfies ExchangeResponse,
  hello: {
    v: 1,
    protocol: { min: 1, max: 1 },
    epoch,
    time: 1762900000000,
    limits: { operationBytes: 131072, exchangeBytes: 262144 },
  } satisfies Hello,
  receiptState: {
    v: 1,
    code: 'K3QF72MA7',
    state: 'received',
    channel: 'self',
    receivedAt: 1762900000000,
    superseded: false,
  } satisfies ReceiptState,
  slipsRequest: {
    v: 1,
    nonce,
    householdIds: ['0199c0de-0000-7000-8000-000000000004'],
  } satisfies SlipsRequest,
  slipsResponse: {
    v: 1,
    nonce,
    slips: [
      {
        householdId: '0199c0de-0000-7000-8000-000000000004',
        code: 'K3QF72MA7B',
        fragment: 's1.c2FtcGxlLXNlY3JldC0wMA.6f1c7b1e6c0a5d5e9a517d6f3f2b9c40.binh-thuan.thai-nguyen.C9-012',
      },
    ],
  } satisfies SlipsResponse,
} as const;
