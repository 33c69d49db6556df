import { DatabaseSync } from 'node:sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nextCode } from '#server/sync/judge/human-code.ts';
import { openCommune } from './commune.ts';

test('codes go on past the number of digits they began with, prefix by prefix', async () => {
  const { store } = await openCommune();
  const keep = (code: string) =>
    store.write(({ record }) =>
      record.put({
        entity: 'household',
        id: code,
        value: '{}',
        ended_at: null,
        rev: 1,
        op_id: code,
        device_id: '',
        base_rev: 0,
        parent_id: '',
        code,
      }),
    );
  const next = (prefix: string) => store.write((transaction) => nextCode(transaction, 'household', prefix));
  expect(await next('ZZ')).toBe('ZZ-001');
  await keep('ZZ-009');
  expect(await next('ZZ')).toBe('ZZ-010');
  await keep('ZZ-999');
  expect(await next('ZZ')).toBe('ZZ-1000');
  await keep('ZZ-1000');
  await keep('ZZ-1009');
  expect(await next('ZZ')).toBe('ZZ-1010');
  // Another hamlet whose letters begin alike counts for itself.
  await keep('ZZ1-005');
  expect([await next('ZZ'), await next('ZZ1')]).toEqual(['ZZ-1010', 'ZZ1-006']);
});

test('the next code is read at the end of an index, however many there are', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-codes-'));
  const file = join(folder, 'store.sqlite');
  const { core } = await openCommune({ file });
  const beside = new DatabaseSync(file, { readOnly: true });
  const plan = beside
    .prepare(
      `explain query plan select code from record where commune_id = 'x' and entity = 'household'
         and code > 'DM-' and code < 'DM.' and length(code) = 6 order by code desc limit 1`,
    )
    .all()
    .map(({ detail }) => String(detail));
  expect(plan).toHaveLength(1);
  expect(plan[0]).toContain('record_code_by_length');
  beside.close();
  await core.close();
  rmSync(folder, { recursive: true });
});
