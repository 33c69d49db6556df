/** What an operator sees and does about devices. */
import { reportSchema } from '#protocol/exchange.ts';
import { roleSchema } from '#protocol/policy-roles.ts';
import { writeNoted } from '../backup/write-noted.ts';
import type { DeviceSummary } from '../core-types.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { openLedger } from '../sync/ledger.ts';
import { showDeviceAgain } from '../sync/office-rows.ts';
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
      ...(row.flag === null ? {} : { flag: row.flag }),
      ...(row.succeeds === null ? {} : { succeeds: row.succeeds }),
      ...(row.report === null ? {} : { report: reportSchema.parse(JSON.parse(row.report)) }),
    })),
  );

/** Works on the device's next request. What it has not sent stays on the phone. */
export const revokeDevice = (
  deps: Pick<CoreDeps, 'store' | 'clock' | 'newId' | 'journal'>,
  deviceId: string,
): Promise<'revoked' | 'alreadyRevoked' | 'unknownDevice'> =>
  writeNoted(deps, async (transaction, note) => {
    const device = await transaction.device.find(deviceId);
    if (device === undefined) return 'unknownDevice';
    if (device.revoked_at !== null) return 'alreadyRevoked';
    const at = deps.clock.now();
    await transaction.device.revoke(deviceId, at);
    note({ k: 'revoked', device: deviceId, at });
    const ledger = await openLedger(transaction);
    await appendServerEntry(deps, ledger, { kind: 'server.revoke', facts: { device: deviceId } });
    await showDeviceAgain({ transaction, ledger }, deviceId);
    await ledger.save();
    return 'revoked';
  });
