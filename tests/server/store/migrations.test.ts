import { expect, test } from 'vitest';
import { inPostgres } from '#server/store/postgres/migrate.ts';

test('migrations are translated type by type, whatever a column is called', () => {
  expect(inPostgres('create table t (text text not null, at integer, integer_text text) strict')).toBe(
    'create table t (text text collate "C" not null, at bigint, integer_text text collate "C")',
  );
  expect(inPostgres('alter table device add column flag text')).toBe(
    'alter table device add column flag text collate "C"',
  );
  expect(inPostgres('create index a on comment (commune_id, text) where dead = 0')).toBe(
    'create index a on comment (commune_id, text) where dead = 0',
  );
});
