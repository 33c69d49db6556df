/** The two kinds of store side by side: what one holds is put into the other, and the papers of both are compared. */
import { afterAll, expect, test } from 'vitest';
import { createServerCore } from '#server/core.ts';
import { createKeys } from '#server/crypto/keys.ts';
import { openPostgresStore } from '#server/store/postgres.ts';
import type { Store, StoredRow } from '#server/store/store.ts';
import { tableNames, type TableName } from '#server/store/table-list.ts';
import { TestPostgres } from '../../support/postgres.ts';
import { chance, doorOf } from '../core/commune.ts';
import { filesFrom, shown } from './all-papers.ts';
import { DAY, openAwardScene, type AwardScene } from './award-scene.ts';

const postgres = await TestPostgres.start();
afterAll(() => postgres.stop());

type Content = ReadonlyMap<TableName, readonly StoredRow[]>;

const contentOf = (store: Store): Promise<Content> =>
  store.snapshot(async (snapshot) => {
    const content = new Map<TableName, StoredRow[]>();
    for (const table of tableNames) {
      const rows: StoredRow[] = [];
      for await (const some of snapshot.rows(table)) rows.push(...some);
      content.set(table, rows);
    }
    return content;
  });

/** A PostgreSQL that is told what to hold, and the files an officer of this commune draws from what it gives back. */
async function openSecond({ desk: { commune }, lan }: AwardScene) {
  const { communeId } = commune.store;
  const store = await openPostgresStore({ url: postgres.url(await postgres.createDatabase()), communeId });
  const core = createServerCore({
    store,
    clock: commune.clock,
    chance,
    keys: await createKeys(),
    sessions: 'notAsked',
    log: () => undefined,
  });
  const second = { ...commune, core, store, door: doorOf(core) };
  const filesHolding = async (content: Content): Promise<[string, string][]> => {
    await store.load(async (put) => {
      for (const [table, rows] of content) await put(table, [...rows]);
    });
    // A server that never saw this machine answers it with a challenge first.
    const asked = await lan.exchange(second.door, []);
    lan.challenge = JSON.parse(asked.text).challenge;
    return filesFrom(await shown(second, lan), DAY);
  };
  return { filesHolding, close: () => store.close() };
}

test('SQLite and PostgreSQL holding the same give the same papers, certificates and annexes, byte for byte', async () => {
  const scene = await openAwardScene();
  const { desk, lan, trainingId } = scene;
  const onSqlite = await filesFrom(await shown(desk.commune, lan), DAY);
  const content = await contentOf(desk.commune.store);
  expect(onSqlite).toHaveLength(14);
  const { filesHolding, close } = await openSecond(scene);
  expect(await filesHolding(content)).toEqual(onSqlite);

  // Control: one figure of one row is another on the second store, and the report says so.
  const feed = content.get('feed') ?? [];
  const changed = feed.map((row) =>
    row['id'] === trainingId ? { ...row, value: String(row['value']).replace(':86', ':87') } : row,
  );
  expect(changed).not.toEqual(feed);
  const other = await filesHolding(new Map([...content, ['feed', changed]]));
  expect(other[0]).not.toEqual(onSqlite[0]);
  expect(other.slice(1)).toEqual(onSqlite.slice(1));
  await close();
}, 60_000);
