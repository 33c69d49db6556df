/** What the core promises, again, over PostgreSQL: the very tests of the embedded store. */
import { afterAll, afterEach, vi } from 'vitest';
import { openPostgresStore } from '#server/store/postgres.ts';
import type { Store } from '#server/store/store.ts';
import { TestPostgres } from '../../support/postgres.ts';
import { stores } from '../core/commune.ts';

// The core and its tests are read anew, over the store made here, and not left to the files that come after.
vi.hoisted(() => vi.resetModules());
const postgres = await TestPostgres.start();
const url = postgres.url(await postgres.createDatabase());
const opened: Store[] = [];
// A commune of its own each; the others' rows stay around it.
stores.runs = 4;
stores.open = async () => {
  const store = await openPostgresStore({ url, communeId: `xa-${opened.length}` });
  opened.push(store);
  return store;
};

await import('../core/exactly-once.test.ts');
await import('../core/submit.test.ts');
await import('../core/records.test.ts');
await import('../core/registers.test.ts');
await import('../core/scopes.test.ts');
await import('../core/faults.test.ts');
await import('../core/freeze.test.ts');
await import('../core/erased-family.test.ts');
await import('../core/openings.test.ts');
await import('../awards/agrees.test.ts');
await import('../erase/awards.test.ts');
await import('../erase/tellings.test.ts');
await import('../open-data/kept-releases.test.ts');
await import('../papers/same-papers.test.ts');

afterEach(async () => {
  for (const store of opened) await store.close();
});
afterAll(async () => {
  vi.resetModules();
  await postgres.stop();
});
