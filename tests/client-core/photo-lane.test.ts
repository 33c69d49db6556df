/** The photos' turn: in pieces, over a line that breaks anywhere, behind the words, and only with sound bytes. */
import { expect, test } from 'vitest';
import { duePhotos } from '#client/photos/lane.ts';
import { seal } from '#client/sync/seal.ts';
import { arrivedWhole, createLane, SIZE } from './lane.ts';
import { ASSESSMENT, seededChance } from './makers.ts';
import type { Fate } from './tus-desk.ts';

const PIECE = 64 * 1024;

const cuts: Fate[] = ['loseRequest', 'loseReply', 'half', 'portal'];
/** POST and three or four PATCHes. */
const REQUESTS = 4;
test.each(cuts.flatMap((fate) => Array.from({ length: REQUESTS }, (_, at) => [fate, at] as const)))(
  'a line that breaks (%s) at request %d costs one turn; the picture arrives whole, once',
  async (fate, at) => {
    const lane = createLane(41);
    await lane.add(1);
    lane.desk.fates = [...Array.from({ length: at }, (): Fate => 'fine'), fate];
    const first = await lane.turn();
    // A broken piece is asked after in the same turn; a broken beginning ends it.
    if (first.kind === 'unreachable') {
      expect((await lane.photos.photo('photo1'))?.upload.state).toBe('waiting');
      expect(await lane.turn()).toEqual({ kind: 'again' });
    }
    expect((await lane.photos.photo('photo1'))?.upload).toEqual({ state: 'sent', offset: SIZE });
    expect(await arrivedWhole(lane, 1)).toBe(true);
    // Begun again only where the answer to the beginning was lost.
    expect(lane.desk.log.filter((request) => request === 'POST').length).toBe(at === 0 ? 2 : 1);
  },
);

test('pieces grow while they are quick, and shrink after a stall', async () => {
  const lane = createLane(42);
  await lane.add(1);
  await lane.turn();
  expect(lane.desk.log).toEqual([
    'POST',
    `PATCH 0+${PIECE}`,
    `PATCH ${PIECE}+${2 * PIECE}`,
    `PATCH ${3 * PIECE}+${SIZE - 3 * PIECE}`,
  ]);
  await lane.add(2);
  lane.desk.log.length = 0;
  lane.desk.fates = ['fine', 'silence'];
  const turn = lane.turn();
  while (lane.phone.timers.waiting().length === 0 || lane.desk.log.length < 2)
    await new Promise(setImmediate);
  lane.phone.timers.fireNext();
  // So long a wait ends the turn: others have theirs, then it goes on.
  expect(await turn).toEqual({ kind: 'again' });
  expect(await lane.turn()).toEqual({ kind: 'again' });
  expect(lane.desk.log.slice(0, 5)).toEqual([
    'POST',
    `PATCH 0+${SIZE}`,
    'HEAD',
    'HEAD',
    `PATCH 0+${2 * PIECE}`,
  ]);
  expect(await arrivedWhole(lane, 2)).toBe(true);
});

// promise: P7
test('words that come up meanwhile go first: the lane stops at the next piece and goes on from there', async () => {
  let isTextWaiting = false;
  const lane = createLane(43, { isTextWaiting: () => Promise.resolve(isTextWaiting) });
  await lane.add(1);
  const { fetch } = lane.context.environment;
  lane.context.environment = {
    ...lane.context.environment,
    fetch: (path, init) => {
      isTextWaiting = init.method === 'PATCH';
      return fetch(path, init);
    },
  };
  expect(await lane.turn()).toEqual({ kind: 'again' });
  expect(lane.desk.log).toEqual(['POST', `PATCH 0+${PIECE}`]);
  expect((await lane.photos.photo('photo1'))?.upload).toMatchObject({ state: 'waiting', offset: PIECE });
  isTextWaiting = false;
  lane.context.environment = { ...lane.context.environment, fetch };
  await lane.turn();
  expect(lane.desk.log.slice(2, 4)).toEqual(['HEAD', `PATCH ${PIECE}+${2 * PIECE}`]);
  expect(await arrivedWhole(lane, 1)).toBe(true);
});

test('an upload the commune forgot is begun anew; one somebody else sends is waited for', async () => {
  const lane = createLane(44);
  await lane.add(1);
  lane.desk.fates = ['fine', 'fine', 'forget'];
  expect(await lane.turn()).toEqual({ kind: 'again' });
  expect(lane.desk.log.filter((request) => request === 'POST').length).toBe(2);
  expect(await arrivedWhole(lane, 1)).toBe(true);
  await lane.add(2);
  lane.desk.fates = ['fine', 'locked'];
  expect(await lane.turn()).toEqual({ kind: 'busy', retryAfterMs: 5000 });
  expect(await lane.turn()).toEqual({ kind: 'again' });
  expect(await arrivedWhole(lane, 2)).toBe(true);
});

test('a commune that says each time that the picture came wrong is not asked for ever', async () => {
  const lane = createLane(45);
  await lane.add(1);
  lane.desk.fates = Array.from({ length: 40 }, (_, at): Fate => (at % 2 === 0 ? 'fine' : 'hash-mismatch'));
  expect(await lane.turn()).toEqual({ kind: 'unreachable', reason: 'timeout' });
  expect(lane.desk.log.filter((request) => request === 'POST').length).toBe(3);
});

