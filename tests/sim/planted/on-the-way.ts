/** Bugs between builds, and of files that are carried. */
import { inTransactions, type PlantedBug } from './planted.ts';

/** A kind the server does not know yet is acknowledged and dropped. */
const unknownDropped: PlantedBug = {
  planted: {
    store: (store) =>
      inTransactions(store, (transaction) => ({
        ...transaction,
        quarantine: { ...transaction.quarantine, insert: async () => 1 },
      })),
  },
  focus: { kinds: ['serverBuild'] },
  from: 20261136,
  budget: 200,
};

/** A newer build leaves what was set aside where it is. */
const neverAgain: PlantedBug = {
  planted: { core: (core) => ({ ...core, judgeAgain: async () => 0 }) },
  focus: { kinds: ['serverBuild'] },
  from: 20261136,
  budget: 200,
};

/** Rows an old page could not read count as read. */
const unreadForgotten: PlantedBug = {
  planted: {
    commands: (store) => ({
      ...store,
      settle: (settlement) => store.settle({ ...settlement, unreadBy: null }),
    }),
  },
  focus: { kinds: ['build'], acts: ['submit', 'photo'] },
  from: 20261142,
  budget: 300,
};

let isCarried = false;
const carried = async <T>(work: () => Promise<T>): Promise<T> => {
  isCarried = true;
  try {
    return await work();
  } finally {
    isCarried = false;
  }
};

const anew = (id: string): string => id.replace(/.$/, (last) => (last === '0' ? '1' : '0'));

/** What a file brings is taken anew each time. */
const fileTakenTwice: PlantedBug = {
  planted: {
    core: (core) => ({
      ...core,
      handInRescue: (...given) => carried(() => core.handInRescue(...given)),
      importRescue: (...given) => carried(() => core.importRescue(...given)),
    }),
    store: (store) =>
      inTransactions(store, (transaction) => ({
        ...transaction,
        operation: {
          ...transaction.operation,
          find: async (opId) => {
            const entry = await transaction.operation.find(opId);
            return isCarried && entry?.kind === 'comment.add' ? undefined : entry;
          },
          insert: async (row) => {
            const isThere = isCarried && (await transaction.operation.find(row.op_id)) !== undefined;
            return transaction.operation.insert(isThere ? { ...row, op_id: anew(row.op_id) } : row);
          },
        },
        comment: {
          ...transaction.comment,
          insert: (row) =>
            transaction.comment.insert(isCarried ? { ...row, comment_id: anew(row.comment_id) } : row),
        },
      })),
  },
  focus: { kinds: ['handIn'], acts: ['comment', 'export'] },
  from: 20261127,
  budget: 500,
};

/** Whatever is handed in is thanked for. */
const anyFileThanked: PlantedBug = {
  planted: {
    core: (core) => ({
      ...core,
      handInRescue: async (...given) => {
        const outcome = await core.handInRescue(...given);
        return outcome.kind === 'refused'
          ? { kind: 'answered', response: { v: 1, taken: 1, known: 0, needsLook: 0 } }
          : outcome;
      },
    }),
  },
  focus: { kinds: ['handIn'] },
  budget: 300,
};

export const wayBugs = { unknownDropped, neverAgain, unreadForgotten, fileTakenTwice, anyFileThanked };
