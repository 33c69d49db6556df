/**
 * A bug put in on purpose, as wrappers around production code: the simulation has to find each. Every hook is absent in
 * an honest run.
 */
import type { EngineStore } from '#client/db/engine-store.ts';
import type { Environment } from '#client/sync/environment.ts';
import type { Tables, Tx } from '#client/db/tables.ts';
import type { ServerCore } from '#server/core-types.ts';
import type { Store, Transaction } from '#server/store/store.ts';
import type { Dice } from '../dice.ts';
import type { Focus } from '../draw.ts';
import type { SimServer } from '../server.ts';

/** What was asked when a stranger answered. */
export interface Asked {
  body: string;
  proof: string;
}

export interface Planted {
  /** Around the phone's tables, below the store's commands. */
  tables?: (tables: Tables, dice: Dice) => Tables;
  /** Around the commands of the phone's store. */
  commands?: (store: EngineStore, tables: Tables, dice: Dice) => EngineStore;
  /** Around what the phone sends with. */
  fetch?: (fetch: Environment['fetch']) => Environment['fetch'];
  /** What the phone makes of a reply that is not the commune's. */
  line?: (reply: Response, asked: Asked, server: SimServer) => Promise<Response>;
  /** Around the server's store; a new one for each life of its process. */
  store?: (store: Store, dice: Dice) => Store;
  /** Around the core of each process. */
  core?: (core: ServerCore, server: SimServer) => ServerCore;
  /** How long before its own instant a backup vouches, ms. */
  margin?: number;
  /** After the restore command has done its work. */
  afterRestore?: (server: SimServer) => Promise<void>;
}

export interface PlantedBug {
  planted: Planted;
  /** What a run needs for it to show at all. */
  focus?: Focus;
  /** Where a search that has to be quick begins. */
  from?: number;
  /** Runs within which it has to be found, wherever it begins. */
  budget: number;
}

export const inTransactions = (store: Store, wrap: (transaction: Transaction) => Transaction): Store => ({
  ...store,
  write: (job) => store.write((transaction) => job(wrap(transaction))),
});

/** Each transaction that writes, with some of its calls replaced. */
export const inWrites = (tables: Tables, wrap: (tx: Tx) => Partial<Tx>): Tables => ({
  read: tables.read,
  write: (over, body) => tables.write(over, (tx) => body({ ...tx, ...wrap(tx) })),
});
