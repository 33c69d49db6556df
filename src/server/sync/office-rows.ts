/** Rows that show the office the server's own workings (`#protocol/office-rows.ts`): devices, and what was set aside. */
import { reportSchema, type DeviceReport } from '#protocol/exchange.ts';
import type { DeviceRow as ShownDevice } from '#protocol/office-rows.ts';
import { operationHeadSchema } from '#protocol/operation.ts';
import { roleSchema } from '#protocol/policy-roles.ts';
import { isPending } from '../identity/device-standing.ts';
import { hamletScope, officeScope } from '../identity/scopes.ts';
import type { Transaction } from '../store/store.ts';
import type { Tables } from '../store/tables.ts';
import type { DeviceRow } from '../store/tables/device.ts';
import type { QuarantineRow } from '../store/tables/operation.ts';
import { countFamily, isListed } from './judge/family-counts.ts';
import { openLedger, type Ledger } from './ledger.ts';
import { bury, project } from './project.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOTHING: DeviceReport = { made: 0, waiting: 0, setAside: 0, persisted: false, build: '' };

const reportOf = ({ report }: Pick<DeviceRow, 'report'>): DeviceReport =>
  report === null ? NOTHING : reportSchema.parse(JSON.parse(report));

/** `declined`: cut off while it waited; a device that never was answered has no other flag. */
const flagOf = (device: DeviceRow): Pick<ShownDevice, 'flag'> => {
  const flag = device.revoked_at !== null && isPending(device) ? 'declined' : device.flag;
  return flag === null ? {} : { flag };
};

export function shownDevice(device: DeviceRow): ShownDevice {
  const { made, waiting, setAside, build } = reportOf(device);
  return {
    id: device.device_id,
    role: roleSchema.parse(device.role),
    ...(device.binding_kind === 'office' ? {} : { subjectId: device.binding_id }),
    label: device.label,
    personName: device.person_name ?? '',
    enrolledAt: device.enrolled_at,
    seenAt: device.seen_at,
    made,
    waiting,
    setAside,
    build,
    ...flagOf(device),
    ...(device.revoked_at === null ? {} : { revokedAt: device.revoked_at }),
    ...(isPending(device) && device.revoked_at === null && device.pending_since !== null
      ? { pendingSince: device.pending_since }
      : {}),
    ...(device.expires_at === null ? {} : { expiresAt: device.expires_at }),
    ...(device.shared_phone === null ? {} : { sharedPhone: device.shared_phone }),
  };
}

export interface ShowingBench {
  transaction: Transaction;
  ledger: Ledger;
}

/** As it stands after the change. */
export const showDevice = ({ transaction, ledger }: ShowingBench, device: DeviceRow): Promise<void> =>
  project(transaction, {
    entity: 'device',
    id: device.device_id,
    rev: ledger.nextRev(),
    value: shownDevice(device),
    // A helper's is the head's to see, and to take back.
    scopes: device.role === 'hamletHelper' ? [officeScope, hamletScope(device.binding_id)] : [officeScope],
  });

/** Its row, read anew: for changes that are one statement in a table. */
export async function showDeviceAgain(bench: ShowingBench, deviceId: string): Promise<void> {
  const device = await bench.transaction.device.find(deviceId);
  if (device === undefined) throw new Error('a device that is not there cannot be shown');
  await showDevice(bench, device);
}

const waits = (count: number): boolean => count > 0;

/**
 * An exchange that only says "nothing new" shows nothing: when work begins or ceases to wait on a phone, and otherwise
 * once a day, so that its row is never more than a day behind.
 */
export function isToBeShown(before: DeviceRow, after: Pick<DeviceRow, 'report' | 'seen_at'>): boolean {
  if (after.seen_at - (before.shown_at ?? 0) >= DAY_MS) return true;
  if (after.report === before.report) return false;
  const [was, is] = [reportOf(before), reportOf(after)];
  return waits(was.waiting) !== waits(is.waiting) || waits(was.setAside) !== waits(is.setAside);
}

/** Kind as far as it can be read: what was not understood may say anything. */
function kindIn(body: string): string {
  const head = operationHeadSchema.safeParse(JSON.parse(body));
  return head.success ? head.data.kind : '';
}

/** `opId`: the entry of the log that says it was set aside. */
export const showQuarantined = (
  { transaction, ledger }: ShowingBench,
  { device_id, code, body, received_at }: Pick<QuarantineRow, 'device_id' | 'code' | 'body' | 'received_at'>,
  opId: string,
): Promise<void> =>
  project(transaction, {
    entity: 'quarantine',
    id: opId,
    rev: ledger.nextRev(),
    value: { id: opId, deviceId: device_id, kind: kindIn(body), code, at: received_at },
    scopes: [officeScope],
  });

/** It took effect after all, or its words were taken away. */
export const buryQuarantined = ({ transaction, ledger }: ShowingBench, opId: string): Promise<void> =>
  bury(transaction, { entity: 'quarantine', id: opId, rev: ledger.nextRev(), scopes: [officeScope] });

/** Entries of the log that say what lies in quarantine, beside its row. */
export async function setAsideEntries({
  operation,
  quarantine,
}: Pick<Tables, 'operation' | 'quarantine'>): Promise<Map<string, QuarantineRow>> {
  const held = await quarantine.list();
  const found = new Map<string, QuarantineRow>();
  if (held.length === 0) return found;
  for (const { op_id, op_hash, device_id, received_at, verdict } of await operation.setAside())
    if (verdict === 'quarantined')
      for (const row of held)
        if (row.op_hash === op_hash && row.device_id === device_id && row.received_at === received_at)
          found.set(op_id, row);
  return found;
}

/**
 * A database kept before there were such rows: shows what is there, and puts it under the rules of this build from now on.
 * Of no effect a second time.
 */
export async function catchUp(transaction: Transaction): Promise<void> {
  const commune = await transaction.commune.find();
  if (commune === undefined) return;
  const unshown = await transaction.device.unshown();
  const isOld = commune.rules_from === null;
  if (commune.family_from === null) await transaction.commune.underFamilyRules(commune.rev);
  if (unshown.length === 0 && !isOld) return;
  const ledger = await openLedger(transaction);
  const bench = { transaction, ledger };
  for (const { commune_id: _, ...device } of unshown) {
    await showDevice(bench, device);
    await transaction.device.advance({ ...device, shown_at: device.seen_at });
  }
  if (isOld) {
    for (const [opId, row] of await setAsideEntries(transaction)) await showQuarantined(bench, row, opId);
    // Answers of families that left the list counted until then; the log played again says that they do not.
    const households = [
      ...(await transaction.record.list('household')),
      ...(await transaction.record.ended('household')),
    ];
    for (const row of households) if (!isListed(row)) await countFamily(bench, row.id, false);
  }
  await ledger.save();
  await transaction.commune.underRules(ledger.rev());
}
