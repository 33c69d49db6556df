/** `inventory`: what the commune keeps of people, why, for how long, and who is shown it; with --json every field. */
import { inventory as fields, inventoryTable } from '../privacy/inventory.ts';
import { dataKinds } from '../privacy/kinds.ts';
import { done, type Command } from './command.ts';

export const inventory: Command = {
  usage: '',
  flags: [],
  positionals: 0,
  prepare: () => ({ offline: async () => done({ kinds: dataKinds, fields }, inventoryTable()) }),
};
