/**
 * Freshness without a clock. A device answers the last challenge it was given; because a reply may be lost, the one it
 * answered before stays good until it answers the newer.
 */
import { base64url } from 'jose';
import type { Chance } from '#protocol/ids.ts';
import type { DeviceRow } from '../store/tables/device.ts';

export const newChallenge = (chance: Chance): string => base64url.encode(chance.bytes(16));

export const isFreshChallenge = (
  device: Pick<DeviceRow, 'challenge_issued' | 'challenge_presented'>,
  presented: string,
): boolean =>
  presented !== '' && (presented === device.challenge_issued || presented === device.challenge_presented);
