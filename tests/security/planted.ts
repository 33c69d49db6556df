/** Stores that forget one thing: what the checks of this folder must notice. */
import type { Store, Transaction } from '#server/store/store.ts';

const over = (store: Store, change: (transaction: Transaction) => Transaction): Store => ({
  ...store,
  write: (work, ...rest) => store.write((transaction) => work(change(transaction)), ...rest),
});

export const forgetsThatCodesAreSpent = (store: Store): Store =>
  over(store, (transaction) => ({
    ...transaction,
    enrolCode: {
      ...transaction.enrolCode,
      bySecret: async (hash) => {
        const code = await transaction.enrolCode.bySecret(hash);
        return code && { ...code, spent_by: null };
      },
    },
  }));

export const forgetsThatPhonesAreRevoked = (store: Store): Store =>
  over(store, (transaction) => ({
    ...transaction,
    device: {
      ...transaction.device,
      find: async (id) => {
        const device = await transaction.device.find(id);
        return device && { ...device, revoked_at: null };
      },
    },
  }));
