/** What an operator sees and does about devices, and what the words of the office and of heads do to them. */
import { reportSchema } from '#protocol/exchange.ts';
import { roleSchema } from '#protocol/policy-roles.ts';
import { writeNoted, type Note } from '../backup/write-noted.ts';
import type { DeviceSummary } from '../core-types.ts';
import type { Transaction } from '../store/store.ts';
import type { DeviceRow } from '../store/tables/device.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { openLedger } from '../sync/ledger.ts';
import { showDeviceAgain } from '../sync/office-rows.ts';
import { isPending } from './device-standing.ts';
import { appendServerEntry } from './log-entry.ts';
import { readBinding } from './scopes.ts';

export const listDevices = ({ store }: Pick<CoreDeps, 'store'>): Promise<DeviceSummary[]> =>
  store.read(async (tables) =>
    (await tables.device.list()).map((row) => ({
      deviceId: row.device_id,
      role: roleSchema.parse(row.role),
      binding: readBinding(row.binding_kind, row.binding_id),
      title: row.title,
      label: row.label,
      lastSeq: row.last_seq,
      enrolledAt: row.enrolled_at,
      seenAt: row.seen_at,
      ...(row.revoked_at === null ? {} : { revokedAt: row.revoked_at }),
      ...(row.pending_since === null || row.approved_at !== null ? {} : { pendingSince: row.pending_since }),
      ...(row.expires_at === null ? {} : { expiresAt: row.expires_at }),
      ...(row.flag === null ? {} : { flag: row.flag }),
      ...(row.succeeds === null ? {} : { succeeds: row.succeeds }),
      ...(row.report === null ? {} : { report: reportSchema.parse(JSON.parse(row.report)) }),
    })),
  );

type ActDeps = Pick<CoreDeps, 'clock' | 'newId'>;

interface Acted {
  device: DeviceRow;
  note: Note;
  /** Device of whoever said so; left out for the operator, and where a code said it. */
  by?: string;
}

/** Takes effect with its next request; one that does not wait stays as it is. Returns it as it stands. */
export async function approveDevice(
  deps: ActDeps,
  transaction: Transaction,
  { device, note, by }: Acted,
): Promise<DeviceRow> {
  if (!isPending(device)) return device;
  const { device_id: id } = device;
  const at = deps.clock.now();
  await transaction.device.approve(id, at);
  note({ k: 'approved', device: id, at });
  const ledger = await openLedger(transaction);
  await appendServerEntry(deps, ledger, {
    kind: 'server.approve',
    facts: { device: id, ...(by !== undefined && { by }) },
  });
  await showDeviceAgain({ transaction, ledger }, id);
  await ledger.save();
  return { ...device, approved_at: at };
}

/**
 * From its next request on, and with it every key it vouched for: whoever found or copied a phone may have let it take
 * a new one. One that was still waiting is said to have been declined.
 */
export async function cutOff(
  deps: ActDeps,
  transaction: Transaction,
  { device, note, by }: Acted,
): Promise<void> {
  const { device_id: id } = device;
  const at = deps.clock.now();
  await transaction.device.revoke(id, at);
  await transaction.session.endOfDevice(id, at);
  note({ k: 'revoked', device: id, at });
  const ledger = await openLedger(transaction);
  await appendServerEntry(deps, ledger, {
    kind: isPending(device) ? 'server.decline' : 'server.revoke',
    facts: { device: id, ...(by !== undefined && { by }) },
  });
  await showDeviceAgain({ transaction, ledger }, id);
  await ledger.save();
  for (const { commune_id: _, ...successor } of await transaction.device.successors(id))
    if (successor.revoked_at === null)
      await cutOff(deps, transaction, { device: successor, note, ...(by !== undefined && { by }) });
}

/** The operator's word. What the device has not sent stays on the phone. */
export const revokeDevice = (
  deps: Pick<CoreDeps, 'store' | 'clock' | 'newId' | 'journal'>,
  deviceId: string,
): Promise<'revoked' | 'alreadyRevoked' | 'unknownDevice'> =>
  writeNoted(deps, async (transaction, note) => {
    const device = await transaction.device.find(deviceId);
    if (device === undefined) return 'unknownDevice';
    if (device.revoked_at !== null) return 'alreadyRevoked';
    await cutOff(deps, transaction, { device, note });
    return 'revoked';
  });
