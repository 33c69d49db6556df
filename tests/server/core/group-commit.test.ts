import { expect, test } from 'vitest';
import { createGroupCommit, type Connection, type GroupCommit } from '#server/store/group-commit.ts';
import { openSqliteStore } from '#server/store/sqlite.ts';
import type { Store, Transaction } from '#server/store/store.ts';
import type { Tables } from '#server/store/tables.ts';
import { CHAIN_START } from '#protocol/hash.ts';

const open = async (): Promise<Store> => {
  const store = openSqliteStore({ file: ':memory:', communeId: 'thu-nghiem' });
  await store.write(async ({ commune }) =>
    commune.create({
      rev: 0,
      epoch: 'e',
      audit_head: CHAIN_START,
      facts_op: '',
      created_at: 0,
      drain_until: null,
    }),
  );
  return store;
};
const put =
  (id: string) =>
  async ({ stumble }: Transaction) =>
    stumble.put(id, 1);

/** A connection that only remembers what it was told. */
function tracedConnection(trace: string[]): Connection {
  let inside = false;
  return {
    begin: async () => {
      trace.push('begin');
      inside = true;
    },
    commit: async () => {
      trace.push('commit');
      inside = false;
    },
    execute: async (text) => {
      trace.push(text);
      if (text === 'rollback') inside = false;
    },
    inTransaction: () => inside,
  };
}

/** The promise of a write settles only after the commit. */
async function answersAfterCommit(
  make: (connection: Connection) => Pick<GroupCommit, 'write'>,
): Promise<boolean> {
  const trace: string[] = [];
  const { write } = make(tracedConnection(trace));
  await Promise.all(
    [1, 2, 3].map(async (index) => {
      await write(async () => index);
      trace.push('answered');
    }),
  );
  return trace.indexOf('commit') !== -1 && trace.indexOf('commit') < trace.indexOf('answered');
}

test('nobody is answered before the commit; a store that answers early fails the same check', async () => {
  const store = await open();
  const tables = await store.read(async (given): Promise<Tables> => given);
  expect(await answersAfterCommit((connection) => createGroupCommit(connection, tables))).toBe(true);
  const early = (connection: Connection): Pick<GroupCommit, 'write'> => {
    const group = createGroupCommit(connection, tables);
    return {
      write: (job) =>
        new Promise((resolve, reject) => {
          group
            .write(async (transaction) => {
              const result = await job(transaction);
              resolve(result);
              // The turn the caller would have been answered in.
              await new Promise((go) => void setImmediate(go));
              return result;
            })
            .catch(reject);
        }),
    };
  };
  expect(await answersAfterCommit(early)).toBe(false);
  await store.close();
});

test('jobs of one turn share one commit, in order of arrival', async () => {
  const trace: string[] = [];
  const store = await open();
  const tables = await store.read(async (given): Promise<Tables> => given);
  const group = createGroupCommit(tracedConnection(trace), tables);
  const order: number[] = [];
  await Promise.all([1, 2, 3, 4].map((index) => group.write(async () => void order.push(index))));
  expect(order).toEqual([1, 2, 3, 4]);
  expect(trace.filter((text) => text === 'commit')).toHaveLength(1);
  await store.close();
});

test('a commit about to begin waits for those already on their way, and for nobody who turned back', async () => {
  const trace: string[] = [];
  const store = await open();
  const tables = await store.read(async (given): Promise<Tables> => given);
  const group = createGroupCommit(tracedConnection(trace), tables, 3_600_000);
  const steps: Record<string, () => void> = {};
  const onTheWay = async (name: string): Promise<void> => {
    await group.arriving(new Promise<void>((resolve) => (steps[name] = resolve)));
    if (name !== 'turned back') await group.write(async () => name);
  };
  const all = [onTheWay('slow'), onTheWay('turned back'), group.write(async () => 'first')];
  steps['turned back']?.();
  // Long enough for a commit that does not wait to have happened.
  for (let turn = 0; turn < 20; turn++) await new Promise((go) => void setImmediate(go));
  expect(trace).toEqual([]);
  steps['slow']?.();
  await Promise.all(all);
  expect(trace.filter((text) => text === 'commit')).toHaveLength(1);
  await store.close();
});

test('a failing job takes back only itself', async () => {
  const store = await open();
  const outcomes = await Promise.allSettled([
    store.write(put('a')),
    store.write(async (transaction) => {
      await put('b')(transaction);
      throw new Error('planted');
    }),
    store.write(put('c')),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  const times = await store.read(({ stumble }) =>
    Promise.all(['a', 'b', 'c'].map((id) => stumble.times(id))),
  );
  expect(times).toEqual([1, 0, 1]);
  await store.close();
});

test('a savepoint inside a job is undone alone', async () => {
  const store = await open();
  await store.write(async (transaction) => {
    await put('a')(transaction);
    await transaction
      .savepoint(async () => {
        await put('b')(transaction);
        throw new Error('planted');
      })
      .catch((error: unknown) => {
        if (!(error instanceof Error) || error.message !== 'planted') throw error;
      });
    await put('c')(transaction);
  });
  const times = await store.read(({ stumble }) =>
    Promise.all(['a', 'b', 'c'].map((id) => stumble.times(id))),
  );
  expect(times).toEqual([1, 0, 1]);
  await store.close();
});

test('when the commit itself fails everybody of the batch is told, and the next batch works', async () => {
  const trace: string[] = [];
  const connection = tracedConnection(trace);
  let failing = true;
  const store = await open();
  const tables = await store.read(async (given): Promise<Tables> => given);
  const group = createGroupCommit(
    {
      ...connection,
      commit: async () => {
        if (failing) throw new Error('disk full');
        await connection.commit();
      },
    },
    tables,
  );
  const lost = await Promise.allSettled([group.write(async () => 1), group.write(async () => 2)]);
  expect(lost.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(trace.at(-1)).toBe('rollback');
  failing = false;
  expect(await group.write(async () => 3)).toBe(3);
  await store.close();
});

test('a read never sees what is not committed', async () => {
  const store = await open();
  const writing = store.write(async (transaction) => {
    await put('a')(transaction);
    throw new Error('planted');
  });
  const seen = store.read(({ stumble }) => stumble.times('a'));
  await expect(writing).rejects.toThrow('planted');
  expect(await seen).toBe(0);
  await store.close();
});
