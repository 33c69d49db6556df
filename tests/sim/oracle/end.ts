/** Once everything has come to rest: nothing lost, nothing twice, the same on both sides. */
import { canon } from '#protocol/canon.ts';
import { isRowEntity } from '#protocol/entities.ts';
import { isLockedOut } from '../heal.ts';
import type { SimPhone } from '../phone.ts';
import type { World } from '../world.ts';
import { Broken } from './broken.ts';
import { personOf } from './intents.ts';
import { canRead } from '../builds.ts';
import { checkLog } from './log.ts';
import { checkFiles, checkPhotosEnd } from './photos.ts';
import { numberIn, textIn } from './rows.ts';

const live = (world: World): SimPhone[] =>
  [...world.phones.values()].filter(({ isDestroyed }) => !isDestroyed);

/** I1, I3: what was promised or meant is in the log, or still on its phone. */
async function checkNothingLost(world: World): Promise<void> {
  world.truth.checkPromises();
  const log = new Map(world.template.server.disk.rows('operation').map((row) => [textIn(row, 'op_id'), row]));
  const aside = new Set(world.template.server.disk.rows('quarantine').map((row) => textIn(row, 'op_hash')));
  const onPhones = new Set<string>();
  for (const phone of live(world)) {
    const view = await phone.view();
    for (const { opId, hash, result } of view.outbox) {
      onPhones.add(opId);
      if (result === undefined || isLockedOut(phone)) continue;
      const row = log.get(opId);
      if (row === undefined && aside.has(hash)) continue;
      if (row === undefined)
        throw new Broken('I3', `${phone.name}: ${opId} is ${result.verdict}, and not in the log`);
      if (textIn(row, 'op_hash') !== hash && !aside.has(hash))
        throw new Broken('I1', `${phone.name}: ${opId} is in the log as another text`);
    }
    if (isLockedOut(phone)) continue;
    for (const { opId } of view.receipts)
      if (!log.has(opId)) throw new Broken('I1', `${phone.name} holds a receipt for ${opId}, not in the log`);
  }
  const living = new Set(live(world).map(({ name }) => name));
  for (const [opId, intent] of world.intents) {
    const isExcused =
      intent.isForgotten === true && (!world.truth.ever.has(opId) || world.operator.hasRestored);
    if (isExcused || !living.has(intent.phone) || log.has(opId) || onPhones.has(opId)) continue;
    if (!aside.has(intent.hash))
      throw new Broken('I3', `${intent.operation.kind} ${opId} of ${intent.phone} is nowhere`);
  }
}

/** I4: what a phone pulled is what the commune shows it. */
async function checkSameRows(world: World, phone: SimPhone): Promise<void> {
  const view = await phone.view();
  const isReadable = ({ entity }: { entity: string }): boolean => canRead(phone.build, entity);
  // What nobody has touched since the morning is long, and compared by its revision alone.
  const since = world.template.morning.rev;
  const pulled = new Map(
    view.rows
      .filter(isReadable)
      .map(({ scope, entity, id, rev, value }) => [
        `${scope} ${entity} ${id}`,
        `${rev} ${rev <= since ? '' : canon(value)}`,
      ]),
  );
  for (const scope of Object.keys(view.state.cursors))
    for (const row of world.template.server.disk.rows('feed', 'scope = ?', [scope])) {
      const key = `${scope} ${textIn(row, 'entity')} ${textIn(row, 'id')}`;
      const value: unknown = row['value'];
      const here = pulled.get(key);
      pulled.delete(key);
      if (!isRowEntity(textIn(row, 'entity')) || !canRead(phone.build, textIn(row, 'entity'))) continue;
      const rev = numberIn(row, 'rev');
      const there =
        typeof value === 'string' ? `${rev} ${rev <= since ? '' : canon(JSON.parse(value))}` : undefined;
      if (here !== there)
        throw new Broken(
          'I4',
          `${phone.name}: ${key} is ${here ?? 'absent'}, should be ${there ?? 'absent'}`,
        );
    }
  const [extra] = pulled.keys();
  if (extra !== undefined) throw new Broken('I4', `${phone.name} holds ${extra}, the commune does not`);
}

