/** What every store must do, whatever it is made of. Both kinds run it. */
import { expect, test } from 'vitest';
import { CHAIN_START } from '#protocol/hash.ts';
import type { EngineStore } from '#client/db/engine-store.ts';
import type { OutboxRow } from '#client/db/model.ts';
import { seal } from '#client/sync/seal.ts';
import { sealDrafts } from '#client/sync/seal-drafts.ts';
import { ASSESSMENT, aDraft, handClock, idMaker, seededChance } from './makers.ts';
import { HAMLET, aComment, answersRow, settle } from './settlements.ts';

export function storeContract(kind: string, make: () => Promise<EngineStore>): void {
  const sealer = (store: EngineStore, seed = 1) => ({
    store,
    clock: handClock(),
    chance: seededChance(seed),
    by: 'hamletHead',
  });
  const comment = (store: EngineStore, text: string, seed?: number): Promise<OutboxRow | null> =>
    seal(sealer(store, seed), async () => ({
      intent: { kind: 'comment.add', args: { assessmentId: ASSESSMENT, text } },
    }));
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
  const it = (sentence: string, body: (store: EngineStore) => Promise<void>): void =>
    test(`${kind}: ${sentence}`, async () => body(await make()));

  it('begins with nothing sealed, nothing asked and the empty chain', async (store) => {
    expect(await store.state()).toMatchObject({
      lastSeq: 0,
      ackedSeq: 0,
      lastChain: CHAIN_START,
      cursors: {},
    });
    expect(await store.chainAt(0)).toBe(CHAIN_START);
    expect(await store.chainAt(1)).toBeUndefined();
  });

  it('keeps the first of two keys made at once', async (store) => {
    const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
      'sign',
      'verify',
    ]);
    const jwk = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' } as const;
    const kept = await Promise.all([
      store.keepIdentity({ deviceId: 'one', keys, jwk }),
      store.keepIdentity({ deviceId: 'two', keys, jwk }),
    ]);
    expect(kept.map(({ deviceId }) => deviceId)).toEqual(['one', 'one']);
    expect((await store.identity())?.keys.privateKey.extractable).toBe(false);
  });

  it('counts up without a repetition, also when asked at once', async (store) => {
    const counters = await Promise.all([store.nextCounter(), store.nextCounter(), store.nextCounter()]);
    expect(counters.toSorted()).toEqual([1, 2, 3]);
  });

  it('gives sealers that race one sequence without holes, one chain and rising ids', async (store) => {
    await Promise.all(Array.from({ length: 8 }, (_, index) => comment(store, `ý kiến ${index}`, index + 1)));
    const rows = await store.outbox();
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(new Set(rows.map(({ text }) => text)).size).toBe(8);
    expect(rows.map(({ opId }) => opId)).toEqual(rows.map(({ opId }) => opId).toSorted());
    expect((await store.state()).lastChain).toBe(rows.at(-1)?.chain);
  });

  it('refuses a seal computed on an older sequence and changes nothing', async (store) => {
    const first = await comment(store, 'một');
    if (first === null) throw new Error('nothing sealed');
    const late = {
      expectedLastSeq: 0,
      expectedLastChain: CHAIN_START,
      row: first,
      lastIdMs: 1,
      patchDraft: { id: 'd', patch: () => aDraft({ id: 'd' }) },
    };
    expect(await store.commitSeal(late)).toBe('raced');
    expect(await store.draft('d')).toBeUndefined();
    expect((await store.state()).lastSeq).toBe(1);
  });

  it('seals and marks the draft in one transaction, or neither', async (store) => {
    await store.saveDraft(aDraft({ answers: { A1: true } }), undefined);
    const boom = seal(sealer(store), async () => ({
      intent: { kind: 'comment.add', args: { assessmentId: ASSESSMENT, text: 'x' } },
      patchDraft: {
        id: ASSESSMENT,
        patch: () => {
          throw new Error('killed between');
        },
      },
    }));
    await expect(boom).rejects.toThrow('killed between');
    expect(await store.outbox()).toEqual([]);
    expect((await store.state()).lastSeq).toBe(0);
  });

  it('offers what waits in order of sequence, within the bytes, and at least one', async (store) => {
    for (const text of ['a', 'b', 'c']) await comment(store, text);
    expect((await store.pending(1)).ops.map(({ seq }) => seq)).toEqual([1]);
    expect(await store.pending(1)).toMatchObject({ rest: 2 });
    expect((await store.pending(1_000_000)).ops.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('settles verdicts, receipt, cursors, epoch, challenge and clock together', async (store) => {
    const row = await submit(store);
    await settle(store, {
      lastSeq: 1,
      results: [{ verdict: 'applied', rev: 7 }],
      cursors: { [HAMLET]: 9 },
      safeSeq: 1,
    });
    expect(await store.state()).toMatchObject({
      ackedSeq: 1,
      safeSeq: 1,
      cursors: { [HAMLET]: 9 },
      clockOff: 250,
      contactAt: 1000,
      challenge: 'c'.repeat(22),
    });
    expect(await store.receipt(row?.opId ?? '')).toMatchObject({
      seq: 1,
      receivedAt: 1250,
      receipt: 'a.b.c',
    });
    expect((await store.outbox())[0]).toMatchObject({ result: { verdict: 'applied' }, settledAt: 1000 });
  });

  it('gives no receipt for what was refused or set aside, and goes on with the next', async (store) => {
    await submit(store);
    await comment(store, 'tiếp');
    await settle(store, {
      lastSeq: 2,
      results: [{ verdict: 'refused', code: 'STATE_GUARD' }, { verdict: 'applied' }],
    });
    expect(await store.receipts()).toEqual([]);
    expect(await store.counts()).toEqual({ made: 2, waiting: 0, setAside: 1 });
  });

  it('keeps what must be retried, and everything behind it, unsent', async (store) => {
    for (const text of ['a', 'b', 'c']) await comment(store, text);
    await settle(store, {
      lastSeq: 1,
      results: [{ verdict: 'applied' }, { verdict: 'retry', code: 'BUSY' }],
    });
    expect((await store.pending(1_000_000)).ops.map(({ seq }) => seq)).toEqual([2, 3]);
  });

  it('sends again what a restored commune no longer has', async (store) => {
    for (const text of ['a', 'b', 'c']) await comment(store, text);
    const applied = { verdict: 'applied' } as const;
    await settle(store, { lastSeq: 3, results: [applied, applied, applied] });
    await settle(store, { epoch: '22222222-2222-4222-8222-222222222222', lastSeq: 1, firstSeq: 4 });
    expect((await store.pending(1_000_000)).ops.map(({ seq }) => seq)).toEqual([2, 3]);
    expect((await store.outbox()).map(({ result }) => result?.verdict)).toEqual([
      'applied',
      undefined,
      undefined,
    ]);
  });

  it('writes, replaces and deletes rows with their cursor', async (store) => {
    const [a, b] = [idMaker(1)(), idMaker(2)()];
    await settle(store, { rows: [aComment(a, 1), aComment(b, 2)] });
    const { value: _gone, ...tombstone } = aComment(a, 4);
    await settle(store, { rows: [aComment(b, 3), tombstone] });
    expect((await store.rows('comment')).map(({ id, rev }) => [id, rev])).toEqual([[b, 3]]);
  });

  it('rebuilds the rows under a different epoch and leaves the outbox alone', async (store) => {
    const [a, b] = [idMaker(1)(), idMaker(2)()];
    await comment(store, 'chờ');
    await settle(store, { rows: [aComment(a, 90), aComment(b, 91)], cursors: { [HAMLET]: 91 } });
    const next = { epoch: '22222222-2222-4222-8222-222222222222' };
    await settle(store, { ...next, rows: [], cursors: { [HAMLET]: 0 }, isCaughtUp: false });
    expect((await store.rows('comment')).length).toBe(2);
    await settle(store, { ...next, rows: [aComment(b, 3)], cursors: { [HAMLET]: 3 } });
    expect((await store.rows('comment')).map(({ id, rev }) => [id, rev])).toEqual([[b, 3]]);
    expect((await store.state()).cursors).toEqual({ [HAMLET]: 3 });
    expect((await store.pending(1_000_000)).ops.length).toBe(1);
  });

  it('drops the rows of a scope that was taken away, never what is unsent', async (store) => {
    await comment(store, 'chờ');
    await settle(store, { rows: [aComment(idMaker(1)(), 1)], cursors: { [HAMLET]: 1 } });
    await settle(store, { evict: [HAMLET] });
    expect(await store.rows('comment')).toEqual([]);
    expect((await store.state()).cursors).toEqual({});
    expect((await store.counts()).waiting).toBe(1);
  });

  it('takes over answers nobody touched here, and never one that was', async (store) => {
    await store.saveDraft(aDraft({ answers: { A1: 5 } }), undefined);
    const [x, y] = [idMaker(3)(), idMaker(4)()];
    await settle(store, {
      rows: [answersRow(1, { A1: [{ opId: x, value: 8 }], A2: [{ opId: y, value: 3 }] })],
    });
    expect((await store.draft(ASSESSMENT))?.answers).toEqual({ A1: 5, A2: 3 });
    await sealDrafts(sealer(store));
    const [save] = await store.outbox();
    const { args }: { args: unknown } = JSON.parse(save?.text ?? '{}');
    // Nobody here saw the other 8: both values live until a person chooses.
    expect(args).toEqual({ assessmentId: ASSESSMENT, changes: { A1: { value: 5, bases: [] } } });
  });

  it('deletes a draft that was never sent, and no other', async (store) => {
    await store.saveDraft(aDraft({ id: 'a' }), undefined);
    await store.saveDraft(aDraft({ id: 'b', status: 'sent' }), undefined);
    expect([await store.deleteDraft('a'), await store.deleteDraft('b')]).toEqual(['deleted', 'kept']);
    expect((await store.drafts()).map(({ id }) => id)).toEqual(['b']);
  });
}
