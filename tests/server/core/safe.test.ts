import { expect, test } from 'vitest';
import { logServerEntry } from '#server/identity/log-entry.ts';
import { createIdMaker } from '#protocol/ids.ts';
import type { Store } from '#server/store/store.ts';
import type { BackupRow } from '#server/store/tables/backup.ts';
import { chance, openCommune, type Commune } from './commune.ts';
import { openScene, scoreIntent } from './review-scene.ts';
import { send } from './sending.ts';
import { submitIntent } from './makers.ts';

/** Enters a backup as the backup command does: rows, then the entry by which every process learns of them. */
async function enter(
  { store, clock }: Commune,
  row: Partial<BackupRow> & Pick<BackupRow, 'backup_id' | 'made_at'>,
  held: Record<string, number> = {},
): Promise<void> {
  await store.write(async (transaction) => {
    await transaction.backup.put({
      verified_at: 1,
      elsewhere: 1,
      forgotten_at: null,
      place: 'usb',
      ...row,
    });
    const devices = Object.entries(held).map(([device_id, last_seq]) => ({ device_id, last_seq }));
    await transaction.backup.putDevices(row.backup_id, devices);
    const deps = { clock, newId: createIdMaker(clock, chance) };
    await logServerEntry(deps, transaction, 'server.backup', { id: row.backup_id }, { changesFacts: true });
  });
}

// promise: P3
test('safe is what every kept backup holds, told at once, and less when it becomes less', async () => {
  const commune = await openCommune();
  const phone = await commune.head();
  const told = async () => {
    const { value } = await phone.exchange(commune.door, []);
    return [value?.safeSeq, value?.safeAt];
  };
  expect(await told()).toEqual([0, undefined]);
  await enter(commune, { backup_id: 'a', made_at: 100 }, { [phone.id]: 3 });
  expect(await told()).toEqual([3, 100]);
  // The newest holds more: the oldest decides.
  await enter(commune, { backup_id: 'b', made_at: 200 }, { [phone.id]: 7 });
  expect(await told()).toEqual([3, 100]);
  await enter(commune, { backup_id: 'a', made_at: 100, forgotten_at: 300 });
  expect(await told()).toEqual([7, 200]);
  // One that does not know the phone holds nothing of it.
  await enter(commune, { backup_id: 'c', made_at: 50 });
  expect(await told()).toEqual([0, 50]);
  expect((await commune.core.verify()).problems).toEqual([]);
});

test('a backup that was not restored in a test, or lies beside the database, makes nothing safe', async () => {
  const commune = await openCommune();
  const phone = await commune.head();
  await enter(commune, { backup_id: 'a', made_at: 1, verified_at: null }, { [phone.id]: 3 });
  await enter(commune, { backup_id: 'b', made_at: 1, elsewhere: 0 }, { [phone.id]: 3 });
  expect((await phone.exchange(commune.door, [])).value?.safeSeq).toBe(0);
  // The control: one that was, elsewhere, does; those two take nothing away.
  await enter(commune, { backup_id: 'c', made_at: 1 }, { [phone.id]: 2 });
  expect((await phone.exchange(commune.door, [])).value?.safeSeq).toBe(2);
});

test('while phones hand back what a restore lacked, officers decide nothing and everybody else goes on', async () => {
  const scene = await openScene();
  const { commune, head, officer, assessmentId } = scene;
  const until = commune.clock.now() + 48 * 3_600_000;
  const epoch = officer.newId();
  await commune.store.write((transaction) => transaction.commune.begin({ epoch, drain_until: until }));
  const sent = await scene.submission();
  expect((await officer.exchange(commune.door, [])).value).toMatchObject({ epoch, drainUntil: until });
  expect(await scene.move(officer, 'underReview')).toBe('DRAINING');
  expect(await send(commune, officer, scoreIntent(sent))).toEqual(['DRAINING']);
  expect(await scene.move(head, 'withdrawn')).toBe('applied');
  expect(await send(commune, head, submitIntent(assessmentId, 'hamlet'))).toEqual(['applied']);

  // The control: when it is over, they do.
  commune.clock.advance(until - commune.clock.now());
  expect((await officer.exchange(commune.door, [])).value?.drainUntil).toBeUndefined();
  expect(await scene.move(officer, 'underReview')).toBe('applied');
});

test('while no backup is kept an exchange asks nothing about backups; with one it asks once', async () => {
  const asked: string[] = [];
  const listening = (store: Store): Store => ({
    ...store,
    write: (job) =>
      store.write((transaction) => {
        const { list, seqsOf } = transaction.backup;
        const backup = {
          ...transaction.backup,
          list: () => (asked.push('list'), list()),
          seqsOf: (id: string) => (asked.push('seqsOf'), seqsOf(id)),
        };
        return job({ ...transaction, backup });
      }),
  });
  const commune = await openCommune({ wrapStore: listening });
  const phone = await commune.head();
  await phone.exchange(commune.door, []);
  asked.length = 0;
  for (let turn = 0; turn < 3; turn++) await phone.exchange(commune.door, []);
  expect(asked).toEqual([]);
  await enter(commune, { backup_id: 'a', made_at: 1 }, { [phone.id]: 1 });
  for (let turn = 0; turn < 3; turn++) await phone.exchange(commune.door, []);
  // The list is read anew once, because the entry said so.
  expect(asked).toEqual(['list', 'seqsOf', 'seqsOf', 'seqsOf']);
});
