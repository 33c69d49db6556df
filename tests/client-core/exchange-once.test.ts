/** One exchange against answers a test makes up: what is believed, what is written down, what is asked again. */
import { expect, test } from 'vitest';
import type { Problem } from '#protocol/problem.ts';
import type { ExchangeRequest, ExchangeResponse } from '#protocol/exchange.ts';
import type { ReceiptClaims } from '#protocol/receipt.ts';
import { createMemoryStore } from '#client/db/memory-store.ts';
import type { EngineStore } from '#client/db/engine-store.ts';
import { dropSafe } from '#client/db/rare/drop-safe.ts';
import { createBudget, type Budget } from '#client/sync/budget.ts';
import { exchangeOnce, type ExchangeContext, type ExchangeOutcome } from '#client/sync/exchange-once.ts';
import { seal } from '#client/sync/seal.ts';
import type { Reply, Standing, Transport } from '#client/sync/transport.ts';
import { ASSESSMENT, handClock, seededChance } from './makers.ts';

const DEVICE = 'd'.repeat(43);
const EPOCH = '11111111-1111-4111-8111-111111111111';

interface Talk {
  asked: { request: ExchangeRequest; standing: Standing }[];
  outcome: ExchangeOutcome;
}

/** Seals `texts`, then exchanges once with the answers in turn. */
async function talk(
  store: EngineStore,
  answers: ((request: ExchangeRequest) => Promise<Reply<ExchangeResponse>>)[],
  claims: Partial<ReceiptClaims> | null = {},
): Promise<Talk> {
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ]);
  const asked: Talk['asked'] = [];
  const transport: Transport = {
    exchange: async (request, standing) => {
      asked.push({ request, standing });
      const next = answers.shift();
      if (next === undefined) throw new Error('asked once too often');
      return next(request);
    },
    enrol: () => Promise.reject(new Error('unused')),
    read: () => Promise.reject(new Error('unused')),
  };
  const context: ExchangeContext = {
    store,
    transport,
    clock: handClock(),
    chance: seededChance(1),
    budget: quickBudget(),
    identity: { deviceId: DEVICE, keys, jwk: { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' } },
    communeId: 'binh-thuan',
    readReceipt: async (receipt) => (claims === null ? null : { ...JSON.parse(receipt), ...claims }),
    device: async () => ({ persisted: true, build: 'test' }),
  };
  return { outcome: await exchangeOnce(context), asked };
}

/** A line that was quick a moment ago: rows ride with an acknowledgement. */
const quickBudget = (): Budget => ({ ...createBudget(), isQuick: () => true });

async function withComments(...texts: string[]): Promise<EngineStore> {
  const store = createMemoryStore();
  for (const text of texts)
    await seal({ store, clock: handClock(), chance: seededChance(2), by: 'officer' }, async () => ({
      intent: { kind: 'comment.add', args: { assessmentId: ASSESSMENT, text } },
    }));
  return store;
}

/** A commune that took everything up to `lastSeq`, and says so truthfully. */
const took =
  (store: EngineStore, lastSeq: number, over: Partial<ExchangeResponse> = {}) =>
  async (request: ExchangeRequest): Promise<Reply<ExchangeResponse>> => {
    const chain = (await store.chainAt(lastSeq)) ?? 'z'.repeat(43);
    const epoch = over.epoch ?? EPOCH;
    const value: ExchangeResponse = {
      v: 1,
      nonce: request.nonce,
      epoch,
      time: 5000,
      challenge: 'c'.repeat(22),
      lastSeq,
      chain,
      safeSeq: 0,
      results: request.ops.map(() => ({ verdict: 'applied' })),
      rows: [],
      cursors: {},
      more: false,
      evict: [],
      reset: [],
      receipt: '',
      ...over,
    };
    const receipt = {
      commune: 'binh-thuan',
      device: DEVICE,
      lastSeq: value.lastSeq,
      chain: value.chain,
      epoch,
    };
    return { kind: 'answered', value: { ...value, receipt: JSON.stringify(receipt) } };
  };
const refuse =
  (code: Problem['code'], more: Partial<Problem> = {}) =>
  async (): Promise<Reply<ExchangeResponse>> => ({
    kind: 'refused',
    problem: { type: 'about:blank', title: '', status: 400, code, ...more },
  });

test('what the commune took is settled', async () => {
  const store = await withComments('a', 'b');
  const { outcome, asked } = await talk(store, [took(store, 2)]);
  expect(outcome).toEqual({ kind: 'settled', isDone: true, isStuck: false });
  expect(asked[0]?.standing).toMatchObject({ counter: 1, lastSeq: 2, chain: await store.chainAt(2) });
  expect(await store.counts()).toEqual({ made: 2, waiting: 0, setAside: 0 });
});

test.each<[string, Partial<ReceiptClaims> | null]>([
  ['not signed by the commune', null],
  ['of another device', { device: 'e'.repeat(43) }],
  ['of another commune', { commune: 'khac' }],
  ['over another sequence', { lastSeq: 1 }],
  ['over another chain', { chain: 'y'.repeat(43) }],
  ['of another life', { epoch: '22222222-2222-4222-8222-222222222222' }],
])('a receipt %s acknowledges nothing', async (_what, claims) => {
  const store = await withComments('a', 'b');
  const before = await store.state();
  const { outcome } = await talk(store, [took(store, 2)], claims);
  expect(outcome).toEqual({ kind: 'unreachable', reason: 'captivePortal' });
  expect(await store.state()).toEqual({ ...before, counter: 1 });
  expect(await store.receipts()).toEqual([]);
});

test('a genuine answer about another history is a fork: nothing is settled, everything is kept', async () => {
  const store = await withComments('a');
  for (const other of [took(store, 1, { chain: 'y'.repeat(43) }), took(store, 4)]) {
    expect((await talk(store, [other])).outcome).toMatchObject({ kind: 'forked', epoch: EPOCH });
    expect((await store.counts()).waiting).toBe(1);
  }
});

test('a stale challenge is answered at once, with the fresh one and a higher counter', async () => {
  const store = await withComments('a');
  const fresh = 'f'.repeat(22);
  const { outcome, asked } = await talk(store, [
    refuse('stale-challenge', { challenge: fresh }),
    took(store, 1),
  ]);
  expect(outcome.kind).toBe('settled');
  expect(asked.map(({ standing }) => [standing.counter, standing.challenge])).toEqual([
    [1, ''],
    [2, fresh],
  ]);
  const stubborn = await talk(store, [
    refuse('stale-challenge', { challenge: fresh }),
    refuse('stale-challenge'),
  ]);
  expect(stubborn.outcome).toEqual({ kind: 'busy', retryAfterMs: null, problem: 'stale-challenge' });
});

test.each<[Problem['code'], ExchangeOutcome['kind']]>([
  ['device-unknown', 'lockedOut'],
  ['device-revoked', 'lockedOut'],
  ['device-pending', 'busy'],
  ['busy', 'busy'],
  ['server-error', 'busy'],
])('%s leaves the outbox alone and is %s', async (code, kind) => {
  const store = await withComments('a');
  const { outcome } = await talk(store, [refuse(code, { retryAfter: 7 })]);
  expect(outcome.kind).toBe(kind);
  expect(await store.counts()).toEqual({ made: 1, waiting: 1, setAside: 0 });
});

test('a counter the commune has seen is skipped over in doubling steps, and only while that is the fault', async () => {
  const store = await withComments('a');
  const replayed = refuse('proof-replayed');
  const { outcome, asked } = await talk(store, [replayed, replayed, replayed, replayed, took(store, 1)]);
  expect(outcome.kind).toBe('settled');
  expect(asked.map(({ standing }) => standing.counter)).toEqual([1, 3, 7, 15, 31]);
  const endless = await talk(
    store,
    Array.from({ length: 40 }, () => replayed),
  );
  expect(endless.outcome).toEqual({ kind: 'busy', retryAfterMs: null, problem: 'proof-replayed' });
  expect(endless.asked.length).toBeLessThan(30);
});

test('after a restore the phone rewinds and its next exchange brings back what is missing', async () => {
  const store = await withComments('a', 'b', 'c');
  await talk(store, [took(store, 3)]);
  const restored = { epoch: '22222222-2222-4222-8222-222222222222', results: [] };
  expect((await talk(store, [took(store, 1, restored)])).outcome).toMatchObject({
    kind: 'settled',
    isDone: false,
  });
  const { asked } = await talk(store, [took(store, 3, { epoch: restored.epoch })]);
  expect(asked[0]?.request).toMatchObject({ firstSeq: 2, epoch: restored.epoch });
  expect(asked[0]?.request.ops.length).toBe(2);
});

test('a commune that lacks what this phone has deleted holds another history', async () => {
  const store = await withComments('a', 'b', 'c');
  const asked = async (lastSeq: number) => (await talk(store, [took(store, lastSeq)])).outcome;
  await talk(store, [took(store, 3, { safeSeq: 2 })]);
  await dropSafe(store.tables, Date.UTC(2025, 10, 9));
  expect((await store.state()).floorSeq).toBe(2);
  // Control: at the floor there is nothing it could not hand in again.
  expect((await asked(2)).kind).toBe('settled');
  expect((await asked(1)).kind).toBe('forked');
});

test('rows wait while much goes up, and a row this build cannot read stops nothing', async () => {
  const store = await withComments('x'.repeat(1900), ...Array.from({ length: 9 }, () => 'y'.repeat(1900)));
  const first = await talk(store, [took(store, 10)]);
  expect(first.asked[0]?.request.pull.maxBytes).toBe(0);
  expect(first.outcome).toEqual({ kind: 'settled', isDone: false, isStuck: false });
  const scope = 'public';
  const id = ASSESSMENT;
  const comment = { id, assessmentId: id, text: 'x', byName: 'y', byRole: 'officer', at: 1 };
  const rows = [
    { scope, entity: 'hologram', id, rev: 1, value: {} },
    { scope, entity: 'comment', id: 'broken', rev: 2, value: { text: 1 } },
    { scope, entity: 'comment', id, rev: 3, value: comment },
  ];
  const second = await talk(store, [took(store, 10, { rows, cursors: { public: 3 } })]);
  expect(second.asked[0]?.request.pull.maxBytes).toBeGreaterThan(0);
  expect(second.outcome).toMatchObject({ isDone: true });
  expect((await store.rows('comment')).map((row) => row.value)).toEqual([comment]);
  expect((await store.state()).cursors).toEqual({ public: 3 });
});

test('a commune that takes nothing of what waits is busy, not asked in circles', async () => {
  const store = await withComments('a');
  const { outcome } = await talk(store, [
    took(store, 0, { results: [{ verdict: 'retry', code: 'DISK_FULL' }] }),
  ]);
  expect(outcome).toMatchObject({ kind: 'settled', isStuck: true, isDone: false });
});

test('too large halves what the next exchange carries', async () => {
  const budget = createBudget();
  const full = budget.bytes();
  budget.choked();
  expect(budget.bytes()).toBe(full / 2);
  for (let flow = 0; flow < 100; flow++) budget.flowed(1);
  expect(budget.bytes()).toBe(full);
  for (let choke = 0; choke < 100; choke++) budget.choked();
  expect(budget.bytes()).toBe(4096);
});
