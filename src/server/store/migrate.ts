/** Numbered, append-only migrations; each runs in one transaction together with the mark that it ran. */
import { firstTables } from './migrations/0001-first-tables.ts';
import { photosMovesBackups } from './migrations/0002-photos-moves-backups.ts';
import { slips } from './migrations/0003-slips.ts';
import { office } from './migrations/0004-office.ts';
import { keyMark } from './migrations/0005-key-mark.ts';
import { sessions } from './migrations/0006-sessions.ts';
import { devices } from './migrations/0007-devices.ts';
import { privacy } from './migrations/0008-privacy.ts';
import { openReleases } from './migrations/0009-open-releases.ts';
import { familyRules } from './migrations/0010-family-rules.ts';
import { openings } from './migrations/0011-openings.ts';

const migrations: readonly (readonly string[])[] = [
  firstTables,
  photosMovesBackups,
  slips,
  office,
  keyMark,
  sessions,
  devices,
  privacy,
  openReleases,
  familyRules,
  openings,
];

/** A migration still to run, and the version the database has when it ran. */
export interface Pending {
  version: number;
  statements: readonly string[];
}

/**
 * What a database of this version lacks, in order.
 * @throws Error when the database was written by a newer build: opening it could lose what that build knows.
 */
export function pendingMigrations(from: number): Pending[] {
  if (from > migrations.length)
    throw new Error(`the database is of a newer version (${from}) than this program (${migrations.length})`);
  return migrations.slice(from).map((statements, index) => ({ version: from + index + 1, statements }));
}

/** The little of a database that migrating needs. */
export interface Migratable {
  execute(sql: string): void;
  version(): number;
  setVersion(version: number): void;
}

/** Runs the first of what is pending; false when nothing is. */
function migrateOnce(database: Migratable): boolean {
  database.execute('begin immediate');
  try {
    // Asked again inside: another process may have been faster.
    const [next] = pendingMigrations(database.version());
    for (const sql of next?.statements ?? []) database.execute(sql);
    if (next !== undefined) database.setVersion(next.version);
    database.execute('commit');
    return next !== undefined;
  } catch (error) {
    database.execute('rollback');
    throw error;
  }
}

/** Brings the schema of the embedded store up to this build. */
export function migrate(database: Migratable): void {
  if (pendingMigrations(database.version()).length === 0) return;
  while (migrateOnce(database)) {
    // One transaction each.
  }
}
