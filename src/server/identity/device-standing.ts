/** How the commune stands to a device now: what each signed request asks before anything else (`protocol.md` §6). */
import type { ProblemCode } from '#protocol/problem.ts';
import type { DeviceRow } from '../store/tables/device.ts';

type Standing = Pick<DeviceRow, 'revoked_at' | 'pending_since' | 'approved_at' | 'expires_at'>;

/** It came by a sent link, and the officer has not said yes. */
export const isPending = ({
  pending_since,
  approved_at,
}: Omit<Standing, 'revoked_at' | 'expires_at'>): boolean => pending_since !== null && approved_at === null;

/** `now`: server's clock. A helper's phone that served its days is told what a revoked one is told. */
export const isCutOff = (
  { revoked_at, expires_at }: Omit<Standing, 'pending_since' | 'approved_at'>,
  now: number,
): boolean => revoked_at !== null || (expires_at !== null && now >= expires_at);

/** Why it is not answered now; null = it is. */
export function turnedAway(device: Standing, now: number): ProblemCode | null {
  if (isCutOff(device, now)) return 'device-revoked';
  return isPending(device) ? 'device-pending' : null;
}
