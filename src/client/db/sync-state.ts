/** The device's standing, before anything happened and as it is kept. */
import { CHAIN_START } from '#protocol/hash.ts';
import type { SyncState } from './model.ts';
import type { Tx } from './tables.ts';

export const firstState: SyncState = {
  epoch: '',
  challenge: '',
  counter: 0,
  lastSeq: 0,
  lastChain: CHAIN_START,
  ackedSeq: 0,
  safeSeq: 0,
  cursors: {},
  clockOff: 0,
  contactAt: null,
  lastIdMs: 0,
  made: 0,
  floorSeq: 0,
  floorChain: CHAIN_START,
  safeAt: null,
  drainUntil: null,
  unreadBy: null,
  digestAt: null,
};

export async function stateIn(tx: Tx): Promise<SyncState> {
  const kept = await tx.syncState();
  // A phone of the first version counted by its sequence alone.
  return { ...firstState, made: kept?.lastSeq ?? 0, ...kept };
}
