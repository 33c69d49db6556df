/** Databases for the contract: the same questions are put to each kind of store. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openPostgresStore } from '#server/store/postgres.ts';
import { openSqliteStore } from '#server/store/sqlite.ts';
import type { Store, Transaction } from '#server/store/store.ts';
import { CHAIN_START } from '#protocol/hash.ts';
import type { TestPostgres } from '../../support/postgres.ts';

export interface OpenStore {
  communeId?: string;
  lockWaitMs?: number;
}

/** One database; every store opened on it stands for a process of its own. */
export interface TestDatabase {
  /** As a process of its own would be told of it. */
  place: string;
  open(wish?: OpenStore): Promise<Store>;
  /** As if a program of this version had migrated it. */
  setVersion(version: number): Promise<void>;
  dispose(): Promise<void>;
}

export interface Kit {
  make(): Promise<TestDatabase>;
}

/** Closes what is still open, in the end. */
function keeping(open: (wish: Required<OpenStore>) => Promise<Store>) {
  const opened: Store[] = [];
  return {
    open: async ({ communeId = 'xa-1', lockWaitMs = 5000 }: OpenStore = {}) => {
      const store = await open({ communeId, lockWaitMs });
      let closing: Promise<void> | undefined;
      const once: Store = { ...store, close: () => (closing ??= store.close()) };
      opened.push(once);
      return once;
    },
    closeAll: async () => {
      for (const store of opened) await store.close();
    },
  };
}

export const sqliteKit: Kit = {
  make: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'thidua-store-'));
    const place = join(folder, 'a.sqlite');
    const { open, closeAll } = keeping(async (wish) => openSqliteStore({ file: place, ...wish }));
    return {
      place,
      open,
      setVersion: async (version) => {
        const raw = new DatabaseSync(place);
        raw.exec(`pragma user_version = ${version}`);
        raw.close();
      },
      dispose: async () => {
        await closeAll();
        rmSync(folder, { recursive: true });
      },
    };
  },
};

export const postgresKit = (postgres: TestPostgres): Kit => ({
  make: async () => {
    const name = await postgres.createDatabase();
    const place = postgres.url(name);
    const { open, closeAll } = keeping((wish) => openPostgresStore({ url: place, ...wish }));
    return {
      place,
      open,
      setVersion: async (version) => {
        await postgres.ask(`update schema_version set version = ${version}`, name);
      },
      dispose: closeAll,
    };
  },
});

export const aCommune = {
  rev: 0,
  epoch: 'e',
  audit_head: CHAIN_START,
  facts_op: '',
  created_at: 0,
  drain_until: null,
};
export const makeCommune = (store: Store): Promise<number> =>
  store.write(({ commune }) => commune.create(aCommune));

/** Takes the next revision as the ledger does, and writes a row of the feed under it. */
export const publish =
  (id: string, meanwhile: () => Promise<void> = async () => undefined) =>
  async ({ commune, feed }: Transaction): Promise<number> => {
    const row = await commune.find();
    if (row === undefined) throw new Error('no commune');
    const rev = row.rev + 1;
    await feed.put({ scope: 'office', entity: 'hamlet', id, rev, value: '{}' });
    await meanwhile();
    await commune.save({ ...row, rev });
    return rev;
  };

export interface Gate {
  opened: Promise<void>;
  open(): void;
}
export function gate(): Gate {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
