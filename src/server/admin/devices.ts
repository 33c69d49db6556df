/** `devices`: who is enrolled, when last seen, what each has sent. */
import type { DeviceSummary } from '../core-types.ts';
import { done, type Command } from './command.ts';

const instant = (ms: number): string => new Date(ms).toISOString();

const lineOf = (device: DeviceSummary): string =>
  [
    device.deviceId,
    device.role,
    device.title,
    device.label === '' ? '-' : device.label,
    `${device.lastSeq} sent`,
    `seen ${instant(device.seenAt)}`,
    ...(device.pendingSince === undefined || device.revokedAt !== undefined
      ? []
      : [`waits since ${instant(device.pendingSince)}`]),
    ...(device.expiresAt === undefined ? [] : [`until ${instant(device.expiresAt)}`]),
    ...(device.revokedAt === undefined ? [] : [`revoked ${instant(device.revokedAt)}`]),
  ].join('  ');

export const devices: Command = {
  usage: '',
  flags: [],
  positionals: 0,
  prepare: () => async (core) => {
    const all = await core.listDevices();
    return done({ devices: all }, all.length === 0 ? ['no device is enrolled'] : all.map(lineOf));
  },
};
