/**
 * The commune's server as a run sees it: the production app and core over the production store. Only its clock, its
 * chance and the disk below the store are ours, and the moments at which it dies.
 */
import { createApp } from '#server/app.ts';
import type { ServerCore } from '#server/core-types.ts';
import { createServerCore } from '#server/core.ts';
import { createMemoryJournal, type Journal } from '#server/backup/journal.ts';
import type { JournalEntry } from '#server/backup/journal-entry.ts';
import { createKeys, type CommuneKeys } from '#server/crypto/keys.ts';
import { openSqliteStore } from '#server/store/sqlite.ts';
import { StoreBusyError, type Store } from '#server/store/store.ts';
import { createFactsCache } from '#server/sync/facts.ts';
import type { FaultPoint } from '#server/sync/faults.ts';
import { createIdMaker } from '#protocol/ids.ts';
import { openDisk, type Copy, type Disk } from './database.ts';
import { createDice, type Dice } from './dice.ts';
import type { Planted } from './planted/planted.ts';
import { COMMUNE, seedVillage, type Village } from './village.ts';

/** What befalls the server while it handles one request. */
export type ServerFate = 'well' | 'busy' | 'diskFull' | 'diesBeforeCommit' | 'diesAfterCommit';

/** The process is gone: no answer, and nothing it had not committed. */
export class ServerDied extends Error {}

export const START = Date.parse('2025-11-01T08:00:00+07:00');

export interface SimClock {
  now(): number;
  set(ms: number): void;
}

function createClock(): SimClock {
  let now = START;
  return {
    now: () => now,
    set: (ms) => {
      now = ms;
    },
  };
}

export class SimServer {
  readonly disk: Disk = openDisk();
  readonly clock = createClock();
  readonly keys: CommuneKeys;
  readonly store: Store;
  village: Village = { hamlets: ['', ''], household: '' };
  core: ServerCore;
  /** Alarms of the log, for what is expected to be quiet. */
  alarms: { event: string; fields: Record<string, unknown> }[] = [];
  /** Beside the database, on the same machine. */
  journal: Journal = createMemoryJournal();
  private app: ReturnType<typeof createApp>;
  private fate: ServerFate = 'well';
  private dice: Dice = createDice(1);
  private planted: Planted = {};

  private constructor(keys: CommuneKeys) {
    this.keys = keys;
    this.store = openSqliteStore({ file: this.disk.file, communeId: COMMUNE });
    this.disk.attach();
    this.core = this.newCore();
    this.app = this.newApp();
  }

  static async open(): Promise<SimServer> {
    const server = new SimServer(await createKeys());
    const { store, clock } = server;
    const newId = createIdMaker(clock, server.dice);
    server.village = await seedVillage({ store, clock, newId, facts: createFactsCache() });
    return server;
  }

  /** Another run begins: the disk as it was at `copy`, a fresh process. */
  async begin(
    from: { copy: Copy; journal: readonly JournalEntry[] },
    dice: Dice,
    planted: Planted,
  ): Promise<void> {
    this.disk.put(from.copy);
    this.journal = createMemoryJournal();
    await this.journal.append(from.journal);
    this.clock.set(START);
    this.dice = dice;
    this.planted = planted;
    this.alarms = [];
    this.boot();
  }

  /** What the process held in memory is gone. */
  boot(): void {
    this.fate = 'well';
    this.core = this.newCore();
    this.app = this.newApp();
  }

  private readonly log = (level: string, event: string, fields: Record<string, unknown> = {}): void => {
    if (level === 'alarm') this.alarms.push({ event, fields });
  };

  private newCore(): ServerCore {
    const core = createServerCore({
      store: this.faultyStore(this.planted.store?.(this.store, this.dice.fork('planted')) ?? this.store),
      keys: this.keys,
      journal: this.journal,
      clock: this.clock,
      chance: this.dice,
      log: this.log,
      faults: { at: (point) => this.reach(point) },
    });
    return this.planted.core?.(core) ?? core;
  }

  private newApp(): ReturnType<typeof createApp> {
    return createApp({
      core: this.core,
      assets: new Map(),
      config: { publicOrigin: 'http://localhost:8080', trustedProxies: [] },
      clock: this.clock,
      chance: this.dice,
      log: this.log,
    });
  }

  private faultyStore(store: Store): Store {
    return {
      ...store,
      write: (job) => {
        if (this.fate === 'busy') return Promise.reject(new StoreBusyError('locked by another process'));
        return store.write(job);
      },
    };
  }

  private reach(point: FaultPoint): void {
    if (point === 'beforeCommit' && this.fate === 'diskFull') throw new StoreBusyError('disk full');
    if (point === 'beforeCommit' && this.fate === 'diesBeforeCommit') throw new ServerDied();
    if (point === 'afterCommit' && this.fate === 'diesAfterCommit') throw new ServerDied();
  }

  /** @throws ServerDied when it did. */
  handled = 0;
  async handle(path: string, init: RequestInit, fate: ServerFate): Promise<Response> {
    this.handled += 1;
    this.fate = fate;
    const headers = new Headers(init.headers);
    headers.set('host', 'thidua.example');
    const { signal: _signal, ...rest } = init;
    const response = await this.app.request(`http://localhost:8080${path}`, { ...rest, headers });
    this.fate = 'well';
    const died = fate === 'diesBeforeCommit' || fate === 'diesAfterCommit';
    if (!died) return response;
    this.boot();
    throw new ServerDied();
  }
}
