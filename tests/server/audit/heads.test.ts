import { expect, test } from 'vitest';
import { createHeadsCache } from '#server/audit/read-heads.ts';
import type { Tables } from '#server/store/tables.ts';
import { openCommune } from '../core/commune.ts';

const DAY_MS = 24 * 3_600_000;

test('daily heads are reckoned on from where they were; a byte changed in a day already told is found by verify', async () => {
  const commune = await openCommune();
  const { store, clock, core } = commune;
  const cache = createHeadsCache();
  const asked: number[] = [];
  /** The store's own table, with a note of from where it was read. */
  const read = (from = cache) =>
    store.read((tables) => {
      const operation: Tables['operation'] = {
        ...tables.operation,
        days: (rev) => {
          asked.push(rev);
          return tables.operation.days(rev);
        },
      };
      return from.of({ operation });
    });
  await commune.officer();
  const first = await read();
  expect(first).toHaveLength(1);
  await commune.head();
  const [today] = await read();
  expect(today).toMatchObject({ day: first[0]?.day, entries: (first[0]?.entries ?? 0) + 2 });
  clock.advance(DAY_MS);
  await commune.head(commune.hamlets[1]?.id);
  // A clock set back: what comes later in the log ends its day anew.
  clock.advance(-DAY_MS);
  await commune.head(commune.hamlets[2]?.id);
  // Two questions at once count nothing twice.
  const [days, same] = await Promise.all([read(), read()]);
  expect(same).toEqual(days);
  expect(days).toEqual(await read(createHeadsCache()));
  expect(days.map(({ entries }) => entries)).toEqual([2, (today?.entries ?? 0) + 2]);
  const audit = (await store.read((tables) => tables.commune.find()))?.audit_head;
  expect(days[1]?.log).toBe(audit);
  // The first question read the log from its beginning, as a new cache does; the others from where one had been.
  expect([asked[0], asked[1], asked.at(-1)]).toEqual([0, first[0]?.rev, 0]);
  for (const rev of asked.slice(2, 4)) expect(rev).toBeGreaterThanOrEqual(today?.rev ?? Infinity);

  expect((await core.verify()).problems).toEqual([]);
  const [entry] = await store.read(({ operation }) => operation.page((first[0]?.rev ?? 0) - 1, 1));
  const changed = (entry?.body ?? '').replace(/.$/, ' ');
  await store.write(({ operation }) => operation.keepBody(entry?.op_id ?? '', changed));
  expect(await read()).toEqual(days);
  expect((await core.verify()).problems).toContainEqual({
    what: 'body-differs-from-hash',
    where: `operation ${entry?.op_id}`,
  });
  await core.close();
}, 30_000);
