/** All of a commune at one instant, out of one kind of store and into the other, and back. */
import { afterAll, expect, test } from 'vitest';
import { createServerCore } from '#server/core.ts';
import { createKeys } from '#server/crypto/keys.ts';
import { seedFirstStart } from '#server/seed/first-start.ts';
import type { Store, StoredRow } from '#server/store/store.ts';
import { tableNames, type TableName } from '#server/store/table-list.ts';
import { createFactsCache } from '#server/sync/facts.ts';
import { createIdMaker } from '#protocol/ids.ts';
import { TestPostgres } from '../../support/postgres.ts';
import { chance, testClock } from '../core/commune.ts';
import { makeCommune, postgresKit, publish, sqliteKit } from './kit.ts';

const postgres = await TestPostgres.start();
const kits = [sqliteKit, postgresKit(postgres)] as const;
afterAll(() => postgres.stop());

type Content = Map<TableName, StoredRow[]>;
const contentOf = (store: Store): Promise<Content> =>
  store.snapshot(async (snapshot) => {
    const content: Content = new Map();
    for (const table of tableNames) {
      const rows: StoredRow[] = [];
      for await (const some of snapshot.rows(table)) rows.push(...some);
      content.set(table, rows);
    }
    return content;
  });
const putBack = (store: Store, content: Content): Promise<void> =>
  store.load(async (put) => {
    for (const [table, rows] of content) await put(table, rows);
  });

const clock = testClock();
const coreOf = async (store: Store) =>
  createServerCore({
    store,
    clock,
    chance,
    keys: await createKeys(),
    log: () => undefined,
    sessions: 'notAsked',
  });

test('what one kind of store held the other holds after it, row for row, and it adds up', async () => {
  const [sqlite, pg] = [await kits[0].make(), await kits[1].make()];
  const [first, second, third] = [await sqlite.open(), await pg.open(), await (await kits[0].make()).open()];
  await seedFirstStart({
    store: first,
    clock,
    facts: createFactsCache(),
    newId: createIdMaker(clock, chance),
  });
  await (await coreOf(first)).seedDemo({ households: 40, seed: 7 });
  const content = await contentOf(first);
  expect(content.get('operation')?.length).toBeGreaterThan(200);

  // What was there goes.
  await makeCommune(second);
  await second.write(publish('old'));
  await putBack(second, content);
  expect(await contentOf(second)).toEqual(content);
  const report = await (await coreOf(second)).verify();
  expect(report.counts).toEqual((await (await coreOf(first)).verify()).counts);
  expect(report.problems).toEqual([]);

  await putBack(third, await contentOf(second));
  expect(await contentOf(third)).toEqual(content);
  for (const store of [first, second, third]) await store.close();
  await sqlite.dispose();
});

test.each(kits.map((kit, at) => [['SQLite', 'PostgreSQL'][at], kit] as const))(
  '%s: a copy is of one instant, whatever is written while it is taken; a load that fails changes nothing',
  async (_name, kit) => {
    const database = await kit.make();
    const store = await database.open();
    await makeCommune(store);
    for (let at = 0; at < 3; at++) await store.write(publish(`before ${at}`));
    const rev = await store.snapshot(async (snapshot) => {
      await store.write(publish('while'));
      const feed: unknown[] = [];
      for await (const rows of snapshot.rows('feed')) feed.push(...rows.map(({ id }) => id));
      expect(feed).toEqual(['before 0', 'before 1', 'before 2']);
      for await (const [commune] of snapshot.rows('commune')) return commune?.['rev'];
      return null;
    });
    expect(rev).toBe(3);
    const content = await contentOf(store);
    const failing = store.load(async (put) => {
      await put('commune', content.get('commune') ?? []);
      throw new Error('planted');
    });
    await expect(failing).rejects.toThrow('planted');
    const unknown = store.load((put) => put('commune', [{ commune_id: 'xa-1', colour: 'red' }]));
    await expect(unknown).rejects.toThrow('colour');
    const foreign = store.load((put) => put('stumble', [{ commune_id: 'xa-2', op_hash: 'h', times: 1 }]));
    await expect(foreign).rejects.toThrow('another commune');
    expect(await contentOf(store)).toEqual(content);
    await database.dispose();
  },
);
