/** Bugs of taking operations in: known ones, their places, and the commit. */
import type { Transaction } from '#server/store/store.ts';
import { inTransactions, type PlantedBug } from './planted.ts';

class NotYet extends Error {}

/** A repeated operation is not known again. */
const noDedupe: PlantedBug = {
  planted: {
    store: (store) =>
      inTransactions(store, (transaction) => ({
        ...transaction,
        operation: {
          ...transaction.operation,
          find: async (opId) => {
            const entry = await transaction.operation.find(opId);
            return entry?.kind === 'comment.add' ? undefined : entry;
          },
        },
      })),
  },
  focus: {
    kinds: ['revoke', 'reenrol', 'restore', 'snapshot', 'register', 'diskBack', 'copyDisk'],
    acts: ['comment'],
  },
  from: 20261125,
  budget: 500,
};

/** Which device asks in this transaction. */
function askingDevice(transaction: Transaction): { device: Transaction['device']; id(): string } {
  let asking = '';
  return {
    id: () => asking,
    device: {
      ...transaction.device,
      find: (deviceId) => {
        asking = deviceId;
        return transaction.device.find(deviceId);
      },
    },
  };
}

/** The envelope is hashed with the body: what another key sealed again looks like another text. */
const hashEnvelope: PlantedBug = {
  planted: {
    store: (store) =>
      inTransactions(store, (transaction) => {
        const asking = askingDevice(transaction);
        return {
          ...transaction,
          device: asking.device,
          operation: {
            ...transaction.operation,
            find: async (opId) => {
              const entry = await transaction.operation.find(opId);
              const isOthers =
                entry !== undefined && entry.device_id !== '' && entry.device_id !== asking.id();
              return isOthers ? { ...entry, op_hash: 'A'.repeat(43) } : entry;
            },
          },
        };
      }),
  },
  focus: { kinds: ['revoke', 'reenrol', 'restore', 'snapshot', 'register', 'diskBack', 'copyDisk', 'clone'] },
  from: 20261125,
  budget: 500,
};

/** An operation known already does not advance the sequence of the key that sends it again. */
const aliasNoAdvance: PlantedBug = {
  planted: {
    store: (store) =>
      inTransactions(store, (transaction) => {
        let aliases = 0;
        return {
          ...transaction,
          deviceSeq: {
            ...transaction.deviceSeq,
            insert: async (row) => {
              const entry = await transaction.operation.find(row.op_id);
              if (entry !== undefined && entry.device_id !== row.device_id) aliases += 1;
              return transaction.deviceSeq.insert(row);
            },
          },
          device: {
            ...transaction.device,
            advance: (row) => transaction.device.advance({ ...row, last_seq: row.last_seq - aliases }),
          },
        };
      }),
  },
  focus: { kinds: ['revoke', 'reenrol', 'restore', 'snapshot', 'register', 'diskBack', 'copyDisk', 'clone'] },
  from: 20261125,
  budget: 500,
};

/** The answer leaves before the commit, which comes with the next request, or never. */
const replyBeforeCommit: PlantedBug = {
  planted: {
    store: (store) => {
      let owed: ((transaction: Transaction) => Promise<unknown>) | undefined;
      return {
        ...store,
        async write(job) {
          const paid = owed;
          owed = undefined;
          if (paid !== undefined) await store.write(paid);
          const answers: Awaited<ReturnType<typeof job>>[] = [];
          await store
            .write(async (transaction) => {
              answers.push(await job(transaction));
              throw new NotYet();
            })
            .catch((error: unknown) => {
              if (!(error instanceof NotYet)) throw error;
            });
          owed = job;
          const [answer] = answers;
          if (answer === undefined) return store.write(job);
          return answer;
        },
      };
    },
  },
  budget: 100,
};

export const logBugs = { noDedupe, hashEnvelope, aliasNoAdvance, replyBeforeCommit };
