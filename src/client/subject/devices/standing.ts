/** How a device stands, from its row. Pure. */
import type { DeviceRow } from '#protocol/office-rows.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A phone with unsent work that has not been heard of for so long is worth a call. */
const SILENT_DAYS = 2;

export type DeviceStanding = 'waiting' | 'working' | 'silent' | 'expired' | 'revoked';

/** Whole days since it was last heard of; its row may be a day behind. `now`: epoch ms. */
export const silentDays = ({ seenAt }: Pick<DeviceRow, 'seenAt'>, now: number): number =>
  Math.floor((now - seenAt) / DAY_MS);

/** What cuts it off comes first, then what it waits for, then what it owes. `now`: epoch ms. */
export function standingOf(device: DeviceRow, now: number): DeviceStanding {
  if (device.revokedAt !== undefined) return 'revoked';
  if (device.expiresAt !== undefined && now >= device.expiresAt) return 'expired';
  if (device.pendingSince !== undefined) return 'waiting';
  return device.waiting > 0 && silentDays(device, now) >= SILENT_DAYS ? 'silent' : 'working';
}
