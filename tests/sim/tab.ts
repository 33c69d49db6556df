/** One page: the production workspace at work until the page dies; every command of its store is a step. */
import { IDBKeyRange } from 'fake-indexeddb';
import type { EngineStore } from '#client/db/engine-store.ts';
import type { Tables } from '#client/db/tables.ts';
import type { Environment, WakeEvent } from '#client/sync/environment.ts';
import { openStore, type Surroundings } from '#client/sync/open-store.ts';
import type { Workspace } from '#client/workspace.ts';
import { understoodBy, type Build } from './builds.ts';
import { asRoomAllows } from './full-disk.ts';
import type { Caller, Fate } from './line.ts';
import { never } from './locks.ts';
import type { SimPhone } from './phone.ts';
import { createMemoryPocket } from './pocket.ts';
import { createTimers, type SimTimers } from './timers.ts';

/** A step is one command of the store; `after` = it is on disk and nobody heard of it. */
export interface CrashPlan {
  step: number;
  side: 'before' | 'after';
}
export interface Interlude {
  at: { step: number } | { piece: number };
  act: () => Promise<void>;
}

/** Longer than any request's own patience. */
const HANGS_MS = 121_000;

export class Tab implements Caller {
  isDead = false;
  fates: Fate[] = [];
  /** When the fates are used up. */
  isOnline = false;
  lastReply: string | undefined;
  crash: CrashPlan | undefined;
  interlude: Interlude | undefined;
  steps = 0;
  /** Of photos, sent. */
  pieces = 0;
  workspace: Workspace | undefined;
  readonly timers: SimTimers;
  readonly died: Promise<{ kind: 'died' }>;
  readonly phone: SimPhone;
  /** Loaded when the page was opened. */
  readonly build: Build;
  private tellDeath: () => void = () => {};
  private readonly listeners = new Set<(event: WakeEvent) => void>();

  constructor(phone: SimPhone) {
    this.phone = phone;
    this.build = phone.build;
    this.timers = createTimers(() => phone.world.now());
    this.died = new Promise((resolve) => {
      this.tellDeath = () => resolve({ kind: 'died' });
    });
  }

  /** The page is gone: nothing of it runs on. */
  die(): void {
    if (this.isDead) return;
    this.isDead = true;
    this.timers.stop();
    this.phone.locks.letGo();
    this.tellDeath();
  }

  hang(signal: AbortSignal | null | undefined): void {
    const { world } = this.phone;
    let left = HANGS_MS;
    const goOn = (): void => {
      if (this.isDead || signal?.aborted === true || left <= 0) return;
      const ms = Math.min(left, Math.max(1, (this.timers.next() ?? Infinity) - world.now()));
      left -= ms;
      world.pass(ms);
      this.timers.fire(world.now());
      setImmediate(goOn);
    };
    setImmediate(goOn);
  }

  understood(text: string): string {
    return understoodBy(this.build, text);
  }

