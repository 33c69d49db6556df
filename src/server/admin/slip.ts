/** `slip`: the paper slip of one household, as link (QR) and ten characters. */
import type { Command } from './command.ts';
import { tellIssued } from './issue.ts';

export const slip: Command = {
  usage: '--household CODE',
  flags: ['household'],
  positionals: 0,
  prepare: ({ flags: { household } }) =>
    household === undefined
      ? '--household CODE is missing'
      : async (core, origin) => tellIssued(origin, await core.createSlip(household), household),
};
