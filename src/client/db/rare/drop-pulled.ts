/**
 * On the commune's word that this phone may read no more: everything it was shown goes at once, what its person wrote
 * and did not send stays to be handed in. The questions stay, because drafts are shown by them.
 */
import { stateIn } from '../sync-state.ts';
import type { Tables } from '../tables.ts';

/** They name nobody. */
const KEPT: ReadonlySet<string> = new Set(['campaign', 'criteriaSet']);

/** All or nothing; harmless when done again. A phone that is taken back asks for everything from zero. */
export const dropPulled = (tables: Tables): Promise<void> =>
  tables.write(['meta', 'rows'], async (tx) => {
    const state = await stateIn(tx);
    for (const scope of Object.keys(state.cursors))
      for (const { entity, id } of await tx.rowsIn(scope))
        if (!KEPT.has(entity)) await tx.deleteRow(scope, entity, id);
    await tx.deleteNote('aside');
    await tx.putSyncState({ ...state, cursors: {} });
  });
