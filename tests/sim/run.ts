/** Carries out a schedule, heals the world, and says which promise broke, if one did. */
import { buildAt } from './builds.ts';
import { Broken } from './oracle/broken.ts';
import { checkEnd } from './oracle/end.ts';
import type { SimPhone } from './phone.ts';
import { heal, isLockedOut } from './heal.ts';
import { perform } from './people.ts';
import type { Planted } from './planted/planted.ts';
import type { Interlude, Schedule, SimEvent } from './schedule.ts';
import { clone, diskBack, keepDisk, revoke } from './mishaps.ts';
import { rescan } from './rescan.ts';
import type { Template } from './template.ts';
import { prepared, type Tab } from './tab.ts';
import { World } from './world.ts';

/** What is to happen in between, once a tab is there for it. */
function plan(world: World, phone: SimPhone, interlude: Interlude | undefined) {
  if (interlude === undefined) return undefined;
  return {
    at: 'piece' in interlude ? { piece: interlude.piece } : { step: interlude.step },
    act: async (): Promise<void> => {
      const open = phone.living();
      const tab = 'piece' in interlude || interlude.tab === 'same' ? open[0] : open[1];
      if (tab === undefined || tab.workspace === undefined) return;
      if ('wake' in interlude) {
        tab.isOnline = true;
        tab.workspace.sendNow();
      } else {
        await tab.run(() => perform(world.acting(tab, false), interlude.act));
      }
    },
  };
}

type OnPhone = Extract<SimEvent, { t: 'act' | 'wake' | 'bothTabs' | 'reenrol' | 'handIn' }>;

async function happen(world: World, tab: Tab, second: Tab | null, event: OnPhone): Promise<void> {
  switch (event.t) {
    case 'act':
      return world.act(tab, event.act, event.stale === true);
    case 'wake':
      if (event.by === 'timer') {
        world.pass(5 * 60_000);
        tab.timers.fire(world.now());
      } else if (event.by === 'hand') tab.workspace?.sendNow();
      else tab.hint(event.by);
      return;
    case 'handIn':
      return world.carry(tab, event);
    case 'bothTabs':
      second?.workspace?.sendNow();
      tab.workspace?.sendNow();
      return;
    case 'reenrol':
      // Who is not locked out has no reason to ask for a code.
      if (isLockedOut(tab.phone))
        await rescan(world, tab.phone, prepared(event.fates, event.online, event.crash));
  }
}

async function onPhone(world: World, event: OnPhone): Promise<void> {
  const phone = world.phone(event.onClone === true ? `${event.phone}'` : event.phone);
  if (phone === undefined) return;
  const { fates, online, crash } = event;
  const prepare = prepared(fates, online);
  const isOther =
    event.interlude !== undefined && 'tab' in event.interlude && event.interlude.tab === 'other';
  const wantsTwo = event.t === 'bothTabs' || isOther;
  const tab = await world.tab(phone, 0, prepare);
  const second = wantsTwo ? await world.tab(phone, 1, prepare) : null;
  if (tab === null) return;
  tab.crash = crash;
  tab.interlude = plan(world, phone, event.interlude);
  await happen(world, tab, second, event);
  await phone.idle();
  for (const open of phone.living()) {
    open.crash = undefined;
    open.interlude = undefined;
    open.isOnline = false;
    open.fates = [];
  }
}

async function carryOut(world: World, event: SimEvent): Promise<void> {
  switch (event.t) {
    case 'act':
    case 'wake':
    case 'bothTabs':
    case 'reenrol':
    case 'handIn':
      return onPhone(world, event);
    case 'kill':
      return world.phone(event.phone)?.kill();
    case 'destroy': {
      const phone = world.phone(event.phone);
      phone?.kill();
      if (phone !== undefined) phone.isDestroyed = true;
      return;
    }
    case 'skew': {
      const phone = world.phone(event.phone);
      if (phone !== undefined) phone.skew += event.ms;
      return;
    }
    case 'pass':
      return world.pass(event.ms);
    case 'late':
      return world.line.deliverLate();
    case 'serverDies':
      world.operator.dropTaken();
      return world.template.server.boot();
    case 'snapshot':
      return world.operator.snapshot();
    case 'register':
      return world.operator.register(event.fit);
    case 'restore':
      return world.operator.restore(event.which, event.kept);
    case 'serverBuild':
      world.operator.dropTaken();
      return world.template.server.install(event.lacks);
    case 'room':
    case 'build': {
      const phone = world.phone(event.phone);
      if (phone === undefined) return;
      if (event.t === 'room') phone.isFull = event.full;
      else phone.build = buildAt(event.build);
      return;
    }
    case 'endDrain':
      return world.operator.endDrain();
    case 'revoke':
      return revoke(world, event.phone);
    case 'copyDisk':
      return keepDisk(world, event.phone);
    case 'diskBack':
      return diskBack(world, event.phone);
    case 'clone':
      return clone(world, event.phone);
  }
}

export interface Ran {
  /** Null when every promise held. */
  broken: Broken | null;
  /** How many events were carried out before it broke. */
  events: number;
}

export async function runSchedule(
  template: Template,
  schedule: Schedule,
  planted: Planted = {},
): Promise<Ran> {
  const world = await World.begin(template, schedule, planted);
  let events = 0;
  try {
    for (const event of schedule.events) {
      events += 1;
      await carryOut(world, event);
      if (world.broken !== undefined) return { broken: world.broken, events };
    }
    await heal(world, schedule);
    if (world.broken === undefined) await checkEnd(world);
    return { broken: world.broken ?? null, events };
  } catch (error) {
    if (error instanceof Broken) return { broken: world.broken ?? error, events };
    throw error;
  } finally {
    for (const phone of world.phones.values()) phone.kill();
    template.server.disk.keep([template.morning.copy]);
  }
}
