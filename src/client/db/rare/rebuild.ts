/** The base from zero, beside the rows that are here: they go when the new ones are complete, and nothing flickers. */
import { digestOf, sameDigest } from '#protocol/digest.ts';
import type { Scope } from '#protocol/exchange.ts';
import type { SyncState } from '../model.ts';
import { newLife } from '../settle.ts';
import { stateIn } from '../sync-state.ts';
import type { Tables, Tx } from '../tables.ts';
import { countIncident } from './incidents.ts';

async function rebuildIn(tx: Tx, over: Partial<SyncState>): Promise<void> {
  const state = await stateIn(tx);
  await tx.putLife(`${newLife(state.epoch, state)}~`);
  await tx.putSyncState({ ...state, ...over, cursors: {} });
}

/** Another build met rows it could not read; this one may. */
export const readAgain = (tables: Tables): Promise<void> =>
  tables.write(['meta'], (tx) => rebuildIn(tx, { unreadBy: null }));

/** Compares what this phone has with what the commune says it has; starts again from zero where they differ. */
export async function compareDigests(
  tables: Tables,
  digests: Record<Scope, string[]>,
  now: number,
): Promise<'same' | 'differs'> {
  let isSame = true;
  for (const [scope, theirs] of Object.entries(digests)) {
    const rows = await tables.read(['rows'], async (tx) => tx.rowsIn(scope));
    isSame &&= sameDigest(await digestOf(rows), theirs);
  }
  await tables.write(['meta'], async (tx) => {
    if (!isSame) {
      await rebuildIn(tx, {});
      await countIncident(tx, 'rebuilt');
    }
    await tx.putSyncState({ ...(await stateIn(tx)), digestAt: now });
  });
  return isSame ? 'same' : 'differs';
}
