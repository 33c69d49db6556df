/** What both kinds of store must do with a batch. */
import { expect, test } from 'vitest';
import { CHAIN_START } from '#protocol/hash.ts';
import { commitBatchSeal } from '#client/db/rare/commit-batch.ts';
import type { EngineStore } from '#client/db/engine-store.ts';
import { putBatch } from '#client/sync/rare/batches.ts';
import { handClock, idMaker, seededChance } from './makers.ts';

const newId = idMaker(7);
const records = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const id = newId();
    const value = { id, hamletId: id, householder: `Hộ ${index}` };
    return { entity: 'household' as const, id, value, baseRev: 0 };
  });

export function batchContract(kind: string, make: () => Promise<EngineStore>): void {
  const put = (store: EngineStore, count: number): Promise<string> =>
    putBatch(
      {
        sealing: () => ({ store, clock: handClock(), chance: seededChance(3), by: 'officer' }),
        announce: () => {},
      },
      { label: 'Danh sách', records: records(count) },
    );

  test(`${kind}: a batch is sealed in one go, its commit last, in one chain with rising ids`, async () => {
    const store = await make();
    const id = await put(store, 40);
    const rows = await store.outbox();
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 41 }, (_, index) => index + 1));
    expect(rows.map(({ opId }) => opId)).toEqual(rows.map(({ opId }) => opId).toSorted());
    expect(rows.map(({ batch }) => [batch?.id, batch?.settles?.records])).toEqual([
      ...Array.from({ length: 40 }, () => [id, undefined]),
      [id, 40],
    ]);
    expect(await store.state()).toMatchObject({ lastSeq: 41, lastChain: rows.at(-1)?.chain, made: 41 });
  });

  test(`${kind}: a batch whose writing breaks in the middle leaves nothing of itself`, async () => {
    const [store, other] = [await make(), await make()];
    await put(other, 5);
    const rows = await other.outbox();
    const [first, ...rest] = rows;
    if (first === undefined) throw new Error('nothing sealed');
    const seal = { expectedLastSeq: 0, expectedLastChain: CHAIN_START, lastIdMs: 1 };
    // The same place twice: the disk refuses the second.
    await expect(commitBatchSeal(store.tables, { ...seal, rows: [...rows, first] })).rejects.toThrow();
    expect(await store.outbox()).toEqual([]);
    expect(await store.state()).toMatchObject({ lastSeq: 0, made: 0 });
    // Control: without the broken one all of them are there; and on an older end of the sequence none.
    expect(await commitBatchSeal(store.tables, { ...seal, rows: [first, ...rest] })).toBe('sealed');
    expect(await store.outbox()).toHaveLength(6);
    expect(await commitBatchSeal(store.tables, { ...seal, rows })).toBe('raced');
  });
}