test('bytes that are no longer what was sealed are not sent; the next photo is', async () => {
  const lane = createLane(46);
  await lane.add(1);
  await lane.add(2);
  const bytes = new Uint8Array((await lane.photos.photoBytes('photo1', 'final')) ?? new ArrayBuffer());
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  await lane.store.tables.write(['photoBytes'], async (tx) => {
    await tx.photoBytes().put({ key: 'photo1:final', bytes: bytes.buffer });
  });
  expect(await lane.turn()).toEqual({ kind: 'again' });
  expect(await lane.photos.photo('photo1')).toMatchObject({
    problem: 'damaged',
    upload: { state: 'failed' },
  });
  expect(await arrivedWhole(lane, 2)).toBe(true);
  expect(lane.desk.arrived.size).toBe(1);
});

test('the smallest rest goes first; a photo whose operation was refused does not go', async () => {
  const lane = createLane(47);
  await lane.add(1);
  await lane.add(2, 1000);
  expect((await duePhotos(lane)).map(({ id }) => id)).toEqual(['photo2', 'photo1']);
  const refused = (await lane.photos.photo('photo2'))?.opId;
  await lane.store.tables.write(['outbox'], async (tx) => {
    for (const row of await tx.sealedFrom(1))
      if (row.opId === refused) await tx.putSealed({ ...row, result: { verdict: 'refused', code: 'LIMIT' } });
  });
  expect((await duePhotos(lane)).map(({ id }) => id)).toEqual(['photo1']);
});

test('a picture sealed since the last exchange is not asked for before the commune has its words', async () => {
  const lane = createLane(50);
  await lane.take(1);
  expect(await lane.turn()).toEqual({ kind: 'idle' });
  expect(lane.desk.log).toEqual([]);
  await lane.acknowledge();
  expect(await lane.turn()).toEqual({ kind: 'again' });
  expect(await arrivedWhole(lane, 1)).toBe(true);
});

test('the full picture leaves the phone only when every kept backup holds it and its operation', async () => {
  const lane = createLane(48);
  await lane.add(1);
  await lane.turn();
  const photo = await lane.photos.photo('photo1');
  const opId = photo?.opId ?? '';
  const hold = (storedAt: number, safeAt: number | null, safeSeq: number): Promise<void> =>
    lane.store.tables.write(['meta', 'rows'], async (tx) => {
      const state = await tx.syncState();
      if (state !== undefined) await tx.putSyncState({ ...state, safeAt, safeSeq });
      const value = {
        id: opId,
        assessmentId: ASSESSMENT,
        criterionId: 'A1.1',
        photoId: photo?.photoId ?? '',
        w: 1,
        h: 1,
      };
      const row = { ...value, state: 'stored' as const, bytes: SIZE, byName: 'x', at: 1, storedAt };
      await tx.putRows([{ scope: 'hamlet:x', entity: 'photo', id: opId, rev: 1, life: '', value: row }]);
    });
  for (const [storedAt, safeAt, safeSeq] of [
    [10, null, 9],
    [10, 9, 9],
    [10, 11, 0],
  ] as const) {
    await hold(storedAt, safeAt, safeSeq);
    await lane.turn();
    expect(await lane.photos.photoKeys()).toContain('photo1:final');
  }
  await hold(10, 11, 1);
  await lane.turn();
  expect(await lane.photos.photoKeys()).toEqual(['photo1:thumb']);
});

test('a restored commune that has the words and not the picture gets it again', async () => {
  const lane = createLane(49);
  await lane.add(1);
  await lane.turn();
  lane.desk.arrived.clear();
  const photo = await lane.photos.photo('photo1');
  const opId = photo?.opId ?? '';
  await lane.store.tables.write(['rows'], async (tx) => {
    const value = {
      id: opId,
      assessmentId: ASSESSMENT,
      criterionId: 'A1.1',
      photoId: photo?.photoId ?? '',
      w: 1,
      h: 1,
    };
    const row = { ...value, state: 'awaited' as const, bytes: SIZE, byName: 'x', at: 1 };
    await tx.putRows([{ scope: 'hamlet:x', entity: 'photo', id: opId, rev: 1, life: '', value: row }]);
  });
  // Just sent: the row may only be late.
  expect(await lane.turn()).toEqual({ kind: 'idle' });
  lane.phone.clock.turn(11 * 60_000);
  lane.desk.fates = ['forget'];
  expect(await lane.turn()).toEqual({ kind: 'again' });
  expect(await arrivedWhole(lane, 1)).toBe(true);
});

test('words sealed while a photo is shrunk keep their place; the photo takes the next', async () => {
  const lane = createLane(50);
  const comment = (): Promise<unknown> =>
    seal({ store: lane.store, clock: lane.phone.clock, chance: seededChance(3), by: 'x' }, async () => ({
      intent: { kind: 'comment.add', args: { assessmentId: ASSESSMENT, text: 'x' } },
    }));
  await Promise.all([lane.add(1), comment()]);
  expect((await lane.store.outbox()).map(({ seq }) => seq)).toEqual([1, 2]);
});
