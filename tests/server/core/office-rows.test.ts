import { expect, test } from 'vitest';
import { rowSchemas } from '#protocol/entities.ts';
import type { DeviceReport } from '#protocol/exchange.ts';
import { openServerCore } from '#server/core.ts';
import { officeScope } from '#server/identity/scopes.ts';
import { openLedger } from '#server/sync/ledger.ts';
import { catchUp } from '#server/sync/office-rows.ts';
import { bury } from '#server/sync/project.ts';
import type { Store } from '#server/store/store.ts';
import type { SigningDevice } from '../../support/signing-device.ts';
import { chance, openCommune, testClock, type Commune } from './commune.ts';
import { rowsOf } from './review-scene.ts';
import { pull, send } from './sending.ts';
import { submitIntent } from './makers.ts';

const devicesSeen = async (commune: Commune, officer: SigningDevice) =>
  new Map(
    (await rowsOf(commune, officer, 'device')).map(({ id, value }) => [id, rowSchemas.device.parse(value)]),
  );
const reporting = (commune: Commune, phone: SigningDevice, waiting: number) => {
  const report: DeviceReport = { made: 9, waiting, setAside: 0, persisted: true, build: '1.4' };
  return phone.exchange(commune.door, [], { report });
};
const problems = async (commune: Commune) => (await commune.core.verify()).problems;

test('the office sees each device from its enrolment on, what waits on it, and that it was turned away', async () => {
  const commune = await openCommune();
  const [officer, head] = [await commune.officer(), await commune.head()];
  const seen = async () => (await devicesSeen(commune, officer)).get(head.id);
  expect(await seen()).toMatchObject({ role: 'hamletHead', subjectId: commune.hamlets[0]?.id, waiting: 0 });
  await reporting(commune, head, 3);
  expect(await seen()).toMatchObject({ waiting: 3, made: 9, build: '1.4' });
  await commune.core.revoke(head.id);
  expect(await seen()).toMatchObject({ waiting: 3, revokedAt: commune.clock.now() });
  expect(await problems(commune)).toEqual([]);
  // Nobody else is shown who holds which device.
  const other = await commune.head(commune.hamlets[1]?.id);
  expect((await pull(commune, other)).rows.filter(({ entity }) => entity === 'device')).toEqual([]);
});

test('a device is shown again when work begins or ceases to wait, otherwise once a day', async () => {
  const commune = await openCommune();
  const [officer, head] = [await commune.officer(), await commune.head()];
  const revAfter = async (): Promise<number> =>
    (await commune.store.read((tables) => tables.feed.find('office', 'device', head.id)))?.rev ?? 0;
  const first = await revAfter();
  await reporting(commune, head, 0);
  expect(await revAfter()).toBe(first);
  await reporting(commune, head, 2);
  const waiting = await revAfter();
  expect(waiting).toBeGreaterThan(first);
  await reporting(commune, head, 5);
  expect(await revAfter()).toBe(waiting);
  await reporting(commune, head, 0);
  const calm = await revAfter();
  expect(calm).toBeGreaterThan(waiting);
  commune.clock.advance(24 * 3_600_000);
  await reporting(commune, head, 0);
  expect(await revAfter()).toBeGreaterThan(calm);
  expect((await devicesSeen(commune, officer)).get(head.id)?.seenAt).toBe(commune.clock.now());
});

/** Counts the statements that a store's writes run. */
function counting(store: Store): { store: Store; statements: () => number } {
  let count = 0;
  const counted = <Tables extends object>(tables: Tables): Tables =>
    new Proxy(tables, {
      get: (of, name) => {
        const table: unknown = Reflect.get(of, name);
        if (typeof table !== 'object' || table === null) return table;
        return new Proxy(table, {
          get: (members, member) => {
            const call: unknown = Reflect.get(members, member);
            if (typeof call !== 'function') return call;
            return (...given: unknown[]): unknown => {
              count += 1;
              return Reflect.apply(call, members, given);
            };
          },
        });
      },
    });
  return {
    store: { ...store, write: (job) => store.write((transaction) => job(counted(transaction))) },
    statements: () => count,
  };
}

