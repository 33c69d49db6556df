/** Which store it is: a PostgreSQL database where one is named, otherwise the file in the data folder. */
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { openPostgresStore } from './postgres.ts';
import { openSqliteStore } from './sqlite.ts';
import type { Store } from './store.ts';

export interface StorePlace {
  /** Holds `thidua.sqlite`, unless the rows are in PostgreSQL; `':memory:'` keeps them in memory. */
  dataDir: string;
  /** `postgres://…` */
  databaseUrl?: string;
  communeId: string;
  /** Told what about the database is weaker than the product promises. */
  warn: (weakness: string) => void;
}

/**
 * Opens and migrates the store, and makes the data folder.
 * @throws Error when the folder cannot be written, the database not be reached, or a newer build wrote it.
 */
export async function openStore({ dataDir, databaseUrl, communeId, warn }: StorePlace): Promise<Store> {
  const inMemory = dataDir === ':memory:';
  if (!inMemory) await mkdir(dataDir, { recursive: true, mode: 0o700 });
  if (databaseUrl !== undefined) return openPostgresStore({ url: databaseUrl, communeId, warn });
  const file = inMemory ? dataDir : join(dataDir, 'thidua.sqlite');
  // Made here so that it is its owner's alone from the first byte; its log takes over the mode.
  if (!inMemory) await (await open(file, 'a', 0o600)).close();
  return openSqliteStore({ file, communeId });
}
