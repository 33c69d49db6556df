/** What every store must do when key, sequence or base change under it. Both kinds run it. */
import { expect, test } from 'vitest';
import { digestOf } from '#protocol/digest.ts';
import { CHAIN_START, nextChain } from '#protocol/hash.ts';
import type { EngineStore } from '#client/db/engine-store.ts';
import type { Identity, OutboxRow } from '#client/db/model.ts';
import { balanceOf } from '#client/db/rare/balance.ts';
import { dropSafe } from '#client/db/rare/drop-safe.ts';
import { compareDigests, readAgain } from '#client/db/rare/rebuild.ts';
import { resealUnder } from '#client/db/rare/reseal.ts';
import { setApart } from '#client/db/rare/set-apart.ts';
import { seal } from '#client/sync/seal.ts';
import { ASSESSMENT, handClock, idMaker, seededChance } from './makers.ts';
import { HAMLET, aComment, aSettlement, settle } from './settlements.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const applied = { verdict: 'applied' } as const;

async function anIdentity(deviceId: string): Promise<Identity> {
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ]);
  return { deviceId, keys, jwk: { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' } };
}

let dice = 0;
const sealer = (store: EngineStore) => ({
  store,
  clock: handClock(),
  chance: seededChance((dice += 1)),
  by: 'hamletHead',
});
async function comments(store: EngineStore, ...texts: string[]): Promise<OutboxRow[]> {
  for (const text of texts)
    await seal(sealer(store), async () => ({
      intent: { kind: 'comment.add', args: { assessmentId: ASSESSMENT, text } },
    }));
  return store.outbox();
}
const submit = (store: EngineStore): Promise<OutboxRow | null> =>
  seal(sealer(store), async () => ({
    intent: {
      kind: 'assessment.submit',
      args: {
        assessmentId: ASSESSMENT,
        criteriaSet: 'hamlet@1',
        snapshot: { A1: true },
        bases: {},
        photos: [],
        selfScore: 100,
        signedOffBy: 'Ông Ánh',
      },
    },
  }));
async function expectOneChain(store: EngineStore): Promise<void> {
  let chain = CHAIN_START;
  const inSequence = (await store.outbox()).filter(({ seq }) => seq > 0);
  for (const [index, row] of inSequence.entries()) {
    chain = await nextChain(chain, row.hash);
    expect([row.seq, row.chain]).toEqual([index + 1, chain]);
  }
  expect(await store.state()).toMatchObject({ lastSeq: inSequence.length, lastChain: chain });
}
const told = ({ opId, text, hash }: OutboxRow) => ({ opId, text, hash });

export function standingContract(kind: string, make: () => Promise<EngineStore>): void {
  const it = (sentence: string, body: (store: EngineStore) => Promise<void>): void =>
    test(`${kind}: ${sentence}`, async () => body(await make()));

  it('under a new key everything is sealed again from the first place, acknowledged or not, word for word', async (store) => {
    await store.keepIdentity(await anIdentity('d'.repeat(43)));
    await submit(store);
    const before = await comments(store, 'a', 'b');
    await settle(store, { lastSeq: 2, results: [applied, applied], safeSeq: 0 });
    const fresh = await anIdentity('e'.repeat(43));
    const key = { identity: fresh, epoch: 'x', challenge: 'f'.repeat(22), counter: 900 };
    await resealUnder(store.tables, key, false);
    const after = await store.outbox();
    expect(after.map(told)).toEqual(before.map(told));
    expect(after.map(({ result }) => result)).toEqual([undefined, undefined, undefined]);
    await expectOneChain(store);
    expect(await store.state()).toMatchObject({ ackedSeq: 0, safeSeq: 0, counter: 900, made: 3 });
    expect((await store.identity())?.deviceId).toBe('e'.repeat(43));
    expect((await store.pending(1e6)).ops.length).toBe(3);
    // The receipt stays, and stays with its operation.
    expect((await store.receipts()).map(({ opId, seq }) => [opId, seq])).toEqual([[before[0]?.opId, 1]]);
    await resealUnder(store.tables, key, false);
    expect(await store.outbox()).toEqual(after);
  });

  it('keeps what the same commune said, when it is the same', async (store) => {
    await comments(store, 'a', 'b');
    await settle(store, { lastSeq: 1, results: [{ ...applied, rev: 4 }] });
    const identity = await anIdentity('e'.repeat(43));
    await resealUnder(store.tables, { identity, epoch: '', challenge: '', counter: 1 }, true);
    expect((await store.outbox()).map(({ result }) => result?.verdict)).toEqual(['applied', undefined]);
    expect((await store.pending(1e6)).ops.length).toBe(2);
    expect(await balanceOf(store.tables)).toMatchObject({ made: 2, received: 1, waiting: 1 });
    const { deviceId } = identity;
    const first = aSettlement({ deviceId });
    expect(await store.settle(first)).toBe('settled');
    expect(await balanceOf(store.tables)).toMatchObject({ received: 1, waiting: 1 });
    // A commune that was restored meanwhile says it anew.
    expect(await store.settle({ ...first, epoch: '22222222-2222-4222-8222-222222222222' })).toBe('settled');
    expect(await balanceOf(store.tables)).toMatchObject({ received: 0, waiting: 2 });
  });

  it('loses nothing that is sealed while a new key takes over', async (store) => {
    await comments(store, 'a', 'b', 'c');
    const identity = await anIdentity('e'.repeat(43));
    await Promise.all([
      resealUnder(store.tables, { identity, epoch: '', challenge: '', counter: 1 }, false),
      ...['d', 'e', 'f', 'g'].map((text) => comments(store, text)),
    ]);
    expect((await store.outbox()).length).toBe(7);
    await expectOneChain(store);
  });

  it('does not settle what was answered to an earlier key or another sequence', async (store) => {
    await store.keepIdentity(await anIdentity('d'.repeat(43)));
    const [row] = await comments(store, 'a');
    const late = aSettlement({ lastSeq: 1, chain: row?.chain ?? '', results: [applied] });
    const identity = await anIdentity('e'.repeat(43));
    await resealUnder(store.tables, { identity, epoch: '', challenge: '', counter: 1 }, false);
    expect(await store.settle(late)).toBe('stale');
    const { deviceId } = identity;
    expect(await store.settle({ ...late, deviceId, chain: 'z'.repeat(43) })).toBe('stale');
    expect((await store.counts()).waiting).toBe(1);
    // Control: with the right key and chain it counts.
    expect(await store.settle({ ...late, deviceId })).toBe('settled');
    expect((await store.counts()).waiting).toBe(0);
  });

  it('lets bodies go only when safe, answered for a week, and in order; what was set aside keeps its own', async (store) => {
    await comments(store, 'a', 'b', 'c', 'd');
    const results = [applied, { verdict: 'refused', code: 'STATE_GUARD' } as const, applied, applied];
    await settle(store, { lastSeq: 4, results, at: 0, safeSeq: 3 });
    const held = async (): Promise<boolean[]> => (await store.outbox()).map(({ text }) => text !== '');
    await dropSafe(store.tables, 7 * DAY_MS - 1);
    expect(await held()).toEqual([true, true, true, true]);
    await dropSafe(store.tables, 7 * DAY_MS);
    expect(await held()).toEqual([false, true, false, true]);
    expect(await store.state()).toMatchObject({ floorSeq: 3, floorChain: await store.chainAt(3) });
    expect(await balanceOf(store.tables)).toEqual({ made: 4, received: 1, safe: 2, waiting: 0, setAside: 1 });
    await settle(store, { lastSeq: 4, safeSeq: 4, unreadBy: 'test' });
    await dropSafe(store.tables, 9 * DAY_MS);
    expect(await held()).toEqual([false, true, false, true]);
  });

  it('keeps count of what left the sequence with a new key, as safe', async (store) => {
    await submit(store);
    await comments(store, 'b', 'c');
    await settle(store, { lastSeq: 3, results: [applied, applied, applied], at: 0, safeSeq: 2 });
    await dropSafe(store.tables, 8 * DAY_MS);
    const identity = await anIdentity('e'.repeat(43));
    await resealUnder(store.tables, { identity, epoch: '', challenge: '', counter: 1 }, false);
    expect((await store.outbox()).map(({ seq }) => seq)).toEqual([-2, -1, 1]);
    await expectOneChain(store);
    expect(await balanceOf(store.tables)).toEqual({ made: 3, received: 0, safe: 2, waiting: 1, setAside: 0 });
    expect((await store.receipts()).map(({ seq }) => seq)).toEqual([-1]);
    expect((await store.pending(1e6)).ops.length).toBe(1);
  });

  it('closes up behind an operation that can never be sent, and keeps it', async (store) => {
    await comments(store, 'a', 'b');
    await settle(store, { lastSeq: 1, results: [applied] });
    await comments(store, 'c');
    const [, poison, next] = await store.outbox();
    await setApart(store.tables, { opId: poison?.opId ?? '', code: 'ARGS_INVALID', at: 5 });
    expect((await store.outbox()).map(({ seq, opId }) => [seq, opId])).toMatchObject([
      [-1, poison?.opId],
      [1, expect.any(String)],
      [2, next?.opId],
    ]);
    await expectOneChain(store);
    expect(await store.counts()).toEqual({ made: 3, waiting: 1, setAside: 1 });
    expect((await store.pending(1e6)).ops.map(({ opId }) => opId)).toEqual([next?.opId]);
    expect(await balanceOf(store.tables)).toEqual({ made: 3, received: 1, safe: 0, waiting: 1, setAside: 1 });
  });

  it('a base that differs is rebuilt beside the old one: a ghost goes last, and nothing flickers', async (store) => {
    const [a, ghost] = [idMaker(1)(), idMaker(2)()];
    const rows = [aComment(a, 1), aComment(ghost, 2)];
    await settle(store, { rows, cursors: { [HAMLET]: 2 } });
    const theirs = await digestOf([{ entity: 'comment', id: a, rev: 1 }]);
    const mine = await digestOf(rows);
    expect(await compareDigests(store.tables, { [HAMLET]: mine }, 77)).toBe('same');
    expect(await store.state()).toMatchObject({ digestAt: 77, cursors: { [HAMLET]: 2 } });
    expect(await compareDigests(store.tables, { [HAMLET]: theirs }, 78)).toBe('differs');
    expect((await store.state()).cursors).toEqual({});
    expect((await store.rows('comment')).length).toBe(2);
    await settle(store, { rows: [aComment(a, 1)], cursors: { [HAMLET]: 1 }, isCaughtUp: false });
    expect((await store.rows('comment')).length).toBe(2);
    await settle(store, { cursors: { [HAMLET]: 1 } });
    expect((await store.rows('comment')).map(({ id }) => id)).toEqual([a]);
  });

  it('a reset by the commune is rebuilt beside the old rows too, in every scope', async (store) => {
    const [a, b] = [idMaker(1)(), idMaker(2)()];
    await settle(store, { rows: [aComment(a, 8), aComment(b, 9)], cursors: { [HAMLET]: 9, public: 5 } });
    await store.nextCounter();
    await settle(store, { reset: [HAMLET], cursors: { [HAMLET]: 0, public: 5 } });
    expect((await store.rows('comment')).length).toBe(2);
    expect((await store.state()).cursors).toEqual({ [HAMLET]: 0 });
    await settle(store, { rows: [aComment(a, 8)], cursors: { [HAMLET]: 8, public: 5 } });
    expect((await store.rows('comment')).map(({ id }) => id)).toEqual([a]);
  });

  it('rows a build could not read are asked for again by another, from zero', async (store) => {
    await settle(store, { rows: [aComment(idMaker(1)(), 1)], cursors: { [HAMLET]: 1 }, unreadBy: 'old' });
    expect((await store.state()).unreadBy).toBe('old');
    await settle(store, { cursors: { [HAMLET]: 1 } });
    expect((await store.state()).unreadBy).toBe('old');
    await readAgain(store.tables);
    expect(await store.state()).toMatchObject({ unreadBy: null, cursors: {} });
    expect((await store.rows('comment')).length).toBe(1);
  });
}
