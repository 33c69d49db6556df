/** The short form of `tests/faults/server-kill`: a few deaths each, in every run of the tests. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, test, vi } from 'vitest';
import type { Sender } from '../faults/server-kill/sender.ts';
import { runStory, type Plan } from '../faults/server-kill/story.ts';
import { TestPostgres } from '../support/postgres.ts';

const SEED = 20_261_122;
const postgres = await TestPostgres.start({ durable: true });
afterAll(() => postgres.stop());

// A limit on hanging: every death costs a start of the server, and starts are slow on a busy machine.
vi.setConfig({ testTimeout: 600_000 });

const plan: Plan = { kills: 3, seed: SEED, servers: 1, phones: 4, ports: [8670, 8679] };

/** As a commit that never reached the disk would: the newest operation of a phone is gone. */
function forgetOne({ dataDir }: { dataDir: string }, [sender]: readonly Sender[]): void {
  const opId = sender?.sealed[sender.acknowledged - 1]?.opId ?? '';
  const raw = new DatabaseSync(join(dataDir, 'thidua.sqlite'));
  for (const table of ['device_seq', 'operation'])
    raw.prepare(`delete from ${table} where op_id = ?`).run(opId);
  raw.close();
}

const whole = { lost: [], twice: [], problems: [], broken: [] };

// promise: P2, P4
test(`SQLite: servers killed while phones send lose nothing acknowledged and do nothing twice (seed ${SEED})`, async () => {
  const story = await runStory({ ...plan, hurt: forgetOne });
  expect(story).toMatchObject({ ...whole, kills: 3 });
  // The control: a database that forgot one acknowledged operation is seen through.
  expect(story.control?.lost).toHaveLength(1);
  expect(story.control?.problems).not.toEqual([]);
});

// promise: P2, P4
test(`PostgreSQL: two servers on one database, and the database itself, killed while phones send (seed ${SEED})`, async () => {
  const database = await postgres.createDatabase();
  const killed = { server: postgres, database, killedEvery: 2 };
  expect(await runStory({ ...plan, kills: 2, servers: 2, postgres: killed })).toMatchObject({
    ...whole,
    kills: 1,
    databaseKills: 1,
  });
});
