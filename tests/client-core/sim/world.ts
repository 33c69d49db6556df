/** Runs one schedule and says which promise broke (invariants of the study, I1-I11 as far as two phones can break them). */
import type { Identity } from '#client/db/model.ts';
import { textOf } from '#client/db/registers.ts';
import { SimDevice, type SimLuck } from './device.ts';
import type { Planted } from './planted.ts';
import { ModelServer, SCOPE } from './model-server.ts';

export type SimEvent =
  | { kind: 'type'; device: 0 | 1; field: 'A1' | 'A2' }
  | { kind: 'comment' | 'submit' | 'race' | 'lateArrives' | 'clockBack'; device: 0 | 1 }
  | { kind: 'exchange'; device: 0 | 1; lucks: SimLuck[]; opBytes: number }
  | { kind: 'twoTabs'; device: 0 | 1 }
  | { kind: 'backup' | 'restore' | 'busy' | 'ready' };

const HEAL_ROUNDS = 12;

function expectThat(holds: boolean, invariant: string): void {
  if (!holds) throw new Error(invariant);
}

/** I9: whoever is told "received" can rely on it at that moment. I2: nothing takes effect twice. */
async function checkAlways(server: ModelServer, devices: SimDevice[]): Promise<void> {
  for (const device of devices) {
    for (const { opId } of await device.store.receipts())
      expectThat(server.everCommitted.has(opId), 'I9: a receipt for what the commune never had');
    const { made, waiting } = await device.store.counts();
    expectThat(made >= waiting && waiting >= 0, 'I7: counts do not balance');
  }
}

async function checkEnd(
  server: ModelServer,
  devices: SimDevice[],
  typedBy: Map<string, SimDevice>,
): Promise<void> {
  for (const device of devices) {
    const { lastSeq, ackedSeq, lastChain } = await device.store.state();
    expectThat(lastSeq === ackedSeq, 'I11: it does not come to rest');
    const held = server.life.devices.get(device.id);
    expectThat(held?.lastSeq === lastSeq && held.chain === lastChain, 'I7: sequence or chain differ');
    const outbox = await device.store.outbox();
    for (const row of outbox)
      expectThat(
        server.life.log.get(row.opId)?.hash === row.hash,
        'I3: a sealed operation is not with the commune',
      );
    for (const row of outbox.filter(({ kind }) => kind === 'assessment.submit'))
      expectThat(
        (await device.store.receipt(row.opId)) !== undefined,
        'I14: a submission without its receipt',
      );
    const pulled = await device.store.row('answers', server.assessmentId);
    const expected = server.life.rowRev === 0 ? undefined : server.answersRow();
    expectThat(JSON.stringify(pulled?.value) === JSON.stringify(expected), 'I4: rows differ');
  }
  for (const { by, version, field } of server.replaced) {
    const value = server.life.registers.get(field)?.get(version)?.value;
    const author = typedBy.get(by);
    if (value === undefined || author === undefined || typedBy.get(version) === author) continue;
    expectThat(
      author.seen.has(`${field}=${textOf(value)}`),
      'I8: an answer was replaced by somebody who never saw it',
    );
  }
}

/** Everything is acknowledged and every phone has seen the newest revision of this life. */
async function isAtRest(server: ModelServer, devices: SimDevice[]): Promise<boolean> {
  for (const device of devices) {
    const { lastSeq, ackedSeq, cursors, epoch } = await device.store.state();
    const { waiting } = await device.store.counts();
    const isNew = epoch !== server.life.epoch || (cursors[SCOPE] ?? 0) < server.life.rev;
    if (waiting > 0 || lastSeq !== ackedSeq || isNew || (await device.hasUnsealed())) return false;
    if ((server.life.devices.get(device.id)?.lastSeq ?? 0) !== lastSeq) return false;
  }
  return true;
}

export async function runSchedule(
  events: SimEvent[],
  assessmentId: string,
  keys: Identity['keys'],
  planted: Planted,
): Promise<void> {
  const server = new ModelServer(assessmentId);
  const devices = [0, 1].map((index) => new SimDevice(index, server, keys, planted));
  for (const device of devices) await device.enrol();
  const at = (index: number): SimDevice => {
    const device = devices[index];
    if (device === undefined) throw new Error('no such device');
    return device;
  };
  for (const event of events) {
    switch (event.kind) {
      case 'type':
        await at(event.device).type(event.field);
        break;
      case 'comment':
        await at(event.device).comment('ý kiến');
        break;
      case 'submit':
        await at(event.device).submit();
        break;
      case 'race':
        await Promise.all([at(event.device).comment('một'), at(event.device).comment('hai')]);
        break;
      case 'exchange':
        await at(event.device).exchange([...event.lucks], event.opBytes);
        break;
      case 'twoTabs':
        await Promise.all([at(event.device).exchange([], 1e6), at(event.device).exchange([], 1e6)]);
        break;
      case 'lateArrives':
        at(event.device).deliverLate();
        break;
      case 'clockBack':
        at(event.device).clock.turn(-86_400_000);
        break;
      case 'backup':
        server.takeBackup();
        break;
      case 'restore':
        server.restore();
        break;
      case 'busy':
      case 'ready':
        server.isBusy = event.kind === 'busy';
        break;
    }
    await checkAlways(server, devices);
  }
  server.isBusy = false;
  for (let round = 0; round < HEAL_ROUNDS && !(await isAtRest(server, devices)); round++)
    for (const device of devices) await device.exchange([], 1e6);
  await checkAlways(server, devices);
  const typedBy = new Map<string, SimDevice>();
  for (const device of devices) for (const { opId } of await device.store.outbox()) typedBy.set(opId, device);
  await checkEnd(server, devices, typedBy);
}