  hint(event: WakeEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  /** Runs until it ends or the page dies under it. */
  async run<T>(work: () => Promise<T>): Promise<{ kind: 'done'; value: T } | { kind: 'died' }> {
    return Promise.race([work().then((value) => ({ kind: 'done' as const, value })), this.died]);
  }

  environment(): Environment {
    const { phone } = this;
    const { world } = phone;
    const fetch: Environment['fetch'] = async (path, init) => {
      if (init.method === 'PATCH') await this.comeBetween('piece', ++this.pieces);
      if (this.fates.length === 0 && !this.isOnline) this.fates.push('loseRequest');
      return world.line.fetch(this, path, init);
    };
    return {
      clock: { now: () => phone.now() },
      chance: phone.dice,
      timers: this.timers,
      locks: phone.locks.of(this),
      fetch: world.planted.fetch?.(fetch) ?? fetch,
      compress: null,
      isVisible: () => false,
      onWake: (listener) => {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
      },
      askBackgroundSync: () => Promise.resolve(),
      isPersisted: () => Promise.resolve(true),
      photoCodec: phone.codec,
      isSavingData: () => false,
      build: this.build.name,
      onError: (error) => world.report(phone, error),
    };
  }

  surroundings(): Surroundings {
    const { disk } = this.phone;
    const parts = {
      environment: this.environment(),
      pocket: createMemoryPocket(disk),
      indexedDB: disk.indexedDB,
      IDBKeyRange,
    };
    return {
      ...parts,
      openStore: async (profileId, hooks) => {
        const { planted } = this.phone.world;
        const around = (bare: Tables): Tables =>
          asRoomAllows(planted.tables?.(bare, this.phone.dice) ?? bare, () => this.phone.isFull);
        const opened = await disk.store(profileId, around, () => openStore(profileId, parts, hooks));
        if (opened.kind !== 'open') return opened;
        return { ...opened, store: this.watched(profileId, opened.store, opened.tables) };
      },
    };
  }

  /** The store's commands, each a step at which the page may die. */
  private watched(profileId: string, plain: EngineStore, tables: Tables): EngineStore {
    const { planted } = this.phone.world;
    const store = planted.commands?.(plain, tables, this.phone.dice) ?? plain;
    // What is done to the tables directly is a command like any other.
    const through: Tables = {
      read: (over, body) => this.step(profileId, 'rows', () => store.tables.read(over, body)),
      write: (over, body) => this.step(profileId, 'tables', () => store.tables.write(over, body)),
    };
    return new Proxy(store, {
      get: (target, name) => {
        if (name === 'tables') return through;
        const command: unknown = Reflect.get(target, name);
        if (typeof command !== 'function') return command;
        return (...given: unknown[]) =>
          this.step(profileId, String(name), () => Promise.resolve(Reflect.apply(command, target, given)));
      },
    });
  }

  private async comeBetween(what: 'step' | 'piece', count: number): Promise<void> {
    const { interlude } = this;
    if (interlude === undefined || Object.entries(interlude.at).join() !== `${what},${count}`) return;
    this.interlude = undefined;
    await interlude.act();
  }

  /** One command of the store: the places where pages die and other people's hands come in between. */
  private async step<T>(profileId: string, name: string, run: () => Promise<T>): Promise<T> {
    if (this.isDead) return never();
    const step = ++this.steps;
    const { crash } = this;
    await this.comeBetween('step', step);
    if (crash?.step === step && crash.side === 'before') this.die();
    if (this.isDead) return never();
    const { phone } = this;
    const before = silent.has(name)
      ? undefined
      : (phone.known.get(profileId) ?? (await phone.disk.view(profileId)));
    phone.running += 1;
    const answer = await run().finally(() => {
      phone.running -= 1;
    });
    if (before !== undefined) {
      const after = await phone.disk.view(profileId);
      phone.known.set(profileId, after);
      phone.world.wrote(phone, name, before, after);
    }
    if (crash?.step === step) this.die();
    return this.isDead ? never() : answer;
  }
}

/** Commands that only read, or keep a counter. */
const quiet = [
  'identity',
  'state',
  'nextCounter',
  'keepChallenge',
  'drafts',
  'draft',
  'pending',
  'outbox',
  'rows',
];
const reading = [
  'sealedFor',
  'chainAt',
  'counts',
  'receipts',
  'receipt',
  'row',
  'photos',
  'photo',
  'photosFor',
];
const silent = new Set([...quiet, ...reading]);

/** What a tab is given before something happens in it. */
export const prepared =
  (fates: readonly Fate[] | undefined, online: boolean | undefined, crash?: CrashPlan) =>
  (tab: Tab): void => {
    const to = tab;
    to.fates = [...(fates ?? [])];
    to.isOnline = online === true;
    to.steps = 0;
    to.pieces = 0;
    to.crash = crash;
  };
