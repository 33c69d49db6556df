import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { BackupDeviceTable, BackupTable } from '../schema-evidence.ts';
import { insertion, manyInsertion, statement, type Runner } from '../statement.ts';

export type BackupRow = Omit<BackupTable, 'commune_id'>;
export type BackupDeviceRow = Omit<BackupDeviceTable, 'commune_id'>;

/** Rows of one insert; bounded, because each column of each is a parameter. */
const ROWS_A_STATEMENT = 200;

export const backupTable = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  type Key = Pick<BackupTable, 'commune_id' | 'backup_id'>;
  const list = statement<{ commune_id: string }, BackupTable>((place) =>
    db
      .selectFrom('backup')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .orderBy('made_at')
      .orderBy('backup_id'),
  );
  const put = insertion(
    db,
    'backup',
    ['commune_id', 'backup_id', 'made_at', 'verified_at', 'elsewhere', 'forgotten_at', 'place'],
    { replace: ['commune_id', 'backup_id'] },
  );
  const addDevices = manyInsertion(db, 'backup_device', ['commune_id', 'backup_id', 'device_id', 'last_seq']);
  const clearDevices = statement<Key>((place) =>
    db
      .deleteFrom('backup_device')
      .where('commune_id', '=', place('commune_id'))
      .where('backup_id', '=', place('backup_id')),
  );
  const seqsOf = statement<Pick<BackupDeviceTable, 'commune_id' | 'device_id'>, BackupDeviceTable>((place) =>
    db
      .selectFrom('backup_device')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('device_id', '=', place('device_id')),
  );
  return {
    /** Oldest first, the forgotten ones too. */
    list: () => list.all(runner, { commune_id }),
    put: (row: BackupRow) => put.run(runner, { ...row, commune_id }),
    /** Replaces what is known of how far each device's sequence goes in this backup. */
    putDevices: async (backup_id: string, devices: readonly Omit<BackupDeviceRow, 'backup_id'>[]) => {
      await clearDevices.run(runner, { commune_id, backup_id });
      for (let from = 0; from < devices.length; from += ROWS_A_STATEMENT)
        await addDevices(
          runner,
          devices.slice(from, from + ROWS_A_STATEMENT).map((row) => ({ ...row, backup_id, commune_id })),
        );
    },
    /** How far one device's sequence goes, backup by backup. */
    seqsOf: (device_id: string) => seqsOf.all(runner, { commune_id, device_id }),
  };
};
