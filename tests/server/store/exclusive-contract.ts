/** One at a time under a name, also between processes, also when the holder is killed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { root } from '../../support/source-files.ts';
import { gate, type Kit, type TestDatabase } from './kit.ts';

export function exclusiveContract(name: string, kit: Kit): void {
  const made: TestDatabase[] = [];
  afterEach(async () => {
    for (const each of made.splice(0)) await each.dispose();
  });
  const database = async (): Promise<TestDatabase> => {
    const fresh = await kit.make();
    made.push(fresh);
    return fresh;
  };

  test(`${name}: under one name one at a time, in whichever process; under another name at once`, async () => {
    const shared = await database();
    const processes = [await shared.open(), await shared.open()];
    let [inside, most] = [0, 0];
    const done: string[] = [];
    await Promise.all(
      processes.flatMap((store, at) =>
        ['a', 'b', 'c'].map((turn) =>
          store.exclusive('one', async () => {
            inside += 1;
            most = Math.max(most, inside);
            await store.read(({ commune }) => commune.find());
            // While this name is held, another is free, also for the same process.
            await store.exclusive(`other ${at}`, async () => undefined);
            inside -= 1;
            done.push(`${at}${turn}`);
          }),
        ),
      ),
    );
    expect(most).toBe(1);
    expect(done.filter((each) => each.startsWith('0'))).toEqual(['0a', '0b', '0c']);
    expect(done).toHaveLength(6);
  });

  test(`${name}: work that fails says so, and gives the name back`, async () => {
    const store = await (await database()).open();
    await expect(
      store.exclusive('one', async () => {
        throw new Error('planted');
      }),
    ).rejects.toThrow('planted');
    expect(await store.exclusive('one', async () => 'in')).toBe('in');
  });

  test(`${name}: a name held by another process is waited for, and free once that process is killed`, async () => {
    const shared = await database();
    const store = await shared.open();
    const holder = spawn(
      process.execPath,
      [join(root, 'tests/support/lock-holder.entry.ts'), shared.place, 'one'],
      { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(holder.stdout, 'data');
    const order: string[] = [];
    const entered = gate();
    const waiting = store.exclusive('one', async () => {
      order.push('entered');
      entered.open();
    });
    // Another name is asked for and given often enough for the first to have been, were it free.
    for (let turn = 0; turn < 5; turn++) await store.exclusive(`free ${turn}`, async () => undefined);
    order.push('killing');
    holder.kill('SIGKILL');
    await waiting;
    expect(order).toEqual(['killing', 'entered']);
  });

  test(`${name}: names asked for at once by a store that has not been used yet are all held to the end`, async () => {
    const shared = await database();
    const store = await shared.open();
    const names = ['one', 'two', 'three', 'four'];
    const done = await Promise.all(names.map((each) => store.exclusive(each, async () => each)));
    expect(done).toEqual(names);
  });
}
