/** Numbered, append-only migrations; each runs in one transaction together with the mark that it ran. */
import { firstTables } from './migrations/0001-first-tables.ts';
import { photosMovesBackups } from './migrations/0002-photos-moves-backups.ts';

const migrations: readonly (readonly string[])[] = [firstTables, photosMovesBackups];

/** The little of a database that migrating needs. */
export interface Migratable {
  execute(sql: string): void;
  version(): number;
  setVersion(version: number): void;
}

/**
 * Brings the schema up to this build.
 * @throws Error when the database was written by a newer build: opening it could lose what that build knows.
 */
export function migrate(database: Migratable): void {
  const from = database.version();
  if (from > migrations.length)
    throw new Error(`the database is of a newer version (${from}) than this program (${migrations.length})`);
  migrations.slice(from).forEach((statements, index) => {
    database.execute('begin immediate');
    try {
      for (const sql of statements) database.execute(sql);
      database.setVersion(from + index + 1);
      database.execute('commit');
    } catch (error) {
      database.execute('rollback');
      throw error;
    }
  });
}
