/** One phone: its disk, its clock, its locks and its tabs. */
import type { PhotoCodec } from '#client/sync/environment.ts';
import { openWorkspace } from '#client/open-workspace.ts';
import type { Dice } from './dice.ts';
import { newest, type Build } from './builds.ts';
import { createCodec } from './camera.ts';
import type { Line } from './line.ts';
import { createLocks, type SimLocks } from './locks.ts';
import type { DiskView, PhoneDisk } from './phone-disk.ts';
import type { Planted } from './planted/planted.ts';
import { Tab } from './tab.ts';

/** What a phone asks of the world it lives in. */
export interface PhoneWorld {
  now(): number;
  pass(ms: number): void;
  line: Line;
  planted: Planted;
  /** A command that writes has been carried out. */
  wrote(phone: SimPhone, command: string, before: DiskView, after: DiskView): void;
  /** The engine met what it takes for a bug or a broken disk. */
  report(phone: SimPhone, error: unknown): void;
}

export class SimPhone {
  readonly name: string;
  readonly world: PhoneWorld;
  readonly disk: PhoneDisk;
  readonly dice: Dice;
  readonly locks: SimLocks = createLocks();
  codec: PhotoCodec = createCodec(true);
  profileId: string;
  /** Phone minus true time, ms. */
  skew = 0;
  isDestroyed = false;
  /** No room for pictures. */
  isFull = false;
  /** What its next page loads. */
  build: Build = newest;
  tabs: Tab[] = [];
  /** Commands of its stores under way. */
  running = 0;
  /** Its stores as they were after the last command that writes. */
  readonly known = new Map<string, DiskView>();
  /** Values its person has had before their eyes: `assessment/field=text`. */
  readonly seen: Set<string>;
  /** Photos its person took out, or gave up. */
  readonly takenOut = new Set<string>();

  constructor(
    name: string,
    parts: { world: PhoneWorld; disk: PhoneDisk; dice: Dice; profileId: string; seen?: Set<string> },
  ) {
    this.name = name;
    this.world = parts.world;
    this.disk = parts.disk;
    this.dice = parts.dice;
    this.profileId = parts.profileId;
    this.seen = new Set(parts.seen);
  }

  now(): number {
    return this.world.now() + this.skew;
  }

  view(): Promise<DiskView> {
    return this.disk.view(this.profileId);
  }

  /** A further tab; `null` when it died while it opened. */
  async open(prepare: (tab: Tab) => void): Promise<Tab | null> {
    const profile = this.disk.pocket.profiles.find(({ id }) => id === this.profileId);
    if (profile === undefined) throw new Error(`${this.name} has no profile ${this.profileId}`);
    const tab = new Tab(this);
    prepare(tab);
    this.tabs.push(tab);
    const hooks = { flush: () => Promise.resolve(), onOutdated: () => {}, onBlocked: () => {} };
    const opened = await tab.run(() => openWorkspace(profile, tab.surroundings(), hooks));
    if (opened.kind === 'done') {
      if (opened.value.kind !== 'open') throw new Error(`${this.name}: ${opened.value.kind}`);
      tab.workspace = opened.value.workspace;
    }
    await this.idle();
    return tab.isDead ? null : tab;
  }

  living(): Tab[] {
    this.tabs = this.tabs.filter((tab) => !tab.isDead);
    return this.tabs;
  }

  /** Every page of it is killed. */
  kill(): void {
    for (const tab of this.tabs) tab.die();
    this.tabs = [];
  }

  /** Nothing runs on this phone, and nothing will before time passes or somebody acts. */
  async idle(): Promise<void> {
    for (let calm = 0; calm < 3; calm++) {
      await this.locks.free();
      await new Promise((resolve) => void setImmediate(resolve));
      if (this.locks.isBusy() || this.running > 0) calm = -1;
    }
  }

  /** Lets what is due go off. */
  async fireTimers(): Promise<void> {
    for (const tab of this.living()) tab.timers.fire(this.world.now());
    await this.idle();
  }
}
