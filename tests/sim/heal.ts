/** The network is perfect from now on; everybody's phone is on. It has to come to rest by itself, in bounded time. */
import { textOf } from '#client/db/answer-text.ts';
import type { DiskView } from './phone-disk.ts';
import type { SimPhone } from './phone.ts';
import { Broken } from './oracle/broken.ts';
import { numberIn } from './oracle/rows.ts';
import { canRead, newest } from './builds.ts';
import { createCodec } from './camera.ts';
import { unsentPhotos } from './oracle/photos.ts';
import type { Schedule } from './schedule.ts';
import { prepared } from './tab.ts';
import type { World } from './world.ts';

const ROUNDS_MAX = 25;
const ROUND_MS = 6 * 60_000;

const unsentFields = ({ drafts }: DiskView): string[] =>
  drafts
    .filter(
      ({ status, channel, subjectKind }) =>
        status === 'open' && channel === 'self' && subjectKind !== 'household',
    )
    .flatMap(({ answers, sealed }) =>
      [...new Set([...Object.keys(answers), ...Object.keys(sealed)])].filter(
        (field) => textOf(answers[field]) !== sealed[field],
      ),
    );

export const isLockedOut = (phone: SimPhone): boolean =>
  phone.disk.pocket.profiles.find(({ id }) => id === phone.profileId)?.link.state === 'lockedOut';

/** Why this phone is not at rest; null when it is. */
export async function unrest(world: World, phone: SimPhone): Promise<string | null> {
  const view = await phone.view();
  const { state, outbox } = view;
  if (isLockedOut(phone)) return null;
  const waiting = outbox.filter(({ result }) => result === undefined);
  if (waiting.length > 0) return `${waiting.length} wait`;
  if (state.lastSeq !== state.ackedSeq) return `${state.ackedSeq} of ${state.lastSeq} acknowledged`;
  const { disk } = world.template.server;
  const [device] = disk.rows('device', 'device_id = ?', [view.deviceId ?? '']);
  // A clone, or a phone set back, hears of it with its next exchange.
  if (device !== undefined && numberIn(device, 'last_seq') !== state.lastSeq)
    return 'the commune counts otherwise';
  const unsent = unsentFields(view);
  if (unsent.length > 0) return `${unsent.join(' ')} not sealed`;
  const photos = canRead(phone.build, 'photo') ? unsentPhotos(phone, world.template.server, view) : [];
  if (photos.length > 0) return `photos not sent: ${photos.map(({ id }) => id).join(' ')}`;
  const [commune] = disk.rows('commune');
  if (commune === undefined || state.epoch !== commune['epoch']) return 'another epoch';
  // Begun from zero and not yet ended: what is here is of an earlier life.
  if (device !== undefined && Object.keys(state.cursors).length === 0) return 'nothing pulled yet';
  for (const [scope, cursor] of Object.entries(state.cursors)) {
    if (disk.rows('feed', 'scope = ? and rev > ? limit 1', [scope, cursor]).length > 0)
      return `${scope} is behind`;
  }
  return null;
}

async function restless(world: World): Promise<string[]> {
  const reasons: string[] = [];
  for (const phone of world.phones.values()) {
    if (phone.isDestroyed) continue;
    const reason = await unrest(world, phone);
    if (reason !== null) reasons.push(`${phone.name}: ${reason}`);
  }
  return reasons;
}

/** There is room, and the newest build where nobody stays with an old page; a page that gave a picture up is left. */
async function mendPhones(phones: readonly SimPhone[], staysOld: boolean): Promise<void> {
  for (const phone of phones) {
    phone.isFull = false;
    phone.codec = createCodec(false);
    if (!staysOld) phone.build = newest;
    const isOld = phone.living().some(({ build }) => build !== phone.build);
    if (isOld || (await phone.view()).photos.some(({ state }) => state === 'raw')) phone.kill();
  }
}

export async function heal(
  world: World,
  { rescans, staysOld = false }: Pick<Schedule, 'rescans' | 'staysOld'>,
): Promise<void> {
  await world.template.server.install(null);
  await world.line.deliverLate();
  const live = [...world.phones.values()].filter(({ isDestroyed }) => !isDestroyed);
  await mendPhones(live, staysOld);
  for (let round = 0; round < ROUNDS_MAX; round++) {
    for (const phone of live) {
      if (round > 0 && !(rescans && isLockedOut(phone)) && (await unrest(world, phone)) === null) continue;
      if (rescans && isLockedOut(phone)) await world.rescan(phone);
      const tab = await world.tab(phone, 0, prepared([], true));
      for (const open of phone.living()) open.isOnline = true;
      if (tab === null) throw new Broken('bug', `${phone.name}: a page died in fine weather`);
      await phone.fireTimers();
      if (world.broken !== undefined) return;
    }
    if ((await restless(world)).length === 0) return;
    world.pass(ROUND_MS);
  }
  throw new Broken('I11', (await restless(world)).join('; '));
}
