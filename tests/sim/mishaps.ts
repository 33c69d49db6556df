/** What befalls a phone as a whole: cut off, scanned again, copied, set back. */
import type { DiskCopy } from './phone-disk.ts';
import { SimPhone } from './phone.ts';
import type { PhoneName } from './schedule.ts';
import { personOf } from './oracle/intents.ts';
import type { World } from './world.ts';

const kept = new WeakMap<SimPhone, DiskCopy>();

/** A copy of the whole phone, as a backup of the system keeps it. */
export async function keepDisk(world: World, name: PhoneName): Promise<void> {
  const phone = world.phone(name);
  if (phone !== undefined) kept.set(phone, await phone.disk.copy());
}

/** The disk is as it was when it was copied; what was not sent since is gone, and nobody can promise it. */
export async function diskBack(world: World, name: PhoneName): Promise<void> {
  const phone = world.phone(name);
  const copy = phone === undefined ? undefined : kept.get(phone);
  if (phone === undefined || copy === undefined) return;
  phone.kill();
  world.steppedBack.add(personOf(name));
  const before = await phone.view();
  await phone.disk.put(copy);
  phone.known.clear();
  const left = new Set((await phone.view()).outbox.map(({ opId }) => opId));
  for (const { opId } of before.outbox) {
    const intent = world.intents.get(opId);
    if (intent !== undefined && !left.has(opId)) intent.isForgotten = true;
  }
}

/** The same installation a second time, on another phone. */
export async function clone(world: World, name: PhoneName): Promise<void> {
  const phone = world.phone(name);
  const mark = `${name}'`;
  if (phone === undefined || world.phones.has(mark)) return;
  const disk = world.template.newDisk();
  await disk.put(await phone.disk.copy());
  const { profileId, seen } = phone;
  const copy = new SimPhone(mark, { world, disk, dice: world.dice.fork(mark), profileId, seen });
  copy.build = phone.build;
  for (const id of phone.takenOut) copy.takenOut.add(id);
  world.phones.set(mark, copy);
}

export async function revoke(world: World, name: PhoneName): Promise<void> {
  const view = await world.phone(name)?.view();
  if (view?.deviceId === undefined) return;
  await world.template.server.core.revoke(view.deviceId);
  world.revoked.add(view.deviceId);
  world.truth.note();
}
