import { expect, test } from 'vitest';
import { hashTextNow, nextChainNow } from '#server/crypto/hash.ts';
import { openLedger } from '#server/sync/ledger.ts';
import type { SigningDevice } from '../../support/signing-device.ts';
import { openCommune, type Commune } from './commune.ts';
import { setOf, submitIntent } from './makers.ts';
import { mine, rowsOf, submissionSeen } from './review-scene.ts';
import { put, send } from './sending.ts';

/** What a build that did not know its kind left of an operation: the rows it wrote, at the phone's next place. */
async function leftByEarlierBuild(
  { store, clock }: Commune,
  phone: SigningDevice,
  text: string,
): Promise<void> {
  const { opId }: { opId: string } = JSON.parse(text);
  const op_hash = hashTextNow(text);
  await store.write(async (transaction) => {
    const ledger = await openLedger(transaction);
    const device = await transaction.device.find(phone.id);
    if (device === undefined) throw new Error('not enrolled');
    const seq = device.last_seq + 1;
    const set = { op_hash, device_id: phone.id, code: 'UNKNOWN_KIND', received_at: clock.now() };
    await transaction.quarantine.insert({ ...set, seq, body: text, bytes: text.length });
    const entry = { op_id: opId, body: null, kind: 'server.setAside', verdict: 'quarantined' };
    await ledger.append({ ...set, ...entry, rev: ledger.nextRev() });
    await transaction.deviceSeq.insert({ device_id: phone.id, seq, op_hash, op_id: opId });
    await transaction.device.advance({
      ...device,
      last_seq: seq,
      chain: nextChainNow(device.chain, op_hash),
    });
    await ledger.save();
  });
  phone.lastSeq += 1;
  phone.chain = nextChainNow(phone.chain, op_hash);
}

// promise: P12
test('an operation an earlier build did not know takes effect in one that does, once, at the hour it came', async () => {
  const commune = await openCommune();
  const [head, officer] = [await commune.head(), await commune.officer()];
  const text = head.seal(submitIntent(mine(head), 'hamlet'), { claimedAt: commune.clock.now() });
  await leftByEarlierBuild(commune, head, text);
  // A month later, past every deadline, the new build starts.
  commune.clock.advance(30 * 24 * 3_600_000);
  expect(await commune.core.judgeAgain()).toBe(1);
  expect(await commune.core.judgeAgain()).toBe(0);

  expect(await submissionSeen(commune, officer, mine(head))).toMatchObject({
    late: false,
    current: true,
    snapshot: expect.any(Object),
  });
  expect(await commune.store.read((tables) => tables.quarantine.list())).toEqual([]);
  // The phone that asks again, and the one that seals it again under another key, hear the new verdict.
  const repeated = await head.exchange(commune.door, [text], { firstSeq: 1 });
  expect(repeated.value?.results).toMatchObject([{ verdict: 'applied' }]);
  const other = await commune.head();
  expect((await other.exchange(commune.door, [text])).value?.results).toMatchObject([{ verdict: 'applied' }]);
  expect(await commune.core.verify()).toMatchObject({ problems: [], counts: { submissions: 1 } });
});

test('a sheet filled under criteria the commune did not have yet counts once it has them', async () => {
  const commune = await openCommune();
  const [head, officer] = [await commune.head(), await commune.officer()];
  const early = submitIntent(mine(head), 'hamlet', { criteriaSet: 'hamlet@2' });
  expect(await send(commune, head, early)).toEqual(['ARGS_INVALID']);
  // The control: while nothing has changed, nothing changes.
  expect(await commune.core.judgeAgain()).toBe(0);
  expect(await rowsOf(commune, officer, 'submission')).toEqual([]);
  const set = { ...setOf('hamlet'), version: 2 };
  expect(await send(commune, officer, put('criteriaSet', 'hamlet@2', { ...set }))).toEqual(['applied']);
  expect(await commune.core.judgeAgain()).toBe(1);
  expect(await submissionSeen(commune, officer, mine(head))).toMatchObject({ criteriaSet: 'hamlet@2' });
  expect((await commune.core.verify()).problems).toEqual([]);
});

test('words under an id that belongs to others, and what is still not understood, stay where they are', async () => {
  const commune = await openCommune();
  const head = await commune.head();
  const comment = { kind: 'comment.add', args: { assessmentId: mine(head), text: 'một' } } as const;
  const opId = head.newId();
  const texts = [
    head.seal(comment, { opId }),
    head.seal({ ...comment, args: { ...comment.args, text: 'khác' } }, { opId }),
    head.seal(comment, { kind: 'dream.dreamt' }),
    head.seal(comment, { args: { assessmentId: mine(head), text: 'x', more: 1 } }),
  ];
  await head.exchange(commune.door, texts);
  expect(await commune.core.judgeAgain()).toBe(0);
  expect((await commune.store.read((tables) => tables.quarantine.list())).map(({ body }) => body)).toEqual(
    texts.slice(1),
  );
  expect(await commune.core.verify()).toMatchObject({ problems: [], counts: { comments: 1 } });
});
