/** A process that takes a lock of a store and holds it until it is killed: `STORE NAME`, a path or a `postgres://` URL. */
import { openPostgresStore } from '#server/store/postgres.ts';
import { openSqliteStore } from '#server/store/sqlite.ts';

const [place = '', name = ''] = process.argv.slice(2);
const communeId = 'xa-1';
const store = place.startsWith('postgres:')
  ? await openPostgresStore({ url: place, communeId })
  : openSqliteStore({ file: place, communeId });
await store.exclusive(name, async () => {
  process.stdout.write('held\n');
  await new Promise((resolve) => void setTimeout(resolve, 600_000));
});