/** I7: both sides count alike. */
async function checkSequence(world: World, phone: SimPhone): Promise<void> {
  const { state, deviceId } = await phone.view();
  const [device] = world.template.server.disk.rows('device', 'device_id = ?', [deviceId ?? '']);
  if (device === undefined) throw new Broken('I7', `${phone.name}: the commune does not know its key`);
  if (numberIn(device, 'last_seq') !== state.lastSeq)
    throw new Broken(
      'I7',
      `${phone.name} made ${state.lastSeq}, the commune counts ${numberIn(device, 'last_seq')}`,
    );
  if (textIn(device, 'chain') !== state.lastChain) throw new Broken('I7', `${phone.name}: chains differ`);
  const balance = await phone.living()[0]?.workspace?.balance();
  if (balance === undefined) return;
  const { made, received, safe, waiting, setAside } = balance;
  if (made !== received + safe + waiting + setAside)
    throw new Broken('I7', `${phone.name}: ${JSON.stringify(balance)} does not add up`);
}

/** I14: who sent it has its receipt, or sees why not. */
async function checkReceipts(world: World): Promise<void> {
  const phones = live(world).filter((phone) => !isLockedOut(phone));
  const held = new Map<string, Set<string>>();
  for (const phone of phones) {
    const { receipts, outbox } = await phone.view();
    const told = outbox.filter(
      ({ result }) => result !== undefined && !/applied|conflict/.test(result.verdict),
    );
    const known = [...receipts, ...told].map(({ opId }) => opId);
    held.set(phone.name, new Set(known));
  }
  for (const row of world.template.server.disk.rows('submission')) {
    const id = textIn(row, 'submission_id');
    const intent = world.intents.get(id);
    if (intent === undefined) throw new Broken('I3', `submission ${id} was made by nobody`);
    const known = held.get(intent.phone);
    if (known === undefined || intent.isForgotten === true || known.has(id)) continue;
    // Received from this phone before its disk stepped back: the phone cannot know of it.
    if (world.steppedBack.has(personOf(intent.phone))) continue;
    throw new Broken('I14', `${intent.phone} has no receipt for ${id}`);
  }
}

/** I5: no audience is shown a family that lives elsewhere now. */
function checkAudiences(world: World): void {
  const { disk, village } = world.template.server;
  const homes = new Map(
    disk.rows('record', "entity = 'household'").map((row) => [textIn(row, 'id'), textIn(row, 'parent_id')]),
  );
  for (const hamlet of village.hamlets)
    for (const row of disk.rows('feed', "scope = ? and entity = 'household' and value is not null", [
      `hamlet:${hamlet}`,
    ]))
      if (homes.get(textIn(row, 'id')) !== hamlet)
        throw new Broken('I5', `hamlet ${hamlet} is shown a family of another`);
}

/** I13: what an earlier build of the server did not know has its words kept, and is judged by one that knows. */
function checkUnderstood(world: World): void {
  const { disk } = world.template.server;
  for (const row of disk.rows('quarantine', "code = 'UNKNOWN_KIND'"))
    throw new Broken('I13', `${textIn(row, 'op_hash')} is still not understood`);
  for (const row of disk.rows('operation', "kind = 'server.setAside' and body is null")) {
    const hash = textIn(row, 'op_hash');
    const isKept =
      disk.rows('quarantine', 'op_hash = ?', [hash]).length > 0 ||
      disk.rows('operation', 'op_hash = ? and body is not null', [hash]).length > 0;
    if (!isKept) throw new Broken('I13', `the words of ${hash} were set aside and are gone`);
  }
}

export async function checkEnd(world: World): Promise<void> {
  checkAudiences(world);
  await checkNothingLost(world);
  await checkReceipts(world);
  for (const phone of live(world)) {
    if (isLockedOut(phone)) continue;
    await checkSequence(world, phone);
    await checkSameRows(world, phone);
    if (canRead(phone.build, 'photo')) checkPhotosEnd(phone, world.template.server, await phone.view());
  }
  checkFiles(world.template.server);
  checkUnderstood(world);
  checkLog(world);
}
