/** What only a database server can do wrong: policies, lock order, connections that go, text it cannot keep. */
import { afterAll, expect, test } from 'vitest';
import { Client } from 'pg';
import { openPostgresStore } from '#server/store/postgres.ts';
import { StoreBusyError } from '#server/store/store.ts';
import { TestPostgres } from '../../support/postgres.ts';
import { byteByByte } from './byte-by-byte.ts';
import { aCommune, gate, makeCommune, publish } from './kit.ts';

const postgres = await TestPostgres.start();
afterAll(() => postgres.stop());

/** Another client of the same database, without our store in between. */
async function rawClient(database: string): Promise<Client> {
  const client = new Client({ connectionString: postgres.url(database) });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Until one of the database's clients waits for a lock, or nobody asks any more. */
async function somebodyWaits(asked: () => boolean): Promise<void> {
  while (asked()) {
    const [row] = await postgres.ask('select count(*)::int as waiting from pg_locks where not granted');
    if (row?.['waiting'] !== 0) return;
  }
}

// promise: P10
test('every table is behind the second wall: a statement that forgets its commune sees no other’s rows', async () => {
  const database = await postgres.createDatabase();
  const url = postgres.url(database);
  const stores = [
    await openPostgresStore({ url, communeId: "xa-'1" }),
    await openPostgresStore({ url, communeId: 'xa-2' }),
  ];
  for (const store of stores) {
    await makeCommune(store);
    await store.write(publish('x'));
    await store.close();
  }
  const rows = async (role: string | undefined, commune: string | null): Promise<unknown> => {
    const client = new Client({ connectionString: postgres.url(database, role) });
    await client.connect();
    if (commune !== null) await client.query("select set_config('thidua.commune', $1, false)", [commune]);
    const found = await client.query('select commune_id from feed order by 1');
    const changed = await client.query("update feed set value = '{}'");
    await client.end();
    return [found.rows.map((row) => String(row.commune_id)), changed.rowCount];
  };
  expect(await rows(undefined, "xa-'1")).toEqual([["xa-'1"], 1]);
  expect(await rows(undefined, 'xa-2')).toEqual([['xa-2'], 1]);
  // Without being told whose rows they are it sees none.
  expect(await rows(undefined, null)).toEqual([[], 0]);
  // The control: whoever is above policies sees all of them.
  expect(await rows('postgres', 'xa-2')).toEqual([["xa-'1", 'xa-2'], 2]);

  const client = await rawClient(database);
  await client.query("select set_config('thidua.commune', 'xa-2', false)");
  const smuggled = client.query("insert into stumble (commune_id, op_hash, times) values ('xa-1', 'h', 1)");
  await expect(smuggled).rejects.toThrow('row-level security');
  await client.end();
  const open = await postgres.ask(
    `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
     and not (relrowsecurity and relforcerowsecurity)`,
    database,
  );
  expect(open).toEqual([{ relname: 'schema_version' }]);
});

test('a role above policies, and a database that forgets, are told', async () => {
  const database = await postgres.createDatabase();
  const told = async (role?: string): Promise<string[]> => {
    const weaknesses: string[] = [];
    const store = await openPostgresStore({
      url: postgres.url(database, role),
      communeId: 'xa-1',
      warn: (weakness) => void weaknesses.push(weakness),
    });
    await store.close();
    return weaknesses;
  };
  expect(await told()).toEqual(['database-without-fsync']);
  expect(await told('postgres')).toEqual([
    'database-without-fsync',
    'database-role-above-row-level-security',
  ]);
});

test('revisions are committed in their order, so that a reader’s cursor passes over none', async () => {
  const database = await postgres.createDatabase();
  const [slow, quick] = [
    await openPostgresStore({ url: postgres.url(database), communeId: 'xa-1' }),
    await openPostgresStore({ url: postgres.url(database), communeId: 'xa-1' }),
  ];
  await makeCommune(slow);

  /** A reader that goes on from the newest row it saw, asking while the slow writer is inside and after both. */
  const seen = async (
    late: () => Promise<unknown>,
    between: () => Promise<void>,
    early: () => Promise<unknown>,
  ) => {
    let cursor = 0;
    const ids: string[] = [];
    const pull = async (): Promise<void> => {
      for (const { id, rev } of await quick.read(({ feed }) => feed.page('office', cursor, 10))) {
        ids.push(id);
        cursor = rev;
      }
    };
    const lateDone = late();
    await between();
    const earlyDone = early();
    let asking = true;
    await Promise.race([earlyDone, somebodyWaits(() => asking)]);
    asking = false;
    await pull();
    finish.open();
    await Promise.all([lateDone, earlyDone]);
    await pull();
    return ids.toSorted((a, b) => (a < b ? -1 : 1));
  };

  let [finish, inside] = [gate(), gate()];
  const waitInside = async (): Promise<void> => {
    inside.open();
    await finish.opened;
  };
  const ours = await seen(
    () => slow.write(publish('a', waitInside)),
    () => inside.opened,
    () => quick.write(publish('b')),
  );
  expect(ours).toEqual(['a', 'b']);

  // The control: revisions from a sequence, without the row's lock. The reader passes over the one that is late.
  [finish, inside] = [gate(), gate()];
  const [first, second] = [await rawClient(database), await rawClient(database)];
  await first.query('create sequence revision start 3');
  const taking = async (client: Client, id: string, meanwhile: () => Promise<void>): Promise<void> => {
    await client.query("begin; set local thidua.commune = 'xa-1'");
    await client.query(
      `insert into feed (commune_id, scope, entity, id, rev, value)
       values ('xa-1', 'office', 'hamlet', $1, nextval('revision'), '{}')`,
      [id],
    );
    await meanwhile();
    await client.query('commit');
  };
  const without = await seen(
    () => taking(first, 'c', waitInside),
    () => inside.opened,
    () => taking(second, 'd', () => Promise.resolve()),
  );
  expect(without).toEqual(['a', 'b', 'd']);
  for (const client of [first, second]) await client.end();
  for (const store of [slow, quick]) await store.close();
});

test('a connection lost inside a transaction is told as busy, leaves nothing, and is replaced', async () => {
  const database = await postgres.createDatabase();
  const store = await openPostgresStore({ url: postgres.url(database), communeId: 'xa-1' });
  await makeCommune(store);
  const disconnect = async (): Promise<void> => {
    await postgres.ask(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '${database}'`,
    );
  };
  const lost = [store.write(publish('a', disconnect)), store.write(publish('b'))];
  const outcomes = await Promise.allSettled(lost);
  expect(
    outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason instanceof StoreBusyError),
  ).toEqual([true, true]);
  await store.write(publish('c'));
  // Those that only read were disconnected too; the first to notice is told, the next is served.
  await store.read(({ commune }) => commune.find()).catch(() => undefined);
  const ids = await store.read(async ({ feed }) => (await feed.page('office', 0, 10)).map(({ id }) => id));
  expect(ids).toEqual(['c']);
  await disconnect();
  await store.exclusive('one', async () => undefined).catch(() => undefined);
  await expect(store.exclusive('one', disconnect)).rejects.toThrow('lost while it was held');
  expect(await store.exclusive('one', async () => 'in')).toBe('in');
  await store.close();
});

test('an error that arrives before the end of its answer leaves the connection fit for the next', async () => {
  const database = await postgres.createDatabase();
  const through = await byteByByte(postgres.folder);
  const url = postgres.url(database).replace(postgres.folder, through.host);
  const [slow, quick] = [
    await openPostgresStore({ url: postgres.url(database), communeId: 'xa-1' }),
    await openPostgresStore({ url, communeId: 'xa-1', lockWaitMs: 30 }),
  ];
  await makeCommune(slow);
  const [finish, inside] = [gate(), gate()];
  const holding = slow.write(
    publish('slow', async () => {
      inside.open();
      await finish.opened;
    }),
  );
  await inside.opened;
  await expect(quick.write(publish('quick'))).rejects.toThrow(StoreBusyError);
  finish.open();
  await holding;
  await quick.write(publish('quick'));
  await expect(quick.write(({ commune }) => commune.create(aCommune))).rejects.toThrow('duplicate');
  await quick.write(publish('again'));
  for (const store of [slow, quick]) await store.close();
  await through.close();
});

test('a commit that PostgreSQL turns into a rollback is not taken for one', async () => {
  const database = await postgres.createDatabase();
  const store = await openPostgresStore({ url: postgres.url(database), communeId: 'xa-1' });
  await makeCommune(store);
  const careless = store.write(async (transaction) => {
    await publish('a')(transaction);
    await transaction.commune.create(aCommune).catch(() => undefined);
    return 'acknowledged';
  });
  await expect(careless).rejects.toThrow(StoreBusyError);
  expect(await store.read(({ feed }) => feed.page('office', 0, 10))).toEqual([]);
  await store.close();
});
test('a NUL in somebody’s words does not stop what they wrote', async () => {
  const url = postgres.url(await postgres.createDatabase());
  const store = await openPostgresStore({ url, communeId: 'xa-1' });
  const comment = {
    comment_id: 'c',
    assessment_id: 'a',
    criterion_id: null,
    by_name: '',
    by_role: '',
    at: 0,
  };
  await store.write((tables) => tables.comment.insert({ ...comment, text: 'trước\0sau' }));
  expect((await store.read((tables) => tables.comment.of('a')))[0]?.text).toBe('trước\u{FFFD}sau');
  await store.close();
});

test('where nobody answers, one line says so without the password', async () => {
  const url = 'postgres://thidua:matkhau@127.0.0.1:5479/thidua';
  const opening = openPostgresStore({ url, communeId: 'xa-1' });
  await expect(opening).rejects.toThrow(/^no connection: connect ECONNREFUSED 127.0.0.1:5479$/);
});
