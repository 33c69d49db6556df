/** A new code of the same role is scanned on a phone. */
import { enrolNow } from '#client/sync/enrol-now.ts';
import type { SimPhone } from './phone.ts';
import type { PhoneName } from './schedule.ts';
import { phoneNames } from './schedule.ts';
import { issueFor } from './template.ts';
import { personOf } from './oracle/intents.ts';
import { prepared, Tab } from './tab.ts';
import type { World } from './world.ts';

const nameOf = (phone: SimPhone): PhoneName => {
  const name = phoneNames.find((known) => known === personOf(phone.name));
  if (name === undefined) throw new Error(`nobody is called ${phone.name}`);
  return name;
};

export async function rescan(
  world: World,
  phone: SimPhone,
  prepare: (tab: Tab) => void = prepared([], true),
): Promise<void> {
  phone.kill();
  const tab = new Tab(phone);
  prepare(tab);
  phone.tabs.push(tab);
  const code = await issueFor(world.template.server, nameOf(phone));
  const outcome = await tab.run(() => enrolNow(tab.surroundings(), code, phone.name));
  tab.die();
  if (outcome.kind === 'done' && outcome.value.kind === 'answered')
    phone.profileId = outcome.value.profile.id;
}