test('showing devices costs an exchange less than one statement on average', async () => {
  let statements = (): number => 0;
  const commune = await openCommune({
    wrapStore: (store) => {
      const counted = counting(store);
      ({ statements } = counted);
      return counted.store;
    },
  });
  const head = await commune.head();
  const costs: number[] = [];
  // A fortnight of one phone: four exchanges a day, work that waits now and then.
  for (let exchange = 0; exchange < 56; exchange++) {
    commune.clock.advance(6 * 3_600_000);
    const before = statements();
    await reporting(commune, head, exchange % 7 === 3 ? 1 : 0);
    costs.push(statements() - before);
  }
  const plain = Math.min(...costs);
  const more = costs.reduce((sum, cost) => sum + cost - plain, 0) / costs.length;
  console.log(
    `statements of an exchange: ${plain}, for showing the device ${more.toFixed(2)} more on average`,
  );
  expect(more).toBeLessThan(1.1);
  expect(Math.max(...costs)).toBeGreaterThan(plain);
});

test('what was set aside shows with its kind and code, and goes when it takes effect after all', async () => {
  let lacked: string | null = 'comment.add';
  const commune = await openCommune({
    faults: { at: () => undefined, lacks: (kind) => kind === lacked },
  });
  const [officer, head] = [await commune.officer(), await commune.head()];
  const assessmentId = head.enrolment?.assessmentId ?? '';
  await send(commune, head, submitIntent(assessmentId, 'hamlet'));
  await send(commune, head, { kind: 'comment.add', args: { assessmentId, text: 'Chữ riêng' } });
  const shown = async () =>
    (await rowsOf(commune, officer, 'quarantine')).map(({ value }) =>
      value === null ? null : rowSchemas.quarantine.parse(value),
    );
  expect(await shown()).toMatchObject([{ deviceId: head.id, kind: 'comment.add', code: 'UNKNOWN_KIND' }]);
  expect(JSON.stringify(await shown())).not.toContain('Chữ riêng');
  expect(await problems(commune)).toEqual([]);
  lacked = null;
  expect(await commune.core.judgeAgain()).toBe(1);
  expect(await shown()).toEqual([null]);
  expect(await problems(commune)).toEqual([]);
});

test('verify finds a row of the office that its table does not bear out', async () => {
  const commune = await openCommune();
  const head = await commune.head();
  await commune.store.write(async ({ feed }) => {
    const row = await feed.find('office', 'device', head.id);
    if (row === undefined) throw new Error('no row');
    const { commune_id: _, ...rest } = row;
    await feed.put({ ...rest, value: (row.value ?? '').replace('hamletHead', 'officer') });
  });
  expect(await problems(commune)).toEqual([
    { what: 'office-row-differs-from-tables', where: `feed office device ${head.id}` },
  ]);
});

test('a database from before there were such rows shows what it holds, once', async () => {
  const commune = await openCommune();
  const [officer, head] = [await commune.officer(), await commune.head()];
  await commune.store.write(async (transaction) => {
    const row = await transaction.device.find(head.id);
    if (row === undefined) throw new Error('no device');
    await transaction.device.advance({ ...row, shown_at: null });
    const ledger = await openLedger(transaction);
    const shown = { entity: 'device' as const, id: head.id, scopes: [officeScope] };
    await bury(transaction, { ...shown, rev: ledger.nextRev() });
    await ledger.save();
  });
  expect((await problems(commune)).map(({ what }) => what)).toEqual(['office-row-differs-from-tables']);
  await commune.store.write(catchUp);
  expect((await devicesSeen(commune, officer)).get(head.id)?.role).toBe('hamletHead');
  const rev = (await commune.store.read((tables) => tables.commune.find()))?.rev;
  await commune.store.write(catchUp);
  expect((await commune.store.read((tables) => tables.commune.find()))?.rev).toBe(rev);
  expect(await problems(commune)).toEqual([]);
});

test('a new store is under the rules from its first entry', async () => {
  const { core } = await openServerCore({
    sessions: 'notAsked',
    dataDir: ':memory:',
    clock: testClock(),
    chance,
    log: () => undefined,
  });
  expect((await core.verify()).problems).toEqual([]);
  await core.close();
});
