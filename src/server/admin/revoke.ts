/** `revoke`: a phone that is lost or in wrong hands is turned away from its next request on. */
import { done, failed, type Command } from './command.ts';

export const revoke: Command = {
  usage: 'DEVICE_ID',
  flags: [],
  positionals: 1,
  prepare: ({ positionals: [deviceId] }) => {
    if (deviceId === undefined) return 'DEVICE_ID is missing (see: devices)';
    return async (core) => {
      const outcome = await core.revoke(deviceId);
      const value = { deviceId, outcome };
      if (outcome === 'unknownDevice') return failed(value, [`no device ${deviceId}`]);
      return done(value, [outcome === 'revoked' ? `revoked ${deviceId}` : `${deviceId} was revoked before`]);
    };
  },
};
