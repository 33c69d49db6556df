/** Bugs of backup, restore and what is called safe. */
import { inTransactions, type PlantedBug } from './planted.ts';

const backups = { kinds: ['snapshot', 'register'] } as const;
const restores = { kinds: ['snapshot', 'register', 'restore'] } as const;

/** Safe is what the newest backup holds; an older one may be the one that is put back. */
const safeFromNewest: PlantedBug = {
  planted: {
    store: (store) =>
      inTransactions(store, (transaction) => ({
        ...transaction,
        backup: {
          ...transaction.backup,
          list: async () => {
            const rows = await transaction.backup.list();
            const fit = rows.filter((row) => row.elsewhere === 1 && row.forgotten_at === null);
            return rows.filter(
              (row) => row.elsewhere === 0 || row.forgotten_at !== null || row === fit.at(-1),
            );
          },
        },
      })),
  },
  focus: backups,
  budget: 300,
};

/** A backup on the database's own disk counts. */
const safeOnSameDisk: PlantedBug = {
  planted: {
    store: (store) =>
      inTransactions(store, (transaction) => ({
        ...transaction,
        backup: {
          ...transaction.backup,
          list: async () =>
            (await transaction.backup.list()).map((row) => ({ ...row, elsewhere: 1 as const })),
        },
      })),
  },
  focus: backups,
  from: 20261127,
  budget: 300,
};

/** The restored database goes on as if it were the old one. */
const noEpoch: PlantedBug = {
  planted: {
    afterRestore: async ({ store, journal }) => {
      const { entries } = await journal.read();
      const first = entries.find((entry) => entry.k === 'epoch');
      if (first?.k !== 'epoch') throw new Error('a journal without an epoch');
      await store.write(async (transaction) => {
        const commune = await transaction.commune.find();
        await transaction.commune.begin({ epoch: first.epoch, drain_until: commune?.drain_until ?? null });
      });
    },
  },
  focus: { ...restores, phones: ['Bình'] },
  from: 20261146,
  budget: 500,
};

/** Transitions stay open while phones still hand back what the backup lacks. */
const drainIgnored: PlantedBug = {
  planted: {
    afterRestore: ({ store }) =>
      store.write(async (transaction) => {
        const commune = await transaction.commune.find();
        if (commune !== undefined)
          await transaction.commune.begin({ epoch: commune.epoch, drain_until: null });
      }),
  },
  focus: { ...restores, phones: ['Dung'], acts: ['move', 'score'] },
  from: 20261163,
  budget: 1000,
};

/** Enrolments after the backup are not done again: their phones are strangers. */
const journalForgotten: PlantedBug = {
  planted: {
    afterRestore: async ({ disk }) => {
      disk.run('update device set revoked_at = null where revoked_at is not null');
    },
  },
  focus: { ...restores, kinds: ['snapshot', 'register', 'restore', 'revoke'] },
  from: 20261131,
  budget: 1000,
};

export const backupBugs = { safeFromNewest, safeOnSameDisk, noEpoch, drainIgnored, journalForgotten };
