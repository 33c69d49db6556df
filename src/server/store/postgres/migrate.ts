/**
 * The same numbered migrations as the embedded store's, in PostgreSQL's words, and the second wall: row-level security
 * that shows a connection the rows of its own commune alone, whatever a statement asks for.
 */
import { escapeIdentifier } from 'pg';
import { pendingMigrations } from '../migrate.ts';
import type { Session } from './session.ts';

/** Whoever migrates holds it; any number will do, as long as it stays the same. */
const MIGRATING = 7_204_113;

/** Integers have 64 bits there; text is ordered by its bytes, as here, whatever the database's language. */
export const inPostgres = (statement: string): string =>
  statement
    .replace(/\)\s*strict\s*$/, ')')
    .replace(/(\w+)\s+(integer|text)\b/g, (_all, column: string, type: string) =>
      type === 'integer' ? `${column} bigint` : `${column} text collate "C"`,
    );

const UNGUARDED = `
  select relname from pg_class
  where relkind = 'r' and relnamespace = current_schema()::regnamespace and relname <> 'schema_version'
    and not (relrowsecurity and relforcerowsecurity)`;

/** `force`, because the tables' owner is who the server connects as. */
const guarded = (table: string): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy of_commune on ${table}
    using (commune_id = current_setting('thidua.commune', true))
    with check (commune_id = current_setting('thidua.commune', true))`;

async function versionOf(session: Session): Promise<number> {
  await session.ask('create table if not exists schema_version (version bigint not null)');
  const { rows } = await session.ask('select version from schema_version');
  return Number(rows[0]?.version ?? 0);
}

/**
 * Brings the schema up to this build, all of it or nothing; of several processes that start at once one does it.
 * @throws Error when the database was written by a newer build, or does not keep text as UTF-8.
 */
export async function migratePostgres(session: Session): Promise<number> {
  const encoding = (await session.ask('show server_encoding')).rows[0]?.server_encoding;
  if (encoding !== 'UTF8') throw new Error(`the database's encoding is ${String(encoding)}, not UTF8`);
  // When it fails, its connection is closed, and with it goes what it had begun.
  await session.ask('begin');
  await session.ask(`select pg_advisory_xact_lock(${MIGRATING})`);
  const from = await versionOf(session);
  const pending = pendingMigrations(from);
  for (const { statements } of pending)
    for (const statement of statements) await session.ask(inPostgres(statement));
  const version = pending.at(-1)?.version ?? from;
  if (version !== from) {
    await session.ask('delete from schema_version');
    await session.ask('insert into schema_version (version) values ($1)', [version]);
  }
  const { rows } = await session.ask(UNGUARDED);
  for (const { relname } of rows) await session.ask(guarded(escapeIdentifier(String(relname))));
  await session.ask('commit');
  return version;
}

/** What an operator should know of a database that keeps less than the product promises; empty = nothing. */
export async function weaknesses(session: Session): Promise<string[]> {
  const { rows } = await session.ask(`
    select current_setting('fsync') = 'off' or current_setting('full_page_writes') = 'off' as forgetful,
      (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as above_policies`);
  return [
    ...(rows[0]?.forgetful === true ? ['database-without-fsync'] : []),
    ...(rows[0]?.above_policies === true ? ['database-role-above-row-level-security'] : []),
  ];
}
