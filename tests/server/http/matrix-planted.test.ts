/** The matrix's own questions put to stores that forget a clause of scope: a matrix that did not see it would prove nothing. */
import { expect, test } from 'vitest';
import type { Store, Transaction } from '#server/store/store.ts';
import type { Door } from '../../support/signing-device.ts';
import { doorOf, openCommune } from '../core/commune.ts';
import { intentFor, relationOf } from './matrix-operations.ts';
import { makeSmallCommune, pullAll } from './small-commune.ts';

type Plant = (transaction: Transaction, seen: Set<string>) => Transaction;

const over =
  (plant: Plant) =>
  (store: Store): Store => {
    const seen = new Set<string>();
    return { ...store, write: (job) => store.write((transaction) => job(plant(transaction, seen))) };
  };

/** Each forgets one clause, as a statement without it would. */
const planted: Record<string, Plant> = {
  'whose scope a row is in': (transaction, seen) => ({
    ...transaction,
    feed: {
      ...transaction.feed,
      put: (row) => {
        seen.add(row.scope);
        return transaction.feed.put(row);
      },
      page: async (_scope, rev, limit) => {
        const pages = await Promise.all([...seen].map((scope) => transaction.feed.page(scope, rev, limit)));
        return pages.flat().sort((a, b) => a.rev - b.rev);
      },
    },
  }),
  'which subject a form is of': (transaction, seen) => ({
    ...transaction,
    device: {
      ...transaction.device,
      find: async (id) => {
        const device = await transaction.device.find(id);
        if (device?.binding_kind === 'hamlet') seen.add(device.binding_id);
        return device;
      },
    },
    assessment: {
      ...transaction.assessment,
      find: async (id) => {
        const row = await transaction.assessment.find(id);
        const [own] = seen;
        return row === undefined || own === undefined
          ? row
          : { ...row, subject_kind: 'hamlet', subject_id: own };
      },
    },
  }),
};

/** What a hamlet's head is shown and may do beyond the own hamlet: canaries of others, comments in effect. */
async function beyondScope(wrapStore?: (store: Store) => Store): Promise<{ read: number; written: number }> {
  const opened = await openCommune(wrapStore === undefined ? {} : { wrapStore });
  const { core } = opened;
  const inProcess = doorOf(core);
  const door: Door = async (path, init) =>
    path === '/api/v1/public/campaign' ? Response.json(await core.publicCampaign()) : inProcess(path, init);
  const commune = await makeSmallCommune({ core, door });
  const head = commune.devices.get('hamletHead') ?? expect.fail('no head');
  const foreign = [...commune.households, commune.hamletB, ...commune.units].filter(
    (target) => relationOf(commune, 'hamletHead', target) === null,
  );
  const shown = JSON.stringify(await pullAll({ door }, head));
  let written = 0;
  for (const target of foreign) {
    const intent = intentFor(commune, 'hamletHead', 'comment.add', target);
    const { value } = await head.exchange(door, [head.seal(intent)]);
    if (value?.results[0]?.verdict === 'applied') written += 1;
  }
  await core.close();
  return { read: foreign.filter(({ canary }) => shown.includes(canary)).length, written };
}

test('the store as it is shows a head nothing of others and lets nothing in', async () => {
  expect(await beyondScope()).toEqual({ read: 0, written: 0 });
});

test.each(Object.entries(planted))(
  'a store that forgets a clause of scope is found by the matrix: %s',
  async (_clause, plant) => {
    const { read, written } = await beyondScope(over(plant));
    expect(read + written).toBeGreaterThan(0);
  },
);
