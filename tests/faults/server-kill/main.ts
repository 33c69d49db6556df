/**
 * `node tests/faults/server-kill/main.ts [KILLS] [SEED] [sqlite | postgres]`: SQLite, then two servers on one PostgreSQL.
 * Prints what came of it.
 */
import { TestPostgres } from '../../support/postgres.ts';
import { runStory, type Plan, type Story } from './story.ts';

const [kills = '200', seed = '20261122', only] = process.argv.slice(2);
const plan: Plan = { kills: Number(kills), seed: Number(seed), servers: 1, phones: 8, ports: [8660, 8669] };

const tell = (name: string, story: Story): void => {
  const { lost, twice, problems, broken, databaseKills, sealed, acknowledged, ms } = story;
  console.log(
    `${name}: seed ${seed}, ${story.kills} servers killed${databaseKills > 0 ? `, database killed ${databaseKills} times` : ''}, ` +
      `${sealed} operations, ${acknowledged} acknowledged, ${lost.length} lost, ${twice.length} twice, ` +
      `${Math.round(ms / 1000)} s`,
  );
  for (const wrong of [...lost, ...twice, ...broken, ...problems]) console.log(`  ${JSON.stringify(wrong)}`);
  if (lost.length + twice.length + broken.length + problems.length > 0) process.exitCode = 1;
};

if (only !== 'postgres') {
  tell('SQLite', await runStory(plan));
  tell('SQLite, two processes', await runStory({ ...plan, kills: Math.ceil(plan.kills / 4), servers: 2 }));
}
if (only !== 'sqlite') {
  const server = await TestPostgres.start({ durable: true });
  try {
    const database = await server.createDatabase();
    const postgres = { server, database, killedEvery: 25 };
    tell('PostgreSQL, two processes', await runStory({ ...plan, servers: 2, postgres }));
  } finally {
    await server.stop();
  }
}
