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
import { createExclusive } from '#server/store/exclusive.ts';
import { openSqliteStore } from '#server/store/sqlite.ts';
import { StoreBusyError, type Store, type Transaction } from '#server/store/store.ts';
import { createFactsCache } from '#server/sync/facts.ts';
import type { FaultPoint } from '#server/sync/faults.ts';
import { createIdMaker } from '#protocol/ids.ts';
import type { OperationKind } from '#protocol/operation.ts';
import { UPLOADS_PATH } from '#protocol/photo.ts';
import { createSimEncoder } from './camera.ts';
import { openDisk, type Copy, type Disk } from './database.ts';
import { createDice, type Dice } from './dice.ts';
import { openPhotoPlace, writeQuickly, type PhotoPlace } from './photo-place.ts';
import type { Planted } from './planted/planted.ts';
import { COMMUNE, seedVillage, type Village } from './village.ts';

/** What befalls the server while it handles one request. */
export type ServerFate = 'well' | 'busy' | 'diskFull' | 'diesBeforeCommit' | 'diesAfterCommit';

/** The process is gone: no answer, and nothing it had not committed. */
export class ServerDied extends Error {}

/** Of one request: the exchange dies at points of its own. */
const isOfPhotos = (path: string): boolean =>
  path.startsWith(UPLOADS_PATH) || path.startsWith('/api/v1/files/');
const noRoom = (): Error => Object.assign(new Error('no room'), { code: 'ENOSPC' });
/** A photo's request writes so often at most. */
const WRITES_MAX = 3;

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
  readonly photos: PhotoPlace = openPhotoPlace();
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
  /** Writes of the present request until it dies; null outside a photo's. */
  private writesLeft: number | null = null;
  /** What the build that runs now does not know. */
  lacks: OperationKind | null = null;
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
    this.photos.wipe();
    this.lacks = null;
    this.journal = createMemoryJournal();
    await this.journal.append(from.journal);
    this.clock.set(START);
    this.dice = dice;
    this.planted = planted;
    this.alarms = [];
    this.renew();
  }

  /** What the process held in memory is gone. */
  private renew(): void {
    this.fate = 'well';
    this.writesLeft = null;
    this.core = this.newCore();
    this.app = this.newApp();
  }

  /** A new process, as the start of a server makes one. */
  async boot(): Promise<void> {
    this.renew();
    await this.core.judgeAgain();
  }

  /** Another build takes this one's place. */
  async install(lacks: OperationKind | null): Promise<void> {
    this.lacks = lacks;
    await this.boot();
  }

  private readonly log = (level: string, event: string, fields: Record<string, unknown> = {}): void => {
    if (level === 'alarm') this.alarms.push({ event, fields });
  };

  private newCore(): ServerCore {
    const core = createServerCore({
      sessions: 'notAsked',
      store: this.faultyStore(this.planted.store?.(this.store, this.dice.fork('planted')) ?? this.store),
      keys: this.keys,
      journal: this.journal,
      clock: this.clock,
      chance: this.dice,
      log: this.log,
      faults: { at: (point) => this.reach(point), lacks: (kind) => kind === this.lacks },
      dataDir: this.photos.dataDir,
      photos: {
        encoder: createSimEncoder(() => this.fate === 'busy'),
        write: (file, bytes) => this.writePicture(file, bytes),
      },
    });
    return this.planted.core?.(core, this) ?? core;
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
        return this.writesLeft === null ? store.write(job) : this.writeMortally(store, job);
      },
      // One process has the database; who waits for it in a process that died waits no more.
      exclusive: createExclusive(),
    };
  }

  /** Is it this write of a photo's request that the process does not survive? */
  private isLastWrite(): boolean {
    if (this.writesLeft === null) return false;
    this.writesLeft -= 1;
    return this.writesLeft < 0;
  }

  private async writeMortally<Result>(
    store: Store,
    job: (transaction: Transaction) => Promise<Result>,
  ): Promise<Result> {
    const dies = this.isLastWrite();
    const result = await store.write(async (transaction) => {
      const made = await job(transaction);
      if (dies && this.fate === 'diesBeforeCommit') throw new ServerDied();
      return made;
    });
    if (dies && this.fate === 'diesAfterCommit') throw new ServerDied();
    return result;
  }

  private async writePicture(file: string, bytes: Uint8Array): Promise<void> {
    if (this.fate === 'diskFull') throw noRoom();
    if (this.fate === 'diesBeforeCommit' && this.isLastWrite()) throw new ServerDied();
    writeQuickly(file, bytes);
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
    this.writesLeft = isOfPhotos(path) ? this.dice.below(WRITES_MAX) : null;
    const headers = new Headers(init.headers);
    headers.set('host', 'thidua.example');
    const { signal: _signal, ...rest } = init;
    const response = await this.app.request(`http://localhost:8080${path}`, { ...rest, headers });
    this.fate = 'well';
    this.writesLeft = null;
    const died = fate === 'diesBeforeCommit' || fate === 'diesAfterCommit';
    if (!died) return response;
    await this.boot();
    throw new ServerDied();
  }
}
